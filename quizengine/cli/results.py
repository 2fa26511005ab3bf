"""The command `results`: statistics of students' answers to each question, as a table, CSV or JSON."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizengine.cli.commands import Settings, print_text
from quizengine.cli.places import DATABASE, AttemptsPlace
from quizengine.desk.tables import as_csv
from quizengine.errors import QuizEngineError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.desk.attempt_statistics import QuizResults
    from quizengine.store import Place

ATTEMPTS = "quizengine.db"


def attempts_file(folder: Path | None) -> Path:
    """The file of attempts: in the working folder, or where this system keeps a user's data."""
    if folder is not None:
        return folder / ATTEMPTS
    from platformdirs import user_data_path

    return user_data_path("quizengine", appauthor=False) / ATTEMPTS


def attempts_place(place: "Place") -> "Place":
    """The attempts at a place, which may be a working folder."""
    return attempts_file(place) if isinstance(place, Path) and place.is_dir() else place


@click.command(short_help="Show how hard each question was for the students who answered it.")
@click.argument(
    "path", required=False, metavar="[FOLDER|FILE|ADDRESS]", type=AttemptsPlace(folders=True), envvar=DATABASE
)
@click.option("--quiz", "wanted", metavar="NAME", help="Only this quiz, by its name in the address.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
@click.pass_obj
def results(settings: Settings, path: "Place | None", wanted: str | None, form: str) -> None:
    """Show for each question how many students answered it, how many were right, and what follows from that.

    FOLDER is the folder given to `quizengine serve`, FILE its file of attempts, ADDRESS that of its database. Only
    first attempts that were submitted count. Difficulty is the share of answers without full marks, with its 95 %
    interval. Discrimination, from -1 to 1, says how well the question agrees with the rest of the quiz. Both are shown
    from 10 answers on. If the discrimination is negative, students who know more get the question wrong: check its key.
    Answers in sentences count once somebody has marked them.
    """
    from quizengine.desk.attempt_statistics import quiz_results as measured

    found = measured(settings.start(), attempts_place(path or attempts_file(settings.folder)))
    if wanted is not None:
        names = ", ".join(one.entry for one in found) or "none"
        found = tuple(one for one in found if one.entry == wanted)
        if not found:
            raise QuizEngineError(f"found no attempts at {wanted}, expected one of: {names}")
    print_text(_FORMS[form](found), nl=False)


def _as_text(found: "Sequence[QuizResults]") -> str:
    return "\n".join("".join(f"{line}\n" for line in _lines(one)) for one in found) or "No attempt was submitted yet.\n"


def _lines(one: "QuizResults") -> Iterator[str]:
    yield f"{one.title} ({one.entry}): {with_number(one.attempts, 'first attempt')}"
    yield f"{'answered':>9}  {'right':>5}  {'difficulty':<18}  {'discrimination':<14}  question"
    for stem, item in one.items:
        low, high = item.interval
        hard = "too few answers" if item.difficulty is None else f"{item.difficulty:.2f} ({low:.2f} to {high:.2f})"
        how = "-" if item.discrimination is None else f"{item.discrimination:.2f}"
        shown = " ".join(stem.split())
        answered = f"{item.answered}/{item.asked}"
        by = one.by_students.get(item.question, 0)
        marked = f" ({by} marked by students)" if by else ""
        short = shown if len(shown) <= 80 else shown[:79] + "…"
        yield f"{answered:>9}  {item.full:>5}  {hard:<18}  {how:<14}  {short}{marked}"


def _rows(found: "Sequence[QuizResults]") -> Iterator[dict[str, Any]]:
    for one in found:
        for stem, item in one.items:
            low, high = item.interval
            yield {
                "quiz": one.entry,
                "question": item.question,
                "stem": stem,
                "asked": item.asked,
                "answered": item.answered,
                "full": item.full,
                "difficulty": item.difficulty,
                "low": low if item.difficulty is not None else None,
                "high": high if item.difficulty is not None else None,
                "discrimination": item.discrimination,
                "marked by students": one.by_students.get(item.question, 0),
            }


_FIELDS = (
    "quiz",
    "question",
    "stem",
    "asked",
    "answered",
    "full",
    "difficulty",
    "low",
    "high",
    "discrimination",
    "marked by students",
)


def _as_csv(found: "Sequence[QuizResults]") -> str:
    return as_csv(_FIELDS, _rows(found))


def _as_json(found: "Sequence[QuizResults]") -> str:
    return json.dumps(list(_rows(found)), ensure_ascii=False, indent=2) + "\n"


_FORMS = {"text": _as_text, "csv": _as_csv, "json": _as_json}
