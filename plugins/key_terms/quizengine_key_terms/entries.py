"""An entry: a definition with its term and meaning in words, and the questions that they allow.

Next: `term_options`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, Span, cache_per_facts, is_news_report
from quizengine.language import tree_at
from quizengine_key_terms.definition import Definition, definitions_of
from quizengine_key_terms.in_bold import has_words_in_bold, is_in_bold
from quizengine_key_terms.meanings import Meaning, meaning_of
from quizengine_key_terms.patterns import definition_candidates
from quizengine_key_terms.patterns.candidate import EXPLAINING_ONLY, Candidate
from quizengine_key_terms.short_forms import ABBREVIATION, abbreviates
from quizengine_key_terms.terms import MARKED, Term, term_of

_UNMARKED = frozenset({"is", "is the", "which is", "apposition", "or", "i.e."})
"""Patterns in which opinions come, too: "war is a tragedy that …"; a known kind of thing sets definitions apart."""

_UNPROVEN = _UNMARKED | {"means"}
"""Patterns that also explain everyday words: "milk is an emulsion of …"."""

_MARKS_THEM = 3
"""Terms in bold from which on an article marks all that it teaches."""

UNMARKED = "the article has its terms in bold, and this one is not"
"""The flaw of a word that everybody may know."""

_NAMED = frozenset({"person", "body", "place"})
"""Kinds of meanings whose abbreviations are names, unless the article says what they stand for."""


@dataclass(frozen=True)
class Entry:
    """A definition in words, or an explanation."""

    definition: Definition
    term: Term
    meaning: Meaning
    candidate: Candidate
    """The words of the sentence from which term and meaning are read."""


def definition_entry(candidate: Candidate) -> Entry | str:
    """The entry of a candidate; in words what it lacks where it is not a definition."""
    term = term_of(candidate)
    if isinstance(term, str) or candidate.rule in EXPLAINING_ONLY:
        return term if isinstance(term, str) else "it does not tell it from others of its kind"
    meaning = meaning_of(candidate.source or candidate)
    if isinstance(meaning, str):
        return meaning
    if abbreviates(term.words, meaning.words):
        return "it is an abbreviation of its own meaning"
    if not meaning.kind and candidate.rule in _UNMARKED and not is_in_bold(candidate.tree, candidate.term):
        return "of what kind it is, is not known"
    if not term.accepted and meaning.kind in _NAMED and ABBREVIATION.fullmatch(term.words):
        return "it is the abbreviated name of an organisation or a place"
    term_span = candidate.tree.span(term.tokens)
    meaning_span = (candidate.source or candidate).tree.span(meaning.tokens)
    flaw = meaning.flaw or _flaw_as_a_term(candidate, term, meaning)
    definition = Definition(term=term_span, meaning=meaning_span, rule=candidate.rule, flaw=flaw)
    return Entry(definition, term, meaning, candidate)


def _flaw_as_a_term(candidate: Candidate, term: Term, meaning: Meaning) -> str:
    """Return why nobody is asked for the word that is defined, though it is; empty if it is a term."""
    if not term.plural and meaning.kind in ("body", "place") and _is_a_name(term):
        return "it is the name of one organisation or place, and no term"
    article = candidate.tree.sentence.span.article
    told_of_the_word = candidate.rule not in _UNPROVEN or meaning.form == "quotation"
    if len(article.marked_terms) >= _MARKS_THEM and not told_of_the_word and not has_words_in_bold(article, term.words):
        return UNMARKED
    return _flaw_in_news(candidate, term)


def _is_a_name(term: Term) -> bool:
    """Return whether a term is a name with capitals, or an abbreviation of one."""
    if not ABBREVIATION.fullmatch(term.words):
        return term.proper
    spelt = [words for words in term.accepted if not ABBREVIATION.fullmatch(words)]
    return any(words.split()[0][:1].isupper() and words.split()[-1][:1].isupper() for words in spelt)


def _flaw_in_news(candidate: Candidate, term: Term) -> str:
    """Return why no term is asked for in a news report, which defines those that it says are called so; else empty."""
    article = candidate.tree.sentence.span.article
    proven = candidate.rule in MARKED and not term.proper
    if proven or article.marked_terms or not is_news_report(article):
        return ""
    return "a news report describes things by the way, and does not say that this one is called so"


@cache_per_facts
def entries(facts: Sequence[Fact]) -> dict[Span, Entry]:
    """The entry of each definition among some facts by its term, in the order of the article."""
    return {definition.term: found for definition in definitions_of(facts) if (found := _entry(definition))}


def _entry(definition: Definition) -> Entry | None:
    tree = tree_at(definition.term)
    for candidate in definition_candidates(tree) if tree else ():
        found = definition_entry(candidate)
        if isinstance(found, Entry) and found.definition == definition:
            return found
    return None
