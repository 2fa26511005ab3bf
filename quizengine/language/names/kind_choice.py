"""The kind of each name: what is learnt where that is sure, and what the rules say where it is not.

Next: `kind_features`, what tells of a kind.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from quizengine.language.names.kind_features import head_word, of_name
from quizengine.language.names.roll import Bearer
from quizengine.language.names.works import is_work
from quizengine.language.word_lists import listed, plain

if TYPE_CHECKING:
    from quizengine.language.model.linear_table import LinearTable

Kind = Literal["person", "organisation", "place", "time", "event", "work", "thing", "other"]

_EVENTS = listed(
    """
    war battle siege massacre revolution uprising olympics paralympics olympiad championship championships genocide
    holocaust marathon earthquake hurricane games bowl
    """
)
"""What the name of an event says of itself: the Battle of Hastings, World War II."""


def kind_of(bearer: Bearer) -> tuple[Kind, bool]:
    """The kind of what bears a name, and whether it is sure."""
    if is_work(bearer.mentions):
        return "work", True
    if len(bearer.tokens) > 1 and head_word([plain(token) for token in bearer.tokens]) in _EVENTS:
        return "event", True
    found, sure = _table().best(of_name(bearer.tokens, bearer.mentions, bearer.kind))
    return (cast("Kind", found), True) if sure else (bearer.kind, False)


@lru_cache(maxsize=1)
def _table() -> "LinearTable":
    from quizengine.language.model.shipped import kind_table  # numpy comes with it, and only where names are sought

    return kind_table()
