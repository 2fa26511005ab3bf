"""Backups of real folders with real databases, also of one that a server is writing to; and damaged ones."""

import json
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizengine.errors import FormatError, WriteError
from quizengine.operation.archive import open_backup
from quizengine.operation.backup import make_backup
from quizengine.operation.restore import plan_restore, restore
from quizengine.store import BusyError, Start, Store, StoreError

NOW = datetime(2031, 5, 3, 14, 30)
START = Start("a" * 32, "browser", "Ada", "rivers", "Rivers", "rivers-1", b"format: quizengine/1\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder as a school has it, with one answer of a student."""
    folder = tmp_path / "school"
    files = {
        "question_banks/rivers.yaml": "title: Rivers\n",
        "question_banks/.edits/rivers.yaml.jsonl": "{}\n",
        "question_banks/images/delta.png": "a picture",
        "seeds/rivers.txt": "The Danube is 2,850 km long.\n",
        "quizengine.toml": "[generators]\n",
        "school.yaml": "open: all\n",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    with closing(Store(folder / "quizengine.db")) as store:
        store.begin(START)
        store.respond(START.id, START.owner, "q-1", {"part-1": ("2850",)})
    (folder / "quizengine.db.key").write_bytes(bytes(32))
    (folder / "quizengine.db.teacher").write_text("a-token-for-the-teacher", "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but its database and the locks, as a backup restores them."""
    skipped = ("quizengine.db", "quizengine.db.lock", ".lock")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in skipped and ".replaced" not in path.parts
    }


def answer(attempts: Path) -> object:
    with closing(Store(attempts)) as store:
        return store.load(START.id, START.owner).attempt.responses.get("q-1")


def restored(backup: Path, folder: Path) -> None:
    with open_backup(backup) as archive:
        archive.check()
        plan = plan_restore(archive, folder, folder / "quizengine.db")
        restore(archive, plan, folder, NOW)


def test_a_backup_restores_every_file_and_every_answer_to_a_new_folder(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    restored(tmp_path / "all.quizbackup", tmp_path / "new")
    assert contents(tmp_path / "new") == contents(folder)
    assert answer(tmp_path / "new" / "quizengine.db") == {"part-1": ("2850",)}


def test_only_its_owner_can_read_a_backup_and_the_answers_restored_from_it(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    restored(tmp_path / "all.quizbackup", tmp_path / "new")
    private = [tmp_path / "all.quizbackup", *(tmp_path / "new").glob("quizengine.db*")]
    assert len(private) == 5 and {path.stat().st_mode & 0o077 for path in private} == {0}


def test_a_backup_holds_what_is_still_in_the_log_of_an_open_database(folder: Path, tmp_path: Path) -> None:
    with closing(Store(folder / "quizengine.db")) as store:
        store.respond(START.id, START.owner, "q-1", {"part-1": ("2851",)})
        make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
        store.respond(START.id, START.owner, "q-1", {"part-1": ("2852",)})  # the server goes on as before
    restored(tmp_path / "all.quizbackup", tmp_path / "new")
    assert answer(tmp_path / "new" / "quizengine.db") == {"part-1": ("2851",)}
    assert answer(folder / "quizengine.db") == {"part-1": ("2852",)}


def test_a_restored_database_has_a_log_that_is_written_ahead(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    restored(tmp_path / "all.quizbackup", tmp_path / "new")
    with closing(sqlite3.connect(tmp_path / "new" / "quizengine.db")) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_is_replaced_is_kept_and_what_is_not_in_the_backup_stays(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    (folder / "question_banks" / "rivers.yaml").write_text("title: Lakes\n", "utf-8")
    (folder / "question_banks" / "hills.yaml").write_text("title: Hills\n", "utf-8")
    with closing(Store(folder / "quizengine.db")) as store:
        store.respond(START.id, START.owner, "q-1", {"part-1": ("9999",)})
    with open_backup(tmp_path / "all.quizbackup") as archive:
        plan = plan_restore(archive, folder, folder / "quizengine.db")
    assert [each.file.path for each in plan.replaced] == ["answers/attempts.db", "folder/question_banks/rivers.yaml"]
    assert plan.stays == ("question_banks/hills.yaml",) and not plan.new

    restored(tmp_path / "all.quizbackup", folder)
    assert (folder / "question_banks" / "rivers.yaml").read_text("utf-8") == "title: Rivers\n"
    assert (folder / "question_banks" / "hills.yaml").exists()
    kept = folder / ".replaced" / "2031-05-03T14-30-00" / "question_banks" / "rivers.yaml"
    assert kept.read_text("utf-8") == "title: Lakes\n"
    assert answer(folder / "quizengine.db") == {"part-1": ("2850",)}
    assert answer(folder / "quizengine.db.replaced-2031-05-03T14-30-00") == {"part-1": ("9999",)}


def test_a_log_that_a_killed_server_left_does_not_spoil_what_is_restored(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    attempts, killed = folder / "quizengine.db", tmp_path / "killed"
    killed.mkdir()
    with closing(Store(attempts)) as store:
        store.respond(START.id, START.owner, "q-1", {"part-1": ("9999",)})
        for end in ("", "-wal", "-shm"):
            shutil.copy(f"{attempts}{end}", killed)
    for end in ("", "-wal", "-shm"):
        shutil.copy(killed / f"quizengine.db{end}", folder)
    restored(tmp_path / "all.quizbackup", folder)
    assert answer(attempts) == {"part-1": ("2850",)}
    assert answer(folder / "quizengine.db.replaced-2031-05-03T14-30-00") == {"part-1": ("9999",)}


def test_a_damaged_database_is_moved_aside_whole(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    (folder / "quizengine.db").write_bytes(b"spoilt" * 1000)
    restored(tmp_path / "all.quizbackup", folder)
    assert answer(folder / "quizengine.db") == {"part-1": ("2850",)}
    assert (folder / "quizengine.db.replaced-2031-05-03T14-30-00").read_bytes() == b"spoilt" * 1000


def test_answers_are_not_replaced_under_a_server_that_uses_them(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    (folder / "school.yaml").write_text("name: Ours\n", "utf-8")
    with closing(Store(folder / "quizengine.db")) as store:
        before = contents(folder)
        with pytest.raises(BusyError, match="stop it first"):
            restored(tmp_path / "all.quizbackup", folder)
        assert contents(folder) == before
        store.respond(START.id, START.owner, "q-1", {"part-1": ("still served",)})


def test_servers_locks_caches_and_unfinished_files_are_left_out(folder: Path, tmp_path: Path) -> None:
    for path in (
        "question_banks/.lock",
        ".git/config",
        "plugins/__pycache__/a.pyc",
        "seeds/.rivers.txt.0123456789abcdef",
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("passing", "utf-8")
    before = make_backup(folder, folder / "quizengine.db", folder / "monday.quizbackup")
    again = make_backup(folder, folder / "quizengine.db", folder / "tuesday.quizbackup")
    assert [each.path for each in before.files] == [each.path for each in again.files]
    assert not re.search(r"lock|\.git|pycache|0123|wal|quizbackup", " ".join(each.path for each in again.files))


def test_the_database_of_another_server_is_left_out_and_named(folder: Path, tmp_path: Path) -> None:
    Store(tmp_path / "elsewhere.db").close()
    made = make_backup(folder, tmp_path / "elsewhere.db", tmp_path / "all.quizbackup")
    assert made.left_out == ("quizengine.db",)


@pytest.mark.skipif(os.name != "posix", reason="links need a permission on Windows")
def test_what_a_link_leads_to_is_in_the_backup_once(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "map.png").write_text("a map", "utf-8")
    (folder / "media").symlink_to(tmp_path / "shared")
    (folder / "seeds" / "round").symlink_to(folder / "seeds")
    (folder / "seeds" / "gone.txt").symlink_to(tmp_path / "nowhere")
    made = make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    assert made.left_out == ("seeds/gone.txt",)
    restored(tmp_path / "all.quizbackup", tmp_path / "new")
    assert (tmp_path / "new" / "media" / "map.png").read_text("utf-8") == "a map"
    assert sum(each.path.endswith("rivers.txt") for each in made.files) == 1


def test_a_backup_is_not_written_over_a_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "all.quizbackup").write_text("mine", "utf-8")
    with pytest.raises(WriteError, match="exists already"):
        make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    assert (tmp_path / "all.quizbackup").read_text("utf-8") == "mine"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_damaged_database_is_not_taken_for_a_backup(folder: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(folder / "quizengine.db")) as file:
        page = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'responses'").fetchone()[0]
        size = file.execute("PRAGMA page_size").fetchone()[0]
    with open(folder / "quizengine.db", "r+b") as raw:
        raw.seek((page - 1) * size)
        raw.write(b"\xff" * size)
    with pytest.raises(StoreError, match=r"quizengine\.db: is damaged"):
        make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    assert not (tmp_path / "all.quizbackup").exists()


def test_nothing_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FormatError, match="nothing to back up"):
        make_backup(tmp_path / "empty", tmp_path / "empty" / "quizengine.db", tmp_path / "all.quizbackup")


def changed(backup: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Change what is in a backup, as no other program would."""
    with zipfile.ZipFile(backup) as package:
        files = {name: package.read(name) for name in package.namelist()}
    change(files)
    with zipfile.ZipFile(backup, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)


def listed_as(path: str) -> Callable[[dict[str, bytes]], None]:
    """Give one of the files another path, also in the list."""

    def change(files: dict[str, bytes]) -> None:
        files[path] = files.pop("folder/school.yaml")
        files["backup.json"] = files["backup.json"].replace(b"folder/school.yaml", json.dumps(path)[1:-1].encode())

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda files: files.update({"folder/school.yaml": b"open: none"}), "the hash of folder/school.yaml"),
        (lambda files: files.pop("folder/school.yaml"), "other files in it than it lists"),
        (lambda files: files.pop("backup.json"), "backup.json is missing"),
        (listed_as("folder/../../school.yaml"), "which no backup may have"),
        (listed_as("/etc/school.yaml"), "which no backup may have"),
        (listed_as("folder/C:\\school.yaml"), "which no backup may have"),
        (listed_as("elsewhere/school.yaml"), "which no backup has"),
    ],
)
def test_nothing_of_a_damaged_or_hostile_backup_is_restored(
    folder: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], told: str
) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    changed(tmp_path / "all.quizbackup", change)
    with pytest.raises(FormatError, match=re.escape(told)):
        restored(tmp_path / "all.quizbackup", tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_backup_that_was_cut_short_is_refused(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")
    data = (tmp_path / "all.quizbackup").read_bytes()
    (tmp_path / "all.quizbackup").write_bytes(data[: len(data) // 2])
    with pytest.raises(FormatError, match="no backup, or not a whole one"):
        restored(tmp_path / "all.quizbackup", tmp_path / "new")


def test_answers_of_a_newer_version_are_not_restored(folder: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(folder / "quizengine.db")) as file:
        file.execute("PRAGMA user_version=999")
    with pytest.raises(StoreError, match="newer version"):
        make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup")


def test_a_backup_without_answers_has_nothing_of_a_student_or_a_token(folder: Path, tmp_path: Path) -> None:
    made = make_backup(folder, folder / "quizengine.db", tmp_path / "all.quizbackup", with_answers=False)
    assert made.files and all(each.path.startswith("folder/") for each in made.files)
    assert not any("quizengine.db" in each.path for each in made.files)
