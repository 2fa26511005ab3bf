"""The articles of each kind of archive, and what is said of what is none."""

import gzip
import json
from pathlib import Path

import pytest

from quizengine.archive.reading.entries import FieldNames
from quizengine.archive.reading.sources import Source, is_archive
from quizengine.errors import ArticleError


def read(source: Source) -> dict[str, str]:
    """The texts of the articles by their ids; of one that cannot be read, what is wrong with it."""
    found = {}
    for entry in source.entries():
        try:
            found[entry.id] = entry.load().decode()
        except ArticleError as fault:
            found[entry.id] = f"! {fault}"
    return found


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_a_folder_has_the_articles_below_it_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/photo.png", ".hidden.txt", "_drafts/d.txt", "out/report.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    source = Source(tmp_path, without=tmp_path / "out")
    assert list(read(source)) == ["a.md", "b.txt", "sub/c.html"]
    assert [entry.name for entry in source.entries()][2] == str(tmp_path / "sub" / "c.html")
    assert source.size() == [entry.position for entry in source.entries()][-1] == len("a.mdb.txtsub/c.html")


def test_a_dump_has_an_article_on_each_line_with_its_title_on_top(tmp_path: Path) -> None:
    dump = tmp_path / "news.jsonl"
    dump.write_text(
        lines(
            {"id": "a", "title": "A  flood", "text": "It rained."},
            {"_id": 7, "text": "A flood\n\nIt rained.", "title": "A flood"},
            {"url": "https://example.org/", "content": "<p>It rained.</p>", "headline": "Rain & wind"},
            {"id": "page", "title": "Site", "text": "<!doctype html><title>Rain</title>"},
            {"id": None, "body": "No id."},
        )
        + "\n"
    )
    assert read(Source(dump)) == {
        "a": "A flood\n\nIt rained.",
        "7": "A flood\n\nIt rained.",
        "https://example.org/": "<h1>Rain &amp; wind</h1>\n<p>It rained.</p>",
        "page": "<!doctype html><title>Rain</title>",
        "line 5": "No id.",
    }


def test_the_fields_of_a_dump_may_have_any_names(tmp_path: Path) -> None:
    dump = tmp_path / "news.ndjson"
    dump.write_text(lines({"key": "a", "id": "b", "kop": "Vloed", "tekst": "Het regende.", "text": "x"}))
    assert read(Source(dump, FieldNames(("key",), ("kop",), ("tekst",)))) == {"a": "Vloed\n\nHet regende."}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "found no JSON"),
        ("[" * 100_000, "found no JSON"),
        ("[1]", "found JSON of the kind list"),
        ('{"id": "a", "words": "It rained."}', "the fields are: id, words"),
        ('{"id": "a", "text": 5}', "found no text"),
    ],
)
def test_a_line_that_is_no_article_is_told_with_what_was_expected(tmp_path: Path, line: str, fault: str) -> None:
    dump = tmp_path / "news.jsonl"
    dump.write_text(f"{line}\n" + lines({"id": "good", "text": "It rained."}))
    found = read(Source(dump))
    assert fault in found["line 1"] and found["good"] == "It rained."


def test_of_a_line_that_is_far_too_long_only_the_beginning_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizengine.archive.reading.json_lines._MOST_LINE", 50)
    dump = tmp_path / "news.jsonl"
    dump.write_text(lines({"text": "x" * 200}, {"id": "good", "text": "It rained."}))
    found = read(Source(dump))
    assert "more than 50 bytes" in found["line 1"] and found["good"] == "It rained." and len(found) == 2


def test_a_packed_dump_is_unpacked_and_one_that_is_cut_off_says_so(tmp_path: Path) -> None:
    whole = gzip.compress(lines(*({"id": f"a{n}", "text": f"It rained {n} times."} for n in range(2000))).encode())
    (tmp_path / "whole.jsonl.gz").write_bytes(whole)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = read(Source(tmp_path))
    assert found["whole.jsonl.gz#a1999"] == "It rained 1999 times."
    rest = found[f"{tmp_path / 'cut.jsonl.gz'} (the rest)"]
    assert "cannot be unpacked" in rest and found["cut.jsonl.gz#a0"] == "It rained 0 times."


def record(kind: str, address: str, content: bytes) -> bytes:
    """A record of a WARC file."""
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def web_archive(*pages: tuple[str, str, str, bytes], gzipped: bool = True) -> bytes:
    """A WARC file with these pages: address, status, type and content."""
    records = []
    for address, status, kind, content in pages:
        response = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        records += [record("response", address, response), record("metadata", address, b"hops: 1")]
    return b"".join(gzip.compress(one) if gzipped else one for one in records)


PAGES = (
    ("https://example.org/flood", "200 OK", "text/html; charset=utf-8", "<p>Übers Ufer.</p>".encode()),
    ("https://example.org/old", "200 OK", 'text/plain; charset="ISO-8859-1"', "Übers Ufer.".encode("latin-1")),
    ("https://example.org/gone", "404 Not Found", "text/html", b"<p>Gone.</p>"),
    ("https://example.org/pixel", "200 OK", "image/gif", b"GIF89a"),
)


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_web_archive_has_the_pages_that_were_there_by_their_addresses(tmp_path: Path, gzipped: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if gzipped else "crawl.warc")
    path.write_bytes(web_archive(*PAGES, gzipped=gzipped))
    assert read(Source(path)) == {
        "https://example.org/flood": "<p>Übers Ufer.</p>",
        "https://example.org/old": "Übers Ufer.",
    }
    assert all(0 < entry.position <= path.stat().st_size for entry in Source(path).entries())


def test_a_web_archive_that_is_none_or_is_cut_off_says_so(tmp_path: Path) -> None:
    (tmp_path / "none.warc").write_bytes(b"It rained.\n" * 100)
    (tmp_path / "cut.warc.gz").write_bytes(web_archive(*PAGES)[:-400])
    found = read(Source(tmp_path))
    assert "cannot be read as a WARC file" in found[f"{tmp_path / 'none.warc'} (the rest)"]
    assert found["cut.warc.gz#https://example.org/flood"] == "<p>Übers Ufer.</p>"


def test_a_single_article_is_no_archive(tmp_path: Path) -> None:
    assert is_archive(tmp_path)
    assert [
        name for name in ("a.txt", "a.jsonl", "a.JSONL.gz", "a.warc.gz", "a.txt.gz", "-") if is_archive(Path(name))
    ] == [
        "a.jsonl",
        "a.JSONL.gz",
        "a.warc.gz",
    ]
