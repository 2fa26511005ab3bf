"""The name of a term in an open question: with the article's "a" or "the", in the plural, or in quotation marks.

Next: `open_questions`.
"""

import re
from dataclasses import dataclass

from quizengine.language import surface_text, word_set
from quizengine_key_terms.entries import Entry
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.candidate import LISTED
from quizengine_key_terms.patterns.noun_phrases import OPENING_QUOTES
from quizengine_key_terms.short_forms import ABBREVIATION
from quizengine_key_terms.term_kinds import NO_NOUNS
from quizengine_key_terms.terms import ABSTRACT

_NAMES = frozenset({"called", "is called", "act called", "coined", "entry", LISTED})
"""Patterns whose term is a name after a verb, where a noun that needs an article may be without one."""
_DEEDS = frozenset({"act called", "is called"})
"""Patterns whose one-word names are mostly those of deeds and substances, which have no article."""
_BEHIND = "is|are|was|were|has|can|of|that|which|in|to|and|or|by|for|from|with|at|on|when|where"
"""Words behind a whole noun phrase: "a tide table page" does not say that it is "a tide table"."""
_CLAUSES = frozenset({"the fact that"})
"""Frames of meanings that say what follows from something, and not what it is."""
_WORKS = word_set(
    """
    film movie documentary novel book play opera operetta musical ballet symphony song album single poem story tale
    painting series sitcom show programme program game comic magazine newspaper journal band group
    """
)
"""Nouns for works and bands, of whose names a "The" at the beginning of the title is a part."""
_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True)
class NamedTerm:
    """A term as the subject of a sentence."""

    words: str
    """The term with its article: "a tariff", "osmosis", "the tide table"."""
    is_word: bool
    """True if only the word can be asked about: it is no noun, or nothing says which article it has."""
    plural: bool

    @property
    def be(self) -> str:
        """The form of "to be" in the present tense that goes with it."""
        return "are" if self.plural else "is"

    @property
    def do(self) -> str:
        """The form of "to do" in the present tense that goes with it."""
        return "do" if self.plural else "does"


def named_term(entry: Entry) -> NamedTerm:
    """The term of an entry as a question names it."""
    tree, first, words = entry.candidate.tree, entry.term.tokens[0], entry.term.words
    before = tree.tokens[first - 1].form if first else ""
    quoted = before in OPENING_QUOTES or entry.meaning.form == "quotation" or entry.candidate.frame in _CLAUSES
    quoted = quoted or _is_only_a_word(entry)
    article = before.lower() if before.lower() in _ARTICLES else ""
    if entry.term.proper and article == "the" and _is_titled_the(entry):
        return NamedTerm(f"The {words}", quoted, entry.term.plural)
    if quoted or entry.term.plural:
        return NamedTerm(f"{article if entry.term.proper else ''} {words}".strip(), quoted, entry.term.plural)
    named = entry.definition.rule in _NAMES and not ABBREVIATION.fullmatch(words)
    if (named and not article) or (article == "the" and not entry.term.proper):
        article = _article_elsewhere(entry) or article
    if not article and ABBREVIATION.fullmatch(words) and _has_the(entry, _in_full(entry).partition(" (")[0]):
        article = "the"
    bare = not named or ABSTRACT.search(entry.term.noun) or (" " not in words and entry.definition.rule in _DEEDS)
    return NamedTerm(f"{article} {_in_full(entry)}".strip(), not (article or bare), entry.term.plural)


def _is_titled_the(entry: Entry) -> bool:
    """Return whether "The" is a part of a name: a work has it in the title, or the article inside of a sentence."""
    article, name = entry.definition.term.article, f"The {entry.term.words}"
    title = article.title.text if article.title else ""
    whole = re.fullmatch(rf"{re.escape(name)}(?: \(.*\))?", title.strip()) is not None
    inside = re.search(rf"[a-z,] {re.escape(name)}\b", article.text[len(title) :])
    return (whole and entry.meaning.genus in _WORKS) or inside is not None


def _is_only_a_word(entry: Entry) -> bool:
    """Return whether a sentence says what a word describes that names no thing: "prone describes a position"."""
    tree, last = entry.candidate.tree, entry.term.tokens[-1]
    between = range(last + 1, max(entry.meaning.tokens[0], last + 1))
    describes = any(tree.tokens[each].lemma == "describe" for each in between) and is_in_bold(tree, entry.term.tokens)
    one = len(entry.term.tokens) == 1
    return entry.definition.rule == "means" and ((one and describes) or tree.tokens[last].upos in NO_NOUNS)


def _in_full(entry: Entry) -> str:
    """The term with its abbreviation, or with what it stands for: "gross national product (GNP)"."""
    words = entry.term.words
    if ABBREVIATION.fullmatch(words):
        spelt = next((other for other in entry.term.accepted if not ABBREVIATION.fullmatch(other)), "")
        return f"{spelt} ({words})" if spelt else words
    short = next((other for other in entry.term.accepted if ABBREVIATION.fullmatch(other)), "")
    return f"{words} ({short})" if short else words


def _has_the(entry: Entry, name: str) -> bool:
    """Return whether the article writes "the" before a name: "the European Grain Office" for what EGO stands for."""
    capital = name[:1].isupper() and " " in name
    return capital and re.search(rf"\b[Tt]he {re.escape(name)}\b", entry.definition.term.article.text) is not None


def _article_elsewhere(entry: Entry) -> str:
    """The "a" or "the" that a term has somewhere else in its article; empty if it never has one."""
    text = entry.definition.term.article.text
    words = re.escape(surface_text(entry.candidate.tree, entry.term.tokens))
    found = re.findall(rf"\b(an?|the) {words}(?=[.,;:)—]| (?:{_BEHIND})\b)", text, re.IGNORECASE)
    return min((each.lower() for each in found), default="")  # "a" before "the"
