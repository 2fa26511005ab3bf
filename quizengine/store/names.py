"""Compares names: those that look the same, or differ only in case, are one name."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Invisible characters: joiners, soft hyphens, direction marks, variation selectors, fillers.

These are the characters with the property Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties.txt).
"""
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bb\u02bc\u0060\u00b4\u2032\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)
"""Apostrophes and hyphens, which keyboards write in different ways."""
_NEAR = 0.7
"""The least likeness of two names at which one may be a typing error for the other."""


@lru_cache(4096)
def name_key(name: str) -> str:
    """The form in which two names are compared: that of NFKC_Casefold in Unicode, with one apostrophe and one hyphen.

    "José" gives the same key composed or decomposed, in capitals, and with a soft hyphen in it. Removing a
    character joins those around it, so the rest is normalised once more.
    """
    seen = _UNSEEN.sub("", name.translate(_ALIKE))
    folded = unicodedata.normalize("NFKC", seen).casefold().replace("i\u0307", "i")  # what İ becomes
    return " ".join(unicodedata.normalize("NFKC", _UNSEEN.sub("", folded)).casefold().split())


def nearest_student(name: str, names: Iterable[str]) -> str:
    """The one of the names that a typed name was most likely meant for; empty if none is similar.

    A part of a name ("Ada" for "Ada Quill") and another order of its words are similar.
    """
    key = name_key(name)
    likeness, found = max(((_likeness(key, name_key(each)), each) for each in names), default=(0.0, ""))
    return found if likeness >= _NEAR else ""


def _likeness(one: str, other: str) -> float:
    """Return how much of two keys agrees, from 0 to 1."""
    first, second = one.split(), other.split()
    if first and second and (set(first) <= set(second) or set(second) <= set(first)):
        return 1.0
    pairs = ((_bare(one), _bare(other)), (_bare(" ".join(sorted(first))), _bare(" ".join(sorted(second)))))
    return max(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in pairs)


def _bare(key: str) -> str:
    """A key without its accents, which a typing error leaves out."""
    return "".join(sign for sign in unicodedata.normalize("NFD", key) if not unicodedata.combining(sign))
