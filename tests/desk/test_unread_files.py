"""A file that nobody reads is named, with what to do about it."""

from pathlib import Path

import pytest

from quizengine.desk.library import open_library
from quizengine.desk.unread_files import unread_files
from quizengine.engine import start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("seeds", "question_banks"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        ("seeds/article.doc", "save it as a Word file (.docx) or a text file (.txt)"),
        ("seeds/ARTICLE.TXT", "rename it to end in .txt"),
        ("seeds/article.PDF", "rename it to end in .pdf"),
        ("seeds/quiz.yaml", "move it there"),
        ("seeds/questions.gift", "write its questions as a bank (.yaml)"),
        ("seeds/picture.png", "have its text recognised (OCR)"),
        ("seeds/tune.mp3", "files here have to end in .txt, .text, .md"),
        ("question_banks/quiz.gift", "write its questions as a bank (.yaml)"),
        ("question_banks/quiz.csv", "write its questions as a bank (.yaml)"),
        ("question_banks/quiz.docx", "write its questions as a bank (.yaml)"),
        ("question_banks/article.txt", "an article belongs into the folder seeds"),
        ("question_banks/quiz.YAML", "rename it to end in .yaml"),
        ("question_banks/without-an-ending", "files here have to end in .yaml or .yml"),
    ],
)
def test_a_file_that_is_not_read_is_named_with_what_to_do(folder: Path, file: str, advice: str) -> None:
    (folder / file).write_bytes(b"anything")
    (found,) = unread_files(folder)
    assert found.file == str(folder / file)
    assert advice in found.message
    assert found.level == "warning"


def test_a_folder_inside_is_named_as_well(folder: Path) -> None:
    (folder / "seeds" / "more").mkdir()
    (found,) = unread_files(folder)
    assert found.message == "this folder is not looked into; move its files up"


@pytest.mark.parametrize(
    "file",
    [
        "seeds/a.txt",
        "seeds/a.docx",
        "seeds/a.pdf",
        "seeds/a.html",
        "question_banks/a.yaml",
        "question_banks/a.yml",
        "seeds/README.md",
    ],
)
def test_what_is_read_and_what_explains_a_folder_is_not_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"anything")
    assert list(unread_files(folder)) == []


@pytest.mark.parametrize("file", ["seeds/.hidden.docx", "seeds/_draft.docx", "seeds/~$article.docx", "seeds/a.txt~"])
def test_hidden_files_and_those_of_an_editor_are_not_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"anything")
    assert list(unread_files(folder)) == []


def test_the_library_tells_of_them(folder: Path) -> None:
    (folder / "seeds" / "article.pages").write_bytes(b"anything")
    assert "article.pages: this file is not read" in "".join(map(str, open_library(start(folder)).findings))


def test_a_folder_without_either_is_fine(tmp_path: Path) -> None:
    assert list(unread_files(tmp_path)) == []
