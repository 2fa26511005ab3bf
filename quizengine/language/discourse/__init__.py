"""What words stand for beyond their sentence: who is meant, and whether a reader understands them alone.

Read `self_containment` first, then `entities`.
"""

from quizengine.language.discourse.acquaintance import is_introduced, is_taken_as_known
from quizengine.language.discourse.asides import Aside, aside_around, is_beside_the_point
from quizengine.language.discourse.entities import Entity, Mention, entities_in, entity_at, same_kind
from quizengine.language.discourse.naming import full_names, referent
from quizengine.language.discourse.quoted_words import OpenWord, open_words
from quizengine.language.discourse.self_containment import Pointer, pointers, stands_alone
from quizengine.language.discourse.weight import carriers, names_the_topic, weight

__all__ = [
    "Aside",
    "Entity",
    "Mention",
    "OpenWord",
    "Pointer",
    "aside_around",
    "carriers",
    "entities_in",
    "entity_at",
    "full_names",
    "is_beside_the_point",
    "is_introduced",
    "is_taken_as_known",
    "names_the_topic",
    "open_words",
    "pointers",
    "referent",
    "same_kind",
    "stands_alone",
    "weight",
]
