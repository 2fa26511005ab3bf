"""Terms that an article has in bold, as textbooks have the terms of a chapter.

Next: `meanings`.
"""

from bisect import bisect_right

from quizengine import Article, Span, cache_per_article
from quizengine_key_terms.patterns.candidate import Candidate

_LONGEST = 6
"""Words in bold that are a term at most; more are a heading or a warning."""


def is_in_bold(candidate: Candidate) -> bool:
    """Return whether the last word of a candidate's term is in bold, alone or with at most a few others."""
    noun = candidate.tree.tokens[candidate.term[-1]].span
    marked = _in_bold(noun.article)
    at = bisect_right(marked, noun.start, key=lambda span: span.start) - 1
    return at >= 0 and marked[at].contains(noun)


@cache_per_article
def _in_bold(article: Article) -> tuple[Span, ...]:
    return tuple(span for span in article.marked_terms if len(span.text.split()) <= _LONGEST)
