"""How the command line is called in tests: in this process for most, in a process of its own where that matters."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizengine.__main__ import quizengine


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call the command line in an empty folder, which must not end in a traceback."""
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str | Path, given: str | bytes = b"") -> Result:
        result = CliRunner().invoke(quizengine, list(map(str, arguments)), input=given, prog_name="quizengine")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return called


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Call the command line in a process of its own, in an empty folder."""

    def called(*arguments: str | Path, hash_seed: str = "0", **more: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "quizengine", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            check=False,
            timeout=60,
            **{"capture_output": True, **more},
        )

    return called


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Start the command line in a process of its own, in an empty folder, and leave it running."""
    running: list[subprocess.Popen[bytes]] = []

    def begun(*arguments: str | Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "quizengine", *map(str, arguments)]
        running.append(subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
        return running[-1]

    yield begun
    for one in running:
        one.kill()
        one.communicate()


@pytest.fixture
def article(checkout: Path) -> Path:
    """The file of the article about North Korean troops."""
    return checkout / "seeds" / "north-korean-troops.txt"


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    """A working folder whose one plugin gaps every number, so that tests know what is asked."""
    (tmp_path / "mine" / "plugins").mkdir(parents=True)
    (tmp_path / "mine" / "plugins" / "numbers.py").write_text(
        "from quizengine import ClozeQuestion, Fact, Generator, Refusal, hookimpl\n\n"
        "def find(article):\n"
        "    for number in article.find(r'\\d+'):\n"
        "        small = len(number.text) == 1\n"
        "        yield Refusal(number, 'small', 'one digit') if small else Fact('number', {'answer': number})\n\n"
        "def ask(fact, others, rng):\n"
        "    yield ClozeQuestion.around(fact.roles['answer'])\n\n"
        "@hookimpl\n"
        "def quizengine_generators():\n"
        "    yield Generator('numbers', find, ask)\n",
        "utf-8",
    )
    return tmp_path / "mine"
