"""`serve`: what it advises for the local network is what works for the way it was started."""

import shlex
import sys
from pathlib import Path

import pytest

from quizengine.__main__ import _with_lan


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A command `quizengine` in a folder that is not on the PATH."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    made = tmp_path / "venv" / "quizengine"
    for place in (made, tmp_path / "bin" / "other"):
        place.parent.mkdir()
        place.write_text("#!/bin/sh\n")
        place.chmod(0o755)
    return made


def test_a_command_that_is_not_on_the_path_is_named_as_it_was_called(program: Path) -> None:
    assert _with_lan(["venv/quizengine", "serve", "my quizzes"]) == "venv/quizengine serve 'my quizzes' --lan"


def test_a_command_on_the_path_goes_by_its_name(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    assert _with_lan([str(program), "serve", "mine", "--port", "0"]) == "quizengine serve mine --port 0 --lan"


def test_as_a_module_it_goes_by_the_python_that_runs_it() -> None:
    python = shlex.quote(sys.executable)
    assert _with_lan(["/x/quizengine/__main__.py", "serve"]) == f"{python} -m quizengine serve --lan"


@pytest.mark.parametrize(
    "more",
    [
        ["--host", "::1"],
        ["--host=127.0.0.1"],
        ["--teacher-token", "a-secret"],
        ["--teacher-token=a-secret"],
        ["--new-teacher-address"],
    ],
)
def test_what_does_not_go_with_it_or_is_a_secret_is_left_out(program: Path, more: list[str]) -> None:
    assert _with_lan(["venv/quizengine", "serve", *more, "mine"]) == "venv/quizengine serve mine --lan"
