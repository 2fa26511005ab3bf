"""What all commands share: help, exit codes, one line for a mistake, strictness."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import quizengine
from quizengine.__main__ import quizengine as command_line

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize("command", [(), *((name,) for name in command_line.commands)])
def test_every_command_has_help(run: Run, command: tuple[str, ...]) -> None:
    for option in ("--help", "-h"):
        result = run(*command, option)
        assert result.exit_code == 0 and result.stdout.startswith("Usage: quizengine") and result.stderr == ""


def test_the_version_is_the_package_s(run: Run) -> None:
    assert run("--version").stdout == f"quizengine, version {quizengine.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonsense"], "No such command 'nonsense'."),
        (["generate"], "Missing argument 'ARTICLE...'."),
        (["generate", "a.txt", "--count", "0"], "found 0, expected a whole number, 1 or more."),
        (["generate", "a.txt", "--count", "-3"], "found -3, expected a whole number, 1 or more."),
        (["generate", "a.txt", "--seed", "x"], "found x, expected a whole number."),
        (["generate", "a.txt", "b.txt"], "Several articles need a folder to write to: -o FOLDER/"),
        (
            ["generate", "x/a.txt", "y/a.txt", "-o", "out/"],
            "would both be written to out/a.yaml; write them one by one",
        ),
        (
            ["facts", "a.txt", "--format", "csv"],
            "'csv' is not one of 'text', 'jsonl', 'dot', 'svg', 'tree', 'tree-dot', 'tree-svg'.",
        ),
        (
            ["facts", "a.txt", "--sentence", "3"],
            "--sentence chooses a tree: give --format tree, tree-dot, tree-svg with it.",
        ),
        (["check"], "Missing argument 'BANK...'."),
        (["export", "a.yaml"], "Missing option '--format'."),
        (["completion", "csh"], "'csh' is not one of 'bash', 'zsh', 'fish'."),
        (["--folder", "none", "plugins"], "Directory 'none' does not exist."),
        (["serve", "none"], "Directory 'none' does not exist."),
        (["serve", "--port", "70000"], "found 70000, expected a whole number from 0 to 65535."),
        (["serve", "--lan", "--host", "127.0.0.1"], "every address of this machine and --host on one: give one of the"),
        (
            ["serve", "--new-teacher-address", "--teacher-token", "x" * 20],
            "A token that is given is not changed: leave out --teacher-token or --new-teacher-address.",
        ),
    ],
)
def test_a_command_called_wrongly_says_how_and_ends_with_2(run: Run, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and words in result.stderr and result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate", "none.txt"], "Error: none.txt: cannot be read: there is no such file; check the spelling"),
        (["facts", "."], "Error: .: cannot be read: it is a folder, expected a file"),
        (["generate", "-"], "Error: standard input: found no words, expected the text of an article"),
        (["facts", "none.txt"], "Error: none.txt: cannot be read: there is no such file"),
        (["generate", "none.txt", "--only", "nonsense"], "Error: found no generator nonsense, expected one of: "),
        (["facts", "none.txt", "--only", "nonsense"], "Error: found no generator nonsense, expected one of: "),
        (["export", "none.yaml", "--format", "yaml"], "Error: none.yaml: cannot be read: there is no such file"),
        (
            ["export", "none.yaml", "--format", "nonsense"],
            "Error: found no format nonsense to write, expected one of: ",
        ),
        (
            ["serve", ".", "--teacher-token", "too short"],
            "Error: found a teacher's token of 9 characters, expected 16 to 200 letters, digits, dots, dashes, ",
        ),
    ],
)
def test_something_wrong_with_what_was_given_is_one_line_and_ends_with_1(
    run: Run, arguments: list[str], words: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 1 and result.stdout == ""
    assert result.stderr.startswith(words) and result.stderr.count("\n") == 1


def test_a_broken_plugin_is_told_and_the_command_goes_on(run: Run, numbers: Path) -> None:
    (numbers / "plugins" / "broken.py").write_text("x = 1\nraise SystemExit(0)\n")
    Path("flood.txt").write_text("The river rose by 20 feet.")
    result = run("--folder", numbers, "generate", "flood.txt", "--only", "numbers")
    assert result.exit_code == 0 and "{20}" in result.stdout
    assert result.stderr == (
        f"error: {numbers}/plugins/broken.py:2: plugin broken cannot be loaded: raised SystemExit: 0\n"
    )


def test_strict_stops_at_a_broken_plugin(run: Run, numbers: Path) -> None:
    (numbers / "plugins" / "broken.py").write_text("1 / 0\n")
    result = run("--folder", numbers, "--strict", "plugins")
    assert result.exit_code == 1 and result.stdout == ""
    assert result.stderr.endswith("plugin broken cannot be loaded: raised ZeroDivisionError: division by zero\n")


@pytest.mark.parametrize("command", [("facts", "ARTICLE"), ("schema",), ("plugins",), ("generate", "ARTICLE")])
def test_a_reader_that_has_had_enough_ends_the_command_in_silence(
    process: Process, article: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    reader = subprocess.Popen(["head", "-c", "1"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    arguments = [str(article) if word == "ARTICLE" else word for word in command]
    done = process(*arguments, capture_output=False, stdout=reader.stdin, stderr=subprocess.PIPE)
    assert reader.stdin
    reader.stdin.close()
    reader.wait(10)
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["facts", "generate"])
def test_a_full_disk_is_one_line(process: Process, article: Path, command: str) -> None:
    with open("/dev/full", "wb") as full:
        done = process(command, article, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (1, b"Error: standard output: No space left on device\n")


def test_a_place_that_cannot_be_written_to_is_one_line(run: Run, article: Path) -> None:
    Path("file").write_text("old")
    result = run("generate", article, "-o", "file/bank.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: file/bank.yaml: cannot be written: ") and result.stderr.count("\n") == 1
    assert Path("file").read_text() == "old"


def test_the_module_is_the_same_command_as_the_script(process: Process) -> None:
    assert process("--version").stdout == f"quizengine, version {quizengine.__version__}\n".encode()
