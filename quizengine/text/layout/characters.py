"""Characters that look alike but are not: decomposed accents, blanks that do not break or have no width, ligatures."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from quizengine.text.layout.edits import Edit

_NO_WIDTH = re.compile(
    "[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\u180e\x01-\x08\x0e-\x1b\x7f]|\u200d(?=[\\s.,;:!?]|\\Z)|(?<=[A-Za-zÀ-ɏ])[\u200c\u200d](?=[A-Za-zÀ-ɏ])"
)
_SOFT_HYPHEN = re.compile("\u00ad(?:[^\\S\\r\\n]*(?:\\r\\n|\\r|\\n)[^\\S\\r\\n]*)?")
_BLANK = re.compile("(?<!\\d)[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u205f\u3000](?!\\d)")
"""Blanks of other kinds; one between digits groups thousands, and stays."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_DECOMPOSED = re.compile("[^\\s\u0300-\u036f][\u0300-\u036f]+")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")


def character_edits(text: str) -> Iterator[Edit]:
    """Edits that give each character its usual form; none for a text that has them so already."""
    if text.isascii() and "&" not in text and not _NO_WIDTH.search(text):
        return
    for pattern, new in ((_NO_WIDTH, ""), (_SOFT_HYPHEN, ""), (_BLANK, " ")):
        for found in pattern.finditer(text):
            yield Edit(*found.span(), new)
    for found in _LIGATURE.finditer(text):
        yield Edit(*found.span(), unicodedata.normalize("NFKC", found[0]))
    for found in _DECOMPOSED.finditer(text):
        yield Edit(*found.span(), unicodedata.normalize("NFC", found[0]))
    for found in _ENTITY.finditer(text):
        plain = unescape(found[0])
        yield Edit(*found.span(), " " if plain == "\u00a0" else plain)
