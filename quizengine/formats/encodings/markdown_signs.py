"""The signs of Markdown: words in which none of them means anything, and a check that a text shows what it should."""

import re

from quizengine.quiz.markup import faults
from quizengine.quiz.markup.media import alt_of
from quizengine.quiz.markup.parsing import parsed, pieces
from quizengine.quiz.markup.rendering import LINK

_SIGN = re.compile(r"[\\`*\[\]$~^|]|(?<!\w)_|_(?!\w)|&(?=[#\w])")
_AT_THE_START = re.compile(r"(?m)^([ \t]*)(?:([-+>#])(?=\s|$)|(>)|(\d+)([.)])(?=\s|$))")
_FORMULA = re.compile(
    r"\\\((?P<line>.+?)\\\)|\\\[(?P<display>.+?)\\\]|\$\$(?P<dollars>[^$]*[\\^_=][^$]*)\$\$", re.DOTALL
)
_MARKUP = re.compile(r"[*`$~^]|(?<!\w)_\w|\]\(|^\s*(?:[-+>]|\d+[.)])\s", re.MULTILINE)
_SHOWN = frozenset({"text", "code_inline", "fence", "math_inline", "math_inline_double", "math_block"})


def has_markdown(text: str) -> bool:
    """Return whether there is anything in a text of Markdown that may be no words."""
    return _MARKUP.search(text) is not None


def escaped(words: str) -> str:
    """Return words as Markdown of ours that means only them; line breaks stay."""
    return _SIGN.sub(lambda sign: f"\\{sign[0]}", words)


def escaped_starts(text: str) -> str:
    """Return a paragraph in which no line begins a list or a quotation."""
    return _AT_THE_START.sub(
        lambda found: f"{found[1]}{found[4]}\\{found[5]}" if found[4] else f"{found[1]}\\{found[2] or found[3]}", text
    )


def has_formula(words: str) -> bool:
    """Return whether there is a formula as Moodle writes them, between signs for MathJax or TeX."""
    return _FORMULA.search(words) is not None


def with_formulas(words: str) -> tuple[str, str]:
    """Return words with their formulas as Markdown, and what it shows; a formula that cannot be drawn stays words."""
    made, shown, at = [], [], 0
    for found in _FORMULA.finditer(words):
        latex = " ".join((found["line"] or found["display"] or found["dollars"]).split())
        sign = "$$" if found["display"] else "$"
        if not latex or "$" in latex or faults(f"{sign}{latex}{sign}"):
            continue
        before = words[at : found.start()]
        made += [escaped(before), " " * before[-1:].isdigit(), f"{sign}{latex}{sign}"]
        made.append(" " * words[found.end() : found.end() + 1].isdigit())
        shown += [before, latex]
        at = found.end()
    return "".join((*made, escaped(words[at:]))), "".join((*shown, words[at:]))


def code(text: str) -> str:
    """Return code in a line."""
    fence = "`" * (max(map(len, re.findall(r"`+", text)), default=0) + 1)
    padded = f" {text} " if text[:1] == "`" or text[-1:] == "`" else text
    return f"{fence}{padded}{fence}"


def code_block(text: str) -> str:
    """Return code on lines of its own."""
    fence = "`" * max(3, max(map(len, re.findall(r"`+", text)), default=0) + 1)
    return f"{fence}\n{text}\n{fence}"


def link(words: str, address: str) -> str:
    """Return words that lead to an address; the words alone where it leads elsewhere than to the web."""
    return f"[{words}](<{address}>)" if LINK.fullmatch(address) and not re.search(r"[<>\\]", address) else words


def medium_reference(alt: str, file: str, title: str = "") -> str:
    """Return the reference to an image or a recording."""
    said = title.replace("\\", "\\\\").replace('"', '\\"')
    return f"![{escaped(' '.join(alt.split()))}]({file}{f' {chr(34)}{said}{chr(34)}' if said else ''})"


def shows(markdown: str, words: str) -> bool:
    """Return whether a text can be shown, and shows just these words, white space aside."""
    tokens = pieces(parsed(markdown))
    read = (
        token.content if token.type in _SHOWN else alt_of(token) if token.type == "image" else "" for token in tokens
    )
    return not faults(markdown) and _without_blanks("".join(read)) == _without_blanks(words)


def _without_blanks(words: str) -> str:
    return "".join(words.split())
