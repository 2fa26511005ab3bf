"""Nothing in the pure wings or in a generator plugin touches the world; nothing anywhere runs text as code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORLD = frozenset(
    {
        "asyncio",
        "builtins",
        "concurrent",
        "ctypes",
        "fcntl",
        "fileinput",
        "ftplib",
        "getpass",
        "glob",
        "http",
        "importlib",
        "io",
        "locale",
        "logging",
        "mmap",
        "multiprocessing",
        "os",
        "pathlib",
        "pickle",
        "platform",
        "requests",
        "secrets",
        "select",
        "shelve",
        "shutil",
        "signal",
        "smtplib",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib",
        "uuid",
        "webbrowser",
        "zipfile",
    }
)
"""Modules that reach files, clocks, the network, the environment, other processes or true randomness."""
CALLS = frozenset(
    {"open", "print", "input", "eval", "exec", "compile", "__import__", "breakpoint", "globals", "vars", "exit", "quit"}
)
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp"})
READS_AND_WRITES = frozenset(
    {"read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "iterdir", "rglob"}
)

BUILDERS = {"Bearer"}
"""Classes that gather something within one function call and never leave it unfinished."""


PURE = (
    "text",
    "language",
    "quiz",
    "generation",
    "extensions/records",
    "desk/graphs",
    "desk/overlap",
    "desk/tables",
    "system/terminal",
    "errors",
    "plurals",
)
"""Wings, and single rooms of others."""
IMPURE = {ROOT / "quizengine" / "generation" / room for room in ("budget.py", "pairs.py")}
"""The clock that ends the work on an article, and a memory of which pairs of questions clash."""


def pure_files() -> list[Path]:
    """The files of every wing and room that is pure, and of every plugin that generates."""
    rooms = [ROOT / "quizengine" / room for room in PURE]
    files = [room.with_suffix(".py") for room in rooms if not room.is_dir()]
    files += [file for room in rooms if room.is_dir() for file in sorted(room.rglob("*.py"))]
    files = [file for file in files if file not in IMPURE]
    for hooks in sorted((ROOT / "plugins").glob("*/quizengine_*/__init__.py")):
        if "def quizengine_generators" in hooks.read_text("utf-8"):
            files += sorted(hooks.parent.rglob("*.py"))
    return files


ALLOWED = {
    ROOT / "quizengine" / "language" / "model" / "shipped.py": ["importlib.resources", "mmap", ".read_bytes"],
    ROOT / "quizengine" / "language" / "__init__.py": ["importlib"],
    ROOT / "quizengine" / "text" / "documents" / "archives.py": ["io", "zipfile"],
    ROOT / "quizengine" / "text" / "documents" / "e_books.py": ["urllib.parse", "zipfile"],
    ROOT / "quizengine" / "text" / "documents" / "pdf.py": ["io", "logging"],
    ROOT / "quizengine" / "text" / "documents" / "word.py": ["io"],
}
"""The room of the language layer that reads the model, once; its door, which loads rooms when asked; and rooms that
unpack bytes in memory.
"""


def all_files() -> list[Path]:
    """Every file that is shipped as code."""
    return sorted([*(ROOT / "quizengine").rglob("*.py"), *(ROOT / "plugins").glob("*/quizengine_*/**/*.py")])


def touches(source: str) -> Iterator[str]:
    """What in a module reaches the world, with its line."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), names=names, level=0):
                modules = [module]
                if module == "random" and any(alias.name != "Random" for alias in names):
                    yield f"{node.lineno}: from random import something but Random"
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield f"{node.lineno}: {name}()"
                continue
            case ast.Attribute(value=ast.Name(id="random"), attr=attr) if attr != "Random":
                yield f"{node.lineno}: random.{attr}"
                continue
            case ast.Attribute(value=ast.Name(id="datetime" | "date"), attr=attr) if attr in CLOCKS:
                yield f"{node.lineno}: {attr}"
                continue
            case ast.Attribute(attr=attr) if attr in READS_AND_WRITES or attr == "environ":
                yield f"{node.lineno}: .{attr}"
                continue
            case ast.Global() | ast.Nonlocal():
                yield f"{node.lineno}: {type(node).__name__.lower()}"
                continue
            case ast.Call(func=ast.Name(id="Random"), args=[]):
                yield f"{node.lineno}: Random() without a seed"
                continue
            case _:
                continue
        yield from (f"{node.lineno}: {module}" for module in modules if module.partition(".")[0] in WORLD)


def test_a_pure_module_touches_nothing_of_the_world() -> None:
    places = {path: list(touches(path.read_text("utf-8"))) for path in pure_files()}
    touched = {path: [place.partition(": ")[2] for place in found] for path, found in places.items()}
    wrong = {path for path, found in touched.items() if found != ALLOWED.get(path, [])}
    assert {str(path.relative_to(ROOT)): places[path] for path in wrong} == {}


def mutable_values(source: str) -> list[str]:
    """The dataclasses of a module that are not frozen, with their lines."""
    return [
        f"{node.lineno}: {node.name}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and node.name not in BUILDERS
        for words in map(ast.unparse, node.decorator_list)
        if words.startswith("dataclass") and "frozen=True" not in words
    ]


def test_every_value_of_a_pure_module_is_immutable() -> None:
    found = {str(path.relative_to(ROOT)): mutable_values(path.read_text("utf-8")) for path in pure_files()}
    assert {name: values for name, values in found.items() if values} == {}


def test_a_value_that_is_not_frozen_is_noticed() -> None:
    assert mutable_values("@dataclass\nclass Span:\n    start: int") == ["2: Span"]
    assert mutable_values("@dataclass(frozen=True)\nclass Span:\n    start: int") == []


def test_the_pure_rooms_are_all_there() -> None:
    names = {str(path.relative_to(ROOT)) for path in pure_files()}
    assert {
        "quizengine/extensions/records.py",
        "quizengine/text/article.py",
        "quizengine/quiz/grading/part_grading.py",
        "quizengine/errors.py",
    } <= names
    assert {"quizengine/language/sentences.py", "plugins/numeric_recall/quizengine_numeric_recall/__init__.py"} <= names
    assert not any("startup" in name or "files" in name or "news_literacy" in name for name in names)


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "import os.path",
        "from pathlib import Path",
        "import socket",
        "from urllib.request import urlopen",
        "def f():\n    import time",
        "import random\nrandom.shuffle([])",
        "from random import choice",
        "from random import Random\nRandom().random()",
        "from datetime import datetime\ndatetime.now()",
        "from datetime import date\ndate.today()",
        "open('x')",
        "print('x')",
        "eval('1')",
        "def f(path):\n    return path.read_text()",
        "def f():\n    global COUNT\n    COUNT = 1",
    ],
)
def test_each_way_to_the_world_is_noticed(source: str) -> None:
    assert list(touches(source))


@pytest.mark.parametrize(
    "source",
    [
        "from random import Random\nRandom(3).shuffle([])",
        "import random\nrandom.Random(3)",
        "from datetime import date\ndate(1901, 5, 3)",
        "import re\nre.compile('x')",
        "def f(rng):\n    return rng.random()",
    ],
)
def test_what_is_handed_in_may_be_used(source: str) -> None:
    assert list(touches(source)) == []


def test_no_module_runs_text_as_code_or_prints_beside_click() -> None:
    refused = {"eval", "exec", "compile", "__import__", "print", "input", "breakpoint"}
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.func.id}()"
        for path in all_files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in refused
    ]
    assert found == []
