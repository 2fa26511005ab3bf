"""Texts whose signs count: program code, formulas of mathematics and of chemistry."""

import re
import unicodedata

from quizengine.grading.spellings import in_plain_signs

_CODE = re.compile(
    r"[=<>{}\[\]|\\;~^_]|(?<=\w)\((?!(?:s|es|e|n|en|r|er|u|in|innen|a|o)\))[^()]*\)|\w\(.*\(|->|::|&&|\*\s?\w|\w\s?\*"
    r"|\A[.@#/-]\w|\A</?\w|[%$]\w|\w@|\w\.\w+\(|(?<=\w)\+\+(?=\w|\Z)\w|\w\s?\+\s?\w|(?<=\d)\s?[-/]\s?[a-z]\b"
)
_FORMULA = re.compile(r"(?:\d*\s*[(\[]*[A-Z][a-z]?\d*[)\]]*\d*)+\s*(?:\^?\s*\d*[+-])")
_SIGNS = str.maketrans({"×": "*", "·": "*", "⋅": "*", "−": "-", "–": "-", "÷": "/", "\u00a0": " "})
_COMPARED = (("≤", "<="), ("≥", ">="), ("≠", "!="), ("→", "->"))
_BLANK = re.compile(r"\s+(?!\w)|(?<!\w)\s+")
_ALGEBRA = re.compile(r"[^\W\d_]{2,}|\*\*|[\"'&|;{}\[\]]")
_TIMES = re.compile(r"(?<=[\w)])\*(?=[a-zA-Z(])")


def is_code(text: str) -> bool:
    """Whether a text is code or a formula, by the signs that no name and no sentence has."""
    return bool(_CODE.search(in_plain_signs(text)))


def is_formula(text: str) -> bool:
    """Whether a text is a charged particle of chemistry, whose sign counts: Na⁺, SO₄²⁻."""
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
    if of and not _ALGEBRA.search(of):
        plain = _TIMES.sub("", plain)
    return unicodedata.normalize("NFKC", plain)
