"""Files are read or refused in one line, and written whole or not at all."""

import os
import stat
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizengine.errors import ArticleError, BankError, FormatError, WriteError
from quizengine.system.files import files_in, read_article, read_bank_bytes, write_once, write_whole


def test_an_article_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "Zoë’s harbour.txt"
    path.write_bytes(b"A train came.\r\n")
    article = read_article(path)
    assert (article.text, article.name) == ("A train came.\r\n", str(path))
    assert read_article(str(path)) == article


@pytest.mark.parametrize(
    "path", ["", "none.txt", "folder", "file.txt/under.txt", "x" * 300], ids=lambda path: path[:20]
)
def test_what_cannot_be_read_is_said_in_one_line_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("file.txt").write_text("A train came.")
    for read, error in ((read_article, ArticleError), (read_bank_bytes, BankError)):
        with pytest.raises(error) as refusal:
            read(path)
        assert str(refusal.value).startswith(f"{path}: cannot be read: ") and "\n" not in str(refusal.value)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.txt: cannot be read: there is no such file; check the spelling"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ArticleError, match="cannot be read: it is a folder, expected a file"):
        read_article(tmp_path)


@pytest.fixture
def nobody() -> Iterator[None]:
    """Be a user without rights for one test, since the superuser may read every file."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


def test_a_file_without_permission_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("A train came.")
    path.chmod(0)
    request.getfixturevalue("nobody")
    with pytest.raises(ArticleError, match="cannot be read: permission denied"):
        read_article(path)


def test_a_text_of_five_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a train came. " * 360_000)
    with pytest.raises(ArticleError, match=r"long\.txt: found more than 4,000,000 bytes, expected a shorter file"):
        read_article(path)


def test_a_bank_as_long_as_allowed_is_read_and_a_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes(b"a" * 10_000_000)
    assert len(read_bank_bytes(path)) == 10_000_000
    path.write_bytes(b"a" * 10_000_001)
    with pytest.raises(BankError, match="found more than 10,000,000 bytes"):
        read_bank_bytes(path)


def test_standard_input_and_output_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(ArticleError, match="standard input: cannot be read: it is closed"):
        read_article("-")
    with pytest.raises(FormatError, match="standard output: cannot be written: it is closed"):
        write_whole("-", b"one")


def test_files_are_read_and_written_where_nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stdout", None)
    write_whole(tmp_path / "bank.yaml", b"one")
    assert read_bank_bytes(tmp_path / "bank.yaml") == b"one"


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(BankError, match="/dev/zero: found more than 10,000,000 bytes"):
        read_bank_bytes("/dev/zero")


def test_a_file_is_written_with_the_folders_it_lies_in(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "bank.yaml", b"one")
    assert (tmp_path / "a" / "b" / "bank.yaml").read_bytes() == b"one"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["bank.yaml"]


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("ø" * 127), b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["ø" * 127]


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes(b"a longer text than the new one")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new" and stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "bank.yaml").symlink_to(tmp_path / "there" / "bank.yaml")
    write_whole(tmp_path / "bank.yaml", b"one")
    write_whole(tmp_path / "bank.yaml", b"two")
    assert (tmp_path / "bank.yaml").is_symlink() and (tmp_path / "there" / "bank.yaml").read_bytes() == b"two"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_whole(pipe, b"one")
    reader.join(10)
    assert read == [b"one"] and stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_place_that_cannot_be_written_to_is_named_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    for place in (tmp_path / "file" / "bank.yaml", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(FormatError) as refusal:
            write_whole(place, b"new")
        assert str(refusal.value).startswith(f"{place}: cannot be written: ") and "\n" not in str(refusal.value)
    assert [path.name for path in tmp_path.iterdir()] == ["file"] and (tmp_path / "file").read_bytes() == b"old"


def test_files_of_a_folder_come_by_name_and_hidden_ones_do_not(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", ".hidden.yaml", "_draft.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "folder.yaml").mkdir()
    assert [path.name for path in files_in(tmp_path, ".yaml", ".yml")] == ["a.yml", "b.yaml"]
    assert list(files_in(tmp_path / "none", ".yaml")) == []


def test_what_was_there_before_is_kept_and_only_when_the_new_is_written(tmp_path: Path) -> None:
    place, earlier = tmp_path / "bank.yaml", tmp_path / "bank.yaml.before"
    for text in ("one", "two", "three"):
        write_whole(place, text.encode(), earlier)
    assert (place.read_text(), earlier.read_text()) == ("three", "two")
    earlier.unlink()
    earlier.mkdir()
    with pytest.raises(WriteError, match=r"bank\.yaml: cannot be written"):
        write_whole(place, b"four", earlier)
    assert place.read_text() == "three"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bank.yaml", "bank.yaml.before"]


def test_of_many_that_write_one_file_at_once_each_writes_it_whole(tmp_path: Path) -> None:
    place = tmp_path / "bank.yaml"
    texts = [bytes([65 + number]) * 50_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: write_whole(place, text), texts * 5))
    assert place.read_bytes() in texts
    assert [each.name for each in tmp_path.iterdir()] == ["bank.yaml"]


def test_of_many_that_write_a_file_once_one_does(tmp_path: Path) -> None:
    place = tmp_path / "key"
    texts = [bytes([65 + number]) * 32 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(lambda text: [write_once(place, text), place.read_bytes()][1], texts))
    assert len(set(seen)) == 1 and seen[0] in texts
    assert place.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir()] == ["key"]
