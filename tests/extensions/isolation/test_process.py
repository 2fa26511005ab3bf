"""A child process answers one request at a time, and is given up when it cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizengine.extensions.isolation.process import ChildLostError, ChildProcess, RequestError

SERVICE = """
import os, sys, time

class Echo:
    def __init__(self, note, greeting):
        self.note, self.greeting = note, greeting

    def answer(self, request):
        words = request.decode()
        self.note(f"doing {words}")
        if words == "streams":
            print("to nobody")
            names = ("stdin", "stdout", "stderr")
            return " ".join(str(getattr(sys, name).fileno()) for name in names).encode() + sys.stdin.read().encode()
        if words == "close":
            os.close(1)
        if words == "close it in Python":
            sys.stdout.close()
        if words == "sleep":
            time.sleep(60)
        if words == "exit":
            os._exit(3)
        return f"{self.greeting} {words}".encode()
"""


@pytest.fixture(scope="module")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChildProcess]:
    folder: Path = tmp_path_factory.mktemp("service")
    (folder / "echo_service.py").write_text(SERVICE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        one = ChildProcess("echo_service:Echo", "hello")
        one.start()
    yield one
    one.stop()
    assert not one.is_running


def test_it_answers_again_and_again_and_says_what_it_does(child: ChildProcess) -> None:
    assert [child.call(name, 30) for name in (b"Ada", b"Bo")] == [b"hello Ada", b"hello Bo"]
    assert child.note == "doing Bo"


def test_its_standard_streams_lead_away_from_the_answers(child: ChildProcess) -> None:
    assert child.call(b"streams", 30) == b"0 1 2"


@pytest.mark.parametrize("request_", [b"close", b"close it in Python"])
def test_a_stream_that_a_plugin_closes_is_reported_and_opened_again(child: ChildProcess, request_: bytes) -> None:
    with pytest.raises(RequestError, match="closed standard output, which belongs to all"):
        child.call(request_, 30)
    assert child.call(b"streams", 30) == b"0 1 2"


@pytest.mark.parametrize(
    ("request_", "seconds", "words"),
    [
        (b"exit", 30, "ended its process with exit code 3"),
        (b"sleep", 1, "took longer than 1 second and was stopped"),
    ],
)
def test_one_that_dies_or_is_slow_is_given_up_and_the_next_call_starts_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request_: bytes, seconds: float, words: str
) -> None:
    (tmp_path / "echo_service.py").write_text(SERVICE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    child = ChildProcess("echo_service:Echo", "hello")
    try:
        assert child.call(b"Ada", 30) == b"hello Ada"
        with pytest.raises(ChildLostError, match=words):
            child.call(request_, seconds)
        assert not child.is_running
        assert child.call(b"Bo", 30) == b"hello Bo"
    finally:
        child.stop()
