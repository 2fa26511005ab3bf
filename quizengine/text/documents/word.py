"""Reads Word files (.docx) by the HTML that mammoth makes of them."""

import io
import re

from quizengine.errors import ArticleError
from quizengine.text.documents.archives import open_archive
from quizengine.text.documents.document import Document, document_of
from quizengine.text.documents.html_blocks import blocks_of

FORM = "a Word file"
_STYLES = """
b => strong
i => em
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
"""
_FOOTNOTE = re.compile(r"<sup><a href=\"#(?:foot|end)note-.*?</sup>|<ol><li id=\"(?:foot|end)note-.*\Z", re.DOTALL)
"""The marks of footnotes, and the footnotes, which mammoth puts at the end."""

_MOST_TAGS = 300_000
"""Signs of a tag in a file, as many as a book of 1,000 pages has; mammoth takes a quarter of a second for 10,000."""
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "word/styles.xml")


def read_word_file(data: bytes) -> Document:
    """The text of a Word file; raises ArticleError for one that cannot be read."""
    from xml.parsers.expat import ExpatError

    from mammoth import convert_to_html  # 110 ms

    with open_archive(data, FORM) as archive:
        if "word/document.xml" not in archive.namelist():
            raise ArticleError(f"found {FORM} without a text in it; open it in its program and save it again")
        tags = sum(archive.read(name).count(b"<") for name in _TEXTS if name in archive.namelist())
        if tags > _MOST_TAGS:
            raise ArticleError(
                f"found {FORM} with {tags:,} tags, expected at most {_MOST_TAGS:,}; split it into articles"
            )
        if b"<!DOCTYPE" in archive.read("word/document.xml")[:2000]:
            raise ArticleError(f"found {FORM} with declarations that no such file has; save it again in its program")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                archive.read(name)  # raises for what is damaged
    try:
        html = convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=_no_picture).value
    except (ValueError, KeyError, AttributeError, RecursionError, TypeError, OSError, ExpatError) as fault:
        raise ArticleError(
            f"found {FORM} that is damaged ({type(fault).__name__}); open it in its program and save it again"
        ) from None
    return document_of(FORM, blocks_of(_FOOTNOTE.sub("", html)))


def _no_picture(picture: object) -> list[object]:
    return []
