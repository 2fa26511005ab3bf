"""Numeric: type a number, right within a tolerance."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Gap, Key, NumberKey, Part, Text
from quizengine.quiz.questions import Question

_MOST_DIGITS = 24


@dataclass(frozen=True, kw_only=True)
class Tolerance:
    """The accepted distance from the answer: `percent` of it, an `absolute` distance, or the ends of a `range`."""

    percent: Decimal | None = None
    absolute: Decimal | None = None
    range: tuple[Decimal, Decimal] | None = None

    def __post_init__(self) -> None:
        given = [value for value in (self.percent, self.absolute, self.range) if value is not None]
        if len(given) != 1:
            raise QuestionError(f"found {len(given)} kinds of tolerance, expected one of: percent, absolute, range")
        for value in (self.percent, self.absolute, *(self.range or ())):
            if value is not None:
                _plain_number(value)
        if self.range and not self.range[0] <= self.range[1]:
            raise QuestionError(f"found a range from {self.range[0]} down to {self.range[1]}, expected low before high")
        for value in (self.percent, self.absolute):
            if value is not None and value < 0:
                raise QuestionError(f"found a tolerance of {value}, expected 0 or more")

    def around(self, answer: Decimal) -> tuple[Decimal, Decimal]:
        """The lowest and the highest number accepted."""
        if self.range:
            return self.range
        margin = abs(answer) * self.percent / 100 if self.percent is not None else (self.absolute or Decimal(0))
        return answer - margin, answer + margin


@dataclass(frozen=True, kw_only=True)
class NumericQuestion(Question):
    """`answer` is a number in `unit`, which is shown beside the gap; without a tolerance it must be met exactly.

    With `unit_required`, the unit is not shown: it has to be typed, and another one of its kind is converted.
    """

    type: ClassVar[str] = "numeric"

    answer: Decimal
    tolerance: Tolerance | None = None
    unit: str = ""
    unit_required: bool = False

    def check(self) -> None:
        """Raise QuestionError if the answer is not a number, lies outside its own tolerance, or lacks its unit."""
        _plain_number(self.answer)
        if self.unit_required and not self.unit.strip():
            raise QuestionError("found `unit_required` without a `unit`, expected the unit that has to be typed")
        low, high = self.accepted
        if not low <= self.answer <= high:
            raise QuestionError(f"found the answer {self.answer} outside its own range {low} to {high}")

    @property
    def accepted(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest number that is right."""
        return self.tolerance.around(self.answer) if self.tolerance else (self.answer, self.answer)

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and a gap for a number, its unit beside it."""
        unit = "" if self.unit_required else self.unit
        return Text(self.stem), Gap("answer", "number", unit, unit_required=self.unit_required)

    def key(self) -> Mapping[str, Key]:
        """The number with its ends."""
        return {"answer": NumberKey(self.answer, *self.accepted, unit=self.unit, unit_required=self.unit_required)}


def _plain_number(value: Decimal) -> None:
    """Raise QuestionError for what is no Decimal, not finite, or too long to be counted with exactly."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise QuestionError(f"found {value!r}, expected a Decimal number")
    if value and not (
        -_MOST_DIGITS <= value.adjusted() < _MOST_DIGITS and len(value.as_tuple().digits) <= _MOST_DIGITS
    ):
        raise QuestionError(f"found the number {value:e}, expected at most {_MOST_DIGITS} digits")
