"""Where previews are kept: in the database that machines share, or else in a file, which is told once."""

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from throwaway_postgresql import Cluster

from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.store import Start, Store, UnknownAttemptError
from quizengine.web import create_app
from quizengine.web.app_context import NAME, AppContext
from quizengine.web.preview_stores import begin_previews
from tests.web.conftest import KEY, TOKEN, Wall

TRIED = Start("attempt-1", "browser-1", "Preview", "rivers", "Rivers", "quiz-1", b"bank")


@pytest.fixture
def make(engine: Engine, library: Library):
    """Makes what the pages of one server work on."""

    def made(store: Store) -> AppContext:
        app = create_app(engine, library, store, secret_key=KEY, teacher_token=TOKEN)
        context = app.extensions[NAME]
        assert isinstance(context, AppContext)
        return context

    return made


def told(store: Store) -> list[str]:
    """What a server says when it starts."""
    said: list[str] = []
    begin_previews(store, said.append)
    return said


def has_preview(context: AppContext) -> bool:
    try:
        context.preview.store.load("attempt-1", None)
    except UnknownAttemptError:
        return False
    return True


def test_servers_on_one_database_share_their_previews(make, postgresql: Cluster):
    with closing(Store(postgresql.address())) as store:
        assert told(store) == []
        make(store).preview.store.begin(TRIED)
        assert has_preview(make(store))


def test_where_the_schema_may_not_be_made_previews_go_on_in_a_file_and_the_start_says_what_to_do(
    make, postgresql: Cluster
):
    with closing(Store(postgresql.limited_address())) as store:
        said = told(store)
        one, other = make(store), make(store)
        one.preview.store.begin(TRIED)
        assert (has_preview(one), has_preview(other)) == (True, False)
    assert [("this computer alone" in line, "GRANT CREATE ON DATABASE" in line) for line in said] == [(True, True)]


def test_a_start_on_a_file_says_nothing_of_previews(store: Store):
    assert told(store) == []


@pytest.mark.parametrize("by", ["start", "page"])
def test_a_preview_of_the_day_before_is_deleted_at_a_start_and_while_teachers_work(
    make, postgresql: Cluster, wall: Wall, monkeypatch, by: str
):
    with closing(Store(postgresql.address(), clock=wall.clock())) as store:
        context = make(store)
        context.preview.store.begin(TRIED)
        wall.now += timedelta(hours=23)
        begin_previews(store, print)
        assert has_preview(context)
        wall.now += timedelta(hours=2)
        if by == "start":
            begin_previews(store, print)
        else:
            monkeypatch.setattr(context.due_classes, "_looked_to_forget", float("-inf"))
            context.due_classes.forget()
        assert not has_preview(context)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_a_server_of_several_processes_says_once_in_its_log_that_previews_are_not_shared(
    folder: Path, postgresql: Cluster
):
    command = [sys.executable, "-m", "quizengine", "serve", str(folder), "--port", "0", "--workers", "2"]
    command += ["--attempts", postgresql.limited_address(), "--log-format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert any('"listening"' in line for line in server.stdout)
        server.terminate()
        lines = [json.loads(line) for line in server.communicate(timeout=60)[1].splitlines() if line.startswith("{")]
    [said] = [line for line in lines if "GRANT CREATE ON DATABASE" in line.get("message", "")]
    assert said["level"] == "warning"
