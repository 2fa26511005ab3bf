"""Doubts about relations whose parts a parser may have joined across too great a distance, or cut too short.

Beyond these bounds, more of the relations that people annotated in news were wrong than right.
"""

from itertools import pairwise

from quizengine.language import Certainty
from quizengine_cause_and_effect.signals import DEMANDS
from quizengine_cause_and_effect.token_spans import Reading, Tokens, top

_FARTHEST = 6
"""Tokens from the one part to the other; between most is a conjunction, or a clause of a few words."""
_LONGEST_AIM = 19
_SHORTEST_REASON = 4
"""Tokens of what is protested against, "against" included: "over the row" tells nobody why."""


def reaches_too_far(reading: Reading) -> str:
    """Return why the parts of a reading may not belong together; empty if they may."""
    tree = reading.clause.tree
    first, last = sorted((reading.cause, reading.effect))
    opens = reading.rule == "in order to" and first == reading.cause and first[0] == 0
    if not opens and reading.rule not in (*DEMANDS, "killing") and last[0] - first[-1] > _FARTHEST:
        return "cause and effect stand too far apart"
    if reading.rule == "to do" and (len(reading.cause) > _LONGEST_AIM or _belongs_to_a_noun(reading)):
        return "the aim may be that of something else"
    if reading.rule == "to do" and tree.tokens[reading.effect[0]].xpos == "WP":
        return "who did it is told elsewhere"
    if reading.rule == "protest against" and _is_no_reason(reading):
        return "what is protested against is not told"
    if any(_holds_another_cause(reading, part) for part in (reading.cause, reading.effect)):
        return "it holds a cause of its own"
    if tree.tokens[reading.effect[0]].upos == "PUNCT" and tree.tokens[reading.effect[0]].form == ")":
        return "what came of it is cut off"
    if reading.rule == "hurt when" and tree.tokens[top(tree, reading.cause)].certainty < Certainty.FIRM:
        return "what hurt them is not certain"
    return ""


def _holds_another_cause(reading: Reading, part: Tokens) -> bool:
    """Return whether a part of a relation tells of what led to something itself: "losses due to rain"."""
    forms = [reading.clause.tree.tokens[each].form.lower() for each in part if each not in reading.signal]
    return any(pair in _SIGNALS for pair in pairwise(forms))


_SIGNALS = frozenset({("because", "of"), ("due", "to")})


def _belongs_to_a_noun(reading: Reading) -> bool:
    """True if an aim is right after a noun of another verb, or before its own: "the failure to act ended it"."""
    tree = reading.clause.tree
    noun = min(reading.cause) - 1
    if noun < 0 or tree.tokens[noun].upos != "NOUN":
        return False
    other = noun not in reading.effect or tree.tokens[noun].relation.startswith("nsubj")
    return other or noun < reading.clause.head


def _is_no_reason(reading: Reading) -> bool:
    """Return whether a reason is too short, or is a number: "films that grossed over 200 million"."""
    tree = reading.clause.tree
    counted = any(tree.tokens[each].upos in ("NUM", "SYM") for each in reading.cause[1:2])
    told = tree.tokens[reading.cause[0]].upos == "ADP"
    return counted or not told or len(reading.cause) < _SHORTEST_REASON
