"""Whether a quotation is worth a question: whole, of a fit length, telling, and silent about its speaker."""

from collections.abc import Sequence

from quizengine import Fact
from quizengine_quote_attribution.candidates import MOST_DISTRACTORS, named
from quizengine_quote_attribution.fragments import ends_inside, starts_inside
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.shown import says_too_little, shown, spoken_by_name


def why_not_asked(quotation: Quotation) -> str:
    """Why nothing may be asked about a quotation; empty when it may."""
    words = shown(quotation)
    name = named(quotation)
    if starts_inside(quotation.quote[0]) or ends_inside(quotation.quote[-1]):
        return "it is a part of a sentence only"
    if not words:
        return "it has fewer than 5 words, or more than 40 in its first sentence"
    if name is None or name.kind == "other":
        return f"whether {quotation.name} is a person is not certain"
    if says_too_little(words):
        return "its words say too little to be told from others"
    if any(spoken_by_name(words, form) for form in (name.full, name.surname)):
        return f"its own words name {quotation.name}"
    return ""


def other_quotations(quotation: Quotation, facts: Sequence[Fact]) -> tuple[str, ...]:
    """What others of the article said, nearest in length first; one for each of them as far as there are enough."""
    length = len(shown(quotation))
    own = {fold for fold in quotation.name.casefold().split() if len(fold) > 2}
    others = [
        (abs(len(shown(fact)) - length), shown(fact), fact.name)
        for fact in facts
        if isinstance(fact, Quotation) and not why_not_asked(fact) and not own & set(fact.name.casefold().split())
    ]
    others = [one for one in sorted(others) if not spoken_by_name(one[1], quotation.name)]
    first_of_each = list({name: (near, text) for near, text, name in reversed(others)}.values())
    texts = [text for _, text in sorted(first_of_each)] + [text for _, text, _ in others]
    return tuple(dict.fromkeys(text for text in texts if text != shown(quotation)))[:MOST_DISTRACTORS]
