"""Dates that may belong to a noun for an event before them rather than to the verb: "spoke of the war in 2003".

Next: `question_words`, which asks in which year something was.
"""

import re
from collections.abc import Sequence

from quizengine.language import TENSED, Token, word_set
from quizengine_numeric_recall.figure_contexts import Context

_DATED = re.compile(
    r"invasion|attack|war|battle|murder|election|crash|shooting|massacre|treaty|agreement|conference|summit|protests?"
    r"|riot|coup|raid|crisis|fire|flood|debate|campaign|revolution|bombing|terror"
)
"""Nouns for events, which a date after them may belong to."""
_AT_THE_EVENT = frozenset({"in", "at", "during"})
"""Prepositions of an event during which something happened, so that both have one date: "fell in the war in 1943"."""
_EARLIER_OR_LATER = word_set("after before following since until despite")
"""Words before an event that happened at another time than what the verb tells."""


def may_date_an_event(context: Context, first: int) -> bool:
    """True if a noun before a date that begins at a token is an event that it may belong to: "the war in 2003"."""
    opens = first < context.clause.head
    before = [context.tree.tokens[each] for each in range(0 if opens else context.clause.head + 1, first)]
    if _is_of_what_came_before(before):
        return True
    nouns = [at for at, token in enumerate(before) if token.upos == "NOUN"]
    event = next((at for at in reversed(nouns[-2:]) if _DATED.fullmatch(before[at].lemma.lower())), None)
    if opens or event is None:
        return False
    link = next((token.form.lower() for token in reversed(before[:event]) if token.upos == "ADP"), "")
    return link not in _AT_THE_EVENT


def _is_of_what_came_before(before: Sequence[Token]) -> bool:
    """Return whether a date ends a phrase for what came earlier or later: "after the death of Orr in 1833"."""
    at = max((at for at, token in enumerate(before) if token.form.lower() in _EARLIER_OR_LATER), default=len(before))
    rest = before[at + 1 :]
    named = any(token.upos in ("NOUN", "PROPN") for token in rest)
    return named and not any(token.form in (",", ";", "—", "–") or token.xpos in TENSED for token in rest)
