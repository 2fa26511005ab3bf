"""A file that is not read is refused with what it is and what to do, whatever its name."""

import io
import zipfile

import pytest

from quizengine import Article
from quizengine.errors import ArticleError
from quizengine.text.documents.unsupported import unsupported_format


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, text in files.items():
            file.writestr(name, text)
    return buffer.getvalue()


DOCUMENTS = {
    "a zipped file that is neither a Word file nor an e-book": zipped(notes="The mill was built in 1873."),
    "an old Word file (.doc), or a Word file with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a picture": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize(("name", "data"), DOCUMENTS.items(), ids=DOCUMENTS)
def test_a_document_is_named_with_what_to_do(name: str, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^mill: found ") as told:
        Article.from_bytes(data, "mill")
    assert f"found {name}, expected a text, a web page, Markdown, a Word file" in str(told.value)
    assert "; " in str(told.value) and "\n" not in str(told.value)


@pytest.mark.parametrize(
    "text", ["The mill was built in 1873.", "PDF files were new then.", "{rtf}", "<p>", "Pkw means car in German."]
)
def test_plain_text_is_none_of_them(text: str) -> None:
    assert unsupported_format(text.encode()) == unsupported_format(f"\ufeff{text}".encode()) == ""
