r"""Formulas in LaTeX as MathML, which browsers draw without a script.

Converted by latex2mathml, whose tree is written here: the library's own writing leaves `\text{<b>}` as it is. Sizes and
colours are left out, since a formula must not cover the page and has to be read in the dark as well.
"""

import re
from functools import lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING

from quizengine.errors import QuestionError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_CHARACTERS = 1_000
_MOST_DEPTH = 40
_MOST_ELEMENTS = 2_000
_MACROS = re.compile(r"\\(?:g|x|e)?(?:def|let|newcommand|renewcommand|providecommand|DeclareMathOperator)\b")
_COMMAND = re.compile(r"\\[A-Za-z]+")
ELEMENTS = frozenset({
    "math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded", "mphantom",
    "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable",
    "mtd", "mtext", "mtr", "munder", "munderover", "none",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "accent", "accentunder", "columnalign", "columnlines", "display", "displaystyle", "fence", "form", "frame",
    "largeop", "linethickness", "mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rowlines",
    "scriptlevel", "separator", "stretchy", "symmetric", "width",
})  # fmt: skip
_LENGTH = re.compile(r"-?[0-3]?(?:\.[0-9]{1,4})?em|0")
_LENGTHS = frozenset({"width", "minsize", "maxsize"})


class FormulaError(QuestionError):
    """A formula that cannot be drawn, and why."""


@lru_cache(1024)
def mathml(latex: str, display: bool = False) -> str:
    """A formula as MathML, in a line or on one of its own (`display`); raises FormulaError for what is no formula."""
    if len(latex) > MOST_CHARACTERS:
        raise FormulaError(f"found a formula of {len(latex):,} characters, expected at most {MOST_CHARACTERS:,}")
    if macro := _MACROS.search(latex):
        raise FormulaError(f"found {macro[0]} in a formula, expected the formula written out, without macros")
    if _depth(latex) > _MOST_DEPTH:
        raise FormulaError(f"found braces nested more than {_MOST_DEPTH} deep in a formula")
    root = _converted(latex, display)
    elements = list(root.iter())
    if len(elements) > _MOST_ELEMENTS:
        raise FormulaError(f"found a formula of {len(elements):,} signs, expected at most {_MOST_ELEMENTS:,}")
    if unknown := next(filter(None, map(_unknown, elements)), ""):
        raise FormulaError(f"found {unknown} in a formula, which is no command of LaTeX that is known here")
    return _written(root)


def _converted(latex: str, display: bool) -> "Element":
    from latex2mathml.converter import convert_to_element

    try:
        return convert_to_element(latex, display="block" if display else "inline")
    except Exception as fault:  # whatever a formula makes the library raise
        reason = re.sub(r"(?<!^)(?=[A-Z])", " ", type(fault).__name__.removesuffix("Error")).lower()
        raise FormulaError(f"found the formula “{latex[:60]}”, which cannot be read ({reason})") from None


def _depth(latex: str) -> int:
    depth = most = 0
    for sign in re.findall(r"\\.|[{}]|\\(?:left|begin)\b", latex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        most = max(most, depth)
    return most


def _unknown(element: "Element") -> str:
    found = _COMMAND.match(element.text or "") if element.tag == "mi" else None
    return found[0] if found else ""


def _written(element: "Element") -> str:
    if element.tag not in ELEMENTS:
        return "".join(map(_written, element))
    given = {name: value for name, value in element.attrib.items() if name in ATTRIBUTES}
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in given.items()
        if name not in _LENGTHS or _LENGTH.fullmatch(value)
    )
    inside = escape(unescape(element.text or ""), quote=False) + "".join(map(_written, element))
    return f"<{element.tag}{attributes}>{inside}</{element.tag}>"
