"""The words of a text with markup alone, for terminals, checks and formats that have no markup."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.quiz.markup.media import alt_of
from quizengine.quiz.markup.parsing import parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

_LOWERED = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_RAISED = str.maketrans("0123456789+-−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_SHIFTED = {"sub_open": ("_", _LOWERED), "sup_open": ("^", _RAISED)}


@lru_cache(1024)
def plain(text: str) -> str:
    """The words of a text: code keeps its backticks and lines, H~2~O is H₂O, an image its alternative text.

    A formula is its LaTeX. A text that is too large to be parsed stays as it is.
    """
    tokens = parsed(text)
    lines = list(_lines(tokens)) if tokens else [text]
    return "\n".join(lines).strip()


def _lines(tokens: "Sequence[Token]") -> Iterator[str]:
    begun = ""
    counted: list[int | None] = []
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                counted.append(None)
            case "ordered_list_open":
                counted.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                counted.pop()
            case "list_item_open":
                begun = _item(counted)
            case "fence":
                yield from token.content.removesuffix("\n").split("\n")
            case "math_block":
                yield token.content.strip()
            case "tr_open":
                cells = []
            case "tr_close":
                yield " | ".join(cells or ())
                cells = None
            case "inline" if cells is not None:
                cells.append(_words(token.children or ()))
            case "inline":
                yield begun + _words(token.children or ())
                begun = ""


def _item(counted: list[int | None]) -> str:
    number = counted[-1]
    indent = "  " * (len(counted) - 1)
    if number is None:
        return f"{indent}- "
    counted[-1] = number + 1
    return f"{indent}{number}. "


def _words(tokens: "Sequence[Token]") -> str:
    """The words of one line or paragraph."""
    words: list[str] = []
    shifted = list[tuple[str, dict[int, int], int]]()
    for token in tokens:
        match token.type:
            case "sub_open" | "sup_open":
                shifted.append((*_SHIFTED[token.type], len(words)))
            case "sub_close" | "sup_close":
                sign, table, start = shifted.pop()
                words[start:] = [_shifted("".join(words[start:]), sign, table)]
            case "code_inline":
                words.append(f"`{token.content}`")
            case "image":
                words.append(f"[{alt_of(token)}]")
            case "softbreak" | "hardbreak":
                words.append("\n")
            case _:
                words.append(token.content)
    return "".join(words)


def _shifted(words: str, sign: str, table: dict[int, int]) -> str:
    """Words below or above the line, in the characters that exist for them, if any."""
    if words and all(ord(character) in table for character in words):
        return words.translate(table)
    return f"{sign}{words}" if len(words) == 1 else f"{sign}({words})"
