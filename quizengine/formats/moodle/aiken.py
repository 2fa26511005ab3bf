"""Aiken: single choice as plain text, with options A to Z and the letter of the key."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from quizengine.extensions.losses import Loss
from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.content.features import answer_texts_of
from quizengine.formats.content.interactions import ExportedQuestion, SingleChoice, TrueFalse
from quizengine.formats.content.loss_tables import (
    Limits,
    Losses,
    LossTable,
    drops,
    format_with_losses,
    not_carried,
    weakens,
)
from quizengine.formats.content.read_questions import Questions, UnreadError, numbered_lines, question_text
from quizengine.formats.content.typed_losses import ALWAYS_LOST
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types import ChoiceQuestion, TrueFalseQuestion

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPTION = re.compile(r"\s*(?P<letter>[A-Z])(?:[.)]\s+|\)(?=\S))(?P<text>.*\S)\s*")
"""An option; a blank may be missing behind a parenthesis, but not behind a point, as in “A.D. 79 …”."""
_KEY = re.compile(r"\s*ANSWER\s*:\s*(?P<key>.*)", re.IGNORECASE)

_NO_KEY = "the question is left out: found no line `ANSWER: A` behind its options"

_LOST: LossTable = {
    **ALWAYS_LOST,
    "multiple choice": drops("several right options"),
    "number": drops("typed numbers"),
    "short text": drops("typed answers"),
    "open question": drops("open questions"),
    "cloze": drops("gaps"),
    "matching": drops("matching"),
    "ordering": drops("ordering"),
    "title": weakens("the title", "the file's name takes its place"),
    "description": weakens("the description"),
    "locale": weakens("the language of the quiz"),
    "listed order of options": weakens(
        "the order in which options are listed", "shuffled, as not every program does it"
    ),
    "fixed places of options": weakens("fixed places of options", "other programs may shuffle them"),
    "several points": weakens("points", "every question earns one point"),
    "feedback for single options": weakens("feedback for single options"),
    "rationale": weakens("the rationale"),
    "evidence": weakens("the evidence"),
    "tags": weakens("tags"),
    "id": weakens("the id", "a new one follows from the content"),
}


def _also_lost(one: ExportedQuestion) -> Iterable[Loss]:
    """Yield what Aiken would take for something else."""
    if not isinstance(one.interaction, SingleChoice | TrueFalse):
        return
    texts = (one.stem, *answer_texts_of(one.interaction))
    if any("\n" in text.strip() or "\t" in text.strip() for text in texts):
        yield drops("several lines in one text")
    if _OPTION.fullmatch(one.stem) or _KEY.fullmatch(one.stem):
        yield drops("a stem that looks like an option or a key")


def _written(quiz: Quiz, questions: tuple[ExportedQuestion, ...]) -> bytes:
    return ("\n\n".join("\n".join(_lines(one)) for one in questions) + "\n").encode()


def _lines(one: ExportedQuestion) -> Iterator[str]:
    match one.interaction:
        case TrueFalse(answer):
            texts, key = ["True", "False"], 0 if answer else 1
        case SingleChoice() as choice:
            texts, key = [option.text.strip() for option in choice.options], choice.at
        case other:
            not_carried(other)
    yield one.stem
    yield from (f"{letter}. {text}" for letter, text in zip(_LETTERS, texts, strict=False))
    yield f"ANSWER: {_LETTERS[key]}"


def _read(data: bytes, name: str, types: QuestionTypes) -> Reading:
    found = Questions(name)
    block: list[tuple[int, str]] = []
    has_options = False
    for number, line in numbered_lines(question_text(data, name)):
        if not line.strip():
            continue
        is_key, is_option = _KEY.fullmatch(line) is not None, _OPTION.fullmatch(line) is not None
        if has_options and not is_key and not is_option:
            found.fault(block[0][0], _NO_KEY)  # the words of the next question, before any key
            block, has_options = [], False
        block.append((number, line.strip()))
        has_options = has_options or is_option
        if is_key:
            found.add(block[0][0], partial(_question, block))
            block, has_options = [], False
    if block:
        found.fault(block[0][0], _NO_KEY)
    return found.reading()


def _question(block: list[tuple[int, str]]) -> Question:
    *lines, (_, key) = block
    answer = _KEY.fullmatch(key)
    stem = [text for _, text in lines if not _OPTION.fullmatch(text)]
    options = {each["letter"]: each["text"] for _, text in lines if (each := _OPTION.fullmatch(text))}
    if len(options) < sum(_OPTION.fullmatch(text) is not None for _, text in lines):
        raise UnreadError("found one letter twice, expected options A, B, C …")
    if list(options) != list(_LETTERS[: len(options)]):
        raise UnreadError(f"found the options {', '.join(options)}, expected A, B, C … in order")
    chosen = (answer["key"] if answer else "").strip(".) ")
    if chosen.upper() not in options:
        letters = ", ".join(options) or "options A., B., C."
        raise UnreadError(f"found the key “{chosen}”, expected one of: {letters}")
    if not stem or lines[0][1] != stem[0]:
        raise UnreadError("found options without a question above them")
    right = options[chosen.upper()]
    words = [text.casefold() for text in options.values()]
    if words == ["true", "false"]:
        return TrueFalseQuestion(stem="\n".join(stem), answer=right.casefold() == "true")
    wrong = tuple(text for letter, text in options.items() if letter != chosen.upper())
    return ChoiceQuestion(stem="\n".join(stem), answer=right, distractors=wrong)


def _looks_like_it(data: bytes) -> bool:
    return re.search(rb"(?im)^[^\S\n]*ANSWER\s*:\s*[A-Z]", data) is not None


AIKEN = format_with_losses(
    "aiken",
    ".aiken.txt",
    "For Moodle and other programs: single choice as plain text, nothing else.",
    write=_written,
    losses=Losses(_LOST, Limits(options=len(_LETTERS)), also=_also_lost),
    read=_read,
    also_read=(".txt", ".aiken"),
    recognises=_looks_like_it,
)
