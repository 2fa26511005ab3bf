"""Ten hostile plugins in a working folder: the quiz opens for students all the same, and the teacher sees each name."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

HOSTILE = {
    "import_raises": "raise RuntimeError('no')",
    "import_ends": "import os; os._exit(3)",
    "import_crashes": "import ctypes; ctypes.string_at(0)",
    "import_interrupts": "raise KeyboardInterrupt",
    "import_closes": "import os, sys; sys.stdout.close(); os.close(1)",
    "no_python": "def (",
    "no_hook": "x = 1",
    "later_api": "QUIZENGINE_API = 99",
    "hook_exits": "def quizengine_checks():\n    raise SystemExit(2)",
    "hook_lies": "def quizengine_formats():\n    yield 3",
}
BANK = """format: quizengine/1
title: Rivers
state: open
questions:
  - {type: true_false, stem: It flows., answer: true}
"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The addresses for students and for the teacher of a folder with a quiz and ten hostile plugins."""
    for name in ("plugins", "question_banks"):
        (tmp_path / name).mkdir()
    (tmp_path / "question_banks" / "rivers.yaml").write_text(BANK, "utf-8")
    for name, code in HOSTILE.items():
        hook = code.replace("def quizengine", "from quizengine import hookimpl\n@hookimpl\ndef quizengine")
        (tmp_path / "plugins" / f"{name}.py").write_text(hook, "utf-8")
    command = [sys.executable, "-m", "quizengine", "serve", str(tmp_path), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ}
    )
    assert process.stdout
    found: list[str] = []
    while len(found) < 2 and (line := process.stdout.readline()):
        found += re.findall(r"For (?:students|the teacher): +(\S+)", line)
    yield found[0], found[1]
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)


def test_the_quiz_opens_and_each_of_ten_is_named(served: tuple[str, str]) -> None:
    student, teacher = served
    with urlopen(
        f"{student}quizzes/rivers" if student.endswith("/") else f"{student}/quizzes/rivers", timeout=20
    ) as page:
        assert "Rivers" in page.read().decode()
    browser = build_opener(HTTPCookieProcessor())
    browser.open(teacher, timeout=20).close()
    with browser.open(f"{teacher.partition('?')[0]}/plugins", timeout=20) as page:
        shown = page.read().decode()
    assert {name for name in HOSTILE if f"plugin {name}" in shown} == set(HOSTILE)
