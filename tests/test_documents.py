"""An article that is no plain text is refused with what it is and what to do, whatever its name."""

import io
import zipfile

import pytest

from quizengine import Article
from quizengine.documents import not_plain_text
from quizengine.errors import ArticleError


def word_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


DOCUMENTS = {
    "a PDF file": b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj",
    "a Word, OpenDocument or other zipped file": word_file(),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a file in Rich Text Format": rb"{\rtf1 The mill was built in 1873.}",
    "a web page": b"\n<!DOCTYPE html>\n<html><p>The mill was built in 1873.",
    "a picture": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize(("name", "data"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_a_document_is_named_with_what_to_do(name: str, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^mill: found ") as refused:
        Article.from_bytes(data, "mill")
    assert f"found {name}, expected plain text (.txt); " in str(refused.value)
    assert "as a text file in UTF-8, with an empty line between paragraphs" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["The mill was built in 1873.", "PDF files were new then.", "{rtf}", "<p>", "Pkw means car in German."]
)
def test_plain_text_is_none_of_them(text: str) -> None:
    assert not_plain_text(text.encode()) == not_plain_text(f"\ufeff{text}".encode()) == ""
