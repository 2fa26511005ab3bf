"""What starting costs: nothing heavy is imported before it is used, and nothing opens a connection."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DOCUMENTS = ("charset_normalizer", "markdown_it", "mammoth", "pypdf", "trafilatura", "lxml")
MARKUP = ("mdit_py_plugins", "latex2mathml", "nh3", "PIL", "filetype")
ARCHIVES = ("distributed", "jinja2", "pyarrow", "warcio")
HEAVY = (
    "numpy",
    "flask",
    "sqlalchemy",
    "pydantic",
    "yaml",
    "click",
    "pluggy",
    "babel",
    "pint",
    "granian",
    *ARCHIVES,
    *DOCUMENTS,
    *MARKUP,
)
IMPORTED = f"import sys, json; print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
RUN = """
import sys
from quizengine.__main__ import main
sys.argv = ["quizengine", *{arguments!r}]
try:
    main()
except SystemExit as end:
    code = end.code
"""
OFFLINE = """
import socket
def refused(*anything, **more):
    raise AssertionError("a connection was opened")
socket.socket.connect = socket.socket.connect_ex = socket.socket.bind = socket.getaddrinfo = refused
"""


def imported_by(code: str, folder: Path) -> set[str]:
    """The heavy modules that a fresh process has imported after running some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{IMPORTED}"], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def run(*arguments: str) -> str:
    return RUN.format(arguments=arguments)


def test_importing_quizengine_imports_nothing_heavy(tmp_path: Path) -> None:
    assert imported_by("import quizengine", tmp_path) == set()


def test_an_article_and_its_spans_need_nothing_heavy(tmp_path: Path) -> None:
    code = "from quizengine import Article, Fact, Finding; list(Article('A train came.').find('train'))"
    assert imported_by(code, tmp_path) == set()


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("generate", "--help"), ("serve", "--help"), ("generate", "--nonsense")]
)
def test_help_imports_click_and_nothing_else_heavy(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert imported_by(run(*arguments), tmp_path) == {"click"}


def test_listing_plugins_runs_no_tagger_no_server_and_no_database(tmp_path: Path) -> None:
    heavy = imported_by(run("plugins"), tmp_path)
    assert not heavy & {"numpy", "flask", "sqlalchemy", "granian"}


def test_making_a_quiz_needs_no_server_and_no_database(tmp_path: Path, checkout: Path) -> None:
    heavy = imported_by(
        run("generate", str(checkout / "seeds" / "north-korean-troops.txt"), "-o", "troops.yaml"), tmp_path
    )
    assert not heavy & {"flask", "sqlalchemy", "granian", "pint", *ARCHIVES, *DOCUMENTS, *MARKUP}
    assert (tmp_path / "troops.yaml").stat().st_size > 500


def test_making_a_quiz_opens_no_connection(tmp_path: Path, checkout: Path) -> None:
    code = OFFLINE + run("generate", str(checkout / "seeds" / "north-korean-troops.txt"), "-o", "troops.yaml")
    imported_by(f"{code}\nassert not code, code", tmp_path)
    assert (tmp_path / "troops.yaml").stat().st_size > 500


def test_that_a_connection_would_be_noticed(tmp_path: Path) -> None:
    code = f"{OFFLINE}\nimport socket\nsocket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode and "a connection was opened" in done.stderr


def test_every_public_name_can_be_imported_by_name_alone(tmp_path: Path) -> None:
    code = "import quizengine\nfor name in quizengine.__all__: assert getattr(quizengine, name).__doc__, name"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=os.environ, check=True)


def test_a_name_that_is_not_public_is_refused_as_python_refuses_it(tmp_path: Path) -> None:
    code = "import quizengine\ntry:\n    quizengine.nonsense\nexcept AttributeError as fault:\n    print(fault)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "module quizengine has no attribute nonsense"
