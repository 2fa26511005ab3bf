"""The spreadsheet that Wayground, formerly Quizizz, imports: questions with up to five options."""

from quizengine.formats.content.interactions import ExportedQuestion, MultipleChoice
from quizengine.formats.content.loss_tables import Limits, Losses, format_with_losses, weakens
from quizengine.formats.encodings.tables import workbook
from quizengine.formats.sheets.options import offered, only_options, seconds
from quizengine.quiz.quiz import Quiz

_OPTIONS = 5
_TIMES = (20, 30, 45, 60, 90, 120, 180, 300)
_HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, _OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
_TABLE = {
    **only_options("Wayground"),
    "evidence": weakens("the place of the evidence in the article", "its words are in the explanation"),
}
_TABLE.pop("rationale")


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    rows = [_row(one, quiz.locale) for one in kept]
    return workbook([_HEADER, *rows], "Questions", (60, 16, *[30] * _OPTIONS, 12, 12, 12, 60))


def _row(one: ExportedQuestion, locale: str) -> tuple[str | int, ...]:
    found = offered(one, locale)
    kind = "Checkbox" if isinstance(one.interaction, MultipleChoice) else "Multiple Choice"
    options = (*found.options, *[""] * (_OPTIONS - len(found.options)))
    return (one.stem, kind, *options, found.key, seconds(one, found, _TIMES), "", one.feedback)


WAYGROUND = format_with_losses(
    "wayground",
    ".xlsx",
    "A spreadsheet for Wayground (Quizizz): questions with up to five options.",
    write=_write,
    losses=Losses(_TABLE, Limits(options=_OPTIONS)),
)
