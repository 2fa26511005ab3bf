"""The command `forget`: deletes students' answers that are older than a school may keep them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.commands import Settings, print_text
from quizengine.cli.results import attempts_file
from quizengine.errors import QuizEngineError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.store.retention import Old, OldClass

_DAYS = {"d": 1, "w": 7, "y": 365}
_MOST_DAYS = 100 * 365


class Age(click.ParamType):  # type: ignore[type-arg] # generic in some versions of click alone
    """A time span in days (365d), weeks (52w) or years of 365 days (1y)."""

    name = "age"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """The span; fails with what was found and what was expected."""
        found = re.fullmatch(r"([0-9]{1,6})([dwy])", str(value).strip().lower())
        days = int(found[1]) * _DAYS[found[2]] if found else 0
        if not 1 <= days <= _MOST_DAYS:
            self.fail(f"found {value}, expected days, weeks or years: 365d, 52w or 1y.", param, ctx)
        return timedelta(days=days)


@click.command(short_help="Delete students' answers that are older than you may keep them.")
@click.argument("path", required=False, metavar="[FOLDER|FILE]", type=click.Path(path_type=Path))
@click.option(
    "--older-than", "age", required=True, type=Age(), metavar="AGE", help="What is older is deleted: 365d, 52w or 1y."
)
@click.option("--yes", is_flag=True, help="Delete it. Without this, it is only said what would be deleted.")
@click.pass_obj
def forget(settings: Settings, path: Path | None, age: timedelta, yes: bool) -> None:
    """Delete the classes closed longer ago than AGE, and what students answered by themselves longer ago.

    FOLDER is the folder given to `quizengine serve`, FILE its file of attempts. Names, answers and points are deleted;
    quizzes stay. The server may go on. Backups that were made before keep what is deleted here.
    """
    from contextlib import closing

    from quizengine.store import Store

    place = path or attempts_file(settings.folder)
    place = attempts_file(place) if place.is_dir() else place
    if not place.exists():
        raise QuizEngineError(f"{place}: found no students' answers there, expected the folder or file that is served")
    before = datetime.now(UTC) - age
    with closing(Store(place)) as store:
        old = store.retention.forget_older(before) if yes else store.retention.older_than(before)
    for line in _told(old, before, deleted=yes):
        print_text(line)


def _told(old: "Old", before: datetime, *, deleted: bool) -> Iterator[str]:
    """Say in words what is older than a time, and what becomes of it."""
    day = _day(before)
    if old.classes:
        classes = with_number(len(old.classes), "class", "classes")
        students = with_number(sum(each.students for each in old.classes), "student")
        yield f"{classes} closed before {day}, with the answers of {students}:"
        yield from map(_class_told, old.classes)
    if old.attempts:
        yield f"{with_number(old.attempts, 'attempt')} by students in no class, last changed before {day}."
    if not (old.classes or old.attempts):
        yield f"Nothing is older than {day}."
    elif deleted:
        yield "This was deleted. Backups that were made before still hold it."
    else:
        yield "Nothing was deleted. To delete this for good, add --yes."
    if old.still_open:
        yield "These classes stay, as they are still open; close those that are over:"
        yield from map(_class_told, old.still_open)


def _class_told(each: "OldClass") -> str:
    when = f"closed on {_day(each.closed)}" if each.closed else f"opened on {_day(each.opened)}"
    return f"  {each.label or each.code}: {each.title}, {when}, {with_number(each.students, 'student')}"


def _day(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day} {local:%B %Y}"
