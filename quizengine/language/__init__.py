"""What the words of an article are, with no opinion about questions: sentences, trees, clauses, names, quantities.

The names in `__all__` are what a plugin may import, beside those of `quizengine`; everything else is inside. They are
loaded when asked for. docs/language.md shows each at work. Read `syntax` first, then `discourse` and `realise`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.language.discourse import (
        Aside,
        Entity,
        Mention,
        OpenWord,
        Pointer,
        aside_around,
        carriers,
        entities_in,
        entity_at,
        full_names,
        is_beside_the_point,
        is_introduced,
        is_taken_as_known,
        open_words,
        pointers,
        referent,
        same_kind,
        stands_alone,
        weight,
    )
    from quizengine.language.names import Name, name_at
    from quizengine.language.names import names as names_in
    from quizengine.language.names.places import sort_of_place
    from quizengine.language.numbers import Quantity
    from quizengine.language.numbers import quantities as quantities_in
    from quizengine.language.realise import (
        Realised,
        attributed,
        gapped,
        lead_in,
        phrase,
        question,
        realised,
        statement,
        wording,
    )
    from quizengine.language.sentences import sentence_of
    from quizengine.language.sentences import sentences as sentences_in
    from quizengine.language.syntax import (
        Certainty,
        Clause,
        Constituent,
        Said,
        Sentence,
        Token,
        Tree,
        VerbGroup,
        clauses_at,
        clauses_of,
        main_clause,
        tree_at,
        trees,
    )

_ROOMS = {
    "discourse": (
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
        "open_words",
        "pointers",
        "referent",
        "same_kind",
        "stands_alone",
        "weight",
    ),
    "names": ("Name", "name_at"),
    "names.places": ("sort_of_place",),
    "numbers": ("Quantity",),
    "realise": (
        "Realised",
        "attributed",
        "gapped",
        "lead_in",
        "phrase",
        "question",
        "realised",
        "statement",
        "wording",
    ),
    "sentences": ("sentence_of",),
    "syntax": (
        "Certainty",
        "Clause",
        "Constituent",
        "Said",
        "Sentence",
        "Token",
        "Tree",
        "VerbGroup",
        "clauses_at",
        "clauses_of",
        "main_clause",
        "tree_at",
        "trees",
    ),
}
_PLACES = {name: (room, name) for room, exported in _ROOMS.items() for name in exported} | {
    "names_in": ("names", "names"),
    "quantities_in": ("numbers", "quantities"),
    "sentences_in": ("sentences", "sentences"),
}
"""Room and name there of each public name; a few have another name here, as their rooms bear theirs."""

__all__ = [
    "Aside",
    "Certainty",
    "Clause",
    "Constituent",
    "Entity",
    "Mention",
    "Name",
    "OpenWord",
    "Pointer",
    "Quantity",
    "Realised",
    "Said",
    "Sentence",
    "Token",
    "Tree",
    "VerbGroup",
    "aside_around",
    "attributed",
    "carriers",
    "clauses_at",
    "clauses_of",
    "entities_in",
    "entity_at",
    "full_names",
    "gapped",
    "is_beside_the_point",
    "is_introduced",
    "is_taken_as_known",
    "lead_in",
    "main_clause",
    "name_at",
    "names_in",
    "open_words",
    "phrase",
    "pointers",
    "quantities_in",
    "question",
    "realised",
    "referent",
    "same_kind",
    "sentence_of",
    "sentences_in",
    "sort_of_place",
    "stands_alone",
    "statement",
    "tree_at",
    "trees",
    "weight",
    "wording",
]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    room, there = _PLACES[name]
    value: object = getattr(import_module(f"{__name__}.{room}"), there)
    return value


def __dir__() -> list[str]:
    return __all__
