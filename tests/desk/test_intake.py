"""What a teacher hands in becomes a new file with a safe name, or is refused in words."""

import io
import zipfile
from pathlib import Path

import pytest

from quizengine import ArticleError, BankError
from quizengine.bank import read_bank
from quizengine.desk.intake import LARGEST_UPLOAD, begin_empty, take_file, take_text
from quizengine.engine import Engine, start
from quizengine.quiz.availability import State

TEXT = "The old bridge\n\nThe bridge was built in 1890. It carries two roads.\n"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return start(tmp_path)


def test_a_text_is_named_by_its_title_and_kept_as_it_is(engine: Engine, tmp_path: Path) -> None:
    place = take_text(engine, TEXT)
    assert place == tmp_path / "seeds" / "the-old-bridge.txt"
    assert place.read_text("utf-8") == TEXT


def test_a_title_that_is_given_stands_above_the_text(engine: Engine) -> None:
    place = take_text(engine, "It carries two roads.\r\n", "  The new\nbridge ")
    assert (place.name, place.read_text("utf-8")) == ("the-new-bridge.txt", "The new bridge\n\nIt carries two roads.\n")


def test_no_file_is_ever_replaced_and_no_bank_gets_in_the_way(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "question_banks").mkdir()
    (tmp_path / "question_banks" / "The-Old-Bridge-2.yaml").write_text("mine")
    names = [take_text(engine, f"{TEXT}It is {age} years old.").name for age in (1, 2, 3, 3)]
    assert names == ["the-old-bridge.txt", "the-old-bridge-3.txt", "the-old-bridge-4.txt", "the-old-bridge-4.txt"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd.txt"),
        ("C:\\Windows\\system.ini", "c-windows-system-ini.txt"),
        (".hidden", "hidden.txt"),
        ("CON", "con-article.txt"),
        ("Ça va? Übung 1", "ca-va-ubung-1.txt"),
        ("Война и мир", "война-и-мир.txt"),
        ("𝕳𝖆𝖑𝖑𝖔 \u202etxt.exe\u0000", "hallo-txt-exe.txt"),
        ("a" * 500, f"{'a' * 60}.txt"),
        ("???", "it-carries-two-roads-and-has-done.txt"),
    ],
)
def test_no_title_leads_out_of_the_folder(engine: Engine, tmp_path: Path, title: str, name: str) -> None:
    place = take_text(engine, "It carries two roads, and has done so for a long time.", title)
    assert place == tmp_path / "seeds" / name
    assert [path.name for path in (tmp_path / "seeds").iterdir() if path.suffix == ".txt"] == [name]


@pytest.mark.parametrize("name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/evil.txt", "evil.TXT"])
def test_of_the_name_of_a_file_nothing_counts_but_its_ending(engine: Engine, name: str, tmp_path: Path) -> None:
    assert take_file(engine, name, TEXT.encode()) == tmp_path / "seeds" / "the-old-bridge.txt"


def bomb() -> bytes:
    """A small file that unpacks to 200 MB and looks like a Word file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 200_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "found an empty file"),
        ("a.txt", b" \n ", "found no words"),
        ("a.svg", b"<svg><script>alert(1)</script></svg>", "kind .svg"),
        ("a.png", b"<!doctype html><p>Not a picture", "have its text recognised"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "save it as a Word file"),
        ("a.exe", b"MZ", "kind .exe"),
        ("noending", b"words", "without an ending"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "found a picture"),
        ("a.docx", b"PK\x03\x04 broken", "found"),
        ("a.pdf", b"%PDF-1.4 nothing", "found"),
        ("a.txt", b"x" * (LARGEST_UPLOAD + 1), "found more than 20,000,000 bytes"),
        ("a.docx", bomb(), "found"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_article_is_refused_and_leaves_nothing_behind(engine, tmp_path: Path, name, data, words) -> None:
    with pytest.raises(ArticleError, match=words):
        take_file(engine, name, data)
    assert not list(tmp_path.glob("seeds/*"))


def test_a_text_in_an_old_encoding_is_taken_as_it_is(engine: Engine) -> None:
    data = "Die Brücke\n\nDie Brücke wurde 1890 gebaut.\n".encode("cp1252")
    place = take_file(engine, "x.txt", data)
    assert (place.name, place.read_bytes()) == ("die-brucke.txt", data)


def test_an_empty_quiz_is_a_draft(engine: Engine, tmp_path: Path) -> None:
    place = begin_empty(engine, "My own\nquestions")
    assert place == tmp_path / "question_banks" / "my-own-questions.yaml"
    read = read_bank(place.read_bytes(), str(place), engine.registry.question_types)
    assert (read.findings, read.quiz.title, read.quiz.availability.state) == ((), "My own questions", State.DRAFT)


def test_what_comes_with_quizengine_takes_nothing_in(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="serve a working folder of your own"):
        begin_empty(start(None), "Mine")
