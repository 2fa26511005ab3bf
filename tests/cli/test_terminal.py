"""Whatever a title, a stem, a name of a file or a plugin holds, no command gives the terminal an order by it."""

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import Result

from quizengine.__main__ import quizengine as group
from quizengine.system.terminal import escape_controls

Run = Callable[..., Result]

EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\u2066"
ARTICLE = f"The {EVIL} harbour\n\nIn 1911 the {EVIL} ferry carried 300 tons of rye. It sank because of the storm.\n"
YAML = "".join(f"\\u{ord(sign):04x}" if not sign.isprintable() else sign for sign in EVIL)
BANK = f"""\
format: quizengine/1
title: "Harbour {YAML}"
questions:
  - {{type: true_false, id: "{YAML}", stem: "They {YAML} swim, and it {YAML} flies.", answer: true}}
  - {{type: "{YAML}", stem: "x"}}
  - {{type: choice, stem: "{YAML}", answer: "{YAML} a", distractors: ["{YAML} b", "none of these"], "{YAML}": x}}
"""
GIFT = f"::{EVIL}:: Which {EVIL} river? {{={EVIL} Elbe ~{EVIL} Po}}\n\n::{EVIL}:: No {EVIL} key {{~Po ~{EVIL}\n"
PLUGIN = f"""\
from quizengine import Check, Format, Generator, hookimpl

def broken(*given):
    raise ValueError({EVIL!r})

@hookimpl
def quizengine_generators():
    yield Generator({EVIL!r}, broken, broken, {EVIL!r})

@hookimpl
def quizengine_checks():
    yield Check("evil", broken, {EVIL!r}, hit={EVIL!r})
"""
CASES = {
    "generate": [["generate", "--explain", "ARTICLE", "-o", "quiz.yaml"], ["generate", "missing" + EVIL]],
    "facts": [["facts", "ARTICLE"], ["facts", "--format", "jsonl", "ARTICLE"], ["facts", "--format", "dot", "ARTICLE"]],
    "check": [
        ["check", "BANK"],
        ["check", "--format", "json", "BANK"],
        ["check", "--format", "sarif", "BANK"],
        ["check", "--fix", "BANK"],
        ["check", "missing" + EVIL],
        ["check", "--select", EVIL, "BANK"],
        ["check", "--explain", "evil"],
    ],
    "export": [["export", "--format", "yaml", "BANK", "-o", "out.yaml"], ["export", "--format", EVIL, "BANK"]],
    "import": [
        ["import", "missing" + EVIL],
        ["import", "--format", EVIL, "BANK"],
        ["import", "--format", "gift", "GIFT", "-o", "new.yaml"],
    ],
    "schema": [["schema"]],
    "new-bank": [["new-bank", "--title", EVIL, "--kind", "all"], ["new-bank", "--title", "a", "--kind", EVIL]],
    "new-plugin": [["new-plugin", EVIL], ["new-plugin", "dates"]],
    "test-plugin": [["test-plugin", "missing" + EVIL], ["test-plugin", "PLUGIN", "--article", "ARTICLE"]],
    "pack": [["pack", "FOLDER", "--licence", EVIL, "-o", "a.quizpack"], ["pack", "missing" + EVIL]],
    "unpack": [["unpack", "missing" + EVIL], ["unpack", "ARTICLE"]],
    "plugins": [["plugins"], ["--without", EVIL, "plugins"]],
    "allow": [["allow", "FOLDER"], ["allow", "missing" + EVIL]],
    "results": [["results", "missing" + EVIL], ["results", "--quiz", EVIL, "."]],
    "move": [["move", "missing" + EVIL, "new.db"], ["move", "BANK", EVIL]],
    "backup": [["backup", "a.zip", "FOLDER", "--without-answers"], ["backup", "a.zip", "missing" + EVIL]],
    "restore": [["restore", "missing" + EVIL, "FOLDER"], ["restore", "ARTICLE", "FOLDER"]],
    "forget": [["forget", "FOLDER", "--older-than", EVIL], ["forget", "missing" + EVIL, "--older-than", "1y"]],
    "completion": [["completion", "bash"], ["completion", EVIL]],
    "serve": [["serve", "--attempts", "/dev/null/" + EVIL, "--port", "0"], ["serve", EVIL]],
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A working folder in which everything has an order in it."""
    folder = tmp_path / "mine"
    for name in ("plugins", "seeds", "question_banks"):
        (folder / name).mkdir(parents=True)
    (folder / "plugins" / "evil.py").write_text(PLUGIN, "utf-8")
    (folder / "seeds" / f"a{EVIL[1:9]}.txt").write_text(ARTICLE, "utf-8")
    (folder / "question_banks" / f"b{EVIL[1:9]}\x1b.yaml").write_text(BANK, "utf-8")
    (folder / f"d{EVIL[1:9]}.gift").write_text(GIFT, "utf-8")
    (folder / "seeds" / "c\x1b[2J.docx").write_bytes(b"")
    return folder


@pytest.mark.parametrize("command", group.commands)
def test_no_command_gives_the_terminal_an_order(run: Run, hostile: Path, command: str) -> None:
    (article,) = (hostile / "seeds").glob("*.txt")
    (bank,) = (hostile / "question_banks").glob("*.yaml")
    gift = hostile / f"d{EVIL[1:9]}.gift"
    for case in CASES[command]:
        places = {"ARTICLE": article, "BANK": bank, "GIFT": gift, "FOLDER": hostile}
        places["PLUGIN"] = hostile / "plugins" / "evil.py"
        words = [str(places.get(word, word)) for word in case]
        result = run("--folder", hostile, *words)
        said = result.stdout + result.stderr
        assert said == escape_controls(said), f"{case}: {said!a}"
        assert said.strip(), case


@pytest.mark.parametrize("options", [["--folder", "missing" + EVIL, "plugins"], ["--" + EVIL], [EVIL]])
def test_a_mistake_before_the_command_is_told_without_an_order(run: Run, options: list[str]) -> None:
    result = run(*options)
    assert result.stderr == escape_controls(result.stderr)
    assert result.exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
def test_a_bank_that_is_written_to_a_terminal_gives_it_no_order_and_is_left_alone_in_a_pipe(hostile: Path) -> None:
    (bank,) = (hostile / "question_banks").glob("*.yaml")
    command = [sys.executable, "-m", "quizengine", "export", "--format", "yaml", str(bank)]
    piped = subprocess.run(command, capture_output=True, timeout=60, check=False).stdout.decode()
    assert "\u202e" in piped
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "wb") as terminal:
        subprocess.run(command, stdout=terminal, stderr=subprocess.DEVNULL, timeout=60, check=False)
    seen = b""
    with suppress(OSError):  # how a terminal tells that nobody writes any more
        while chunk := os.read(ours, 65536):
            seen += chunk
    os.close(ours)
    assert "title" in seen.decode()
    assert seen.decode().replace("\r\n", "\n") == escape_controls(piped)


def test_everything_that_is_printed_goes_through_one_function(checkout: Path) -> None:
    """`print_text` is where text is made safe; the QR code alone, which is ours and made of colours, goes past it."""
    ways = ("print", "click.echo", "click.secho", "echo", "sys.stdout.write", "sys.stderr.write")
    printed = [
        f"{path.name}: {ast.unparse(node)}"
        for path in (checkout / "quizengine").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ways
    ]
    assert sorted(printed) == [
        "__main__.py: click.echo(code)",
        "commands.py: click.echo(escape_controls(text), err=err, nl=nl)",
    ]
