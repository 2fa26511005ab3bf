"""`make serve` as README tells it: on the port and in the network that were asked for."""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")

READY = f"{sys.prefix}/.serve"


def make(*arguments: str) -> list[str]:
    """The command that makes something with the Python that runs the tests, and installs nothing."""
    return ["make", "--no-print-directory", "-o", READY, f"VENV={sys.prefix}", *arguments]


@pytest.mark.skipif(not Path(sys.prefix, "bin", "quizengine").exists(), reason="the command is not installed")
def test_make_serve_serves_on_the_port_that_was_asked_for(checkout: Path, tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = make("serve", f"PORT={port}", f"FOLDER={tmp_path}", "ARTICLE=seeds/north-korean-troops.txt")
    with subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = ""
        while "Stop with Ctrl-C" not in said and (line := process.stdout.readline()):
            said += line
        address = re.search(r"For students: +(\S+)", said)[1]
        assert address == f"http://127.0.0.1:{port}/"
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
        with opener.open(address, timeout=20) as page:
            assert "Open to everyone" in (shown := page.read().decode()) and "/quizzes/north-korean-troops" in shown
        teacher = re.search(r"For the teacher: +(\S+)", said)[1]
        with opener.open(teacher, timeout=20) as page:
            advice = re.search(r"start it again with <code>(.*?)</code>", page.read().decode())[1]
        assert advice.startswith("make serve ") and advice.endswith(" LAN=1") and f"PORT={port} " in advice
        process.terminate()


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ([], "serve .quiz"),
        (["LAN=1"], "serve .quiz --lan"),
        (["LAN=0"], "serve .quiz"),
        (["LAN=1", "PORT=8080"], "serve .quiz --port 8080 --lan"),
    ],
)
def test_make_serve_passes_on_what_was_asked_for(checkout: Path, asked: list[str], served: str) -> None:
    command = make("--dry-run", "serve", *asked)
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}  # as if no make ran this
    done = subprocess.run(command, cwd=checkout, env=alone, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == f"{sys.prefix}/bin/quizengine {served}"


def test_the_readme_says_how_to_call_the_command_that_make_serve_installs(checkout: Path) -> None:
    start, _, rest = (checkout / "README.md").read_text("utf-8").partition("\n## Make a quiz")
    assert "source .venv/bin/activate" in start and ".venv/bin/quizengine" in start
    assert "    quizengine generate" in rest


def test_every_test_that_needs_the_machine_to_itself_stands_where_make_test_looks_for_it(checkout: Path) -> None:
    place = checkout / re.search(r"^ALONE := (\S+)$", (checkout / "Makefile").read_text("utf-8"), re.MULTILINE)[1]
    marked = [
        path
        for folder in ("tests", "plugins")
        for path in (checkout / folder).rglob("test_*.py")
        if "mark.alone" in path.read_text("utf-8") and path != Path(__file__)
    ]
    assert marked and all(place in path.parents for path in marked)
