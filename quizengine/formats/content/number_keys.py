"""Numbers with their margins, as formats write them and as they are read back."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from quizengine.formats.content.interactions import ExportedQuestion, NumberEntry
from quizengine.formats.content.read_questions import UnreadError
from quizengine.formats.encodings.html_text import html_of
from quizengine.quiz.parts import NumberKey
from quizengine.quiz.types import NumericQuestion, Tolerance

_LONGEST = 60
"""Figures of the longest number that is read."""


def figures(number: Decimal | Fraction) -> str:
    """The number in plain figures: no exponent, which some readers do not know, and a point for decimals."""
    return format(number, "f") if isinstance(number, Decimal) else f"{float(number):.10g}"


def is_even(key: NumberKey) -> bool:
    """Return whether the ends lie evenly around the number, so that a margin can say them."""
    return key.value - key.low == key.high - key.value


def ways_to_write(key: NumberKey) -> tuple[str, ...]:
    """The figures that a reader accepts who compares texts: with and without separators of thousands."""
    return tuple(dict.fromkeys((format(key.value, "f"), format(key.value, ",f"))))


def asked_with_unit(one: ExportedQuestion) -> str:
    """Return what is asked, with the unit of a number after it, for formats without a place beside the gap."""
    unit = one.interaction.unit if isinstance(one.interaction, NumberEntry) else ""
    shown = html_of(unit) if one.in_html else unit
    named = re.search(rf"(?<!\w){re.escape(shown)}(?!\w)", one.stem, re.IGNORECASE)
    return one.stem if named or not unit else f"{one.stem} ({shown})"


def number_question(stem: str, exact: str | None, low: str | None, high: str | None) -> NumericQuestion:
    """The question for a number that is given exactly, by its ends, or both; raises UnreadError for what is no number.

    Ends that lie evenly around the number are a margin; ends alone are around their middle.
    """
    value, least, most = (None if text is None else read_decimal(text) for text in (exact, low, high))
    if value is None and least is not None and most is not None:
        value = (least + most) / 2
    if value is None:
        raise UnreadError("found no number that is right, expected one, or the ends between which it lies")
    least, most = (value if end is None else end for end in (least, most))
    if least == most == value:
        return NumericQuestion(stem=stem, answer=value)
    if value - least == most - value:
        return NumericQuestion(stem=stem, answer=value, tolerance=Tolerance(absolute=most - value))
    return NumericQuestion(stem=stem, answer=value, tolerance=Tolerance(range=(least, most)))


def read_decimal(text: str) -> Decimal:
    """Return a number that is written in figures; raises UnreadError for anything else, and for one far too long."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(text) > _LONGEST or (number and abs(number.adjusted()) > _LONGEST):
        raise UnreadError(f"found “{text.strip()[:40]}”, expected a number in figures")
    return number
