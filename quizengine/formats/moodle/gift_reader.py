"""GIFT, read: block by block as Moodle does, with weights, wildcards, feedback and gaps inside of sentences."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import partial
from typing import Any

from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.content.read_answers import distinct_answers, read_number_question
from quizengine.formats.content.read_questions import Questions, UnreadError, numbered_lines, question_text
from quizengine.formats.encodings.html_text import html_to_text as words_of
from quizengine.quiz.questions import Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    OptionFeedback,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)

_ESCAPES = {sign: chr(0xE000 + place) for place, sign in enumerate("\\~=#{}:n*")}
"""What stands for a sign after a backslash while a block is read."""
_BACK = {ord(mark): "\n" if sign == "n" else sign for sign, mark in _ESCAPES.items() if sign != "*"}
_ESCAPE = re.compile(r"\\([\\~=#{}:n*])")
_STAR = _ESCAPES["*"]
_NAME = re.compile(r"::(?P<name>.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(?P<format>html|moodle|plain|markdown)\]")
_ANSWER = re.compile(r"(?P<sign>[=~])\s*(?:%(?P<weight>-?\d+(?:\.\d*)?)%)?(?P<text>[^=~]*)")
_COMMENTED = re.compile(r"(?<!\\)\[(?P<what>id|tag):(?P<text>(?:\\\]|[^\]])+)\]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_NO_TEXT = re.compile(r"<(img|audio|video|object|iframe|svg|math)\b")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_STEM = "Fill the gap."
_FULL = Fraction(100)
_NEARLY = Fraction(1, 2)

Note = Callable[[str], None]


@dataclass
class _Block:
    """One question's lines: the line of the first, the text without comments, and what the comments name."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Answer:
    """One answer in braces: = or ~, its weight in percent, its words and its feedback."""

    sign: str
    weight: Fraction | None
    text: str
    feedback: str


def read_gift(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """Return the questions of a GIFT file; raises BankError for what is no text at all."""
    found = Questions(name)
    title = ""
    for block in _blocks(question_text(data, name)):
        text = "\n".join(block.lines)
        if text.startswith("$CATEGORY:"):
            title = title or _category(text)
            continue
        found.add(block.line, partial(_question, block, text, partial(found.note, block.line)))
    return found.reading(title)


def _blocks(text: str) -> Iterator[_Block]:
    """The blocks between blank lines, without comments; a comment belongs to the block that follows it."""
    block = _Block()
    for number, line in numbered_lines(text):
        bare = line.strip()
        if bare.startswith("//"):
            for each in _COMMENTED.finditer(bare):
                said = each["text"].replace("\\]", "]")
                block.id, block.tags = (said, block.tags) if each["what"] == "id" else (block.id, (*block.tags, said))
        elif bare:
            block.line = block.line or number
            block.lines.append(line)
            if bare.startswith("$CATEGORY:") and len(block.lines) == 1:
                yield block
                block = _Block()
        elif block.lines:
            yield block
            block = _Block()
    if block.lines:
        yield block


def _category(text: str) -> str:
    path = text.removeprefix("$CATEGORY:").strip().replace("//", "\0")
    return path.rpartition("/")[2].replace("\0", "/").removeprefix("$course$").strip()


def _question(block: _Block, text: str, note: Note) -> Question:
    marked = _ESCAPE.sub(lambda sign: _ESCAPES[sign[1]], text)
    named = _NAME.match(marked.lstrip())
    marked = marked.lstrip()[named.end() :] if named else marked
    chosen = _FORMAT.match(marked)
    form = chosen["format"] if chosen else "moodle"
    marked = marked[chosen.end() :] if chosen else marked
    before, opened, rest = marked.partition("{")
    inside, closed, after = rest.rpartition("}")
    if not opened or not closed:
        raise UnreadError("found a text without an answer in braces, expected {…} behind the question")
    if "{" in inside:
        raise UnreadError("found a second brace inside of braces; is a blank line missing between two questions?")
    inside, _, general = inside.partition("####")
    words = partial(_words, form=form, note=note)
    beside = {"id": block.id, "tags": tuple(dict.fromkeys(block.tags)), "rationale": words(general)}
    if words(after).strip(" .?!"):
        return _gap(words(before, ends=False), inside.strip(), words(after, ends=False), beside, note)
    stem = words(before) + (f" _____{words(after)}" if words(after) else "")
    return _of_kind(stem, inside.strip(), beside, words, note)


def _words(marked: str, ends: bool = True, *, form: str, note: Note) -> str:
    """Marked text as words; `ends` takes the blanks away at its ends."""
    own = _FORMAT.match(marked)
    form = own["format"] if own else form
    text = _plain(marked[own.end() :] if own else marked)
    if form == "html" or (form == "moodle" and _MARKUP.search(text)):
        said = words_of(text)
        if pictures := _NO_TEXT.findall(text):
            note(f"read without what is no text: {', '.join(dict.fromkeys(pictures))}")
        text = said if ends else text[: len(text) - len(text.lstrip())] + said + text[len(text.rstrip()) :]
    return text.strip() if ends else text


def _plain(marked: str) -> str:
    return marked.translate(_BACK).replace(_STAR, "\\*")


def _of_kind(stem: str, inside: str, beside: Mapping[str, Any], words: Callable[[str], str], note: Note) -> Question:
    if not inside:
        raise UnreadError("found an essay ({}), expected a question that can be marked by itself")
    first = inside.partition("#")[0].strip().upper()
    if first in _TRUTHS:
        return TrueFalseQuestion(stem=stem, answer=_TRUTHS[first], **beside)
    if inside.startswith("#"):
        return read_number_question(stem, _numbers(inside[1:], note), **beside)
    answers = [_answer(each) for each in _ANSWER.finditer(inside)]
    if not answers:
        raise UnreadError(f"found “{_plain(inside)[:40]}” in braces, expected answers that begin with = or ~")
    if any(answer.sign == "~" for answer in answers):
        return _choice(stem, answers, beside, words, note)
    if all("->" in answer.text for answer in answers):
        return _matching(stem, answers, beside, words)
    return _short_text(stem, answers, beside, note)


def _answer(found: re.Match[str]) -> _Answer:
    text, _, feedback = found["text"].partition("#")
    return _Answer(
        found["sign"], Fraction(found["weight"]) if found["weight"] else None, text.strip(), feedback.strip()
    )


def _choice(
    stem: str, answers: list[_Answer], beside: Mapping[str, Any], words: Callable[[str], str], note: Note
) -> Question:
    options = {answer: words(answer.text) for answer in answers}
    feedback = tuple(OptionFeedback(options[each], words(each.feedback)) for each in answers if words(each.feedback))
    keys = [answer for answer in answers if answer.sign == "=" and (answer.weight or _FULL) > 0]
    if len(keys) == 1:
        wrong = tuple(text for answer, text in options.items() if answer is not keys[0])
        if any(answer.weight and answer.weight > 0 for answer in answers if answer is not keys[0]):
            note("read without the part of the marks that other options earn")
        return ChoiceQuestion(stem=stem, answer=options[keys[0]], distractors=wrong, feedback=feedback, **beside)
    several = keys or [answer for answer in answers if (answer.weight or 0) > 0]
    worths = [answer.weight or _FULL / len(several) for answer in several]
    if not several or (not keys and abs(sum(worths) - _FULL) > _NEARLY):
        raise UnreadError(f"found right options that are worth {float(sum(worths)):g} % together, expected 100")
    if max(worths) - min(worths) > _NEARLY:
        note("read with options that are all worth the same")
    right = tuple(options[answer] for answer in several)
    wrong = tuple(text for answer, text in options.items() if answer not in several)
    return ChoiceQuestion(stem=stem, answer=right, distractors=wrong, feedback=feedback, **beside)


def _matching(stem: str, answers: list[_Answer], beside: Mapping[str, Any], words: Callable[[str], str]) -> Question:
    sides = [tuple(map(words, answer.text.split("->", 1))) for answer in answers]
    pairs = tuple(Pair(left=left, right=right) for left, right in sides if left)
    return MatchingQuestion(
        stem=stem, pairs=pairs, distractors=tuple(right for left, right in sides if not left), **beside
    )


def _short_text(stem: str, answers: list[_Answer], beside: Mapping[str, Any], note: Note) -> Question:
    accept = _accepted(answers, note)
    return ShortTextQuestion(stem=stem, answer=accept[0], accept=accept[1:], **beside)


def _accepted(answers: list[_Answer], note: Note) -> tuple[str, ...]:
    right = [answer for answer in answers if answer.weight in (None, _FULL)]
    if any(answer.weight is not None and 0 < answer.weight < _FULL for answer in answers):
        note("read without answers that earn a part of the marks")
    if not right:
        raise UnreadError("found no answer that is worth 100 %, expected one or more")
    for answer in right:
        if "*" in answer.text:
            raise UnreadError(f"found the wildcard * in “{_plain(answer.text)}”, which stands for any words")
    return distinct_answers(answer.text.translate(_BACK).replace(_STAR, "*").strip() for answer in right)


def _numbers(inside: str, note: Note) -> tuple[tuple[Decimal, Decimal], ...]:
    listed = [_answer(each) for each in _ANSWER.finditer(inside)]
    if not listed:
        return (_number(inside.partition("#")[0]),)
    if any(answer.weight is not None and 0 < answer.weight < _FULL for answer in listed):
        note("read without the part of the marks that other numbers earn")
    return tuple(_number(answer.text) for answer in listed if answer.weight in (None, _FULL) and answer.sign == "=")


def _number(marked: str) -> tuple[Decimal, Decimal]:
    """The number and its margin, from "5:0.1" or "4.9..5.1"."""
    text = marked.strip()
    low, ranged, high = text.partition("..")
    value, _, margin = text.replace(_ESCAPES[":"], ":").partition(":")
    try:
        if ranged:
            ends = Decimal(low.strip()), Decimal(high.strip())
            return (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
        return Decimal(value.strip()), Decimal(margin.strip() or 0)
    except InvalidOperation:
        raise UnreadError(f"found “{_plain(text)}”, expected a number with a decimal point, as in 3.5:0.1") from None


def _gap(before: str, inside: str, after: str, beside: Mapping[str, Any], note: Note) -> Question:
    """A sentence with a gap where the braces stand."""
    stem, parted, start = before.rpartition("\n\n")
    if inside.startswith("#"):
        spans = _numbers(inside[1:], note)
        if any(margin for _, margin in spans):
            note("read without the tolerance of the number in the gap")
        accept: tuple[str, ...] = tuple(format(value, "f") for value, _ in spans)
    else:
        answers = [_answer(each) for each in _ANSWER.finditer(inside)]
        if any(answer.sign == "~" for answer in answers):
            return _of_kind(
                f"{before.rstrip()} _____{after}".strip(), inside, beside, lambda marked: _plain(marked).strip(), note
            )
        accept = _accepted(answers, note)
    if any(re.search(r"[{}|]", text) for text in accept):
        raise UnreadError("found a brace or a bar in the answer to a gap, expected words without them")
    shown = [words.replace("{", "{{").replace("}", "}}") for words in (start if parted else before, after)]
    text = f"{shown[0].lstrip()}{{{'|'.join(accept)}}}{shown[1].rstrip()}"
    return ClozeQuestion(stem=stem.strip() or _STEM, text=text, **beside)
