"""The parts that a question about an event may leave out, as it is the same event without them.

Next: `event_stems`.
"""

import re

from quizengine.language import Certainty, Clause, Constituent, word_set
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.sought import Sought

_STAYS = frozenset({"condition", "source", "agent", "purpose"})
_ENDS_OF_LIFE = frozenset({"bear", "die"})
_AGED = frozenset({"aged", "age"})
_CHANGES = frozenset(
    {"without", "instead", "rather", "only", "if", "unless", "as", "like", "than", "not", "never", "except", "no"}
    | {"later", "earlier"}
)
"""Words of an adjunct without which an event would be another one."""
_NEED_A_PLACE = word_set(
    """
    put place set lay lock keep hold leave confine barricade trap shut seat station install lodge bury store house hide
    base settle live stay remain sit stand lie hang drop plant
    """
)
"""Verbs that say too little without a place: "the crowd barricaded the judge"."""
_A_YEAR = re.compile(r"[1-9]\d{2,3}")


def dates_of_a_life(clause: Clause, asked: Sought) -> frozenset[int]:
    """The tokens of when somebody was born or died, which a question where it was does not need and others ask for."""
    if clause.verb.lemma not in _ENDS_OF_LIFE or asked.part.role != "adjunct" or is_news(clause.span.article):
        return frozenset()
    tokens = clause.tree.tokens
    parts = [part for part in clause.adjuncts() if part.tokens != asked.part.tokens]
    words = [{tokens[each].form for each in part.tokens} for part in parts]
    dates = [
        part
        for part, own in zip(parts, words, strict=True)
        if own & _AGED or any(_A_YEAR.fullmatch(one) for one in own)
    ]
    return frozenset(each for part in dates for each in part.tokens)


def what_can_go(clause: Clause, lost: list[int]) -> frozenset[int]:
    """The tokens of the adjuncts that hold what points elsewhere, where an event is the same event without them.

    Whoever did something in a place, for a reason or by some means, did it. A condition or a comparison changes it.
    """
    gone: set[int] = set()
    for token in lost:
        part = next((each for each in clause.adjuncts() if token in each.tokens), None)
        if part is None or not _can_go(clause, part):
            return frozenset()
        gone |= set(part.tokens)
    return frozenset(gone)


def _can_go(clause: Clause, part: Constituent) -> bool:
    tokens = clause.tree.tokens
    words = {tokens[each].form.lower() for each in part.tokens}
    certain = min(tokens[each].certainty for each in (part.head, *part.marker)) >= Certainty.LIKELY
    opens = part.tokens[0] < clause.verb.first
    set_off = part.tokens[0] > 0 and tokens[part.tokens[0] - 1].form == ","
    free = bool(part.circumstance) or opens or set_off
    if tokens[part.head].relation.startswith("advcl") and not part.marker and not set_off and not opens:
        return False
    if clause.verb.lemma in _NEED_A_PLACE and not (opens or set_off):
        return False
    dates = part.circumstance == "time" and "end" not in words  # "to this end" is not a time
    return certain and free and not dates and part.circumstance not in _STAYS and not words & _CHANGES
