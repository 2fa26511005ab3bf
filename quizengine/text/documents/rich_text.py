"""Files in Rich Text Format (.rtf): the words of their paragraphs, by way of striprtf, and which of them are bold."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizengine.errors import ArticleError
from quizengine.text.documents.document import MOST_TEXT_BYTES, Block, Document, document_of
from quizengine.text.documents.html_blocks import with_bold_headings
from quizengine.text.layout import Mark

FORM = "a file in Rich Text Format"
_BEGINS = b"{\\rtf"
_PICTURE = re.compile(r"[0-9a-fA-F\r\n]{400,}")
_CODE = re.compile(r"\\\\|\\[{}]|\\b(?P<off>0?)(?![a-zA-Z\d]) ?|(?P<plain>\\plain)(?![a-zA-Z]) ?|(?P<brace>[{}])")
_FIELD = re.compile(r"(\\fldinst)\{", re.IGNORECASE)
"""The place where striprtf looks for the address of a link; a blank hides it, so that only the link's words remain."""
_MOST_FONTS = 40_000
"""Characters of the table of fonts: striprtf takes time in the square of them."""
_FONTS = "\\fonttbl"
_ON, _OFF = "\ue000", "\ue001"
"""Stand in the text where bold begins and ends, until it is read."""
_SIGNS = re.compile(f"([{_ON}{_OFF}])")
_BOLD_ON, _BOLD_OFF = (f"{{\\uc0\\u{ord(sign)} }}" for sign in (_ON, _OFF))


def is_rich_text(data: bytes) -> bool:
    """Return whether bytes begin as a file in Rich Text Format does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[: len(_BEGINS)].lower() == _BEGINS


def read_rich_text(data: bytes) -> Document:
    """The text of a file in Rich Text Format; raises ArticleError for one that is damaged or far too long."""
    from striprtf.striprtf import font_table_group, rtf_to_text  # 6 ms

    code = _FIELD.sub(r"\1 {", _PICTURE.sub("", data.decode("cp1252", "replace")))
    if len(code) > MOST_TEXT_BYTES:
        raise ArticleError(f"found {FORM} of more than {MOST_TEXT_BYTES:,} characters without pictures; split it")
    try:
        if _FONTS in code and len(font_table_group(code)) > _MOST_FONTS:
            raise ArticleError(f"found {FORM} with a table of far too many fonts; save it again in its program")
        text = rtf_to_text(_with_bold_marked(code), errors="replace")
    except (ValueError, OverflowError, LookupError, RecursionError, TypeError) as fault:
        raise ArticleError(f"found {FORM} that is damaged ({type(fault).__name__}); save it again") from None
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs of halves become one character
    return replace(document_of(FORM, with_bold_headings(_blocks(whole))), lines=True)  # its lists have signs


def _with_bold_marked(code: str) -> str:
    """The code with a sign wherever bold begins or ends; what ends a group ends its bold."""
    bold, outer = False, []
    out: list[str] = []
    at = 0
    for found in _CODE.finditer(code):
        before = bold
        if found["brace"] == "{":
            outer.append(bold)
        elif found["brace"]:
            bold = outer.pop() if outer else False
        elif found["plain"]:
            bold = False
        elif found["off"] is not None:
            bold = not found["off"]
        if bold != before:
            out += [code[at : found.end()], _BOLD_ON if bold else _BOLD_OFF]
            at = found.end()
    return "".join([*out, code[at:]])


def _blocks(whole: str) -> Iterator[Block]:
    """The paragraphs of a text in which signs mark what is bold."""
    bold = False
    for line in whole.splitlines():
        words, marks = "", []
        for piece in _SIGNS.split(line):
            if piece in (_ON, _OFF):
                bold = piece == _ON
                continue
            text = piece if words else piece.lstrip()
            if bold and text.strip():
                marks.append(Mark("bold", len(words) + len(text) - len(text.lstrip()), len(words + text.rstrip())))
            words += text
        if words.strip():
            yield Block(None, words.rstrip(), tuple(marks))
