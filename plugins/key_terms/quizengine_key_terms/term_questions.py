"""Questions about one definition: which term it is, what it means, and the term to type.

Next: `glossaries`, which matches several terms with their meanings.
"""

import re
from collections.abc import Iterator, Sequence
from random import Random

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal, ShortTextQuestion, article_says
from quizengine.language import content_words, word_set
from quizengine_key_terms.aliases import Alias, ask_alias
from quizengine_key_terms.aspect import Aspect, ask_aspect
from quizengine_key_terms.definition import NAME, Definition, Explanation, Glossary, defining_sentences
from quizengine_key_terms.endings import MEASURES
from quizengine_key_terms.entries import Entry, entries
from quizengine_key_terms.explanations import explained
from quizengine_key_terms.feature_questions import ask_feature
from quizengine_key_terms.features import Feature
from quizengine_key_terms.glossaries import match_of
from quizengine_key_terms.marked_gaps import MarkedTerm, ask_marked
from quizengine_key_terms.open_features import ask_feature_openly
from quizengine_key_terms.open_questions import open_term_question
from quizengine_key_terms.patterns.candidate import LISTED
from quizengine_key_terms.shared_words import is_told_by_its_opposite, is_told_by_its_prefix, shared_words
from quizengine_key_terms.short_forms import ABBREVIATION
from quizengine_key_terms.synonyms import forms_to_type
from quizengine_key_terms.term_options import (
    capitalised_option,
    is_alike,
    is_the_same,
    names_of_entry,
    other_meanings,
    other_terms,
)
from quizengine_key_terms.title_words import is_the_whole_title, tells_the_term
from quizengine_key_terms.told_of_called import CalledThing, ask_called

_MOST_TYPED, _MOST_TOLD = 3, 2
"""Words of a term that is typed, and those that a stem may not tell if it leaves only one to think of."""
_HEDGING = word_set("potential possible so-called")
"""Adjectives that a student may leave out: a potential outlier is an outlier until somebody looks at it."""

_GENERAL = MEASURES | word_set("density effect frequency law level pressure principle speed system temperature volume")
"""Nouns that many things have: "frequency" alone is not the eel frequency, even where eels are told of."""

_STUDIES = word_set("science sciences studies research")
"""Nouns that nobody has to read for where the rest is told: "the study of rivers" is river science."""

_READ_DIFFERENTLY = "the definition is not read the same twice"
_SOMETHING, _APPROACH = "something that ", "an approach that "
_RELATIVE = re.compile(r"(?:that|who|which|(?:in|for) which)")
_CLASSES = word_set(
    """
    theory system perspective approach model law principle hypothesis method process technique therapy movement party
    council court board committee agency form document map scale
    """
)
"""Nouns of terms that a question can begin with: "which theory focuses on …"."""


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield the ways to ask about a definition, or the match of a glossary; a refusal with its reason where none is."""
    match fact:
        case Glossary():
            yield match_of(fact, others, rng)
        case Alias():
            yield ask_alias(fact)
        case Aspect():
            yield ask_aspect(fact)
        case MarkedTerm():
            yield ask_marked(fact)
        case CalledThing():
            yield ask_called(fact)
        case Feature():
            yield ask_feature(fact, others)
            yield ask_feature_openly(fact, others)
        case Explanation():
            entry = explained(fact)
            yield open_term_question(entry, others) if entry else Refusal(fact.term, "not-asked", _READ_DIFFERENTLY)
        case Definition():
            yield from _ask_definition(fact, others)


def _ask_definition(fact: Definition, others: Sequence[Fact]) -> Iterator[Question | Refusal]:
    """Yield the ways to ask about a definition: for its term, for its meaning among others, and openly for it."""
    known = entries(others)
    entry = known.get(fact.term)
    if entry is None:
        yield Refusal(fact.term, "not-asked", _READ_DIFFERENTLY)
        return
    if fact.flaw:
        yield Refusal(fact.term, "not-asked", fact.flaw)
        yield open_term_question(entry, others)
        return
    rivals = [other for other in known.values() if other.definition != fact]
    named = _is_the_topic(entry, rivals)
    typed = None if named else _typed(entry, rivals)
    which = None if _is_the_title(entry) else _which_term(entry, rivals)
    found = list(filter(None, [which, _meaning(entry, rivals), typed]))
    yield from found
    if not found and named:
        yield Refusal(fact.term, "in-title", "the title of the article gives the term away")
    elif not found:
        yield Refusal(fact.term, "gives-itself-away", "its meaning shares words with it")
    yield open_term_question(entry, others)


def _is_the_topic(entry: Entry, rivals: Sequence[Entry]) -> bool:
    """True if the title gives this term away, and no other one that is like it: nobody has to read to find it."""
    alike = [other for other in rivals if is_alike(entry, other) and not other.definition.flaw]
    return _is_the_title(entry) or (_is_in_the_title(entry) and not any(map(_is_in_the_title, alike)))


def _is_the_title(entry: Entry) -> bool:
    """Return whether a name of a term is the whole title: the one term that the article is about."""
    title = entry.definition.term.article.title
    if title is None:
        return False
    words = entry.term.words
    short = ABBREVIATION.fullmatch(words) and f"{title.text.strip()} ({words})" in title.article.text
    return bool(short) or is_the_whole_title(title.text, (words, *entry.term.accepted))


def _is_in_the_title(entry: Entry) -> bool:
    """Return whether the title has all words of a term side by side, or its noun and nothing else."""
    title = entry.definition.term.article.title
    if title is None:
        return False
    names_it = len(content_words(title.text)) == 1 and bool(shared_words(entry.term.noun, title.text))
    return names_it or tells_the_term(title.text, entry.term.words)


def _which_term(entry: Entry, rivals: Sequence[Entry]) -> ChoiceQuestion | None:
    """Ask “Which term refers to …?”, where the article defines enough other terms of the kind."""
    stem = f"{_opening(entry, 'which term')} refers to {entry.meaning.words}?"
    if entry.definition.rule == LISTED:
        stem = _listed_stem(entry)
    return _choice(entry, stem, entry.term.words, other_terms(entry, rivals), "which term")


def _meaning(entry: Entry, rivals: Sequence[Entry]) -> ChoiceQuestion | None:
    """Ask “What does the term … mean?”, where the article holds enough other meanings of the same form."""
    stem = f"{_opening(entry, 'what')} does the term “{entry.term.words}” mean?"
    return _choice(entry, stem, entry.meaning.words, other_meanings(entry, rivals), "what it means")


def _choice(entry: Entry, stem: str, answer: str, others: Sequence[str], rule: str) -> ChoiceQuestion | None:
    """A question with options; None without others, or where term and meaning share a word."""
    given_away = shared_words(entry.term.words, entry.meaning.words)
    if not others or given_away or is_told_by_its_prefix(entry.term.words, entry.meaning.words):
        return None
    return ChoiceQuestion(
        stem=stem,
        answer=capitalised_option(answer),
        distractors=tuple(map(capitalised_option, others)),
        rationale=_rationale(entry),
        evidence=_evidence(entry),
        origin=Origin(NAME, rule),
        tags=("key terms",),
    )


def _typed(entry: Entry, rivals: Sequence[Entry]) -> ShortTextQuestion | None:
    """The term to type; its meaning must tell none of its nouns; the last is enough where all the rest is told."""
    words = entry.term.words.replace("-", " ").split()
    told = shared_words(entry.term.words, _said(entry))
    noun = entry.term.noun
    shared = any(other.term.noun == noun for other in rivals)
    early = told & set(entry.term.nouns) if words[-1] != noun else frozenset()
    only_its_kind = told == {noun} and words[-1] == noun and _is_its_kind(entry, noun) and len(words) > 1
    studied = bool(told) and noun in _STUDIES
    nearly_told = len(told) >= _MOST_TOLD and len({*words} - told) <= 1
    vague = _says_no_kind(entry) and not _class_of(entry)
    if (
        vague
        or studied
        or nearly_told
        or is_told_by_its_opposite(entry.term.words, _said(entry))
        or len(words) > _MOST_TYPED
        or (noun in told and not only_its_kind)
        or early
        or (told and shared and not only_its_kind)
    ):
        return None
    accepted = [*entry.term.accepted, *entry.term.other_number]
    accepted += [name for other in rivals if is_the_same(entry, other) for name in names_of_entry(other)]
    if only_its_kind:  # "the price at which …": "equilibrium price", or "equilibrium"
        accepted += [
            name.removesuffix(f" {noun}") for name in (entry.term.words, *accepted) if name.endswith(f" {noun}")
        ]
        told = frozenset()
    of_a_view = entry.definition.rule == "according to" and words[-1] in _CLASSES  # "monopsony theory": "monopsony"
    if (_class_of(entry) or of_a_view) and " " in entry.term.words:
        accepted.append(entry.term.words.rpartition(" ")[0])
    generic = noun in _GENERAL | _CLASSES
    rest_is_told = bool(told) and {*words} - told <= {noun} and words[-1] == noun and not generic
    if rest_is_told or (words[0].lower() in _HEDGING and not shared):
        accepted.append(noun)
    return ShortTextQuestion(
        stem=_typed_stem(entry),
        answer=entry.term.words,
        accept=forms_to_type(entry.definition.term.article, entry.term.words, accepted),
        rationale=_rationale(entry),
        evidence=_evidence(entry),
        origin=Origin(NAME, "typed term"),
        tags=("key terms",),
    )


def _says_no_kind(entry: Entry) -> bool:
    """Return whether it only tells what something does, or what one thing consists of: "the skin consists of …"."""
    counted = entry.candidate.tree.tokens[entry.candidate.term[0]].form.lower() in ("a", "an")
    made_of = entry.definition.rule == "consists of" and not (counted or entry.term.plural)
    return (entry.definition.rule == "does" or made_of) and entry.meaning.words.startswith(_SOMETHING)


def _is_its_kind(entry: Entry, noun: str) -> bool:
    """Return whether a noun says what a meaning is: "the price at which …", "an economy in which …"."""
    part = re.match(rf"(?:the|an?) (?:field|area|subfield|division|school) of {re.escape(noun)}\b", entry.meaning.words)
    begins = re.match(rf"(?:the|an?) (?:\w+ )?{re.escape(noun)} (?:of|on|in|at|for|that|which)\b", entry.meaning.words)
    return (
        part is not None
        or begins is not None
        or entry.meaning.genus in (noun, _singular(entry, noun))
        or re.fullmatch(rf"(?:an? )?{re.escape(noun)} {_RELATIVE.pattern}", entry.meaning.genus) is not None
    )


def _singular(entry: Entry, noun: str) -> str:
    """The singular of a noun of a term: "costs" of "fixed costs" are of the kind "cost"."""
    tokens = (entry.candidate.tree.tokens[each] for each in entry.term.tokens)
    return next((token.lemma.lower() for token in tokens if token.form == noun), noun)


def _typed_stem(entry: Entry) -> str:
    if noun := _class_of(entry):
        return f"{_opening(entry, f'which {noun}')} {_said(entry)}?"
    if entry.definition.rule == LISTED:
        return _listed_stem(entry)
    if entry.definition.rule == "states that":
        noun = entry.meaning.genus.removeprefix("the ").removesuffix(" that")
        return f"Which {noun} states that {_said(entry)}?"
    if entry.meaning.form == "quotation":
        return f"Which term, according to the article, means {entry.meaning.words}?"
    return f"{_opening(entry, 'which term')} does the article use for {entry.meaning.words}?"


def _listed_stem(entry: Entry) -> str:
    """Return the stem for a meaning that has no article: "period of learning in which …"."""
    return f"Which term does the article define as “{entry.meaning.words}”?"


def _said(entry: Entry) -> str:
    """Return what is said of a term, without the words that are only around a clause: "the law that"."""
    if entry.definition.rule == "states that":
        return entry.meaning.words.removeprefix(entry.meaning.genus).strip()
    return (
        entry.meaning.words.removeprefix(_SOMETHING).removeprefix(_APPROACH)
        if _class_of(entry)
        else entry.meaning.words
    )


def _class_of(entry: Entry) -> str:
    """The last word of a term that says of what class it is, where its meaning names none: "theory"."""
    noun = [*entry.term.accepted, entry.term.words][0].split()[-1].lower()
    framed = entry.meaning.words.startswith((_SOMETHING, _APPROACH))
    return noun if framed and noun in _CLASSES and noun != entry.term.words else ""


def _opening(entry: Entry, word: str) -> str:
    return f"{capitalised_option(entry.meaning.setting)}, {word}" if entry.meaning.setting else capitalised_option(word)


def _rationale(entry: Entry) -> str:
    return article_says(defining_sentences(entry.definition).text)


def _evidence(entry: Entry) -> Evidence:
    return Evidence.of(defining_sentences(entry.definition))
