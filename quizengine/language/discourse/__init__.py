"""The references of words beyond their sentence: who is meant, and whether a reader understands a text alone.

Read `self_containment` first, then `entities`.
"""

from quizengine.language.discourse.asides import Aside, aside_around, is_beside_the_point
from quizengine.language.discourse.entities import Entity, Mention, entities_in, entities_of_same_kind, entity_at
from quizengine.language.discourse.introduced_people import has_unknown_source, is_introduced, is_taken_as_known
from quizengine.language.discourse.quoted_words import OpenWord, open_words
from quizengine.language.discourse.references import full_names, referent
from quizengine.language.discourse.salience import central_names, names_the_topic, salience
from quizengine.language.discourse.self_containment import Pointer, pointers, stands_alone

__all__ = [
    "Aside",
    "Entity",
    "Mention",
    "OpenWord",
    "Pointer",
    "aside_around",
    "central_names",
    "entities_in",
    "entities_of_same_kind",
    "entity_at",
    "full_names",
    "has_unknown_source",
    "is_beside_the_point",
    "is_introduced",
    "is_taken_as_known",
    "names_the_topic",
    "open_words",
    "pointers",
    "referent",
    "salience",
    "stands_alone",
]
