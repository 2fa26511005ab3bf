"""Answers of other programs as ours: several right numbers with their margins, several spellings of one answer."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from quizengine.formats.content.numbers import plain_number
from quizengine.formats.content.read_questions import UnreadError
from quizengine.quiz.grading.words import matches
from quizengine.quiz.parts import Match
from quizengine.quiz.questions import Question
from quizengine.quiz.types import NumericQuestion, ShortTextQuestion, Tolerance


def number_named(text: str, what: str) -> Decimal:
    """Return the number in a text; raises UnreadError, which says of what it should be one, for anything else."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise UnreadError(f"found “{text.strip()}” for the {what}, expected a number") from None
    if not value.is_finite():
        raise UnreadError(f"found “{text.strip()}” for the {what}, expected a number")
    return value


def read_number_question(stem: str, spans: Sequence[tuple[Decimal, Decimal]], **beside: Any) -> Question:
    """Return the question with these right numbers, each with a margin; the first is the answer.

    Numbers that do not lie together are accepted one by one, as texts, where none of them has a margin. Raises
    UnreadError without a number, and where separate numbers have margins.
    """
    if not spans:
        raise UnreadError("found no right number, expected one")
    answer, margin = spans[0]
    ends = sorted((value - abs(around), value + abs(around)) for value, around in spans)
    low, high = ends[0]
    for begin, end in ends[1:]:
        if begin > high:
            return _one_by_one(stem, spans, **beside)
        high = max(high, end)
    return NumericQuestion(stem=stem, answer=answer, tolerance=_tolerance(answer, low, high, margin), **beside)


def _tolerance(answer: Decimal, low: Decimal, high: Decimal, margin: Decimal) -> Tolerance | None:
    if low == high:
        return None
    if (answer - margin, answer + margin) == (low, high):
        return Tolerance(absolute=margin)
    return Tolerance(range=(low, high))


def _one_by_one(stem: str, spans: Sequence[tuple[Decimal, Decimal]], **beside: Any) -> Question:
    if any(margin for _, margin in spans) or beside.get("unit"):
        raise UnreadError("found right numbers that lie apart and have margins or units, expected one range")
    texts = tuple(dict.fromkeys(plain_number(value) for value, _ in spans))
    beside = {name: value for name, value in beside.items() if name not in ("unit", "unit_required")}
    return ShortTextQuestion(stem=stem, answer=texts[0], accept=texts[1:], **beside)


def distinct_answers(texts: Iterable[str], match: Match = "words") -> tuple[str, ...]:
    """Return the texts without those that are right anyway, as another spelling of one before them."""
    kept: list[str] = []
    for text in texts:
        if not any(matches(one, text, match) for one in kept):
            kept.append(text)
    return tuple(kept)
