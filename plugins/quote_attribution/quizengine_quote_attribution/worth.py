"""Whether a quotation is worth a question: whole, of a fit length, telling, and silent about its speaker."""

from collections.abc import Sequence

from quizengine_quote_attribution.candidates import MOST_DISTRACTORS, named
from quizengine_quote_attribution.fragments import ends_inside, starts_inside
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.shown import says_too_little, shown, spoken_by_name

MOST_WORDS_OF_OPTION = 25
"""In an option; above that, choosing becomes reading."""
_MOST_TIMES = 1.75
"""How many times as long as the key an option may be, or the key as an option."""
_EVEN = 1.25
"""How many times as long as the longest distractor the key may be, or the shortest as the key."""


def why_not_asked(quotation: Quotation) -> str:
    """Why nothing may be asked about a quotation; empty when it may."""
    words = shown(quotation)
    name = named(quotation)
    if starts_inside(quotation.quote[0]) or ends_inside(quotation.quote[-1]):
        return "it is a part of a sentence only"
    if not words:
        return "it has fewer than 5 words, or more than 40 in its first sentence"
    if name is None or name.kind == "other":
        return f"what kind of source {quotation.name} is, a person or an organisation, is not certain"
    if says_too_little(words):
        return "its words say too little to be told from others"
    if any(spoken_by_name(words, form) for form in (name.full, name.surname)):
        return f"its own words name {quotation.name}"
    return ""


def other_quotations(quotation: Quotation, fit: Sequence[Quotation]) -> tuple[str, ...]:
    """What others of the article said, about as long as the quotation, so that its length does not give it away.

    Of those that are long enough, one for each speaker comes first; empty where the key would be by far the longest or
    the shortest.
    """
    key = shown(quotation)
    if len(key.split()) > MOST_WORDS_OF_OPTION:
        return ()
    own = {fold for fold in quotation.name.casefold().split() if len(fold) > 2}
    others = [
        (abs(len(text) - len(key)), text, fact.name)
        for fact in fit
        if not own & set(fact.name.casefold().split())
        if _nearly_as_long(text := shown(fact), key) and not spoken_by_name(text, quotation.name) and text != key
    ]
    nearest = sorted(others)
    first_of_each = sorted({name: (near, text) for near, text, name in reversed(nearest)}.values())
    texts = dict.fromkeys([text for _, text in first_of_each] + [text for _, text, _ in nearest])
    chosen = tuple(texts)[:MOST_DISTRACTORS]
    lengths = [len(text) for text in chosen]
    even = lengths and min(lengths) <= _EVEN * len(key) and len(key) <= _EVEN * max(lengths)
    return chosen if even else ()


def _nearly_as_long(text: str, key: str) -> bool:
    return len(text.split()) <= MOST_WORDS_OF_OPTION and max(len(text), len(key)) <= _MOST_TIMES * min(
        len(text), len(key)
    )
