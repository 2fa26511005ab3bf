"""The table that Blooket imports: CSV, questions with up to four options, whose template is the first row."""

from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import Limits, Losses, changes_marks, format_with_losses
from quizengine.formats.encodings.tables import comma_separated, on_one_line
from quizengine.formats.sheets.options import line_breaks, offered, only_options, seconds
from quizengine.quiz.quiz import Quiz

_OPTIONS = 4
_TIMES = (20, 30, 45, 60, 90, 120, 180, 300)
_MARK = ("Blooket Import Template", *[""] * 7)
_HEADER = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3 (Optional)",
    "Answer 4 (Optional)",
    "Time Limit (sec) (Max: 300 seconds)",
    "Correct Answer(s) (Only include Answer #)",
)


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return comma_separated([_MARK, _HEADER, *(_row(n, one, quiz.locale) for n, one in enumerate(kept, 1))])


def _row(number: int, one: ExportedQuestion, locale: str) -> tuple[str | int, ...]:
    found = offered(one, locale)
    cells = (one.stem, *found.options, *[""] * (_OPTIONS - len(found.options)))
    return (number, *map(on_one_line, cells), seconds(one, found, _TIMES), found.key)


_ONE = changes_marks("choosing all right options", "a player chooses one, and any of the right ones earns all")
BLOOKET = format_with_losses(
    "blooket",
    ".csv",
    "A table for Blooket: questions with up to four options.",
    write=_write,
    losses=Losses({**only_options("Blooket"), "multiple choice": _ONE}, Limits(options=_OPTIONS), line_breaks),
)
