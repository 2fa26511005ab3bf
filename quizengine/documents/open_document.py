"""OpenDocument texts (.odt), as LibreOffice writes them: their XML has the structure of HTML under other names."""

from quizengine.documents.archives import opened
from quizengine.documents.document import Document, document_of
from quizengine.documents.encodings import decoded
from quizengine.documents.html_blocks import blocks_of

FORM = "an OpenDocument text"
TYPE = b"application/vnd.oasis.opendocument.text"
"""What the bytes of such a file hold near their start."""


def read_open_document(data: bytes) -> Document:
    """The text of an OpenDocument file; raises ArticleError for one that cannot be read."""
    with opened(data, FORM) as archive:
        text = decoded(archive.read("content.xml"))[0]
    return document_of(FORM, blocks_of(text))
