"""Texts in which every symbol counts: program code, and formulas of mathematics and chemistry."""

import re
import unicodedata
from functools import lru_cache

from quizengine.quiz.grading.spellings import in_plain_signs

_CODE = re.compile(
    r"""[=<>{}\[\]|\\;~^_]                  # signs that no name has
    | (?<=\w)\((?!(?<=\w{4}\()(?:s|es|e|n|en|r|er|u|in|innen|a|o)\))[^()]*\) | \w\(.*\(   # f(x), but not boat(s)
    | -> | :: | && | \*\s?\w | \w\s?\* | \b\w\s?\+\s?\w\b
    | \A[.@#/-]\w | [%$]\w | \w@ | \w\.\w+\(
    | (?<=\d)\s?[-/]\s?[a-z]\b              # 2-x
    """,
    re.VERBOSE,
)
_ALGEBRA_ALONE = re.compile(r"[\da-z+\-*/^()=<>,.\s·−×]+")
_TWO_LETTERS = re.compile(r"[a-z]{2}")
_STEPPED = re.compile(r"[a-z]\w*\s?(?:\+\+|--)|(?:\+\+|--)\s?[a-z]\w*")
_FORMULA = re.compile(r"\d*\s?(?:[(\[]*[A-Z][a-z]?\d*(?:[)\]]+\d*)?)+\s?\^?\s?\d*[+-]")
_SIGNS = str.maketrans({"×": "*", "·": "*", "⋅": "*", "−": "-", "–": "-", "÷": "/", "\u00a0": " "})
_COMPARED = (("≤", "<="), ("≥", ">="), ("≠", "!="), ("→", "->"))
_BLANK = re.compile(r"\s+(?!\w)|(?<!\w)\s+")
_ALGEBRA = re.compile(r"[^\W\d_]{2,}|\*\*|[\"'&|;{}\[\]]")
_TIMES = re.compile(r"(?<=[\w)])\*(?=[a-zA-Z(])")


@lru_cache(maxsize=4096)
def looks_like_code(text: str) -> bool:
    """Return whether a text is code or a formula, by the signs that no name and no sentence has."""
    plain = in_plain_signs(text)
    if _CODE.search(plain) or _STEPPED.fullmatch(plain):
        return plain.casefold() != "c++"
    if any(unicodedata.category(sign)[0] == "S" for sign in plain) and not any(map(str.isalnum, plain)):
        return True  # a symbol alone
    if _TWO_LETTERS.search(plain) or not _ALGEBRA_ALONE.fullmatch(plain):
        return False
    letters, digits = sum(map(str.isalpha, plain)), sum(map(str.isdigit, plain))
    return letters > 0 and letters + digits > 1 and any(sign in plain for sign in "-+*/")


def is_formula(text: str) -> bool:
    """Return whether a text is a charged particle of chemistry, whose sign counts: Na⁺, SO₄²⁻."""
    return bool(_FORMULA.fullmatch(in_plain_signs(text)))


def code_of(text: str, of: str = "", *, strictly: bool = False) -> str:
    """The code without blanks that mean nothing; in small letters and with one kind of quotation marks if not strictly.

    `of` is the accepted text: where it has no `**`, `x**2` is `x^2`; where it is algebra, `2*x` is `2x`.
    """
    plain = in_plain_signs(text).translate(_SIGNS)
    for sign, typed in _COMPARED:
        plain = plain.replace(sign, typed)
    plain = _BLANK.sub("", " ".join(plain.split()))
    if strictly:
        return plain
    plain = plain.casefold().replace("'", '"').rstrip(";")
    if of and "**" not in of:
        plain = plain.replace("**", "^")
    if of and not _ALGEBRA.search(in_plain_signs(of)):
        plain = _TIMES.sub("", plain.replace(" ", ""))
    return unicodedata.normalize("NFKC", plain)
