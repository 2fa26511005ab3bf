"""One row of a table as a question; where the type is left out, it follows from what is filled in."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from quizengine.formats.content.read_questions import UnreadError
from quizengine.formats.spreadsheet.columns import Cells
from quizengine.formats.spreadsheet.option_keys import KeyMeaning, with_answers
from quizengine.formats.spreadsheet.rows import SEVERAL, TAG_SEPARATOR
from quizengine.quiz.markup import Markup
from quizengine.quiz.parts import Match
from quizengine.quiz.questions import Evidence, NearMiss, Origin, Question, Scoring
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OptionFeedback,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)

_TRUE, _FALSE = (
    frozenset({"true", "t", "yes", "1", "wahr", "vrai"}),
    frozenset({"false", "f", "no", "0", "falsch", "faux"}),
)
_ALSO: Mapping[str, str] = {
    "single choice": "choice",
    "multiple choice": "choice",
    "mc": "choice",
    "mcq": "choice",
    "multichoice": "choice",
    "singlechoice": "choice",
    "multiplechoice": "choice",
    "select": "choice",
    "radio": "choice",
    "multiple select": SEVERAL,
    "multi select": SEVERAL,
    "msq": SEVERAL,
    "truefalse": "true_false",
    "true false": "true_false",
    "t/f": "true_false",
    "boolean": "true_false",
    "checkbox": SEVERAL,
    "multiple answers": SEVERAL,
    "multiple response": SEVERAL,
    "ma": SEVERAL,
    "true/false": "true_false",
    "tf": "true_false",
    "number": "numeric",
    "numerical": "numeric",
    "short answer": "short_text",
    "fill in the blank": "short_text",
    "essay": "open",
    "open ended": "open",
    "open question": "open",
    "long answer": "open",
    "match": "matching",
    "order": "ordering",
}
_RANGE = re.compile(r"(?P<low>-?[\d.]+)\s*(?:to|–|\.\.)\s*(?P<high>-?[\d.]+)")


def question_of(cells: Cells, keys: KeyMeaning = "either") -> Question:
    """Return the question in a row; raises UnreadError or QuestionError, in words for whoever filled it in.

    `keys` says what the table has in its column of right options.
    """
    row = _Row(with_answers(cells, keys))
    kind = row.kind()
    if kind not in _KINDS:
        raise UnreadError(f"found the type “{kind}”, expected one of: {', '.join(_KINDS)}")
    if not row.one("stem"):
        raise UnreadError("found no stem, expected the words that ask")
    return _KINDS[kind](row)


class _Row:
    """The cells of a row, by what they hold."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def one(self, name: str) -> str:
        """The text in a column; empty without one."""
        return self.cells.get((name, 0), "")

    def all(self, name: str) -> tuple[str, ...]:
        """The texts in the columns with numbers, in order."""
        return tuple(text for (column, _), text in sorted(self.cells.items()) if column == name)

    def kind(self) -> str:
        """The type that the row says, or that follows from what it holds."""
        said = " ".join(self.one("type").split())
        if said:
            plain = said.casefold()
            kind = plain if plain in _KINDS else _ALSO.get(re.sub("[-_]", " ", plain), said)
            return SEVERAL if kind == "choice" and len(self.all("answer")) > 1 else kind
        answers = self.all("answer")
        if self.one("text"):
            return "cloze"
        if self.all("item"):
            return "matching"
        if self.all("wrong"):
            return "choice" if len(answers) == 1 else SEVERAL
        if len(answers) == 1 and answers[0].casefold() in ("true", "false"):
            return "true_false"
        return "numeric" if len(answers) == 1 and _is_number(answers[0]) else "short_text"

    def number(self, name: str) -> Decimal | None:
        """The number in a column, or None if it is empty."""
        return _number(self.one(name), name) if self.one(name) else None

    def among(self, name: str, allowed: Any, default: str) -> Any:
        """The word in a column, which must be one of those allowed."""
        found = self.one(name) or default
        if found not in get_args(allowed):
            raise UnreadError(f"found “{found}” in the column {name}, expected one of: {', '.join(get_args(allowed))}")
        return found

    def beside(self) -> dict[str, Any]:
        """Return what every question has: id, points, rationale, tags, markup, evidence and origin."""
        made: dict[str, Any] = {"id": self.one("id"), "stem": self.one("stem"), "rationale": self.one("rationale")}
        tags = (tag.strip() for tag in self.one("tags").split(TAG_SEPARATOR))
        made |= {"points": self.number("points"), "tags": tuple(dict.fromkeys(tag for tag in tags if tag))}
        made |= {"markup": self.among("markup", Markup, "plain")}
        start, end, quote = self.number("evidence start"), self.number("evidence end"), self.one("evidence quote")
        if start is not None and end is not None and quote:
            made["evidence"] = Evidence(int(start), int(end), quote)
        if self.one("generator") or self.one("rule"):
            made["origin"] = Origin(self.one("generator"), self.one("rule"))
        return made

    def scored(self) -> dict[str, Any]:
        """The same with what a partly right response earns."""
        return {**self.beside(), "scoring": self.among("scoring", Scoring, "partial")}

    def compared(self) -> dict[str, Any]:
        """Return how typed texts are compared."""
        return {"match": self.among("match", Match, "words"), "near_miss": self.among("near miss", NearMiss, "nothing")}

    def answer(self) -> str:
        """The one right answer; raises UnreadError without one, or with several."""
        answers = self.all("answer")
        if len(answers) != 1:
            raise UnreadError(f"found {len(answers)} answers, expected one in the column answer 1")
        return answers[0]


def _true_false(row: _Row) -> Question:
    said = row.answer().casefold()
    if said not in _TRUE | _FALSE:
        raise UnreadError(f"found the answer “{row.answer()}”, expected true or false")
    return TrueFalseQuestion(answer=said in _TRUE, **row.beside())


def _choice(row: _Row, *, several: bool = False) -> Question:
    answer: str | tuple[str, ...] = row.all("answer") if several else row.answer()
    feedback = tuple(
        OptionFeedback(text, said)
        for name in ("answer", "wrong")
        for (column, number), text in sorted(row.cells.items())
        if column == name and (said := row.cells.get((f"{name} feedback", number)))
    )
    pinned = tuple(_pinned(row, place) for place in row.one("pinned").split(",") if place.strip())
    return ChoiceQuestion(answer=answer, distractors=row.all("wrong"), pinned=pinned, feedback=feedback, **row.scored())


def _pinned(row: _Row, place: str) -> str:
    name, _, number = place.strip().rpartition(" ")
    column = (name, int(number)) if number.isdecimal() else (name, 0)
    if column not in row.cells:
        raise UnreadError(f"found “{place.strip()}” in the column pinned, expected a column such as wrong 2")
    return row.cells[column]


def _numeric(row: _Row) -> Question:
    unit, required = row.one("unit"), row.one("unit required").casefold() in _TRUE
    answer = _number(row.answer(), "answer 1")
    tolerance = _tolerance(row.one("tolerance"))
    return NumericQuestion(answer=answer, tolerance=tolerance, unit=unit, unit_required=required, **row.beside())


def _tolerance(text: str) -> Tolerance | None:
    if not text:
        return None
    if ends := _RANGE.fullmatch(text.strip()):
        return Tolerance(range=(_number(ends["low"], "tolerance"), _number(ends["high"], "tolerance")))
    if text.strip().endswith("%"):
        return Tolerance(percent=_number(text.strip()[:-1], "tolerance"))
    return Tolerance(absolute=_number(text.strip().lstrip("±").strip(), "tolerance"))


def _short_text(row: _Row) -> Question:
    answers = row.all("answer")
    if not answers:
        raise UnreadError("found no answer, expected one in the column answer 1")
    return ShortTextQuestion(answer=answers[0], accept=answers[1:], **row.compared(), **row.beside())


def _open(row: _Row) -> Question:
    return OpenQuestion(answer=row.answer(), **row.beside())


def _cloze(row: _Row) -> Question:
    return ClozeQuestion(text=row.one("text"), **row.compared(), **row.scored())


def _matching(row: _Row) -> Question:
    lefts, rights = row.all("item"), row.all("answer")
    if len(lefts) != len(rights):
        raise UnreadError(f"found {len(lefts)} items and {len(rights)} answers, expected an answer for each item")
    pairs = tuple(Pair(left=left, right=right) for left, right in zip(lefts, rights, strict=True))
    return MatchingQuestion(pairs=pairs, distractors=row.all("wrong"), **row.scored())


def _ordering(row: _Row) -> Question:
    return OrderingQuestion(answer=row.all("answer"), **row.scored())


_KINDS: Mapping[str, Callable[[_Row], Question]] = {
    "choice": _choice,
    SEVERAL: lambda row: _choice(row, several=True),
    "true_false": _true_false,
    "numeric": _numeric,
    "short_text": _short_text,
    "open": _open,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
}


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text.strip()) is not None


def _number(text: str, column: str) -> Decimal:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        raise UnreadError(
            f"found “{text}” in the column {column}, expected a number such as 1080 or 2.5, without commas or a unit"
        ) from None
    if not value.is_finite():
        raise UnreadError(f"found “{text}” in the column {column}, expected a number")
    return value
