"""Web pages: their main text, without what stands around it."""

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from copy import deepcopy

from quizengine.documents.document import Block, Document, document_of
from quizengine.documents.html_blocks import blocks_of
from quizengine.errors import ArticleError

FORM = "a web page"
_WHOLE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PIECE = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|article|section|blockquote|span|strong|em|table)\s*>", re.IGNORECASE)
_FEWEST_PIECES = 2
_AROUND = re.compile(r"<(?:nav|header|footer|aside|script|article|main|form|iframe|button|div)\b", re.IGNORECASE)
"""What a page has that holds more than a text."""
_CODING = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DEFINING = re.compile(r"<(/?)dfn\b", re.IGNORECASE)
_FEWEST_KEPT = 0.2


def is_web_page(data: bytes) -> bool:
    """Whether bytes begin as a whole web page does."""
    return bool(_WHOLE.match(data[:4000].removeprefix(BOM_UTF8)))


def is_piece_of_a_page(text: str) -> bool:
    """Whether a text has the tags of HTML, though it does not begin as a page does."""
    return len(_PIECE.findall(text[:200_000])) >= _FEWEST_PIECES


def coding_of(data: bytes) -> str:
    """The encoding that a page names, or nothing."""
    found = _CODING.search(data[:4000])
    return found[1].decode("ascii") if found else ""


def read_web_page(html: str) -> Document:
    """The main text of a page, with its title; raises ArticleError where a package is missing that finds it."""
    whole = blocks_of(html)
    blocks = _main(html, whole) if _AROUND.search(html) else whole
    return document_of(FORM, blocks)


def _main(html: str, whole: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of the main text; all of a page in which none is found."""
    try:
        from trafilatura import extract  # 418 ms
        from trafilatura.settings import DEFAULT_CONFIG
    except ModuleNotFoundError:
        raise ArticleError(
            "found a web page, which needs the package trafilatura to be read: pip install 'quizengine[html]'; "
            "or copy its text and save that"
        ) from None
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"].update({"MIN_EXTRACTED_SIZE": "1", "MIN_OUTPUT_SIZE": "1"})  # a short text is one, too
    found = extract(
        _DEFINING.sub(r"<\1strong", html),
        output_format="html",
        include_formatting=True,
        include_tables=False,
        include_comments=False,
        favor_recall=True,
        config=config,
    )
    blocks = blocks_of(found or "")
    prose = [block for block in whole if _is_prose(block)]
    if len(blocks) <= 1 < len(prose) or _length(blocks) < _FEWEST_KEPT * _length(prose):
        return whole
    if blocks and blocks[0].kind != "heading":
        titles = [block for block in whole if block.kind == "heading"][:1]
        return (*titles, *blocks)
    return blocks


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _is_prose(block: Block) -> bool:
    return block.kind is None and block.text.endswith((".", "!", "?", "”"))
