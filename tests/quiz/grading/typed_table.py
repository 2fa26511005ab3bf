"""The table of what students type, with the question that each line is typed for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from quizengine.quiz.questions import Question
from quizengine.quiz.types import NumericQuestion, ShortTextQuestion, Tolerance

TABLE = Path(__file__).parents[2] / "cases" / "typed.txt"
EARNS = {"+": Fraction(1), "~": Fraction(1, 2), "-": Fraction(0), "?": Fraction(0)}
HEAD = re.compile(
    r"\[(?P<locale>\w+)\] (?P<kind>number|words|code|exact)(?P<required>!?) (?P<key>.+?)(?:; (?P<near>\w+))?"
)

NUMBER = re.compile(r"(?P<answer>[-\de.]+)(?: \((?P<low>[\de.]+)\.\.(?P<high>[\de.]+)\))?(?: (?P<unit>.+))?")


@dataclass(frozen=True)
class Row:
    """One typed answer: the question it is typed for, and what comes of it."""

    locale: str
    head: str
    question: Question
    typed: str
    sign: str

    def __str__(self) -> str:
        return f"{self.head} {self.sign} {self.typed}"


def rows() -> Iterator[Row]:
    """The rows of the table, in order."""
    locale, head, question = "", "", None
    for line in TABLE.read_text("utf-8").splitlines():
        if found := HEAD.fullmatch(line):
            locale, head, question = found["locale"], line, _question(found)
        elif line and not line.startswith("#"):
            assert question, line
            yield Row(locale, head, question, line[2:], line[0])


def _question(head: re.Match[str]) -> Question:
    if head["kind"] == "number":
        return _numeric(head["key"], required=bool(head["required"]))
    answer, *accept = head["key"].split(" | ")
    return ShortTextQuestion(
        stem="What is it?", answer=answer, accept=tuple(accept), match=head["kind"], near_miss=head["near"] or "nothing"
    )


def _numeric(key: str, *, required: bool) -> NumericQuestion:
    found = NUMBER.fullmatch(key)
    assert found, key
    ends = Tolerance(range=(Decimal(found["low"]), Decimal(found["high"]))) if found["low"] else None
    answer, unit = Decimal(format(Decimal(found["answer"]), "f")), found["unit"] or ""
    return NumericQuestion(stem="How many?", answer=answer, tolerance=ends, unit=unit, unit_required=required)


ROWS = tuple(rows())
