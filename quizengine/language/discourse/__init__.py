"""What words stand for beyond their sentence: who is meant, and whether a reader understands them alone.

Read `self_containment` first, then `entities`.
"""

from quizengine.language.discourse.entities import Entity, Mention, entities_in, entity_at, same_kind
from quizengine.language.discourse.naming import full_names, referent
from quizengine.language.discourse.quoted_words import OpenWord, open_words
from quizengine.language.discourse.self_containment import Pointer, pointers, stands_alone
from quizengine.language.discourse.weight import carriers, names_the_topic, weight

__all__ = [
    "Entity",
    "Mention",
    "OpenWord",
    "Pointer",
    "carriers",
    "entities_in",
    "entity_at",
    "full_names",
    "names_the_topic",
    "open_words",
    "pointers",
    "referent",
    "same_kind",
    "stands_alone",
    "weight",
]
