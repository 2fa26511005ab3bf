"""The answers in the braces of GIFT: their signs, weights, words and feedback, and the numbers among them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from quizengine.formats.content.read_answers import distinct_answers
from quizengine.formats.content.read_questions import Note, UnreadError, without_feedback

_ESCAPES = {sign: chr(0xE000 + place) for place, sign in enumerate("\\~=#{}:n*")}
"""The stand-in for a sign after a backslash while a block is read."""
_BACK = {ord(mark): "\n" if sign == "n" else sign for sign, mark in _ESCAPES.items() if sign != "*"}
_ESCAPE = re.compile(r"\\([\\~=#{}:n*])")
_STAR = _ESCAPES["*"]
_ANSWER = re.compile(r"(?P<sign>[=~])\s*(?:%(?P<weight>-?\d+(?:\.\d*)?)%)?(?P<text>[^=~]*)")
FULL = Fraction(100)


@dataclass(frozen=True)
class Answer:
    """One answer in braces: = or ~, its weight in percent, its words and its feedback."""

    sign: str
    weight: Fraction | None
    text: str
    feedback: str
    glued: bool = False
    """True if its = comes right after another word, as in header=True, and may be a part of it."""


def marked_text(text: str) -> str:
    """Return a text of GIFT with every sign after a backslash as one that means nothing."""
    return _ESCAPE.sub(lambda sign: _ESCAPES[sign[1]], text)


def plain_text(marked: str) -> str:
    """Return marked text as it was meant."""
    return marked.translate(_BACK).replace(_STAR, "\\*")


def answers_in(inside: str) -> list[Answer]:
    """Return the answers in braces, in order."""
    return [_answer(each) for each in _ANSWER.finditer(inside)]


def _answer(found: re.Match[str]) -> Answer:
    text, _, feedback = found["text"].partition("#")
    share = Fraction(found["weight"]) if found["weight"] else None
    before = found.string[found.start() - 1 : found.start()]
    glued = found["sign"] == "=" and not share and bool(before.strip("~=#{ \t\n"))
    return Answer(found["sign"], share, text.strip(), feedback.strip(), glued)


def tell_feedback(note: Note, *said: str) -> None:
    """Name the feedback that a question has no place for."""
    if message := without_feedback(*said):
        note(message)


def accepted_texts(answers: list[Answer], note: Note) -> tuple[str, ...]:
    """Return the typed answers that earn all marks; raises UnreadError without one, and for a wildcard."""
    right = [answer for answer in answers if answer.weight in (None, FULL)]
    if any(answer.weight is not None and 0 < answer.weight < FULL for answer in answers):
        note("read without answers that earn a part of the marks")
    if not right:
        raise UnreadError("found no answer that is worth 100 %, expected one or more")
    for answer in right:
        if "*" in answer.text:
            raise UnreadError(f"found the wildcard * in “{plain_text(answer.text)}”, which stands for any words")
    return distinct_answers(answer.text.translate(_BACK).replace(_STAR, "*").strip() for answer in right)


def numbers_with_margins(inside: str, note: Note, words: Callable[[str], str]) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the right numbers, each with its margin; raises UnreadError for what is no number."""
    listed = answers_in(inside)
    if not listed:
        number, _, said = inside.partition("#")
        tell_feedback(note, words(said))
        return (_number(number),)
    tell_feedback(note, *(words(answer.feedback) for answer in listed))
    if any(answer.weight is not None and 0 < answer.weight < FULL for answer in listed):
        note("read without the part of the marks that other numbers earn")
    return tuple(_number(answer.text) for answer in listed if answer.weight in (None, FULL) and answer.sign == "=")


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
        raise UnreadError(
            f"found “{plain_text(text)}”, expected a number with a decimal point, as in 3.5:0.1"
        ) from None
