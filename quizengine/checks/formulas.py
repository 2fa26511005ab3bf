"""Compares options that may be formulas or symbols, in which signs and capitals matter."""

import re
import unicodedata
from functools import lru_cache

from quizengine.generation.cueing import plain

_MARKS = frozenset("*/^\\•·[]{}<>=+~%&#@")
_BRACKETS = frozenset("()")
_KINDS = ("Sm", "Sc")
"""The categories of mathematical signs and of currencies."""
_MINUS = re.compile(r"(?<!\S)[-−–](?=\S)|(?<=\s)[-−–](?=\s)")
_SYMBOL = 2
"""Words of at most so many letters, and no other word beside them, are taken for symbols."""
_WORD = re.compile(r"[^\W\d_]+")


def have_same_words(first: str, second: str) -> bool:
    """True if two texts are the same but for case, accents and punctuation; "Tt" is not "TT", nor "a + b" "a - b"."""
    if plain(first) != plain(second) or _signs(first) != _signs(second):
        return False
    return not _differ_as_symbols(_words(first), _words(second))


@lru_cache(maxsize=1024)
def _signs(text: str) -> tuple[str, ...]:
    """The signs that a formula is made of; none for a text in words, whose brackets and dashes are only style."""
    minus = ("-",) * len(_MINUS.findall(text))
    if not any(sign in _MARKS or unicodedata.category(sign) in _KINDS for sign in text):
        return minus
    counted = _MARKS | _BRACKETS
    return minus + tuple(sign for sign in text if sign in counted or unicodedata.category(sign) in _KINDS)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _differ_as_symbols(mine: tuple[str, ...], its: tuple[str, ...]) -> bool:
    """Return whether a symbol among the words of one ("Co", "AaBb") is written with other capitals in the other."""
    if mine == its:
        return False
    short = all(len(word) <= _SYMBOL for word in mine)
    differing = [pair for pair in zip(mine, its, strict=False) if _cased(*pair)]
    return any(short or _inner_capital(one) or _inner_capital(other) for one, other in differing)


def _inner_capital(word: str) -> bool:
    return word[1:] != word[1:].lower()


def _cased(one: str, other: str) -> bool:
    """Return whether two words differ in capitals and in nothing else."""
    return one != other and one.casefold() == other.casefold()
