"""What goes into a file that is gone, replaced or overwritten is not acknowledged; the file that comes back is used."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizengine.store import BusyError, LostFileError, ReadOnlyError, Start, Store, StoreError
from quizengine.store.sqlite.opened_files import _Header

START = Start("attempt-1", "owner-1", "Ada", "rivers", "Rivers", "quiz-1", b"format: quizengine/1\n")


@pytest.fixture
def store(path: Path):
    with closing(Store(path, patience=0.3)) as store:
        store.begin(START)
        yield store


def respond(store: Store, text: str) -> None:
    store.respond("attempt-1", "owner-1", "q1", {"answer": (text,)})


def given(path: Path) -> str:
    """What a file holds by itself, without its log."""
    alone = path.with_name("alone.db")
    shutil.copyfile(path, alone)
    with closing(sqlite3.connect(alone)) as file:
        return str(file.execute("SELECT given FROM responses").fetchone()[0])


def test_a_file_that_is_moved_takes_nothing_and_is_used_again_when_it_is_back(store: Store, path: Path):
    respond(store, "before")
    path.rename(path.with_name("elsewhere"))
    for _ in range(3):
        with pytest.raises(LostFileError, match=r"was deleted, moved or renamed .* put a good copy in its place"):
            respond(store, "meanwhile")
    assert not path.exists()
    path.with_name("elsewhere").rename(path)
    assert "before" in given(path)  # what was in the log is in the file as well
    respond(store, "after")
    assert store.load("attempt-1", "owner-1").attempt.responses == {"q1": {"answer": ("after",)}}


def test_another_file_in_its_place_is_not_written_to(store: Store, path: Path):
    other = path.with_name("other")
    with closing(Store(other)):
        pass
    content = other.read_bytes()
    path.unlink()
    other.rename(path)
    with pytest.raises(LostFileError, match="was replaced by another file"):
        respond(store, "x")
    store.close()
    assert path.read_bytes() == content
    with closing(Store(path)) as again:
        assert again.submitted() == ()


@pytest.mark.parametrize("size", [0, 4096, 5000])
def test_a_file_that_is_cut_short_takes_nothing(store: Store, path: Path, size: int):
    store.close()
    with closing(Store(path)) as store:
        respond(store, "x")
        os.truncate(path, size)
        for _ in range(3):
            with pytest.raises(LostFileError, match="was cut short or overwritten"):
                respond(store, "y")


def test_an_earlier_copy_written_over_the_file_is_noticed(store: Store, path: Path):
    store.close()
    shutil.copyfile(path, path.with_name("backup"))
    with closing(Store(path)) as store:
        for number in range(200):
            store.begin(Start(f"attempt-{number}", "owner-1", "Ada", "r", "R", "q", b"x" * 1000))
    with closing(Store(path)) as store:
        path.write_bytes(path.with_name("backup").read_bytes())
        with pytest.raises(LostFileError, match="was cut short or overwritten"):
            respond(store, "x")


def test_a_log_that_is_moved_into_the_file_is_no_loss(store: Store, path: Path):
    """SQLite does so by itself, in this process and in others."""
    respond(store, "x")
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
    respond(store, "y")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("VACUUM")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    respond(store, "z")
    assert "z" in str(store.load("attempt-1", "owner-1").attempt.responses)


@pytest.mark.parametrize("beside", ["-wal", "-shm"])
def test_without_its_log_nothing_is_acknowledged_and_what_was_is_in_the_file(store: Store, path: Path, beside: str):
    respond(store, "before")
    path.with_name(path.name + beside).unlink()
    with pytest.raises(LostFileError, match=f"{beside}: was deleted or moved .* stop quizengine and start it again"):
        respond(store, "meanwhile")
    assert "before" in given(path)


def test_a_log_without_its_file_is_not_thrown_away(store: Store, path: Path):
    respond(store, "x")
    log = path.with_name(f"{path.name}-wal")
    shutil.copyfile(log, path.with_name("log"))
    store.close()
    path.unlink()
    path.with_name("log").rename(log)
    with pytest.raises(StoreError, match=r"found answers without the file .* put that back"):
        Store(path)
    assert log.exists()


def test_a_store_of_another_process_is_the_same_file_or_none(store: Store, path: Path):
    path.rename(path.with_name("elsewhere"))
    with closing(Store(path, identity=store.identity)) as late:
        for _ in range(2):
            with pytest.raises(LostFileError):
                respond(late, "x")
        assert not path.exists()
        path.with_name("elsewhere").rename(path)
        respond(late, "here again")
    assert "here again" in str(store.load("attempt-1", "owner-1").attempt.responses)


def test_a_link_that_leads_elsewhere_is_noticed(tmp_path: Path):
    (tmp_path / "a").mkdir()
    link = tmp_path / "attempts.db"
    link.symlink_to(tmp_path / "a" / "real.db")
    with closing(Store(link)) as store:
        store.begin(START)
        link.unlink()
        link.symlink_to(tmp_path / "a" / "other.db")
        with pytest.raises(LostFileError):
            respond(store, "x")


def test_a_file_that_may_not_be_written_to_is_named(store: Store, path: Path):
    with store.batch.writing() as connection:
        connection.execute("PRAGMA query_only=1")  # as a disk that was mounted anew
    with pytest.raises(ReadOnlyError, match="may not be written to"):
        respond(store, "x")


def test_who_comes_after_one_that_waited_in_vain_is_told_at_once_and_others_are_not_kept(store: Store, path: Path):
    with closing(sqlite3.connect(path, isolation_level=None)) as someone:
        someone.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            with pytest.raises(BusyError, match="end that program"):
                respond(store, "x")
    respond(store, "y")
    assert store.recoveries == 1


def test_a_reader_of_a_file_that_was_cut_short_is_told_so(store: Store, path: Path):
    store.close()
    with closing(Store(path)) as store:
        os.truncate(path, 0)
        with store.batch.reading(), pytest.raises(LostFileError, match="was cut short"):  # on a new connection
            store.submitted()


def test_a_store_that_was_never_in_trouble_has_not_recovered(store: Store):
    respond(store, "x")
    assert store.recoveries == 0


def test_the_header_of_a_file_says_how_large_it_is_and_counts_its_changes(tmp_path: Path):
    path = tmp_path / "plain.db"
    headers = []
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA page_size=8192")
        for statement in ("CREATE TABLE t (x)", "INSERT INTO t VALUES (1)"):
            file.execute(statement)
            headers.append(_Header.of(path.read_bytes()[:100]))
            assert headers[-1] is not None and headers[-1].size == path.stat().st_size == 2 * 8192
    assert [header.changes for header in headers] == [1, 2]


def test_what_is_no_header_of_a_database_says_nothing():
    assert _Header.of(b"SQLite format 3\0" + bytes(83)) is None
    assert _Header.of(bytes(100)) is None
    assert _Header.of(b"SQLite format 3\0" + bytes(84)) == _Header(0, 0)
    largest = b"SQLite format 3\0" + b"\0\1" + bytes(10) + b"\0\0\0\3" + bytes(68)
    assert _Header.of(largest) == _Header(0, 3 * 65536)
