"""Rows that list options and name the right ones, by number, by letter or by their words, as rows with answers."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Literal

from quizengine.formats.content.read_questions import UnreadError
from quizengine.formats.spreadsheet.columns import Cells

KeyMeaning = Literal["words", "place", "either"]
"""The way a table gives its right options: by their words, or by their numbers or letters."""

_LETTERED = re.compile(r"([a-hA-H])[.)]\s*(.*\S)", re.DOTALL)
_SIGN = re.compile(r"(?<!\S)([a-hA-H])[.)]\s+")


def key_meaning(rows: Iterable[Cells]) -> KeyMeaning:
    """Return what the keys of a table are: the one way in which all rows can be read that can be read in one way only.

    In a row of the options 4, 8, 2 and 16, the key 4 can be read in two ways; the key “Paris” in another row tells.
    """
    found: set[KeyMeaning] = set()
    for cells in rows:
        with suppress(UnreadError):  # said when the row is read
            options, correct = _options(cells), _correct(cells)
            by_words, by_place = bool(_named(options, correct)), bool(_placed(options, correct))
            found |= {"words"} if by_words and not by_place else {"place"} if by_place and not by_words else set()
    return found.pop() if len(found) == 1 else "either"


def with_answers(cells: Cells, keys: KeyMeaning) -> Cells:
    """Return the cells with options as answers and wrong answers; raises UnreadError if the right ones are unclear."""
    cells = _with_options_of_stem(cells)
    options, correct = _options(cells), _correct(cells)
    if not options:
        return {**cells, ("answer", 1): correct} if correct else cells
    right = _right(options, correct, keys)
    others = {column: text for column, text in cells.items() if column[0] not in ("option", "correct", "answer")}
    made = {("answer", place): options[number] for place, number in enumerate(sorted(right), 1)}
    wrong = [text for number, text in options.items() if number not in right]
    return {**others, **made, **{("wrong", place): text for place, text in enumerate(wrong, 1)}}


def _with_options_of_stem(cells: Cells) -> Cells:
    """The cells with the options that are in the stem, as in “What is 1+1? a) 1 b) 2”, if the answer is “b) 2”."""
    stem, answer = cells.get(("stem", 0), ""), _LETTERED.fullmatch(cells.get(("answer", 1), "").strip())
    signs = list(_SIGN.finditer(stem))
    if not answer or [sign[1].casefold() for sign in signs] != list("abcdefgh"[: len(signs)]) or len(signs) < 2:
        return cells
    ends = [*(sign.start() for sign in signs[1:]), len(stem)]
    options = {n: stem[sign.end() : end].strip() for n, (sign, end) in enumerate(zip(signs, ends, strict=True), 1)}
    place = _place(answer[1].casefold())
    if place not in options or options[place].casefold() != answer[2].casefold():
        return cells
    kept = {column: text for column, text in cells.items() if column[0] not in ("answer", "stem")}
    listed = {("option", number): text for number, text in options.items()}
    return {**kept, **listed, ("stem", 0): stem[: signs[0].start()].strip(), ("correct", 0): answer[1]}


def _options(cells: Cells) -> Mapping[int, str]:
    """The options of a row by their numbers; answer 1, answer 2 … are options where another column has the key."""
    options = {number: text for (name, number), text in sorted(cells.items()) if name == "option"}
    answers = {number: text for (name, number), text in sorted(cells.items()) if name == "answer"}
    if options or not cells.get(("correct", 0)) or not answers:
        return options
    if len(answers) < 2 or any(name in ("wrong", "item") for name, _ in cells):
        raise UnreadError("found an answer and another column for the correct answer, expected one of the two")
    return answers


def _correct(cells: Cells) -> str:
    """Return what a row says is right; beside options, a single answer says it."""
    answers = [text for (name, _), text in cells.items() if name == "answer"]
    has_options = any(name == "option" for name, _ in cells)
    return cells.get(("correct", 0), "") or (answers[0] if has_options and len(answers) == 1 else "")


def _right(options: Mapping[int, str], correct: str, keys: KeyMeaning) -> set[int]:
    by_words, by_place = _named(options, correct), _placed(options, correct)
    if by_words and by_place and by_words != by_place and keys == "either":
        raise UnreadError(f"found “{correct}” as the correct answer, which is one option and the place of another")
    found = (by_place or by_words) if keys == "place" else (by_words or by_place)
    if not found:
        raise UnreadError(f"found “{correct}” as the correct answer, expected the number or the words of an option")
    return found


def _named(options: Mapping[int, str], correct: str) -> set[int]:
    """The option of which these are the words."""
    plain = correct.strip().casefold()
    return {number for number, text in options.items() if plain and text.casefold() == plain}


def _placed(options: Mapping[int, str], correct: str) -> set[int]:
    """The options whose numbers or letters these are."""
    signs = [sign for sign in re.split(r"[\s,;&]+", correct.casefold()) if sign]
    found = {_place(sign) for sign in signs if sign.isdecimal() or (len(sign) == 1 and "a" <= sign <= "z")}
    return found if len(found) == len(signs) and found <= set(options) else set()


def _place(sign: str) -> int:
    return int(sign) if sign.isdecimal() else ord(sign) - ord("a") + 1
