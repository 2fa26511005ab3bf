"""Quotations of other people in the article, as options beside what somebody did say."""

from bisect import bisect_left
from collections.abc import Sequence

from quizengine import Fact, cache_per_facts
from quizengine.language import mentions_between
from quizengine_quote_attribution.candidates import MOST_DISTRACTORS
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.excerpts import excerpt_words
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.quotations_per_speaker import turns

MOST_WORDS_OF_OPTION = 25
"""The most words of an option; above that, choosing becomes reading."""
_MOST_TIMES = 1.75
"""The greatest ratio between the lengths of an option and the key."""
_EVEN = 1.25
"""The greatest ratio between the key and the longest distractor, and between the shortest and the key."""
_MOST_LOOKED_AT = 200
"""The number of quotations about as long as the key that is enough to choose three from; few articles have as many."""


def other_quotations(quotation: Quotation, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return what others of the article said, about as long as the quotation, so that its length does not give it away.

    Of those that are long enough, one for each speaker comes first; empty if the key would be by far the longest or
    the shortest.
    """
    key = excerpt_words(quotation)
    if len(key.split()) > MOST_WORDS_OF_OPTION:
        return ()
    own = {fold for fold in quotation.name.casefold().split() if len(fold) > 2}
    others = [
        (abs(len(text) - len(key)), text, fact.name)
        for fact in _about_as_long(key, facts)
        if not own & set(fact.name.casefold().split())
        if _nearly_as_long(text := excerpt_words(fact), key)
        and not spoken_by_name(text, quotation.name)
        and text != key
    ]
    nearest = sorted(others)
    first_of_each = sorted({name: (near, text) for near, text, name in reversed(nearest)}.values())
    texts = dict.fromkeys([text for _, text in first_of_each] + [text for _, text, _ in nearest])
    chosen = tuple(texts)[:MOST_DISTRACTORS]
    lengths = [len(text) for text in chosen]
    even = lengths and min(lengths) <= _EVEN * len(key) and len(key) <= _EVEN * max(lengths)
    return chosen if even else ()


def topic_of(quotation: Quotation, texts: Sequence[str]) -> str:
    """The name that a quotation and all the others beside it speak of; empty if there is none."""
    article = quotation.speaker.article
    inside = (pair for piece in quotation.quote for pair in mentions_between(article, piece.start, piece.end))
    return next((name.full for _, name in inside if name.certain and all(name.surname in text for text in texts)), "")


def _about_as_long(key: str, facts: Sequence[Fact]) -> list[Quotation]:
    """The quotations that are nearest to a key in length."""
    known = _by_length(facts)
    at = bisect_left(known, len(key), key=_length)
    return known[max(0, at - _MOST_LOOKED_AT // 2) : at + _MOST_LOOKED_AT // 2]


@cache_per_facts
def _by_length(facts: Sequence[Fact]) -> list[Quotation]:
    """The quotations that are fit to be asked about, the shortest first."""
    return sorted(turns(facts).fit, key=_length)


def _length(quotation: Quotation) -> int:
    return len(excerpt_words(quotation))


def _nearly_as_long(text: str, key: str) -> bool:
    return len(text.split()) <= MOST_WORDS_OF_OPTION and max(len(text), len(key)) <= _MOST_TIMES * min(
        len(text), len(key)
    )
