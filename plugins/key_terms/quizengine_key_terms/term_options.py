"""The other terms of an article that can be options: of the same number and kind, and wrong for the meaning.

Next: `term_questions`.
"""

from collections.abc import Iterable, Sequence

from quizengine.language import capitalised, content_words
from quizengine_key_terms.entries import Entry
from quizengine_key_terms.term_kinds import is_a_kind

WANTED = 3
"""Distractors of a question."""
_ALIKE = 0.5
"""The share of common words from which two meanings may be one."""
_LONGER = 2.0
"""Times the words of the shorter of two meanings that the longer one may have beside it."""


def capitalised_option(text: str) -> str:
    """An option with its first letter in upper case; one in quotation marks stays as it is."""
    return capitalised(text) if text[:1].isalpha() else text


def other_terms(entry: Entry, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Terms for the place of an entry's, the likest first, as many as are wanted; none if there are fewer."""
    found = [
        other
        for other in _likest(entry, entries)
        if is_of_its_class(entry, other) and is_wrong_for(entry, other) and not _is_of_another_kind(other, entry)
    ]
    named = list(dict.fromkeys(other.term.words for other in found))
    return tuple(named[:WANTED]) if len(named) >= WANTED else ()


def other_meanings(entry: Entry, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Meanings for the place of an entry's, the likest first, as many as are wanted; none if there are fewer."""
    found = {
        other.meaning.words.casefold(): other.meaning.words
        for other in _likest(entry, entries)
        if not other.definition.flaw
        and is_of_its_class(entry, other)
        and is_wrong_for(entry, other)
        and not _is_of_another_kind(entry, other)
        and other.meaning.form == entry.meaning.form
        and _are_as_long(entry.meaning.words, other.meaning.words)
    }
    return tuple(found.values())[:WANTED] if len(found) >= WANTED else ()


def _likest(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """The others, first those that are said to be the same, as a tax beside a tax, then those told nearby."""
    place = entry.definition.term.start
    return sorted(
        entries,
        key=lambda other: (other.meaning.genus != entry.meaning.genus, abs(other.definition.term.start - place)),
    )


def is_alike(one: Entry, other: Entry) -> bool:
    """Return whether two terms are of one number and kind, so that neither stands out beside the other."""
    return _likeness(one) == _likeness(other)


def is_of_its_class(one: Entry, other: Entry) -> bool:
    """Return whether two terms are alike and things of one class: a wall is no option where a beam is asked for."""
    return is_alike(one, other) and (one.meaning.kind != "thing" or one.meaning.genus == other.meaning.genus)


def _is_of_another_kind(named: Entry, meant: Entry) -> bool:
    """Return whether the noun of a longer term says that it is of another kind: a "wage theory" is no process."""
    tree, noun = named.candidate.tree, named.term.noun.lower()
    lemma = next(
        (tree.tokens[each].lemma.lower() for each in named.term.tokens if tree.tokens[each].form == noun), noun
    )
    return " " in named.term.words and is_a_kind(lemma) and meant.meaning.genus != lemma


def _likeness(entry: Entry) -> tuple[bool, bool, str, bool]:
    """Return what has to be the same; a word whose meaning is a quotation may be an adjective."""
    return entry.term.plural, entry.term.proper, entry.meaning.kind, entry.meaning.form == "quotation"


def names_of_entry(entry: Entry) -> tuple[str, ...]:
    """A term with the other names that the article gives it."""
    return entry.term.words, *entry.term.accepted


def is_the_same(one: Entry, other: Entry) -> bool:
    """Return whether the article gives two terms a name in common: each is right wherever the other one is."""
    ours, theirs = ({name.casefold() for name in names_of_entry(each)} for each in (one, other))
    return not ours.isdisjoint(theirs)


def is_wrong_for(entry: Entry, other: Entry) -> bool:
    """Return whether the other term is certainly wrong for the meaning of an entry: neither is a case of the other."""
    ours, theirs = set(content_words(entry.term.words)), set(content_words(other.term.words))
    if not ours or not theirs or ours <= theirs or theirs <= ours or is_the_same(entry, other):
        return False
    meaning, another = set(content_words(entry.meaning.words)), set(content_words(other.meaning.words))
    if ours <= another or theirs <= meaning or not meaning or not another:
        return False
    return len(meaning & another) / min(len(meaning), len(another)) < _ALIKE


def distinct_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Entries of which no term is right for the meaning of another one."""
    chosen: list[Entry] = []
    for entry in entries:
        if all(is_wrong_for(entry, other) and is_wrong_for(other, entry) for other in chosen):
            chosen.append(entry)
    return chosen


def _are_as_long(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one.split()), len(other.split())))
    return longer <= _LONGER * shorter
