"""OpenDocument texts (.odt), as LibreOffice writes them: their XML has the structure of HTML under other names.

What is bold, a title or a block quotation is said by styles, which `open_styles` reads.
"""

from quizengine.text.documents.archives import open_archive
from quizengine.text.documents.document import Document, document_of
from quizengine.text.documents.encodings import decode_text
from quizengine.text.documents.html_blocks import blocks_of
from quizengine.text.documents.open_styles import with_html_tags

FORM = "an OpenDocument text"
TYPE = b"application/vnd.oasis.opendocument.text"
"""Bytes near the start of such a file."""
_CONTENT, _STYLES = "content.xml", "styles.xml"


def read_open_document(data: bytes) -> Document:
    """The text of an OpenDocument file; raises ArticleError for one that cannot be read."""
    with open_archive(data, FORM) as archive:
        content = decode_text(archive.read(_CONTENT))[0]
        styles = decode_text(archive.read(_STYLES))[0] if _STYLES in archive.namelist() else ""
    return document_of(FORM, blocks_of(with_html_tags(content, styles)))
