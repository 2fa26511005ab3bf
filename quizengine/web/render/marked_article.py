"""An article in which the words that prove the keys are marked, with the numbers of their questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizengine.quiz.questions import Evidence
from quizengine.text.article import Article, Span


@dataclass(frozen=True)
class Stretch:
    """Words of a paragraph that the same questions rest on, or none."""

    text: str
    questions: tuple[int, ...] = ()
    """The numbers of the questions that these words prove."""
    begins: tuple[int, ...] = ()
    """The numbers of those whose proof begins here."""


def marked_article(proofs: Sequence[Evidence | None], article: Article) -> tuple[tuple[Stretch, ...], ...]:
    """The body of an article by paragraphs; `proofs` are those of the questions 1, 2, and so on.

    What the article does not say at its place is not marked.
    """
    held = [(number, one) for number, one in enumerate(proofs, 1) if one is not None and one.holds_in(article)]
    begun: set[int] = set()

    def paragraph(span: Span) -> tuple[Stretch, ...]:
        inside = [(number, one) for number, one in held if one.start < span.end and span.start < one.end]
        places = {span.start, span.end}
        for _, one in inside:
            places |= {max(one.start, span.start), min(one.end, span.end)}
        return tuple(stretch(start, end, inside) for start, end in pairwise(sorted(places)))

    def stretch(start: int, end: int, inside: Sequence[tuple[int, Evidence]]) -> Stretch:
        here = tuple(number for number, one in inside if one.start <= start and end <= one.end)
        begins = tuple(number for number in here if number not in begun)
        begun.update(here)
        return Stretch(article.text[start:end], here, begins)

    return tuple(map(paragraph, article.paragraphs))
