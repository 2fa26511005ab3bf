"""Files made to take for ever are read or refused within thirty seconds of work and two gigabytes of memory."""

import subprocess
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from document_writers import TYPES, WORD, pdf_objects, relations, zipped

WORDS = "The mill was built in 1873. It burnt down in 1904, and 30 people lost their work."
_READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
from quizengine.errors import ArticleError
from quizengine.system.files import read_article
try:
    print("read", len(read_article(sys.argv[1]).text))
except ArticleError as fault:
    print(fault)
"""


def page(pieces: str) -> bytes:
    """A web page with so much around it that its main text is looked for."""
    return f"<!doctype html><html><body><nav>News</nav><h1>The mill</h1>{pieces}<p>{WORDS}</p></body></html>".encode()


def pdf(content: str, resources: str = "", kids: str = "4 0 R", more: Sequence[str] = ()) -> bytes:
    return pdf_objects(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count 1 >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>",
            content,
            *more,
        ]
    )


def stream(data: str, extra: str = "") -> str:
    return f"<< /Length {len(data)} {extra} >>\nstream\n{data}\nendstream"


def unpacking(data: bytes) -> str:
    """A stream that is packed, with the bytes as characters of Latin-1 that Windows-1252 has, too."""
    packed = zlib.compress(data, 9).hex()
    return stream(f"{packed}>", "/Filter [/ASCIIHexDecode /FlateDecode]")


def forms(depth: int) -> list[str]:
    """Drawings each of which draws the next one ten times."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> >>"
    return [stream("/X Do " * 10, form.format(7 + at)) for at in range(depth)] + [stream("q Q", form.format(3))]


def book(spine: str, files: dict[str, str]) -> bytes:
    container = '<rootfile full-path="a.opf"/>'
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": container, "a.opf": spine, **files})


def word(body: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


_ITEM = "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
_TOO_MUCH = "found a PDF file that takes far more work to read than an article does"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a page of 300,000 attributes": (
        lambda: page(f"<p {' '.join(f'a{at}=1' for at in range(300_000))}>{WORDS}</p>"),
        "read",
    ),
    "a page of 90,000 comments": (lambda: page("<!-- a --><p>b" * 90_000), "read"),
    "a page of 90,000 scripts": (lambda: page("<script>a < b</script><p>b" * 90_000), "read"),
    "a page of 90,000 quotations": (lambda: page("<blockquote><p>b</blockquote>" * 90_000), "read"),
    "a page of 900,000 line breaks": (lambda: page("<br>" * 900_000), "read"),
    "a page 170,000 elements deep": (lambda: page("<div>" * 170_000), "read"),
    "Markdown of brackets": (lambda: b"# The mill\n\n" + b"[" * 1_000_000, "found Markdown with more than 200,000"),
    "a table of a million cells": (
        lambda: b"# The mill\n\n" + b"\n".join([b"|" + b"a|" * 1000, b"|" + b"-|" * 1000, *[b"|a" * 1000] * 1000]),
        "found Markdown with more than 200,000",
    ),
    "pages that hold themselves": (lambda: pdf(stream("q"), kids="2 0 R"), "Detected cyclic page references"),
    "pages 50,000 levels deep": (
        lambda: pdf(
            stream("q"),
            kids="6 0 R",
            more=[f"<< /Type /Pages /Kids [{at} 0 R] /Count 1 >>" for at in range(7, 50_000)],
        ),
        _TOO_MUCH,
    ),
    "a million objects": (
        lambda: pdf(stream(f"BT /F1 11 Tf 50 800 Td ({WORDS}) Tj ET"), more=["null"] * 1_000_000),
        "read",
    ),
    "a drawing that draws 10,000,000,000 others": (
        lambda: pdf(stream("/X Do"), "/XObject << /X 6 0 R >>", more=forms(10)),
        "found a PDF file",
    ),
    "a page that unpacks to 700 MB": (lambda: pdf(unpacking(bytes(700_000_000))), _TOO_MUCH),
    "900 pages of one million instructions": (
        lambda: pdf(unpacking(b"q Q " * 450_000), kids=" ".join(["4 0 R"] * 900)),
        _TOO_MUCH,
    ),
    "a page of one string of 20 MB": (lambda: pdf(stream(f"BT ({'a' * 20_000_000}) Tj ET")), _TOO_MUCH),
    "a page in a filter that takes all memory": (
        lambda: pdf(stream("z" * 20_000_000, "/Filter /ASCII85Decode")),
        _TOO_MUCH,
    ),
    "a page with 50,000 fonts": (
        lambda: pdf(stream("q"), "/XObject << " + " ".join(f"/F{at} 3 0 R" for at in range(50_000)) + " >>"),
        _TOO_MUCH,
    ),
    "an e-book of 100,000 files": (
        lambda: book("", {str(at): "" for at in range(100_000)}),
        "in 100,003 files, expected at most 50,000,000 bytes in 10,000 files",
    ),
    "an e-book whose one page comes 100,000 times": (
        lambda: book(_ITEM + "<itemref idref='a'/>" * 100_000, {"a.xhtml": f"<p>{WORDS}</p>" * 500}),
        "read 41498",
    ),
    "an e-book that is a library": (
        lambda: book(f"{_ITEM}<itemref idref='a'/>", {"a.xhtml": "<b></b>" * 5_000_000}),
        "found an e-book with pages of more than 10,000,000 characters",
    ),
    "an e-book whose package never ends": (lambda: book("<item " * 2_000_000, {}), "found no words"),
    "a Word file of a million runs": (
        lambda: word(f"<w:p>{'<w:r><w:t>a </w:t></w:r>' * 1_000_000}</w:p>"),
        "found a Word file with 4,000,006 tags, expected at most 300,000",
    ),
    "Rich Text of a million groups": (lambda: b"{\\rtf1 " + b"{\\b a" * 900_000, "read"),
    "Rich Text of a million fonts": (
        lambda: b"{\\rtf1 {\\fonttbl " + b"\\f1" * 900_000,
        "found a file in Rich Text Format with a table of far too many fonts",
    ),
    "Rich Text of half a million links": (
        lambda: b"{\\rtf1 The mill. " + b'{\\field{\\*\\fldinst{HYPERLINK "' * 100_000,
        "read",
    ),
    "Rich Text with a picture of 30 MB": (lambda: b"{\\rtf1 The mill. {\\pict " + b"0f" * 15_000_000 + b"}}", "read"),
    "a Word file of tables within tables": (lambda: word("<w:tbl><w:tr><w:tc>" * 5000), "found a Word file that is"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_with_bounded_work_and_memory(name: str, tmp_path: Path) -> None:
    make, words = HOSTILE[name]
    place = tmp_path / "article.txt"
    place.write_bytes(make())
    run = subprocess.run([sys.executable, "-c", _READ, str(place)], capture_output=True, text=True, check=False)
    told = run.stdout.strip()
    assert words in told, (told, run.stderr[-300:], run.returncode)
    assert "\n" not in told
