"""`check` as a linter: places and names, choosing checks, formats, exit codes, comments that silence, and repairs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

Run = Callable[..., Result]

BANK = """\
format: quizengine/1
title: Rivers
questions:
  - type: choice
    stem: Which of these is not a river?
    answer: Alster Lake
    distractors: [Elbe, Rhine]

  - type: choice
    stem: Where does the Elbe rise?
    answer: in Bohemia
    distractors: [in Saxony]
"""


def named(result: Result) -> list[str]:
    return [line.split()[1] for line in result.stdout.splitlines()]


def test_a_line_is_file_line_column_name_and_message(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK)
    result = run("check", "rivers.yaml")
    assert result.stdout.splitlines() == [
        "rivers.yaml:4:5: negative-unmarked the stem turns on “not”; ask for what is so, or write it in capitals: NOT "
        "(warning)",
        "rivers.yaml:9:5: too-few-options there are two options, so half of those who guess are right; three are "
        "enough (note)",
    ]
    assert result.stderr == "2 questions are fine to ask; 0 errors, 1 warning, 1 note\n"


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_exit_code_follows_the_level_that_fails(run: Run, tmp_path: Path, level: str, code: int) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK)
    assert run("check", "rivers.yaml", "--fail-on", level).exit_code == code


def test_checks_are_selected_and_ignored_by_name(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK)
    assert named(run("check", "rivers.yaml", "--select", "too-few-options")) == ["too-few-options"]
    assert named(run("check", "rivers.yaml", "--ignore", "too-few-options,long-options")) == ["negative-unmarked"]
    assert named(run("check", "rivers.yaml", "--select", "too-few-options", "--ignore", "too-few-options")) == []


def test_a_name_that_no_check_has_is_a_wrong_call_with_the_nearest_name(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK)
    result = run("check", "rivers.yaml", "--ignore", "too-few-option")
    assert result.exit_code == 2 and "did you mean too-few-options?" in result.stderr
    assert run("check").exit_code == 2


def test_a_check_is_explained(run: Run) -> None:
    result = run("check", "--explain", "all-of-the-above")
    assert result.exit_code == 0 and result.stdout.startswith("all-of-the-above (error)\n  Found when ")
    assert run("check", "--explain", "bank-file").exit_code == 0
    assert run("check", "--explain", "nothing-of-the-kind").exit_code == 2


def test_the_page_of_all_checks_is_the_one_in_docs(run: Run, checkout: Path) -> None:
    assert run("check", "--explain", "all").stdout == (checkout / "docs" / "checks.md").read_text("utf-8")


def test_json_holds_each_finding_with_its_place(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK)
    first, second = json.loads(run("check", "rivers.yaml", "--format", "json").stdout)
    assert {key: first[key] for key in ("file", "line", "column", "name", "level")} == {
        "file": "rivers.yaml", "line": 4, "column": 5, "name": "negative-unmarked", "level": "warning",
    }  # fmt: skip
    assert second["name"] == "too-few-options" and second["message"].startswith("there are two options")


def test_sarif_names_its_rules_and_places(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "my rivers.yaml").write_text(BANK)
    log = json.loads(run("check", "my rivers.yaml", "missing.yaml", "--format", "sarif").stdout)
    [one] = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0" and rules == ["bank-file", "negative-unmarked", "too-few-options"]
    for result in one["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"] and result["message"]["text"]
    first = one["results"][0]["locations"][0]["physicalLocation"]
    assert first == {"artifactLocation": {"uri": "my%20rivers.yaml"}, "region": {"startLine": 4, "startColumn": 5}}
    assert "region" not in one["results"][2]["locations"][0]["physicalLocation"]


def test_formats_are_empty_but_whole_when_nothing_is_found(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK)
    chosen = ("check", "rivers.yaml", "--select", "long-options")
    assert run(*chosen).stdout == ""
    assert json.loads(run(*chosen, "--format", "json").stdout) == []
    assert json.loads(run(*chosen, "--format", "sarif").stdout)["runs"][0]["results"] == []


def test_a_repair_is_told_and_what_is_left_is_reported(run: Run, tmp_path: Path) -> None:
    Path(tmp_path / "rivers.yaml").write_text(BANK.replace("title: Rivers", "title: Rivers   "))
    result = run("check", "--fix", "rivers.yaml")
    assert result.stderr.startswith("rivers.yaml: repaired white space at the ends of lines\n")
    assert Path("rivers.yaml").read_text() == BANK and len(result.stdout.splitlines()) == 2
    assert "repaired" not in run("check", "--fix", "rivers.yaml").stderr


def test_standard_input_cannot_be_repaired(run: Run) -> None:
    assert run("check", "--fix", "-", given=BANK).exit_code == 2


def test_the_hooks_for_pre_commit_call_commands_that_there_are(run: Run, checkout: Path) -> None:
    hooks = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text())
    assert [hook["id"] for hook in hooks] == ["quizengine-check", "quizengine-fix"]
    Path("rivers.yaml").write_text(BANK)
    for hook in hooks:
        program, *arguments = hook["entry"].split()
        assert program == "quizengine" and run(*arguments, "rivers.yaml").exit_code == 0
