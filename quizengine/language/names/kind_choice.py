"""The kind of each name: learnt where that is certain, and by rules elsewhere.

Next: `kind_features`, the features for a kind.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from quizengine.language.names.bearer_index import Bearer
from quizengine.language.names.kind_features import head_word, name_features
from quizengine.language.names.kinds import NOT_PEOPLE, PEOPLES
from quizengine.language.names.mentions import Mention
from quizengine.language.names.titles import is_role_noun, is_title
from quizengine.language.names.works import is_work
from quizengine.language.syntax.tree import tree_at
from quizengine.language.word_lists import plain_form, word_set

if TYPE_CHECKING:
    from quizengine.language.model.linear_table import LinearTable

Kind = Literal["person", "organisation", "place", "time", "event", "work", "thing", "other"]

_EVENTS = word_set(
    """
    war battle siege massacre revolution uprising olympics paralympics olympiad championship championships genocide
    holocaust marathon earthquake hurricane games bowl
    """
)
"""Events by their own names: the Battle of Hastings, World War II."""

_PERSONAL = frozenset(
    {"first in given", "only in given", "inner in given", "titled", "is a role", "initial", "nsubj of role"}
    | {"which who", "which whose", "before who", "shape Aa-A.-Aa"}
)
"""Features of which a person must have one."""
_SHORT, _WORDS_OF_A_HEADLINE = 3, 4
_MUCH = 2.0
"""The multiple of the threshold that needs no such feature."""


def classify_name(bearer: Bearer) -> tuple[Kind, bool]:
    """The kind of what bears a name, and whether it is sure."""
    if is_work(bearer.mentions):
        return "work", True
    if len(bearer.tokens) > 1 and head_word([plain_form(token) for token in bearer.tokens]) in _EVENTS:
        return "event", True
    told = name_features(bearer.tokens, bearer.mentions, bearer.kind)
    found, lead = _table().best(told)
    surplus = lead / _table().thresholds[found]
    sure = surplus >= 1 and _may_be_sure(bearer, found, told, surplus)
    return (cast("Kind", found), True) if sure else (bearer.kind, False)


def _may_be_sure(bearer: Bearer, kind: str, told: frozenset[str], surplus: float) -> bool:
    """True if more than a name's form speaks for its kind: in other texts, many things look like people."""
    last = plain_form(bearer.tokens[-1])
    if all(map(_stands_in_a_headline, bearer.mentions)):
        return False
    if kind == "person":
        describes = is_role_noun(last) or is_title(last) or last in NOT_PEOPLE | PEOPLES
        return not describes and (surplus >= _MUCH or bool(told & _PERSONAL) or _goes_by_a_surname(bearer))
    return kind != "thing" or len(bearer.tokens) > 1


def _goes_by_a_surname(bearer: Bearer) -> bool:
    """Return whether the article uses the last word of a longer name alone, as it does with people."""
    last = bearer.tokens[-1]
    return len(bearer.tokens) > 1 and any(mention.tokens == (last,) for mention in bearer.mentions)


def _stands_in_a_headline(mention: Mention) -> bool:
    """Return whether all words around a mention have a capital, so that its own says nothing."""
    tree = tree_at(mention.span)
    others = [token for token in tree.tokens if not token.span.overlaps(mention.span)] if tree else []
    words = [token.form for token in others if len(token.form) > _SHORT and token.form.isalpha()]
    return len(words) >= _WORDS_OF_A_HEADLINE and all(word[0].isupper() for word in words)


@lru_cache(maxsize=1)
def _table() -> "LinearTable":
    from quizengine.language.model.shipped import kind_table  # imports numpy, which only names need

    return kind_table()
