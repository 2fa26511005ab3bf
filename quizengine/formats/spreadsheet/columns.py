"""The columns of a table of questions: their names, their order, and other names that people give them.

A name with a number stands for several columns: `answer 1`, `answer 2` and so on. `docs/formats.md` describes them.
"""

import re
from collections.abc import Mapping, Sequence

ORDER = (
    "type",
    "stem",
    "text",
    "item",
    "answer",
    "answer feedback",
    "wrong",
    "wrong feedback",
    "pinned",
    "tolerance",
    "unit",
    "unit required",
    "match",
    "near miss",
    "scoring",
    "points",
    "rationale",
    "tags",
    "markup",
    "id",
    "evidence start",
    "evidence end",
    "evidence quote",
    "generator",
    "rule",
)
"""The possible columns, in the order in which they are written."""

NUMBERED = frozenset({"item", "answer", "answer feedback", "wrong", "wrong feedback", "option"})
"""Those of which a table has as many as it needs."""

_ALSO: Mapping[str, str] = {
    "question": "stem",
    "question text": "stem",
    "frage": "stem",
    "pregunta": "stem",
    "antwort": "answer",
    "respuesta": "answer",
    "réponse": "answer",
    "mark": "points",
    "marks": "points",
    "question type": "type",
    "correct answer": "correct",
    "correct answers": "correct",
    "correct answer(s)": "correct",
    "correct option": "correct",
    "correct options": "correct",
    "correct choice": "correct",
    "right answer": "correct",
    "right option": "correct",
    "answer key": "correct",
    "richtig": "correct",
    "richtige antwort": "correct",
    "respuesta correcta": "correct",
    "bonne réponse": "correct",
    "key": "correct",
    "explanation": "rationale",
    "answer explanation": "rationale",
    "feedback": "rationale",
    "tag": "tags",
    "wrong answer": "wrong",
    "incorrect answer": "wrong",
    "distractor": "wrong",
    "choice": "option",
    "left": "item",
    "right": "answer",
    "required unit": "unit required",
}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""The place at which a word begins inside OptionA or CorrectOption."""
READ_ALONE = ("option", "correct")
"""Columns that are read and never written: options, and which of them is right."""
_NAME = re.compile(r"(?P<name>.*?)[ _]*(?P<number>\d+|(?<![a-z])[a-z])?(?P<rest> feedback)?")


def column_named(header: str) -> tuple[str, int] | None:
    """Return what a header stands for, with its number from 1 (0 without one); None for a column that nobody knows."""
    plain = " ".join(_HUMP.sub(" ", header.replace("_", " ")).casefold().split())
    if (name := _ALSO.get(plain, plain)) in (*ORDER, *READ_ALONE):
        return name, 1 if name in NUMBERED else 0
    found = _NAME.fullmatch(plain)
    if not found or not found["number"]:
        return None
    name = _ALSO.get(found["name"].strip(), found["name"].strip()) + (found["rest"] or "")
    sign = found["number"]
    number = int(sign) if sign.isdecimal() else ord(sign) - ord("a") + 1
    if name == "" and not sign.isdecimal():
        name = "option"  # a column that is called A
    return (name, number) if name in NUMBERED and 0 < number <= 200 else None


def header_of(name: str, number: int) -> str:
    """Return the header of a column: `answer 2 feedback`."""
    if not number:
        return name
    first, _, rest = name.partition(" ")
    return f"{first} {number} {rest}".strip()


Cells = Mapping[tuple[str, int], str]
"""One row: what is in each column that is not empty."""


def headers(rows: Sequence[Cells]) -> list[tuple[str, int]]:
    """Return the columns that any of the rows needs, in order; answers with their feedback come one by one."""
    used = {column for row in rows for column in row} | {("type", 0), ("stem", 0)}
    group = {name: ORDER.index(name.removesuffix(" feedback")) for name in ORDER}
    return sorted(used, key=lambda column: (group[column[0]], column[1], column[0]))
