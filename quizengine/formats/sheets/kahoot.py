"""The spreadsheet that Kahoot! imports: questions of at most 120 characters with up to four options of at most 75."""

from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import Limits, Losses, format_with_losses
from quizengine.formats.encodings.tables import workbook
from quizengine.formats.sheets.options import offered, only_options, seconds
from quizengine.quiz.quiz import Quiz

_MOST = Limits(stem=120, option=75, options=4)
_TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
_NOTES: tuple[tuple[str, ...], ...] = (
    (),
    ("", "Questions for Kahoot!, made by quizengine"),
    ("", "Upload this file in Kahoot!: Add question, then Import spreadsheet."),
    *[()] * 4,
)
"""The rows above the table; Kahoot! starts reading below the eighth row."""
_HEADER = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    rows = [_row(number, one, quiz.locale) for number, one in enumerate(kept, 1)]
    return workbook([*_NOTES, _HEADER, *rows], "Questions", (4, 60, 30, 30, 30, 30, 12, 12))


def _row(number: int, one: ExportedQuestion, locale: str) -> tuple[str | int, ...]:
    found = offered(one, locale)
    options = (*found.options, *[""] * (4 - len(found.options)))
    return (number, one.stem, *options, seconds(one, found, _TIMES), found.key)


KAHOOT = format_with_losses(
    "kahoot",
    ".xlsx",
    "A spreadsheet for Kahoot!: questions with up to four short options.",
    write=_write,
    losses=Losses(only_options("Kahoot!"), _MOST),
)
