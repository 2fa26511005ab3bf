"""`new-bank`, `new-plugin` and `test-plugin`, and `check --watch`."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from jsonschema import Draft202012Validator

from quizengine.authoring.scaffold import SCHEMA_LINE

Run = Callable[..., Result]


def test_a_new_bank_is_asked_for_its_title_and_kind_and_is_without_fault(run: Run, tmp_path: Path) -> None:
    result = run("new-bank", given="Our river\nmatching\n")
    assert result.exit_code == 0 and "Title of the quiz: " in result.stdout and "ordering" in result.stdout
    assert run("check", "our-river.yaml").stderr == "1 question is fine to ask; 0 errors, 0 warnings\n"
    schema = json.loads((tmp_path / ".bank.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert (
        (tmp_path / "our-river.yaml")
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=.bank.schema.json\n")
    )


def test_the_working_folder_is_made_by_the_commands_that_begin_something_in_it(run: Run, tmp_path: Path) -> None:
    assert run("--folder", "banks", "new-bank", "--title", "Our river", "--kind", "choice").exit_code == 0
    assert (tmp_path / "banks" / "question_banks" / "our-river.yaml").is_file()
    assert run("--folder", "mine", "new-plugin", "dates").exit_code == 0
    assert (tmp_path / "mine" / "plugins" / "dates" / "pyproject.toml").is_file()
    for command in (["plugins"], ["new-bank", "river.yaml", "--title", "Our river", "--kind", "choice"]):
        refused = run("--folder", "mien", *command)
        assert refused.exit_code == 2 and "Directory 'mien' does not exist." in refused.stderr
    assert not (tmp_path / "mien").exists() and not (tmp_path / "river.yaml").exists()


def test_the_schema_beside_a_bank_knows_the_types_of_the_folder_s_plugins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine" / "plugins").mkdir(parents=True)
    (tmp_path / "mine" / "plugins" / "big.py").write_text(
        "from quizengine import ShortTextQuestion, hookimpl\nfrom dataclasses import dataclass\n"
        "@dataclass(frozen=True, kw_only=True)\nclass Big(ShortTextQuestion):\n    type = 'big'\n"
        "@hookimpl\ndef quizengine_question_types():\n    yield Big\n"
    )
    assert run("--folder", "mine", "new-bank", "--title", "Ä b/c", "--kind", "choice").exit_code == 0
    assert '"const": "big"' in (tmp_path / "mine" / "question_banks" / ".bank.schema.json").read_text("utf-8")
    assert (tmp_path / "mine" / "question_banks" / "a-b-c.yaml").is_file()


def test_a_bank_that_is_generated_beside_the_schema_names_it(run: Run, tmp_path: Path, numbers: Path) -> None:
    (tmp_path / "flood.txt").write_text("Some 400 people fled.\n")
    (tmp_path / "banks").mkdir()
    command = ["--folder", numbers, "generate", "flood.txt", "--only", "numbers", "--least", "0", "-o"]
    assert run(*command, "banks/").exit_code == 0
    plain = (tmp_path / "banks" / "flood.yaml").read_bytes()
    assert plain.startswith(b"format: quizengine/1\n") and run(*command, "-").stdout_bytes == plain
    (tmp_path / "banks" / ".bank.schema.json").write_text(run("schema").stdout)
    run(*command, "banks/")
    assert (tmp_path / "banks" / "flood.yaml").read_bytes() == SCHEMA_LINE.encode() + plain
    assert "1 question is fine" in run("check", "banks/flood.yaml").stderr


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("mine")
    refused = run("new-bank", "mine.yaml", "--title", "Mine", "--kind", "all")
    assert refused.exit_code == 1 and "mine.yaml: exists already, and stays as it is" in refused.stderr
    assert (tmp_path / "mine.yaml").read_text() == "mine" and not (tmp_path / ".bank.schema.json").exists()
    assert run("new-plugin", "dates").exit_code == 0
    assert "dates: exists already" in run("new-plugin", "dates").stderr


def test_the_report_says_what_holds_and_what_fails_with_exit_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules.py").write_text(
        "from quizengine import Check, hookimpl\n"
        "def look(question, article):\n    return ['bad'] if '!' in question.stem else []\n"
        "@hookimpl\ndef quizengine_checks():\n"
        "    yield Check('loud', look, 'Calm down.', hit='So! = true', miss='So. = true')\n"
        "    yield Check('deaf', look, 'Calm down.', hit='So. = true', miss='So. = true')\n"
    )
    result = run("test-plugin", "rules.py")
    assert result.exit_code == 1
    assert result.stdout == (
        "plugin rules\n"
        "  holds  is loaded, and its hooks yield what they should: offers check loud, check deaf\n"
        "check loud\n"
        "  holds  finds what it is for: finds its hit and leaves its miss alone\n"
        "check deaf\n"
        "  FAILS  finds what it is for: it finds nothing in its hit: So. = true\n"
    )
    assert result.stderr == "2 of 3 claims hold\n"
    assert "found neither a file nor a plugin no_such" in run("test-plugin", "no_such").stderr


def test_a_watched_bank_is_checked_again_when_it_is_saved(
    run: Run, tmp_path: Path, started: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    bank = tmp_path / "bank.yaml"
    run("new-bank", "bank.yaml", "--title", "Rivers", "--kind", "true_false")
    process = started("check", "--watch", "bank.yaml")
    assert process.stderr and process.stdout
    assert process.stderr.readline() == b"1 question is fine to ask; 0 errors, 0 warnings\n"
    assert process.stderr.readline() == b"waiting for the next change; Ctrl-C ends it\n"
    bank.write_text(bank.read_text("utf-8").replace("answer: true", "answer: perhaps"), "utf-8")
    assert b"bank.yaml:" in process.stdout.readline()
    assert process.stderr.readline() == b"0 questions are fine to ask; 1 error, 0 warnings\n"


def test_standard_input_cannot_be_watched(run: Run) -> None:
    result = run("check", "--watch", "-")
    assert result.exit_code == 2 and "--watch needs files" in result.stderr
