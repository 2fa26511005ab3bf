"""The question that a teacher may make of figures that do not add up: the right value where the article is wrong."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from quizengine import Evidence, NumericQuestion, Origin, Span, Tolerance
from quizengine.language import GAP, Quantity, plain_decimal, sentence_of
from quizengine_numeric_reasoning.figure_text import figure_text, inside_quotes, unit_name

RULE = "does-not-add-up"
_LONGEST = 700
"""More characters than this are no stem."""
_MOST_PLACES = 6
_TENTH = Decimal("0.1")


def by_its_own_figures(
    told: Quantity, result: Decimal, working: str, others: Sequence[Quantity]
) -> NumericQuestion | None:
    """Ask for what the figures come to, the figure told taken out of the words; None if that makes no stem.

    `result` is what `others` come to, `working` the sum in words, which becomes the rationale.
    """
    first, last = sentence_of(min(others, key=lambda one: one.span.start).span), sentence_of(told.span)
    unit = "percent" if told.kind == "percent" else unit_name(told)
    words = _without(first.to(last), told.span)
    if not unit or len(words) > _LONGEST or figure_text(told) in words:
        return None
    answer = result.quantize(_TENTH, ROUND_HALF_UP) if result != round(result, _MOST_PLACES) else plain_decimal(result)
    rounded = answer != result
    return NumericQuestion(
        stem=f"By the article’s own figures:\n“{words}”\n{_given(others)}, which figure belongs in the gap, in {unit}?",
        answer=answer,
        tolerance=Tolerance(absolute=_TENTH / 2) if rounded else None,
        unit=unit,
        rationale=f"By the article’s own figures, {working}",
        evidence=Evidence.of(first.to(last)),
        origin=Origin("numeric_reasoning", RULE),
        tags=("numeric reasoning", RULE),
    )


def _without(told: Span, figure_told: Span) -> str:
    """The words on one line, fit to be inside quotation marks, with a gap for one figure."""
    text = told.article.text
    words = text[told.start : figure_told.start] + GAP + text[figure_told.end : told.end]
    return inside_quotes(" ".join(words.split()))


def _given(others: Sequence[Quantity]) -> str:
    """Return what the sum starts from; a figure that the article hedges is said to be taken as it stands."""
    given = " and ".join(figure_text(one) for one in others)
    hedged = any(one.approximate or one.bound for one in others)
    return f"Taking {given} exactly" if hedged else f"From {given}"
