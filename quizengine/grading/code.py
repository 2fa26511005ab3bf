"""Texts whose signs count: program code, formulas of mathematics and of chemistry."""

import re
import unicodedata

from quizengine.grading.spellings import in_plain_signs

_CODE = re.compile(
    r"[=<>{}\[\]|\\;~^_]|(?<=\w)\((?!(?<=\w{4}\()(?:s|es|e|n|en|r|er|u|in|innen|a|o)\))[^()]*\)|\w\(.*\(|->|::|&&|\*\s?\w|\w\s?\*"
    r"|\A[.@#/-]\w|\A</?\w|[%$]\w|\w@|\w\.\w+\(|(?<=\w)\+\+(?=\w|\Z)\w|\w\s?\+\s?\w|(?<=\d)\s?[-/]\s?[a-z]\b"
)
_ALGEBRA_ALONE = re.compile(r"(?:\d*\.?\d*(?<![a-z])[a-z](?![a-z])|\d+|[-+*/^()=<>,.\s]|·|−|×)+")
_STEPPED = re.compile(r"[a-z]\w*\s?(?:\+\+|--)|(?:\+\+|--)\s?[a-z]\w*")
_FORMULA = re.compile(r"(?:\d*\s*[(\[]*[A-Z][a-z]?\d*[)\]]*\d*)+\s*(?:\^?\s*\d*[+-])")
_SIGNS = str.maketrans({"×": "*", "·": "*", "⋅": "*", "−": "-", "–": "-", "÷": "/", "\u00a0": " "})
_COMPARED = (("≤", "<="), ("≥", ">="), ("≠", "!="), ("→", "->"))
_BLANK = re.compile(r"\s+(?!\w)|(?<!\w)\s+")
_ALGEBRA = re.compile(r"[^\W\d_]{2,}|\*\*|[\"'&|;{}\[\]]")
_TIMES = re.compile(r"(?<=[\w)])\*(?=[a-zA-Z(])")


def is_code(text: str) -> bool:
    """Whether a text is code or a formula, by the signs that no name and no sentence has."""
    plain = in_plain_signs(text)
    if _CODE.search(plain) or _STEPPED.fullmatch(plain):
        return plain.casefold() != "c++"
    letters, signs = sum(map(str.isalpha, plain)), sum(sign in "-+*/" for sign in plain)
    return (
        bool(_ALGEBRA_ALONE.fullmatch(plain))
        and signs > 0
        and letters > 0
        and letters + sum(map(str.isdigit, plain)) > 1
    )


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
    if of and not _ALGEBRA.search(in_plain_signs(of)):
        plain = _TIMES.sub("", plain.replace(" ", ""))
    return unicodedata.normalize("NFKC", plain)
