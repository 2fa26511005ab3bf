"""Which words attribute a quotation, and to whom: rules of structure, tried in order.

Next: `speakers`, which tells who a pronoun or a short name means.
"""

from collections.abc import Callable, Iterator

from quizengine_quote_attribution.places import Attribution, Place
from quizengine_quote_attribution.rules_after import according_after, any_verb, name_then_verb, signed, verb_then_name
from quizengine_quote_attribution.rules_before import according_before, any_verb_before, introduced, response

Rule = Callable[[Place], Attribution | None]
RULES: tuple[Rule, ...] = (
    according_before,
    according_after,
    name_then_verb,
    verb_then_name,
    any_verb,
    introduced,
    any_verb_before,
    response,
    signed,
)
"""In order of trust."""
INTRODUCING = frozenset({"verb-before", "same-subject", "according-to"})
"""Rules that see what stands before a quotation."""


def attributions(place: Place) -> Iterator[Attribution]:
    """What the rules find around a quotation, the surest first."""
    for rule in RULES:
        found = rule(place)
        if found is not None:
            yield found
