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
_attempts = click.option(
    "--attempts",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file of students' answers (default: FOLDER/{ATTEMPTS}).",
)


@click.command(short_help="Back up a folder with its students' answers, also while it is served.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@_attempts
@click.pass_obj
def backup(settings: Settings, file: Path, folder: Path | None, attempts: Path | None) -> None:
    """Back up FOLDER into the new file FILE: students' answers, banks, articles, images, plugins and settings.

    The server may go on: every answer that it has acknowledged before is in the backup. FILE holds names, answers and
    the teacher's token, and only you can read it: keep it in a safe place.
    """
    from quizengine.operation.backup import ANSWERS, make_backup

    folder = folder or settings.folder
    made = make_backup(folder, attempts or attempts_file(folder), file)
    answers = "students' answers" if any(each.path == ANSWERS for each in made.files) else "no answers yet"
    size = with_number(sum(each.size for each in made.files), "byte")
    print_text(f"{file}: {answers}, {with_number(len(made.files), 'file')} in all, {size}", err=True)
    for path in made.left_out:
        print_text(f"warning: {path}: left out, as it is the database of another server or a link to nothing", err=True)


@click.command(short_help="Restore a backup; what it replaces is kept.")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@_attempts
@click.option("--yes", is_flag=True, help="Replace files without asking.")
@click.pass_obj
def restore(settings: Settings, file: Path, folder: Path | None, attempts: Path | None, yes: bool) -> None:
    """Restore the backup FILE to FOLDER, after every hash in it has been compared.

    It says which files it would replace, and asks. What is replaced is kept: files in FOLDER/.replaced, the answers
    beside their place. Other files of FOLDER stay. Stop the server first, or restore to a new folder.
    """
    from quizengine.operation.archive import open_backup
    from quizengine.operation.restore import plan_restore
    from quizengine.operation.restore import restore as write_files

    folder = folder or settings.folder
    place = attempts or attempts_file(folder)
    with open_backup(file) as archive:
        archive.check()
        plan = plan_restore(archive, folder, place)
        for line in _told(archive, plan):
            print_text(line, err=True)
        if plan.replaced and not (yes or _is_wanted()):
            raise WriteError("nothing was written; add --yes to replace these files")
        write_files(archive, plan, folder, place, datetime.now())
        print_text(f"{folder or place}: restored {with_number(len(plan.new) + len(plan.replaced), 'file')}", err=True)


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
