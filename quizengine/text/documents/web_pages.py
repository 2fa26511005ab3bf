"""Reads the main text of web pages, without what surrounds it."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from copy import deepcopy

from quizengine.errors import ArticleError
from quizengine.text.documents.document import Block, Document, document_of
from quizengine.text.documents.html_blocks import blocks_of

FORM = "a web page"
_WHOLE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_PIECE = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|article|section|blockquote|span|strong|em|table)\s*>", re.IGNORECASE)
_FEWEST_PIECES = 2
_AROUND = re.compile(r"<(?:nav|header|footer|aside|script|article|main|form|iframe|button|div)\b", re.IGNORECASE)
"""Elements of a page that holds more than a text."""
_CODING = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DEFINING = re.compile(r"<(/?)dfn\b", re.IGNORECASE)
_FEWEST_KEPT = 0.2
_MOST_TAGS = 20_000
"""Signs of a tag in a page whose main text is looked for, which takes seven seconds at worst for so many."""
_BODIES = ("main", "article")
"""The elements that hold the main text of a page, if it has them."""
_LONGEST_TAG = 20_000
_TAG = re.compile(r"<[^<>]*")
_UNSEEN = re.compile(r"<(?:!--|(?:script|style|svg|noscript|template)\b)", re.IGNORECASE)
"""Elements that no reader sees; they are most of some pages and cost the search for the main text most."""
_TOO_LARGE = "the page is so large that its main text was not told from what stands around it"


def is_web_page(data: bytes) -> bool:
    """Return whether bytes begin as a whole web page does."""
    return bool(_WHOLE.match(data[:4000].removeprefix(BOM_UTF8)))


def is_piece_of_a_page(text: str) -> bool:
    """Return whether a text has the tags of HTML, though it does not begin as a page does."""
    return len(_PIECE.findall(text[:200_000])) >= _FEWEST_PIECES


def coding_of(data: bytes) -> str:
    """The encoding that a page names, or nothing."""
    found = _CODING.search(data[:4000])
    return found[1].decode("ascii") if found else ""


def read_web_page(html: str) -> Document:
    """The main text of a page, with its title; raises ArticleError if a package is missing that finds it.

    Of a page with far more tags than an article has, its element `main` is taken, or everything: the search takes time
    in the square of the tags.
    """
    whole = blocks_of(html)
    if not _AROUND.search(html):
        return document_of(FORM, whole)
    seen = "".join(_seen(html))
    if seen.count("<") > _MOST_TAGS or any(len(tag[0]) > _LONGEST_TAG for tag in _TAG.finditer(seen)):
        inner = _inner(seen)
        blocks = _titled(blocks_of(inner), whole) if inner else whole
        return document_of(FORM, blocks, () if inner else (_TOO_LARGE,))
    return document_of(FORM, _main(seen, whole))


def _inner(html: str) -> str:
    """Return what is in the element of a page that holds its main text; empty if it has none."""
    lowered = html.lower()
    for name in _BODIES:
        start, end = lowered.find(f"<{name}"), lowered.rfind(f"</{name}")
        if 0 <= start < end:
            return html[start:end]
    return ""


def _titled(blocks: tuple[Block, ...], whole: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a main text, under the first heading of the page where they begin with none."""
    if blocks and blocks[0].kind != "heading":
        return (*[block for block in whole if block.kind == "heading"][:1], *blocks)
    return blocks


def _seen(html: str) -> Iterator[str]:
    """The pieces of a page without its comments, scripts and styles; what is never closed reaches to its end."""
    at = 0
    while found := _UNSEEN.search(html, at):
        yield html[at : found.start()]
        end = "-->" if found[0].endswith("--") else f"</{found[0][1:]}"
        close = _find(html, end, found.end())
        if close < 0:
            return
        at = close + len(end) if end == "-->" else html.find(">", close) + 1 or len(html)
    yield html[at:]


def _find(html: str, end: str, at: int) -> int:
    """Return where the end of an element is found from an offset on, in letters of either case; -1 if it is not."""
    found = re.compile(re.escape(end), re.IGNORECASE).search(html, at)
    return found.start() if found else -1


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
    return _titled(blocks, whole)


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _is_prose(block: Block) -> bool:
    return block.kind is None and block.text.endswith((".", "!", "?", "”"))
