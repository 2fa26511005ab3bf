"""The commands `backup` and `restore`: everything that a school has in one file, and back again."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.commands import Settings, print_text
from quizengine.cli.results import ATTEMPTS, attempts_file
from quizengine.errors import WriteError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.operation.archive import Archive
    from quizengine.operation.restore import Plan

_NAMED = 20
"""The most files that are named one by one."""
_DATABASE = "QUIZENGINE_DATABASE"
_attempts = click.option(
    "--attempts",
    envvar=_DATABASE,
    show_envvar=True,
    metavar="FILE",
    help=f"The file of students' answers (default: FOLDER/{ATTEMPTS}).",
)
_without_answers = click.option(
    "--without-answers", is_flag=True, help="Leave students' answers out, as when they are in PostgreSQL."
)


@click.command(short_help="Back up a folder with its students' answers, also while it is served.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@_attempts
@_without_answers
@click.pass_obj
def backup(settings: Settings, file: Path, folder: Path | None, attempts: str | None, without_answers: bool) -> None:
    """Back up FOLDER into the new file FILE: students' answers, banks, articles, images, plugins and settings.

    If FILE is a folder, the backup is written there under the date and time. The server may go on: every answer that it
    has acknowledged before is in the backup. It holds names, answers and the teacher's token, and only you can read it:
    keep it in a safe place.
    """
    from quizengine.operation.archive import SUFFIX
    from quizengine.operation.backup import ANSWERS, make_backup

    folder = folder or settings.folder
    answers = _answers_file(None if without_answers else attempts, folder)
    if file.is_dir():
        file /= f"quizengine-{datetime.now():%Y-%m-%dT%H-%M-%S}{SUFFIX}"
    made = make_backup(folder, answers, file, with_answers=not without_answers)
    size = with_number(sum(each.size for each in made.files), "byte")
    print_text(f"{file}: {with_number(len(made.files), 'file')}, {size}", err=True)
    if not (without_answers or any(each.path == ANSWERS for each in made.files)):
        print_text(f"warning: {answers}: there are no answers yet, so none are in the backup", err=True)
    for path in made.left_out:
        print_text(f"warning: {path}: left out, as it is the database of another server or a link to nothing", err=True)


@click.command(short_help="Restore a backup; what it replaces is kept.")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@_attempts
@_without_answers
@click.option("--yes", is_flag=True, help="Replace files without asking.")
@click.pass_obj
def restore(
    settings: Settings, file: Path, folder: Path | None, attempts: str | None, without_answers: bool, yes: bool
) -> None:
    """Restore the backup FILE to FOLDER, after every hash in it has been compared.

    It says which files it would replace, and asks. What is replaced is kept: files in FOLDER/.replaced, the answers
    beside their place. Other files of FOLDER stay. Stop the server first, or restore to a new folder.
    """
    from quizengine.operation.archive import open_backup
    from quizengine.operation.restore import plan_restore
    from quizengine.operation.restore import restore as write_files

    folder = folder or settings.folder
    answers = _answers_file(None if without_answers else attempts, folder)
    with open_backup(file) as archive:
        archive.check()
        plan = plan_restore(archive, folder, answers, with_answers=not without_answers)
        for line in _told(archive, plan):
            print_text(line, err=True)
        if plan.replaced and not (yes or _is_wanted()):
            raise WriteError("nothing was written; add --yes to replace these files")
        write_files(archive, plan, folder, datetime.now())
        print_text(f"{folder or answers}: restored {with_number(len(plan.new) + len(plan.replaced), 'file')}", err=True)


def _answers_file(attempts: str | None, folder: Path | None) -> Path:
    """The file of answers; raises UsageError for the address of a database, which has programs of its own for this."""
    if attempts is None:
        return attempts_file(folder)
    if attempts.startswith("postgres"):
        raise click.UsageError(
            "Students' answers are in PostgreSQL: back them up with pg_dump, restore them with pg_restore, and use "
            "--without-answers here for the folder."
        )
    return Path(attempts.removeprefix("sqlite:"))


def _is_wanted() -> bool:
    """Ask the person at the terminal; without one, the answer is no."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()) and click.confirm("Go on?", err=True)


def _told(archive: "Archive", plan: "Plan") -> Iterator[str]:
    """Say what a plan does, file by file where something is replaced."""
    yield f"{archive.name}: made on {archive.made:%Y-%m-%d at %H:%M %Z} by quizengine {archive.version}, undamaged"
    yield f"  new: {with_number(len(plan.new), 'file')}; there already: {with_number(len(plan.same), 'file')}"
    if plan.replaced:
        yield f"  replaced, with the present ones kept: {with_number(len(plan.replaced), 'file')}"
        yield from _listed(str(each.place) for each in plan.replaced)
    if plan.stays:
        yield f"  not in the backup, and stay as they are: {with_number(len(plan.stays), 'file')}"
        yield from _listed(plan.stays)


def _listed(names: Iterable[str]) -> Iterator[str]:
    all_names = list(names)
    yield from (f"    {name}" for name in all_names[:_NAMED])
    if len(all_names) > _NAMED:
        yield f"    and {len(all_names) - _NAMED:,} more"
