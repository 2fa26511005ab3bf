"""`backup` and `restore` at the terminal."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from quizengine.store import Store

Run = Callable[..., Result]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A folder with a bank and a database, and a backup of it in `all.quizbackup`."""
    banks = tmp_path / "school" / "question_banks"
    banks.mkdir(parents=True)
    (banks / "rivers.yaml").write_text("title: Rivers\n", "utf-8")
    Store(tmp_path / "school" / "quizengine.db").close()
    return tmp_path / "school"


def test_a_folder_is_backed_up_and_restored_elsewhere(run: Run, school: Path, tmp_path: Path) -> None:
    made = run("backup", "all.quizbackup", school)
    assert made.exit_code == 0 and made.stderr.startswith("all.quizbackup: 2 files, ")
    done = run("restore", "all.quizbackup", tmp_path / "new")
    assert done.exit_code == 0 and "  new: 2 files; there already: 0 files\n" in done.stderr
    assert (tmp_path / "new" / "question_banks" / "rivers.yaml").read_text("utf-8") == "title: Rivers\n"


def test_nothing_is_replaced_without_a_yes(run: Run, school: Path, tmp_path: Path) -> None:
    run("backup", "all.quizbackup", school)
    bank = school / "question_banks" / "rivers.yaml"
    bank.write_text("title: Lakes\n", "utf-8")
    told = run("restore", "all.quizbackup", school)
    assert told.exit_code == 1 and f"    {bank}\n" in told.stderr and "nothing was written; add --yes" in told.stderr
    assert bank.read_text("utf-8") == "title: Lakes\n"
    assert run("restore", "all.quizbackup", school, "--yes").exit_code == 0
    assert bank.read_text("utf-8") == "title: Rivers\n"
    [kept] = (school / ".replaced").glob("*/question_banks/rivers.yaml")
    assert kept.read_text("utf-8") == "title: Lakes\n"


def test_a_backup_of_answers_kept_elsewhere_is_restored_to_their_place(run: Run, school: Path, tmp_path: Path) -> None:
    (school / "quizengine.db").replace(tmp_path / "answers.db")
    run("backup", "all.quizbackup", school, "--attempts", tmp_path / "answers.db")
    done = run("restore", "all.quizbackup", tmp_path / "new", "--attempts", tmp_path / "new.db")
    assert done.exit_code == 0
    with closing(Store(tmp_path / "new.db")) as store:
        assert store.assignments.latest() == ()
    assert not (tmp_path / "new" / "quizengine.db").exists()


def test_a_backup_in_a_folder_is_named_by_its_time(run: Run, school: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    assert run("backup", "backups", school).exit_code == 0
    [made] = (tmp_path / "backups").iterdir()
    assert re.fullmatch(r"quizengine-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.quizbackup", made.name)


def test_answers_in_postgresql_are_not_left_out_without_a_word(
    run: Run, school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZENGINE_DATABASE", "postgresql://school@database/quizengine")
    told = run("backup", "all.quizbackup", school)
    assert told.exit_code == 2 and "pg_dump" in told.stderr and not (tmp_path / "all.quizbackup").exists()
    assert run("backup", "all.quizbackup", school, "--without-answers").exit_code == 0
    assert run("restore", "all.quizbackup", "new", "--without-answers").exit_code == 0
    assert (tmp_path / "new" / "question_banks" / "rivers.yaml").exists()


def test_a_backup_without_answers_says_so(run: Run, school: Path) -> None:
    (school / "quizengine.db").unlink()
    assert "warning" in run("backup", "all.quizbackup", school).stderr


def test_what_is_no_backup_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes", "utf-8")
    told = run("restore", "notes.txt", "new")
    assert told.exit_code == 1 and told.stderr.startswith("Error: notes.txt: found a file that is no backup")
