"""The grammar of an article, with no opinion about questions: sentences, trees, clauses, names, quantities.

Plugins may import the names in `__all__`, beside those of `quizengine`; everything else is internal. They are loaded on
first use. docs/language.md shows each of them at work. Read `syntax` first, then `discourse` and `realise`.
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
        central_names,
        entities_in,
        entities_of_same_kind,
        entity_at,
        full_names,
        is_beside_the_point,
        is_introduced,
        is_taken_as_known,
        open_words,
        pointers,
        referent,
        salience,
        stands_alone,
    )
    from quizengine.language.names import Name, name_at
    from quizengine.language.names import names as names_in
    from quizengine.language.names.places import place_type
    from quizengine.language.numbers import Quantity
    from quizengine.language.numbers import quantities as quantities_in
    from quizengine.language.realise import (
        Realised,
        gapped_sentence,
        lead_in,
        phrase_tokens,
        question,
        realised,
        statement,
        surface_text,
        with_source,
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
        "central_names",
        "entities_in",
        "entities_of_same_kind",
        "entity_at",
        "full_names",
        "is_beside_the_point",
        "is_introduced",
        "is_taken_as_known",
        "open_words",
        "pointers",
        "referent",
        "salience",
        "stands_alone",
    ),
    "names": ("Name", "name_at"),
    "names.places": ("place_type",),
    "numbers": ("Quantity",),
    "realise": (
        "Realised",
        "gapped_sentence",
        "lead_in",
        "phrase_tokens",
        "question",
        "realised",
        "statement",
        "surface_text",
        "with_source",
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
    "central_names",
    "clauses_at",
    "clauses_of",
    "entities_in",
    "entities_of_same_kind",
    "entity_at",
    "full_names",
    "gapped_sentence",
    "is_beside_the_point",
    "is_introduced",
    "is_taken_as_known",
    "lead_in",
    "main_clause",
    "name_at",
    "names_in",
    "open_words",
    "phrase_tokens",
    "place_type",
    "pointers",
    "quantities_in",
    "question",
    "realised",
    "referent",
    "salience",
    "sentence_of",
    "sentences_in",
    "stands_alone",
    "statement",
    "surface_text",
    "tree_at",
    "trees",
    "with_source",
]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    room, there = _PLACES[name]
    value: object = getattr(import_module(f"{__name__}.{room}"), there)
    return value


def __dir__() -> list[str]:
    return __all__
