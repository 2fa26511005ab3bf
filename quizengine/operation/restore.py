"""Restores a backup: first a plan that says what would be written, then the files, with the earlier ones kept.

What was in the folder and is not in the backup stays. A file that is replaced is kept under the same path in
`.replaced/WHEN/`, and the attempts beside their place under a name that ends in `.replaced-WHEN`.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from quizengine.desk.changes import alone
from quizengine.errors import FormatError, WriteError
from quizengine.operation.archive import Archive, ArchivedFile
from quizengine.operation.backup import ANSWERS, BANKS, BESIDE_ANSWERS, IN_FOLDER
from quizengine.operation.folder_files import REPLACED, folder_files
from quizengine.store.sqlite.snapshots import check_database, files_of, out_of_use, replace_attempts
from quizengine.system.files import flush_folder, reason_of


@dataclass(frozen=True)
class Restored:
    """A file of a backup, and its place."""

    file: ArchivedFile
    place: Path


@dataclass(frozen=True)
class Plan:
    """The files of a backup by what restoring does with them."""

    new: tuple[Restored, ...]
    same: tuple[Restored, ...]
    """There already, with the same bytes."""
    replaced: tuple[Restored, ...]
    """There with other bytes, which are kept elsewhere."""
    stays: tuple[str, ...]
    """Paths in the folder that are not in the backup."""


def plan_restore(archive: Archive, folder: Path | None, attempts: Path, *, with_answers: bool = True) -> Plan:
    """Return what would be written where, with or without the answers; writes nothing.

    Raises FormatError if the backup is of a folder and none is given, or if it holds what no backup has.
    """
    sorted_out: dict[str, list[Restored]] = {"new": [], "same": [], "replaced": []}
    for file in archive.files:
        if not with_answers and file.path in (ANSWERS, *BESIDE_ANSWERS):
            continue
        place = _place(file.path, archive.name, folder, attempts)
        sorted_out[_kind(file, place)].append(Restored(file, place))
    there = folder_files(folder, attempts).kept if folder and folder.is_dir() else {}
    brought = {file.path for file in archive.files}
    stays = tuple(path for path in there if f"{IN_FOLDER}{path}" not in brought)
    return Plan(**{kind: tuple(found) for kind, found in sorted_out.items()}, stays=stays)


def restore(archive: Archive, plan: Plan, folder: Path | None, now: datetime) -> None:
    """Write the new files of a plan and those that replace others.

    All of them are unpacked beside their places and compared with their hashes before the first is put there. Raises
    FormatError, WriteError, StoreError, and BusyError if a server is using the attempts that would be replaced.
    """
    when = f"{now:%Y-%m-%dT%H-%M-%S}"
    wanted = (*plan.new, *plan.replaced)
    replaced = {each.file.path for each in plan.replaced}
    banks = any(each.file.path.startswith(f"{IN_FOLDER}{BANKS}") for each in wanted)
    answers = next((each.place for each in wanted if each.file.path == ANSWERS), None)
    try:
        with ExitStack() as held:
            held.enter_context(out_of_use(answers) if answers else nullcontext())
            held.enter_context(alone(folder / BANKS / "all") if banks and folder else nullcontext())
            unpacked = [(each, held.enter_context(_unpacked(archive, each))) for each in wanted]
            for each, new in unpacked:
                if each.file.path == ANSWERS:
                    replace_attempts(new, each.place, _beside(each.place, when))
                    continue
                if each.file.path in replaced:
                    _keep(each.place, _aside(each, folder, when))
                os.replace(new, each.place)
                flush_folder(each.place.parent)
    except OSError as fault:
        raise WriteError(f"{fault.filename or folder or answers}: cannot be written: {reason_of(fault)}") from None


def _place(path: str, name: str, folder: Path | None, attempts: Path) -> Path:
    if path == ANSWERS:
        return attempts
    if path in BESIDE_ANSWERS:
        return attempts.with_name(attempts.name + BESIDE_ANSWERS[path])
    if not path.startswith(IN_FOLDER):
        raise FormatError(f"{name}: found the path “{path}”, which no backup has; do not use it")
    if folder is None:
        raise FormatError(f"{name}: is the backup of a working folder; say which folder to restore it to")
    return folder / path.removeprefix(IN_FOLDER)


def _kind(file: ArchivedFile, place: Path) -> str:
    if file.path == ANSWERS:  # equal bytes prove nothing, as the latest answers may be in the log
        return "replaced" if any(there.exists() for there in files_of(place)) else "new"
    if not os.path.lexists(place):
        return "new"
    if not place.is_file() or place.stat().st_size != file.size:
        return "replaced"
    with open(place, "rb") as there:
        return "same" if file_digest(there, "sha256").hexdigest() == file.sha256 else "replaced"


@contextmanager
def _unpacked(archive: Archive, restored: Restored) -> Iterator[Path]:
    """A file beside its place, on disk and with the right hash; it is removed at the end if it is still there."""
    place = restored.place
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name[:40]}.{secrets.token_hex(8)}")
    mode = 0o666 if restored.file.path.startswith(IN_FOLDER) else 0o600
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as target:
            archive.extract(restored.file, target)
            target.flush()
            os.fsync(target.fileno())
        if restored.file.path == ANSWERS:
            check_database(new, f"{ANSWERS} in {archive.name}")
        yield new
    finally:
        with suppress(OSError):
            new.unlink()


def _beside(place: Path, when: str) -> Path:
    return place.with_name(f"{place.name}.replaced-{when}")


def _aside(restored: Restored, folder: Path | None, when: str) -> Path:
    path = restored.file.path
    if folder is None or not path.startswith(IN_FOLDER):
        return _beside(restored.place, when)
    return folder / REPLACED / when / path.removeprefix(IN_FOLDER)


def _keep(place: Path, aside: Path) -> None:
    aside.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(place, aside)
    flush_folder(aside.parent)
