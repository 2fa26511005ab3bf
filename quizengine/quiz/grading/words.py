"""Compares typed words with an accepted text: by words, as code, or character by character. Next: `spellings`."""

import re
import unicodedata

from quizengine.language.normalisation import normalise
from quizengine.quiz.grading.code import code_of, is_formula, looks_like_code
from quizengine.quiz.grading.spellings import in_plain_signs, spellings
from quizengine.quiz.parts import ENGLISH, Match, TextKey

_LONG = 7
"""Letters of the shortest word in which one wrong letter is a slip: Iran is not Iraq, nor Gambia Zambia."""


def matches(accepted: str, typed: str, match: Match = "words", locale: str = ENGLISH) -> bool:
    """Return whether a typed text is the accepted one, as far as `match` tests it."""
    match match:
        case "exact":
            return _every_sign(accepted) == _every_sign(typed)
        case "code":
            return code_of(accepted, strictly=True) == code_of(typed, strictly=True)
        case "words":
            return _same_words(accepted, typed, locale)


def one_typo_away(key: TextKey, typed: str) -> str:
    """The accepted text that differs from a typed one in one letter of a long word; empty if none does.

    One letter is left out, added or replaced, or two neighbours are swapped: what Damerau (1964) counted as four of
    five misspellings. Digits and signs are never a slip, nor is anything in code.
    """
    if key.match == "code":
        return ""
    for accepted in key.accepted:
        if looks_like_code(accepted) or is_formula(accepted):
            continue
        wanted, given = (_words_compared(text, key) for text in (accepted, typed))
        if _one_slip(wanted, given):
            return accepted
    return ""


def _words_compared(text: str, key: TextKey) -> list[str]:
    return (_every_sign(text) if key.match == "exact" else normalise(in_plain_signs(text))).split()


def _one_slip(wanted: list[str], given: list[str]) -> bool:
    if len(wanted) != len(given):
        return False
    differing = [(one, other) for one, other in zip(wanted, given, strict=True) if one != other]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    if max(len(one), len(other)) < _LONG or not (one + other).isalpha():
        return False
    return _one_letter_apart(one, other)


def _one_letter_apart(one: str, other: str) -> bool:
    """Return whether one letter is left out, added or replaced, or two neighbours are swapped."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    mine, its = one[start:], other[start:]
    return (
        mine[1:] == its or mine == its[1:] or mine[1:] == its[1:] or (mine[1::-1] + mine[2:] == its and len(mine) > 1)
    )


def _every_sign(text: str) -> str:
    """The text with all that counts: no blanks around it, one encoding, and straight quotation marks."""
    return unicodedata.normalize("NFC", text).strip().translate(_STRAIGHT).replace("\r\n", "\n")


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "´": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " "})


def _same_words(accepted: str, typed: str, locale: str) -> bool:
    if _money(accepted) and _money(typed) and _money(accepted) != _money(typed):
        return False
    if is_formula(accepted):
        return _particle(accepted) == _particle(typed)
    if looks_like_code(accepted):
        return code_of(accepted, of=accepted) == code_of(typed, of=accepted)
    if ("^" in in_plain_signs(typed)) or (is_formula(typed) and _SIGNED.search(typed) and not _SIGNED.search(accepted)):
        return False
    return bool(spellings(accepted, locale, key=True) & spellings(typed, locale))


def _money(text: str) -> set[str]:
    return {sign for sign in text if unicodedata.category(sign) == "Sc"}


def _particle(text: str) -> str:
    """A charged particle without blanks and raised signs: SO42-."""
    return code_of(text).replace("^", "").replace(" ", "")


_SIGNED = re.compile(r"[-+⁺⁻]\s*\Z")
