"""Tokens as HTML. Imports markdown-it, so it is imported when a text with markup is shown."""

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from quizengine.quiz.markup.formulas import FormulaError
from quizengine.quiz.markup.media import Medium, is_medium, medium_of
from quizengine.quiz.markup.parsing import pieces
from quizengine.quiz.markup.rendering import LINK, BlockKind, Surface

_KINDS: dict[str, BlockKind] = {
    "paragraph_open": "paragraph",
    "fence": "code",
    "table_open": "table",
    "math_block": "formula",
}
_WORDS = frozenset({"text", "code_inline", "fence", "math_inline", "math_inline_double", "math_block"})
_DRAWING = {"breaks": True, "xhtmlOut": False, "langPrefix": "", "highlight": None}
_OPTIONS = OptionsDict(_DRAWING)  # type: ignore[arg-type] # the options of parsing are left out


def drawn_blocks(tokens: Sequence[Token], surface: Surface) -> Iterator[tuple[BlockKind, str, bool]]:
    """The kind of each block, its HTML, and whether there are words in it; of a paragraph what is inside it."""
    renderer = _Renderer(surface)
    for block in _top_level(tokens):
        kind = _KINDS.get(block[0].type, "other")
        inside = block[1:-1] if kind == "paragraph" else block
        yield kind, renderer.render(inside, _OPTIONS, {}), any(map(_has_words, pieces(block)))


def _top_level(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def _has_words(token: Token) -> bool:
    return token.type in _WORDS and bool(token.content.strip())


class _Renderer(RendererHTML):
    """markdown-it's renderer, with images, recordings, formulas, code and tables as quizengine shows them."""

    def __init__(self, surface: Surface) -> None:
        super().__init__()
        self.surface = surface

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """An image, a recording with its controls, or the alternative text where there is no file."""
        medium = medium_of(tokens[idx])
        alt = escapeHtml(medium.alt)
        source = self.surface.source(medium) if is_medium(tokens[idx]) else None
        if source is None:
            return f'<span class="no-media">{alt}</span>'
        address = escapeHtml(source.address)
        if medium.kind == "audio":
            return self._recording(address, alt, medium)
        size = f' width="{source.width}" height="{source.height}"' if source.width and source.height else ""
        caption = f'<span class="caption">{escapeHtml(medium.title)}</span>' if medium.title else ""
        return f'<img src="{address}" alt="{alt}"{size}>{caption}'

    def _recording(self, address: str, alt: str, medium: Medium) -> str:
        player = f'<audio controls preload="metadata" src="{address}" aria-label="{alt}"></audio>'
        summary, words = escapeHtml(self.surface.transcript), escapeHtml(medium.title)
        transcript = f"<details><summary>{summary}</summary>{words}</details>" if words else ""
        return f'<span class="recording">{player}<span class="caption">{alt}</span>{transcript}</span>'

    def math_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A formula in a line."""
        return self._formula(tokens[idx].content, False)

    def math_inline_double(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A formula between double dollar signs that does not stand alone."""
        return self._displayed(tokens[idx].content)

    def math_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A formula on a line of its own."""
        return self._displayed(tokens[idx].content)

    def _displayed(self, latex: str) -> str:
        return f'<span class="scroll" tabindex="0">{self._formula(latex.strip(), True)}</span>'

    def _formula(self, latex: str, display: bool) -> str:
        try:
            return self.surface.formula(latex, display)
        except FormulaError:
            return f"<code>{escapeHtml(latex)}</code>"

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Code, with its lines and its indentation."""
        return f'<pre tabindex="0"><code>{escapeHtml(tokens[idx].content.removesuffix(chr(10)))}</code></pre>'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A table, in a box that scrolls where it is wider than the page."""
        return '<div class="scroll" tabindex="0"><table>'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The end of a table and of its box."""
        return "</table></div>"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """The head of a column."""
        return f'<th scope="col"{_aligned(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A cell."""
        return f"<td{_aligned(tokens[idx])}>"

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """A link, which opens beside the quiz; without an address where that leads elsewhere than to the web."""
        address = str(tokens[idx].attrGet("href") or "")
        return f'<a href="{escapeHtml(address)}" target="_blank">' if LINK.fullmatch(address) else "<a>"


def _aligned(token: Token) -> str:
    """The class that stands for an alignment, which markdown-it writes as a style."""
    style = str(token.attrGet("style") or "")
    return f' class="{style.removeprefix("text-align:")}"' if style in ("text-align:right", "text-align:center") else ""
