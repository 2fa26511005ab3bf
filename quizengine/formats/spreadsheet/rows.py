"""Questions as rows of a table: each field in its column, and nothing if it has its default."""

from collections.abc import Iterable, Iterator
from typing import Any

from quizengine.formats.content.numbers import plain_number
from quizengine.formats.spreadsheet.columns import Cells
from quizengine.quiz.markup import PLAIN
from quizengine.quiz.parts import Option
from quizengine.quiz.questions import Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)

SEVERAL = "multiple_choice"
"""The type of a choice with several right options."""
TAG_SEPARATOR = ";"

Cell = tuple[tuple[str, int], str]


def row_of(question: Question) -> Cells:
    """Return the cells of a question; of a type that is not known here, only what all questions have."""
    return {column: text for column, text in _cells(question) if text}


def _cells(question: Question) -> Iterator[Cell]:
    several = isinstance(question, ChoiceQuestion) and not isinstance(question.answer, str)
    yield ("type", 0), SEVERAL if several else question.type
    yield ("stem", 0), question.stem
    match question:
        case TrueFalseQuestion():
            yield ("answer", 1), str(question.answer).lower()
        case ChoiceQuestion():
            yield from _choice(question)
        case NumericQuestion():
            yield ("answer", 1), plain_number(question.answer)
            yield ("tolerance", 0), tolerance_in_words(question.tolerance) if question.tolerance else ""
            yield ("unit", 0), question.unit
            yield ("unit required", 0), "yes" if question.unit_required else ""
        case ShortTextQuestion():
            yield from _numbered("answer", (question.answer, *question.accept))
        case OpenQuestion():
            yield ("answer", 1), question.answer
        case ClozeQuestion():
            yield ("text", 0), question.text
        case MatchingQuestion():
            yield from _numbered("item", (pair.left for pair in question.pairs))
            yield from _numbered("answer", (pair.right for pair in question.pairs))
            yield from _numbered("wrong", question.distractors)
        case OrderingQuestion():
            yield from _numbered("answer", question.answer)
    yield from _settings(question)
    yield from _beside(question)


def _choice(question: ChoiceQuestion) -> Iterator[Cell]:
    said = question.option_feedback
    for name, texts in (("answer", question.keys), ("wrong", question.distractors)):
        yield from _numbered(name, texts)
        yield from _numbered(f"{name} feedback", (said.get(Option.of(text).id, "") for text in texts))
    places = {text: f"answer {number}" for number, text in enumerate(question.keys, 1)}
    places |= {text: f"wrong {number}" for number, text in enumerate(question.distractors, 1)}
    yield ("pinned", 0), ", ".join(places[text] for text in question.pinned)


def tolerance_in_words(tolerance: Tolerance) -> str:
    """Return a tolerance as people write it: 5 %, 0.5, or 9 to 11."""
    if tolerance.range:
        return " to ".join(map(plain_number, tolerance.range))
    if tolerance.percent is not None:
        return f"{plain_number(tolerance.percent)} %"
    return plain_number(tolerance.absolute) if tolerance.absolute is not None else ""


def _settings(question: Any) -> Iterator[Cell]:
    """Yield how a question is compared and marked, where that differs from what is usual."""
    usual = {"match": "words", "near_miss": "nothing", "scoring": "partial", "markup": PLAIN}
    for name, default in usual.items():
        value = getattr(question, name, default)
        yield (name.replace("_", " "), 0), value if value != default else ""


def _beside(question: Question) -> Iterator[Cell]:
    yield ("points", 0), plain_number(question.points) if question.points is not None else ""
    yield ("rationale", 0), question.rationale
    yield ("tags", 0), f"{TAG_SEPARATOR} ".join(question.tags)
    yield ("id", 0), question.id if question.id != question.content_id else ""
    if question.evidence:
        yield ("evidence start", 0), str(question.evidence.start)
        yield ("evidence end", 0), str(question.evidence.end)
        yield ("evidence quote", 0), question.evidence.quote
    if question.origin:
        yield ("generator", 0), question.origin.generator
        yield ("rule", 0), question.origin.rule


def _numbered(name: str, texts: Iterable[str]) -> Iterator[Cell]:
    for number, text in enumerate(texts, 1):
        yield (name, number), text
