"""Names that share words, and names of the same place."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from quizengine.language import PEOPLES, place_type

_POSSESSIVE = re.compile(r"[’']s?\Z")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_ROOT = 8
"""Letters that two words of one family share: "Industrial" and "industrialized"."""
_ALIASES: tuple[frozenset[str], ...] = (
    frozenset({"united states", "u.s.", "us", "u.s.a.", "usa", "america"}),
    frozenset({"united kingdom", "u.k.", "uk", "great britain", "britain", "england", "scotland", "wales"}),
    frozenset({"soviet union", "russia", "ussr"}),
    frozenset({"netherlands", "holland"}),
    frozenset({"burma", "myanmar"}),
    frozenset({"czech republic", "czechia"}),
    frozenset({"new york", "new york city"}),
    frozenset({"kyiv", "kiev"}),
    frozenset({"delhi", "new delhi"}),
)
"""Names of one place, or of a place and its best-known part: never options of one question."""


_PEOPLE_ROOT = 3
"""Letters that a people shares with its country: "Spanish" and "Spain"."""
_LONGER_ROOT = 4
"""The same where it is not certain that a name is that of a country: Turkey."""
_UNLIKE = {
    "france": "french", "denmark": "danish", "netherlands": "dutch", "united states": "american", "u.s.": "american",
    "united kingdom": "british", "great britain": "british",
}  # fmt: skip
"""Countries whose people are called by another word."""


def shares_word(text: str, full: str) -> bool:
    """True if a text holds a word of a name but for its small words and initials, or names the people of a country."""
    words, stems = _words(text)
    telling = [word for word in _WORD.findall(full) if len(word) > 2 and word[0].isupper()]
    alike = any(len(word) >= _ROOT and word.casefold()[:_ROOT] in stems for word in telling)
    return (
        alike
        or any(word.casefold() in words for word in telling)
        or any(_holds(text, alias) for alias in place_aliases(full))
        or _names_its_people(words, full.casefold())
    )


class SharedWords:
    """Some texts by the words that `shares_word` looks at, for finding those that share one with a name at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._of_peoples = [text for text in self._texts if _words(text)[0] & PEOPLES]
        for text in self._texts:
            for word in _words(text)[0]:
                self._by_word[word[:_ROOT]].add(text)

    def others_of(self, name: str, full: str) -> bool:
        """Return whether another text than the full name shares a word with a name of which it is the full one."""
        alike = (text for word in _WORD.findall(name) for text in self._by_word.get(word.casefold()[:_ROOT], ()))
        near = self._texts if place_aliases(name) else chain(alike, self._of_peoples)
        return any(text != full and shares_word(text, name) for text in near)


def _holds(text: str, alias: str) -> bool:
    """Return whether a text holds a name that is given in small letters."""
    return alias in text.lower() and re.search(rf"\b{re.escape(alias)}(?!\w)", text, re.IGNORECASE) is not None


def names_its_people(text: str, full: str) -> bool:
    """Return whether a text has a word for the people of a country: "Turkish" tells of Turkey."""
    return _names_its_people(_words(text)[0], full.casefold())


def _names_its_people(words: frozenset[str], full: str) -> bool:
    """Return whether some words in small letters hold the people of a country: "Turkish" tells of Turkey."""
    known = words & PEOPLES
    if not known or (" " in full and full not in _UNLIKE):
        return False
    root = full[: _PEOPLE_ROOT if place_type(full.title()) == "country" else _LONGER_ROOT]
    return any(word.startswith((root, _UNLIKE.get(full, full))) for word in known)


@lru_cache(maxsize=1024)  # each option is compared with all others
def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text in small letters, and what the long ones begin with."""
    words = frozenset(_POSSESSIVE.sub("", word).casefold() for word in _WORD.findall(text))
    return words, frozenset(word[:_ROOT] for word in words if len(word) >= _ROOT)


def place_aliases(full: str) -> frozenset[str]:
    """The other names of a place, in small letters."""
    return next((group - {full.casefold()} for group in _ALIASES if full.casefold() in group), frozenset())


def may_be_same_name(one: str, other: str) -> bool:
    """Return whether two names share a word or are known for one place, so that one may contain the other."""
    return shares_word(one, other) or shares_word(other, one)
