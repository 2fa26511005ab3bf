"""Quotations of other people in the article, as options beside what somebody did say."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Fact, cache_per_facts
from quizengine.language import Name, plain_form
from quizengine_quote_attribution.candidates import MOST_DISTRACTORS, speaker_name
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.excerpts import excerpt_words, plain_sentences
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.ruled_out import tells_of_a_sex
from quizengine_quote_attribution.spellings import may_be_same_speaker

MOST_WORDS_OF_OPTION = 25
"""The most words of an option; above that, choosing becomes reading."""
_FEWEST_SPEAKERS = 2
_MOST_TIMES = 2
"""The greatest ratio between the lengths of an option and the key."""
_EVEN = 1.25
"""The greatest ratio between the key and the longest distractor, and between the shortest and the key."""
_MOST_LOOKED_AT = 200
"""The number of sentences about as long as the key that is enough to choose three from; few articles have as many."""


@dataclass(frozen=True, order=True)
class _Said:
    """A sentence that somebody said, as an option shows it."""

    length: int
    text: str
    shown: bool
    """True if these are the words that other questions about the quotation show."""
    name: str


def other_quotations(quotation: Quotation, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Return three quotations of others in the article, about as long as a quotation, so that nothing gives it away.

    They are of two people or more. One of each comes first, and of each the words that no other question shows, then
    the nearest in length. Empty if there are too few, or if the key would be by far the longest or the shortest.
    """
    key, speaker = excerpt_words(quotation), speaker_name(quotation)
    if speaker is None or speaker.kind != "person" or len(key.split()) > MOST_WORDS_OF_OPTION:
        return ()
    people = _people(facts)
    found: dict[str, list[tuple[bool, int, str]]] = defaultdict(list)
    for said in _about_as_long(key, facts):
        other = people.get(said.name)
        if other and not _may_be_one(other, speaker) and _may_be_taken_for_words_of(speaker, other, said.text):
            found[said.name].append((said.shown, abs(said.length - len(key)), said.text))
    ranked = sorted((place, *one) for own in found.values() for place, one in enumerate(sorted(own)))
    chosen = tuple(text for _, _, _, text in ranked[:MOST_DISTRACTORS])
    lengths = [len(text) for text in chosen]
    even = lengths and min(lengths) <= _EVEN * len(key) and len(key) <= _EVEN * max(lengths)
    return chosen if even and len(chosen) == MOST_DISTRACTORS and len(found) >= _FEWEST_SPEAKERS else ()


@cache_per_facts
def _people(facts: Sequence[Fact]) -> dict[str, Name]:
    """The people who are quoted in an article, by name."""
    names = [speaker_name(fact) for fact in facts if isinstance(fact, Quotation)]
    return {name.full: name for name in names if name and name.kind == "person" and name.certain}


def _may_be_one(name: Name, speaker: Name) -> bool:
    parts = {plain_form(part) for part in speaker.full.split()}
    return bool(parts & {plain_form(part) for part in name.full.split()}) or may_be_same_speaker(name, speaker)


def _may_be_taken_for_words_of(speaker: Name, other: Name, text: str) -> bool:
    """Return whether nothing in somebody else's words tells that a speaker has not said them."""
    of_one_sex = speaker.pronoun == other.pronoun != ""
    return (of_one_sex or not tells_of_a_sex(text)) and not any(
        spoken_by_name(text, part) for part in speaker.full.split()
    )


def _about_as_long(key: str, facts: Sequence[Fact]) -> list[_Said]:
    """The sentences that are nearest to a key in length, without those that are far from it."""
    known = _by_length(facts)
    at = bisect_left(known, len(key), key=lambda said: said.length)
    near = known[max(0, at - _MOST_LOOKED_AT // 2) : at + _MOST_LOOKED_AT // 2]
    return [said for said in near if len(key) <= _MOST_TIMES * said.length and said.length <= _MOST_TIMES * len(key)]


@cache_per_facts
def _by_length(facts: Sequence[Fact]) -> list[_Said]:
    """The sentences that are quoted in an article, the shortest first."""
    found = {
        _Said(len(text), text, text == shown, fact.name)
        for fact in facts
        if isinstance(fact, Quotation)
        for shown in [excerpt_words(fact)]
        for text in {*plain_sentences(fact), *([shown] if shown else [])}
        if len(text.split()) <= MOST_WORDS_OF_OPTION
    }
    return sorted(found)
