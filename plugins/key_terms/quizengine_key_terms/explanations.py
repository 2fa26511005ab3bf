"""Explanations: what an article says of a term that is no definition of it, but a model answer to "What is …?".

Next: `open_questions`.
"""

from collections.abc import Iterator

from quizengine.language import tree_at
from quizengine_key_terms.definition import Explanation
from quizengine_key_terms.entries import Entry
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.meanings import Meaning, meaning_of
from quizengine_key_terms.patterns import definition_candidates
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.noun_phrases import is_deed
from quizengine_key_terms.term_kinds import NO_NOUNS
from quizengine_key_terms.terms import Term, term_of

_OF_NAMES = frozenset({"is", "apposition", "which is"})
"""Patterns that explain a name, which others only mention."""
_NO_THINGS = frozenset({"person", "place"})


def explanation_entry(candidate: Candidate) -> Entry | None:
    """The entry of a candidate that only explains its term; None where it does not."""
    term = term_of(candidate, explained=True)
    if isinstance(term, str):
        return None
    meaning = meaning_of(candidate.source or candidate, explained=True)
    if isinstance(meaning, str) or meaning.unclear_openly:
        return None
    tree, in_bold = candidate.tree, is_in_bold(candidate.tree, term.tokens)
    word_in_bold = in_bold and candidate.rule == "means" and len(term.tokens) == 1
    if tree.tokens[term.tokens[-1]].upos in NO_NOUNS and not word_in_bold:
        return None
    if _says_nothing_of_it(candidate, meaning.tokens[0]):
        return None
    if term.proper and not _is_explained_as_a_name(candidate, term, meaning, in_bold):
        return None
    term_span = candidate.tree.span(term.tokens)
    meaning_span = (candidate.source or candidate).tree.span(meaning.tokens)
    return Entry(Explanation(term=term_span, meaning=meaning_span, rule=candidate.rule), term, meaning, candidate)


def _is_explained_as_a_name(candidate: Candidate, term: Term, meaning: Meaning, in_bold: bool) -> bool:
    """Return whether a name is one of a thing that the sentence is about, and not one of several or of a person."""
    if any(candidate.tree.tokens[each].upos == "CCONJ" for each in term.tokens):
        return False
    if in_bold and term.noun.islower():  # "the Holm effect"
        return True
    return candidate.rule in _OF_NAMES and bool(meaning.kind) and meaning.kind not in _NO_THINGS


def _says_nothing_of_it(candidate: Candidate, first: int) -> bool:
    """Return whether it tells where a thing stands, or what follows: "it is about …", "the cuts mean accepting …"."""
    tokens = candidate.tree.tokens
    means = candidate.rule == "means" and tokens[first - 1].lemma == "mean"
    follows = means and is_deed(candidate.tree, candidate.head)
    return tokens[first].upos == "ADP" or tokens[first].form == "about" or follows


def explained(fact: Explanation) -> Entry | None:
    """The entry of an explanation that was found."""
    return next((entry for entry in _explanations(fact) if entry.definition == fact), None)


def _explanations(fact: Explanation) -> Iterator[Entry]:
    tree = tree_at(fact.term)
    for candidate in definition_candidates(tree) if tree else ():
        if entry := explanation_entry(candidate):
            yield entry
