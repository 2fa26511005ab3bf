"""The forms of a name: equivalent spellings, the surname, and whether two full names belong to one person."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizengine.language.names.given_names import is_given_name, same_given_name
from quizengine.language.names.titles import NAME_SUFFIXES
from quizengine.language.word_lists import plain_form

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SURNAME_FIRST = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")
"""A Korean given name, which is after the surname."""


def surname_of(full: str, forms: Sequence[str]) -> str:
    """The surname: the short form in use, where that is not a given name; else the last word with its particles.

    "Wi Sung-lac" is "Wi", "Bill de Blasio" is "de Blasio", "Lloyd J. Austin III" is "Austin".
    """
    tokens = without_suffixes(tuple(full.split()))
    for form in forms:
        if (
            " " not in form
            and plain_form(form) == plain_form(tokens[0])
            and not is_given_name(form)
            and len(tokens) > 1
        ):
            return form
    if len(tokens) == 2 and surname_stands_first(tokens):
        return tokens[0]
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1][0].islower():
        start -= 1
    return " ".join(tokens[start:])


def form_key(tokens: Sequence[str]) -> str:
    """The same text for every spelling of one form."""
    return " ".join(map(plain_form, tokens))


def without_suffixes(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens of a name without Jr., III and the like."""
    kept = tuple(token for token in tokens if plain_form(token) not in NAME_SUFFIXES)
    return kept or tokens


def generation_of(tokens: tuple[str, ...]) -> str:
    """Return the suffix that tells a father from his son, in one spelling: "jr"; or empty."""
    found = (plain_form(token) for token in tokens[len(without_suffixes(tokens)) :])
    return next((suffix for suffix in found if suffix in _GENERATIONS), "")


@lru_cache(maxsize=20_000)
def plain_core(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The core of a name in one spelling of its tokens."""
    return tuple(plain_form(token) for token in without_suffixes(tokens))


def surname_stands_first(tokens: Sequence[str]) -> bool:
    """Return whether the last token has the form of a Korean given name: Wi Sung-lac."""
    return bool(_SURNAME_FIRST.match(tokens[-1]))


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True if two full names may be one person's: Lloyd Austin and Lloyd J. Austin III, but no father and son."""
    a, b = without_suffixes(one), without_suffixes(other)
    suffixes = {plain_form(t) for t in one[len(a) :]}, {plain_form(t) for t in other[len(b) :]}
    junior = ["jr" in side or "sr" in side for side in suffixes]
    one_spelling = plain_form(a[0]) == plain_form(
        b[0]
    )  # "Joe Biden" may be "Joseph R. Biden Jr.", no "Joseph Biden" is
    if suffixes[0] != suffixes[1] and (all(suffixes) or (any(junior) and one_spelling)):
        return False
    if plain_form(a[-1]) != plain_form(b[-1]) or not same_given_name(plain_form(a[0]), plain_form(b[0])):
        return False
    middles = _middle_initials(a), _middle_initials(b)
    return not all(middles) or middles[0].startswith(middles[1]) or middles[1].startswith(middles[0])


def _middle_initials(core: tuple[str, ...]) -> str:
    """Return "hw" for "George H.W. Bush", who is not "George W. Bush"."""
    return "".join(plain_form(token) if "." in token else plain_form(token)[0] for token in core[1:-1])


def initials_of(tokens: Sequence[str]) -> str:
    """Return "fbi" for Federal Bureau of Investigation."""
    return "".join(token[0] for token in tokens if token[0].isupper()).casefold()


def years_beside(full: str, text: str) -> tuple[str, ...]:
    """The years that a text has beside a name, each once: "Grain Act of 1715", "the 1715 Grain Act"."""
    name, year = re.escape(full), r"(1\d{3}|20\d\d)"
    return tuple(dict.fromkeys(map("".join, re.findall(rf"\b{name} of {year}\b|\b{year} {name}\b", text))))
