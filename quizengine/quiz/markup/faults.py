"""Faults that keep a text with markup from being shown, in words for its author."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from quizengine.quiz.markup.formulas import FormulaError, mathml
from quizengine.quiz.markup.gaps import GAP_MARK
from quizengine.quiz.markup.media import alt_of, fault_of_reference
from quizengine.quiz.markup.parsing import MOST_TOKENS, parsed, pieces, too_large
from quizengine.quiz.markup.rendering import LINK

if TYPE_CHECKING:
    from markdown_it.token import Token

_GAPS_IN = frozenset({"text", "code_inline", "fence"})


@lru_cache(1024)
def faults(text: str) -> tuple[str, ...]:
    """Each fault in a sentence: an image without words for it or from elsewhere, a formula that is none, far too much.

    The text may hold marks of gaps, which must be where a field can be.
    """
    if words := too_large(text):
        return (words,)
    tokens = list(pieces(parsed(text)))
    if len(tokens) > MOST_TOKENS:
        return (f"found a text of {len(tokens):,} pieces of markup, expected at most {MOST_TOKENS:,}",)
    return (*(fault for token in tokens for fault in _of_token(token)), *_of_gaps(text, tokens))


def _of_token(token: "Token") -> Iterator[str]:
    match token.type:
        case "image":
            yield from _of_image(token)
        case "math_inline" | "math_inline_double" | "math_block":
            if not GAP_MARK.search(token.content):
                yield from _of_formula(token.content)
        case "link_open":
            address = str(token.attrGet("href") or "")
            if not LINK.fullmatch(address):
                yield f"found a link to “{address[:60]}”, expected an address that begins with https:// (or mailto:)"


def _of_image(token: "Token") -> Iterator[str]:
    if words := fault_of_reference(str(token.attrGet("src") or "")):
        yield words
    elif not alt_of(token):
        file = str(token.attrGet("src"))[:60]
        yield f"found {file} without an alternative text, expected what it shows in words: ![a red cell]({file})"


def _of_formula(latex: str) -> Iterator[str]:
    try:
        mathml(latex.strip())
    except FormulaError as fault:
        yield str(fault)


def _of_gaps(text: str, tokens: "list[Token]") -> Iterator[str]:
    """Gaps that no page could show: inside a formula, a link's address or the words of an image."""
    shown = [mark for token in tokens if token.type in _GAPS_IN for mark in GAP_MARK.findall(token.content)]
    if lost := [mark for mark in GAP_MARK.findall(text) if mark not in shown]:
        yield (
            f"found gap {lost[0]} inside a formula, an image or an address, expected it among the words; "
            "write a brace of a formula twice: {{ or }}"
        )
