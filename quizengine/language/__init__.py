"""The grammar of an article, with no opinion about questions: sentences, trees, clauses, names, quantities.

Plugins may import the names in `__all__`, beside those of `quizengine`; everything else is internal. They are loaded on
first use. docs/language.md shows each of them at work. Read `syntax` first, then `discourse` and `realise`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizengine.language.content_stems import content_words
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
        has_unknown_source,
        is_beside_the_point,
        is_introduced,
        is_taken_as_known,
        names_the_topic,
        open_words,
        pointers,
        referent,
        salience,
        stands_alone,
    )
    from quizengine.language.discourse.antecedents import is_person
    from quizengine.language.discourse.frames import Frame, Report
    from quizengine.language.discourse.pronouns import PLURAL_PRONOUNS, PRONOUNS, THING_PRONOUNS, THIRD_PERSON
    from quizengine.language.discourse.references import with_article
    from quizengine.language.equivalents import also_called, spelt_otherwise
    from quizengine.language.letter_case import capitalised, uncapitalised
    from quizengine.language.names import (
        Name,
        is_mention,
        mentions_between,
        name_at,
        name_by_full_form,
        name_mentions,
        names_in,
        namesakes,
    )
    from quizengine.language.names.given_names import is_given_name, pronoun_for, same_given_name
    from quizengine.language.names.kinds import PEOPLES
    from quizengine.language.names.places import place_type, takes_definite_article
    from quizengine.language.names.roles import offices_in
    from quizengine.language.names.titles import NAME_SUFFIXES, is_role_noun
    from quizengine.language.normalisation import normalise
    from quizengine.language.numbers import Quantity, quantities_in, quantities_within
    from quizengine.language.numbers.amounts import unambiguous_forms
    from quizengine.language.numbers.currencies import CURRENCY_SYMBOLS
    from quizengine.language.numbers.currency_names import currency_words
    from quizengine.language.numbers.hedges import WORDS_BEFORE
    from quizengine.language.numbers.number_words import SCALES, TENS, UNIT_WORDS, plain_decimal
    from quizengine.language.numbers.units import UNITS_BY_NAME, unit_words
    from quizengine.language.quotation_finder import Quoted, quotations
    from quizengine.language.quotation_ranges import has_balanced_quotes
    from quizengine.language.realise import (
        GAP,
        Realised,
        gapped_sentence,
        lead_in,
        phrase_tokens,
        question,
        realised,
        statement,
        with_source,
    )
    from quizengine.language.realise.events import leaves_its_event_open, with_the_event
    from quizengine.language.realise.pruning import (
        bracketed_tokens,
        is_link,
        is_set_off,
        opens_with_later,
        with_single_commas,
        without_marks,
    )
    from quizengine.language.realise.questions import inverted, opened_by_where, realised_behind
    from quizengine.language.realise.surface_text import has_balanced_marks, is_mostly_small, surface_text, tidy_spacing
    from quizengine.language.reporting import CLAUSE_VERBS, VOUCHED, stance_of, verb_forms, verbs_of
    from quizengine.language.sentences import is_inside_quotation, sentence_of, sentences_in, sentences_inside
    from quizengine.language.syntax import (
        FINITE_TAGS,
        TENSED,
        TIME_NOUNS,
        WH_PRONOUNS,
        WH_WORDS,
        Certainty,
        Clause,
        Constituent,
        Said,
        Sentence,
        Token,
        Tree,
        VerbGroup,
        analyse_sentences,
        cache_per_tree,
        clauses_at,
        clauses_of,
        is_a,
        main_clause,
        tree_at,
        tree_index,
        trees,
    )
    from quizengine.language.verbatim import is_verbatim
    from quizengine.language.word_lists import phrase_set, plain_form, word_set

_ROOMS = {
    "content_stems": "content_words",
    "discourse": (
        "Aside Entity Mention OpenWord Pointer aside_around central_names entities_in entities_of_same_kind entity_at "
        "full_names has_unknown_source is_beside_the_point is_introduced is_taken_as_known names_the_topic open_words "
        "pointers referent salience stands_alone"
    ),
    "discourse.antecedents": "is_person",
    "discourse.frames": "Frame Report",
    "discourse.pronouns": "PLURAL_PRONOUNS PRONOUNS THING_PRONOUNS THIRD_PERSON",
    "discourse.references": "with_article",
    "equivalents": "also_called spelt_otherwise",
    "letter_case": "capitalised uncapitalised",
    "names": "Name is_mention mentions_between name_at name_by_full_form name_mentions names_in namesakes",
    "names.given_names": "is_given_name pronoun_for same_given_name",
    "names.kinds": "PEOPLES",
    "names.places": "place_type takes_definite_article",
    "names.roles": "offices_in",
    "names.titles": "NAME_SUFFIXES is_role_noun",
    "normalisation": "normalise",
    "numbers": "Quantity quantities_in quantities_within",
    "numbers.amounts": "unambiguous_forms",
    "numbers.currencies": "CURRENCY_SYMBOLS",
    "numbers.currency_names": "currency_words",
    "numbers.hedges": "WORDS_BEFORE",
    "numbers.number_words": "SCALES TENS UNIT_WORDS plain_decimal",
    "numbers.units": "UNITS_BY_NAME unit_words",
    "realise": "GAP Realised gapped_sentence lead_in phrase_tokens question realised statement with_source",
    "realise.events": "leaves_its_event_open with_the_event",
    "realise.pruning": "bracketed_tokens is_link is_set_off opens_with_later with_single_commas without_marks",
    "realise.questions": "inverted opened_by_where realised_behind",
    "realise.surface_text": "has_balanced_marks is_mostly_small surface_text tidy_spacing",
    "quotation_ranges": "has_balanced_quotes",
    "quotation_finder": "Quoted quotations",
    "sentences": "is_inside_quotation sentence_of sentences_in sentences_inside",
    "syntax": (
        "Certainty Clause Constituent FINITE_TAGS Said Sentence TENSED TIME_NOUNS Token Tree VerbGroup WH_PRONOUNS "
        "WH_WORDS analyse_sentences cache_per_tree clauses_at clauses_of is_a main_clause tree_at tree_index trees"
    ),
    "reporting": "CLAUSE_VERBS VOUCHED verb_forms stance_of verbs_of",
    "verbatim": "is_verbatim",
    "word_lists": "phrase_set plain_form word_set",
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names.split()}

__all__ = [
    "CLAUSE_VERBS",
    "CURRENCY_SYMBOLS",
    "FINITE_TAGS",
    "GAP",
    "NAME_SUFFIXES",
    "PEOPLES",
    "PLURAL_PRONOUNS",
    "PRONOUNS",
    "SCALES",
    "TENS",
    "TENSED",
    "THING_PRONOUNS",
    "THIRD_PERSON",
    "TIME_NOUNS",
    "UNITS_BY_NAME",
    "UNIT_WORDS",
    "VOUCHED",
    "WH_PRONOUNS",
    "WH_WORDS",
    "WORDS_BEFORE",
    "Aside",
    "Certainty",
    "Clause",
    "Constituent",
    "Entity",
    "Frame",
    "Mention",
    "Name",
    "OpenWord",
    "Pointer",
    "Quantity",
    "Quoted",
    "Realised",
    "Report",
    "Said",
    "Sentence",
    "Token",
    "Tree",
    "VerbGroup",
    "also_called",
    "analyse_sentences",
    "aside_around",
    "bracketed_tokens",
    "cache_per_tree",
    "capitalised",
    "central_names",
    "clauses_at",
    "clauses_of",
    "content_words",
    "currency_words",
    "entities_in",
    "entities_of_same_kind",
    "entity_at",
    "full_names",
    "gapped_sentence",
    "has_balanced_marks",
    "has_balanced_quotes",
    "has_unknown_source",
    "inverted",
    "is_a",
    "is_beside_the_point",
    "is_given_name",
    "is_inside_quotation",
    "is_introduced",
    "is_link",
    "is_mention",
    "is_mostly_small",
    "is_person",
    "is_role_noun",
    "is_set_off",
    "is_taken_as_known",
    "is_verbatim",
    "lead_in",
    "leaves_its_event_open",
    "main_clause",
    "mentions_between",
    "name_at",
    "name_by_full_form",
    "name_mentions",
    "names_in",
    "names_the_topic",
    "namesakes",
    "normalise",
    "offices_in",
    "open_words",
    "opened_by_where",
    "opens_with_later",
    "phrase_set",
    "phrase_tokens",
    "place_type",
    "plain_decimal",
    "plain_form",
    "pointers",
    "pronoun_for",
    "quantities_in",
    "quantities_within",
    "question",
    "quotations",
    "realised",
    "realised_behind",
    "referent",
    "salience",
    "same_given_name",
    "sentence_of",
    "sentences_in",
    "sentences_inside",
    "spelt_otherwise",
    "stance_of",
    "stands_alone",
    "statement",
    "surface_text",
    "takes_definite_article",
    "tidy_spacing",
    "tree_at",
    "tree_index",
    "trees",
    "unambiguous_forms",
    "uncapitalised",
    "unit_words",
    "verb_forms",
    "verbs_of",
    "with_article",
    "with_single_commas",
    "with_source",
    "with_the_event",
    "without_marks",
    "word_set",
]


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
