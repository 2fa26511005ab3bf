"""A question whose key is calculated from two figures, with the calculation in its rationale."""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import Evidence, Fact, NumericQuestion, Origin, article_says
from quizengine_numeric_reasoning.figure_text import inside_quotes
from quizengine_numeric_reasoning.sums import Calculation

_MOST_DIGITS = 15


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[NumericQuestion]:
    """Yield the question to type what follows from two figures; the sentence that gives them is in the stem."""
    if not isinstance(fact, Calculation) or len(fact.result.as_tuple().digits) > _MOST_DIGITS:
        return
    told = " ".join(fact.sentence.text.split())
    yield NumericQuestion(
        stem=f"Work it out from the article’s own figures:\n“{inside_quotes(told)}”\n{fact.question}",
        answer=fact.result,
        unit=fact.unit,
        rationale=f"{article_says(told)} {fact.working}",
        evidence=Evidence.of(fact.sentence),
        origin=Origin("numeric_reasoning", fact.rule),
        tags=("numeric reasoning", fact.rule),
    )
