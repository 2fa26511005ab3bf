"""Makes a backup of a working folder and its students' answers, also while they are served.

In a backup, `folder/` holds the files of the working folder (banks with their logs of edits, articles, images and
recordings, plugins, settings), and `answers/` what a server keeps beside: the attempts, the key of its cookies and the
teacher's token.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quizengine.desk.changes import alone
from quizengine.errors import FormatError, WriteError
from quizengine.operation.archive import ArchivedFile, new_archive, open_backup
from quizengine.operation.folder_files import FolderFiles, folder_files
from quizengine.store.sqlite.snapshots import copy_database
from quizengine.system.files import reason_of

IN_FOLDER = "folder/"
ANSWERS = "answers/attempts.db"
BESIDE_ANSWERS: Mapping[str, str] = {"answers/cookies.key": ".key", "answers/teacher.token": ".teacher"}
"""The files that a server keeps beside the attempts, by their names in a backup, and the endings of their own names."""
BANKS = "question_banks/"
_EDITED = (".yaml", ".yml", ".before", ".jsonl")
"""The files that belong together: a bank, its version before the last edit, and its log of edits."""


@dataclass(frozen=True)
class Backup:
    """The files that went into a backup, and those that did not."""

    files: tuple[ArchivedFile, ...]
    left_out: tuple[str, ...]
    """Paths in the folder that were left out: databases of other servers, and links that lead nowhere."""


def make_backup(folder: Path | None, attempts: Path, place: Path, *, with_answers: bool = True) -> Backup:
    """Back up a folder (or None) and its attempts into a new file, and read it again to compare every hash.

    Everything acknowledged before this was called is in it. Nobody waits for it but teachers who edit a bank, while the
    banks are copied. Raises WriteError, StoreError, and FormatError if there is nothing to back up.
    """
    found = _found(folder, attempts)
    answers = attempts if with_answers and attempts.exists() else None
    if not found.kept and not answers:
        raise FormatError(f"{folder or attempts}: found nothing to back up, expected question banks or answers")
    with new_archive(place) as archive, TemporaryDirectory(dir=place.parent, prefix=".quizengine-backup-") as scratch:
        if answers:
            copy = Path(scratch) / "attempts.db"
            copy_database(answers, copy)
            archive.add(ANSWERS, copy)
            for path, end in BESIDE_ANSWERS.items():
                beside = answers.with_name(answers.name + end)
                if beside.exists():
                    archive.add(path, beside)
        files = _banks_copied(folder, attempts, Path(scratch)) if folder and (folder / BANKS).is_dir() else found.kept
        for path, file in files.items():
            if file.exists():  # a teacher may have deleted it meanwhile
                archive.add(f"{IN_FOLDER}{path}", file)
    with open_backup(place) as made:
        made.check()
        return Backup(made.files, found.left_out)


def _found(folder: Path | None, attempts: Path) -> FolderFiles:
    if folder is None:
        return FolderFiles({}, ())
    try:
        return folder_files(folder, attempts)
    except OSError as fault:
        raise WriteError(f"{fault.filename or folder}: cannot be read: {reason_of(fault)}") from None


def _banks_copied(folder: Path, attempts: Path, scratch: Path) -> dict[str, Path]:
    """The files of a folder, with copies of its banks and their logs, all made while nobody could edit any of them."""
    with alone(folder / BANKS / "all"):
        files = _found(folder, attempts).kept
        for number, (path, file) in enumerate(files.items()):
            if path.startswith(BANKS) and file.suffix in _EDITED:
                files[path] = Path(shutil.copyfile(file, scratch / str(number)))
    return files
