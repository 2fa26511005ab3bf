"""Questions about one definition: which term, what it means, and the term to type.

Next: `glossaries`, which matches several terms with their meanings.
"""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal, ShortTextQuestion
from quizengine.language import sentence_of
from quizengine_key_terms.aliases import Alias, ask_alias
from quizengine_key_terms.definition import NAME, Definition, Glossary
from quizengine_key_terms.entries import Entry, entries
from quizengine_key_terms.feature_questions import ask_feature
from quizengine_key_terms.features import Feature
from quizengine_key_terms.glossaries import match_of
from quizengine_key_terms.options import other_meanings, other_terms
from quizengine_key_terms.shared_words import shared_words

_MOST_TYPED = 3
"""Words of a term that is typed."""


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield the ways to ask about a definition, or the match of a glossary; a refusal with its reason where none is."""
    if isinstance(fact, Glossary):
        yield match_of(fact, others, rng)
        return
    if isinstance(fact, Alias):
        yield ask_alias(fact)
        return
    if isinstance(fact, Feature):
        yield ask_feature(fact, others)
        return
    if not isinstance(fact, Definition):
        return
    known = entries(others)
    entry = known.get(fact.term)
    if fact.flaw or entry is None:
        yield Refusal(fact.term, "not-asked", fact.flaw or "the definition is not read the same twice")
        return
    rivals = [other for other in known.values() if other.definition != fact]
    found = list(filter(None, [_which_term(entry, rivals), _meaning(entry, rivals), _typed(entry, rivals)]))
    yield from found
    if not found:
        yield Refusal(fact.term, "gives-itself-away", "its meaning shares words with it")


def _which_term(entry: Entry, rivals: Sequence[Entry]) -> ChoiceQuestion | None:
    """Ask “Which term refers to …?”, where the article defines enough other terms of the kind."""
    stem = f"{_opening(entry, 'which term')} refers to {entry.meaning.words}?"
    return _choice(entry, stem, entry.term.words, other_terms(entry, rivals), "which term")


def _meaning(entry: Entry, rivals: Sequence[Entry]) -> ChoiceQuestion | None:
    """Ask “What does the term … mean?”, where the article holds enough other meanings of the same form."""
    stem = f"{_opening(entry, 'what')} does the term “{entry.term.words}” mean?"
    return _choice(entry, stem, entry.meaning.words, other_meanings(entry, rivals), "what it means")


def _choice(entry: Entry, stem: str, answer: str, others: Sequence[str], rule: str) -> ChoiceQuestion | None:
    """A question with options; None without others, or where term and meaning share a word."""
    if not others or shared_words(entry.term.words, entry.meaning.words):
        return None
    return ChoiceQuestion(
        stem=stem,
        answer=_capitalised(answer),
        distractors=tuple(map(_capitalised, others)),
        rationale=_rationale(entry),
        evidence=_evidence(entry),
        origin=Origin(NAME, rule),
        tags=("key terms",),
    )


def _typed(entry: Entry, rivals: Sequence[Entry]) -> ShortTextQuestion | None:
    """The term to type; its meaning must tell none of its nouns; the last is enough where all the rest is told."""
    words = entry.term.words.replace("-", " ").split()
    told = shared_words(entry.term.words, entry.meaning.words)
    noun = entry.term.noun
    shared = any(other.term.noun == noun for other in rivals)
    if len(words) > _MOST_TYPED or _tells_a_noun(entry, told) or (told and shared):
        return None
    accepted = [*entry.term.accepted, *entry.term.other_number]
    if told and words[-1] == noun:
        accepted.append(noun)
    return ShortTextQuestion(
        stem=_typed_stem(entry),
        answer=entry.term.words,
        accept=tuple(dict.fromkeys(word for word in accepted if word != entry.term.words)),
        rationale=_rationale(entry),
        evidence=_evidence(entry),
        origin=Origin(NAME, "typed term"),
        tags=("key terms",),
    )


def _tells_a_noun(entry: Entry, told: frozenset[str]) -> bool:
    nouns = {noun.casefold() for noun in (entry.term.noun, *entry.term.nouns)}
    return any(word.casefold() in nouns for word in told)


def _typed_stem(entry: Entry) -> str:
    if entry.meaning.form == "quotation":
        return f"Which term, according to the article, means {entry.meaning.words}?"
    return f"{_opening(entry, 'which term')} does the article use for {entry.meaning.words}?"


def _opening(entry: Entry, word: str) -> str:
    return f"{_capitalised(entry.meaning.setting)}, {word}" if entry.meaning.setting else _capitalised(word)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rationale(entry: Entry) -> str:
    return f"The article says: “{' '.join(sentence_of(entry.definition.term).text.split())}”"


def _evidence(entry: Entry) -> Evidence:
    return Evidence.of(sentence_of(entry.definition.term))
