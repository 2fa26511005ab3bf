"""A text with markup as the tokens that it consists of; which notation there is, and how large a text may be.

Markdown is read by markdown-it, without HTML, headings, indented code and references: a line that begins with `#`
or `<b>` is words. Next: `rendering`.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_CHARACTERS = 10_000
"""The most characters of one text; some runs of brackets take time by the square of their length."""
MOST_COLUMNS = 40
MOST_TOKENS = 4_000
_MOST_NESTING = 20
_REMEMBERED = 1024
_RULES = (
    *("backticks", "balance_pairs", "emphasis", "entity", "escape", "fragments_join", "image", "link", "newline"),
    *("blockquote", "fence", "list", "table"),
)


def too_large(text: str) -> str:
    """Return why a text is not even parsed; empty if it is."""
    if len(text) > MOST_CHARACTERS:
        return f"found a text of {len(text):,} characters with markup, expected at most {MOST_CHARACTERS:,}"
    if any(line.count("|") > MOST_COLUMNS for line in text.splitlines()):
        return f"found a line with more than {MOST_COLUMNS} bars, expected a table of fewer columns"
    return ""


@lru_cache(_REMEMBERED)
def parsed(text: str) -> "tuple[Token, ...]":
    """The blocks of a text; those that hold words have the tokens of these as children. None of a text too large."""
    return () if too_large(text) else tuple(_parser().parse(text))


def pieces(tokens: "Sequence[Token]") -> "Iterator[Token]":
    """All tokens in the order of the text, those inside others right behind them, except for the words of an image."""
    for token in tokens:
        yield token
        if token.children and token.type != "image":
            yield from pieces(token.children)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.subscript import sub_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    parser = MarkdownIt("zero", {"html": False, "breaks": True, "maxNesting": _MOST_NESTING}).enable(list(_RULES))
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    parser.use(sub_plugin).use(superscript_plugin)
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # `faults` says what is wrong with an address
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign] # the name of a file stays as it is written
    return parser
