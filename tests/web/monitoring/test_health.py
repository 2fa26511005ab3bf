"""Whether a server is alive and ready, as any program may ask."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from flask import Flask

from quizengine.store import Store
from quizengine.web.monitoring.health import Readiness


def test_a_server_is_alive_and_ready_without_a_token_or_a_cookie(app: Flask) -> None:
    for path, told in (("/health/live", b"alive\n"), ("/health/ready", b"ready\n")):
        answer = app.test_client().get(path)
        assert (answer.status_code, answer.data, answer.mimetype) == (200, told, "text/plain")
        assert "Set-Cookie" not in answer.headers


def test_to_be_ready_means_that_something_was_written_to_the_disk(
    store: Store, tmp_path: Path, commits: Callable[[Path], int]
) -> None:
    before = commits(tmp_path / "attempts.db")
    store.check_writable()
    assert commits(tmp_path / "attempts.db") == before + 1
    with closing(sqlite3.connect(tmp_path / "attempts.db")) as file:
        assert file.execute("SELECT count(*) FROM misses").fetchone() == (0,)


def test_readiness_is_looked_at_anew_after_two_seconds_and_comes_back(app: Flask, store: Store, tmp_path: Path) -> None:
    now = [0.0]
    readiness = Readiness(store, None, lambda: now[0])
    with app.test_request_context("/health/ready"):
        assert readiness.reason() == ""
        shutil.move(tmp_path / "attempts.db", tmp_path / "moved.db")
        assert readiness.reason() == ""
        now[0] = 2.5
        assert readiness.reason() == "answers cannot be saved"
        shutil.move(tmp_path / "moved.db", tmp_path / "attempts.db")
        now[0] = 5.0
        assert readiness.reason() == ""


def test_a_server_whose_folder_is_gone_is_not_ready(app: Flask, store: Store, tmp_path: Path) -> None:
    with app.test_request_context("/health/ready"):
        assert Readiness(store, tmp_path / "gone").reason() == "the folder cannot be read"
