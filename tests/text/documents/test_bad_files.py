"""A file that cannot be read gives one clear sentence."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from document_writers import FORMATS, pdf, pdf_of, word, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from quizengine import Article
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.errors import ArticleError
from quizengine.system.files import read_article
from quizengine.text.documents import MOST_BYTES

PARAGRAPHS = ("The mill", "The mill was built in 1873. It burnt down in 1904, and 30 people lost their work.")


def locked_pdf() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PARAGRAPHS))))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked_word() -> bytes:
    data = bytearray(word(PARAGRAPHS))
    for header, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(header)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(header, at + 1)
    return bytes(data)


def bomb(name: str) -> bytes:
    """A zip of some hundred kilobytes that unpacks to 200 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as file:
        for _ in range(200):
            file.write(b" " * 1_000_000)
    return buffer.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "half a PDF": (lambda: pdf(PARAGRAPHS)[:200], "found a PDF file that is damaged or not whole"),
    "a locked PDF": (locked_pdf, "found a PDF file with a password, expected one without"),
    "a scanned PDF": (lambda: pdf_of([[], []]), "found a PDF file of 2 pages without text, as a scanner makes it"),
    "half a Word file": (lambda: word(PARAGRAPHS)[:600], "found a Word file that is damaged or not whole"),
    "a locked Word file": (locked_word, "found a Word file with a password, expected one without"),
    "a Word file that is a bomb": (lambda: bomb("word/document.xml"), "that unpacks to 200,000,000 bytes"),
    "a Word file without words": (lambda: word(("…", "…")), "found no words"),
    "a Word file that is no XML": (lambda: zipped({"word/document.xml": "<w:document"}), "found a Word file that is"),
    "an e-book that is a bomb": (lambda: bomb("META-INF/container.xml"), "that unpacks to 200,000,000 bytes"),
    "an e-book without pages": (lambda: zipped({"META-INF/container.xml": "<a/>"}), "found an e-book without a table"),
    "an e-book that lacks one": (
        lambda: zipped({"META-INF/container.xml": '<rootfile full-path="a.opf"/>'}),
        "found an e-book that is damaged or not whole",
    ),
    "a password on an office file": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
        "or a Word file with a password",
    ),
    "far too much": (lambda: b"%PDF-" + b" " * MOST_BYTES, "found more than 50,000,000 bytes"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    make, words = BAD[name]
    place = tmp_path / "article.txt"
    place.write_bytes(make())
    with pytest.raises(ArticleError) as refusal:
        read_article(place)
    told = str(refusal.value)
    assert told.startswith(f"{place}: ") and words in told and "\n" not in told


def test_a_bad_file_of_a_folder_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "good.pdf").write_bytes(pdf(PARAGRAPHS))
    (tmp_path / "seeds" / "scanned.pdf").write_bytes(pdf_of([[]]))
    library = open_library(start(tmp_path))
    assert [str(finding) for finding in library.findings if "scanned.pdf" in str(finding)] == [
        f"{tmp_path / 'seeds' / 'scanned.pdf'}: found a PDF file of 1 page without text, as a scanner makes it; "
        "recognise its text first (OCR), or type it, and save that"
    ]
    assert not any("good.pdf" in str(finding) for finding in library.findings)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["word", "pdf", "e-book", "web page", "markdown"]),
    st.floats(0, 1),
    st.binary(min_size=1, max_size=8),
    st.booleans(),
)
def test_a_file_with_any_fault_is_an_article_or_one_sentence(name: str, where: float, junk: bytes, cut: bool) -> None:
    file, write = FORMATS[name]
    data = write(PARAGRAPHS)
    at = int(where * len(data))
    try:
        Article.from_bytes(data[:at] + junk + (b"" if cut else data[at + len(junk) :]), file)
    except ArticleError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 # only some of them raise
