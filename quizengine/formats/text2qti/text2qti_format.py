"""The Markdown of text2qti: what it cannot say, and the format made of its writer and its reader."""

import re
from collections.abc import Iterable
from decimal import Decimal

from quizengine.extensions.losses import Loss
from quizengine.formats.content.interactions import ExportedQuestion, GapText, NumberEntry, TextEntry
from quizengine.formats.content.loss_tables import (
    Limits,
    Losses,
    LossTable,
    changes_marks,
    drops,
    format_with_losses,
    weakens,
)
from quizengine.formats.content.model_answers import lost_beside_model_answer, marked_by_hand
from quizengine.formats.content.numbers import plain_number
from quizengine.formats.content.typed_losses import ALWAYS_LOST, BARE_NUMBERS, TYPED_ANSWERS
from quizengine.formats.text2qti.text2qti_reader import read_text2qti
from quizengine.formats.text2qti.text2qti_writer import LETTERS, LINE, write_text2qti

_LOST: LossTable = {
    **ALWAYS_LOST,
    **TYPED_ANSWERS,
    **BARE_NUMBERS,
    "matching": drops("matching"),
    "ordering": drops("ordering"),
    "open question": marked_by_hand("in the feedback"),
    "locale": changes_marks("the language in which numbers are typed", "Canvas reads numbers by its own settings"),
    "listed order of options": weakens(
        "the order in which options are listed", "shuffled, as Canvas shuffles if told to"
    ),
    "fixed places of options": weakens("fixed places of options", "Canvas may shuffle them"),
    "partial credit": changes_marks("how much a partly right response earns", "Canvas decides"),
    "all-or-nothing marking": changes_marks("all-or-nothing marking", "Canvas decides"),
    "uneven tolerance": weakens("the number within its range", "only the ends of the range are written"),
    "cloze": weakens("a field inside a sentence", "a line is there, with the field below it"),
    "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
    "tags": weakens("tags"),
    "id": weakens("the id", "a new one follows from the content"),
}
_PLACES = Decimal("0.0001")
_HALVES = 2


def _also_lost(one: ExportedQuestion) -> Iterable[Loss]:
    """Yield what depends on single numbers and words."""
    yield from lost_beside_model_answer(one)
    match one.interaction:
        case NumberEntry() as entry:
            yield from _of_number(entry)
        case TextEntry() as entry:
            yield from _of_text(entry)
            if LINE[:3] in one.stem:
                yield weakens("a line in the stem", "read back as a gap")
        case GapText(gaps=[gap]) as cloze:
            yield from _of_number(gap) if isinstance(gap, NumberEntry) else _of_text(gap)
            if isinstance(gap, NumberEntry) and not plain_number(gap.key.value).isdecimal():
                yield weakens("a number in a gap", "read back as a number below a line")
            words = "".join(piece for piece in cloze.pieces if isinstance(piece, str))
            if LINE[:3] in words or LINE[:3] in one.stem or "\n\n" in one.stem:
                yield drops("a gap beside other lines to fill")
        case GapText():
            yield drops("a text with several gaps")
        case _:
            pass
    if (one.points * _HALVES).denominator != 1:
        yield drops("points that are neither whole nor halves")


def _of_number(entry: NumberEntry) -> Iterable[Loss]:
    numbers = (entry.key.low, entry.key.value, entry.key.high)
    if any(abs(number) < _PLACES for number in numbers) or entry.key.low < 0 < entry.key.high:
        yield drops("numbers nearer to 0 than 0.0001", "Canvas takes them for 0")
    elif any(abs(number) > 10**12 or number != round(number, 4) for number in numbers):
        yield drops("numbers with more than four decimal places or twelve digits")


def _of_text(entry: TextEntry) -> Iterable[Loss]:
    if any("\n" in text.strip() for text in entry.key.accepted):
        yield drops("a typed answer of several lines")


def _looks_like_it(data: bytes) -> bool:
    return re.search(rb"(?m)^(?:Quiz [Tt]itle:|\*[a-z]\)\s|\[\*\]\s)", data) is not None


TEXT2QTI = format_with_losses(
    "text2qti",
    ".text2qti.txt",
    "Markdown for the program text2qti, which makes packages for Canvas of it.",
    write=write_text2qti,
    losses=Losses(_LOST, Limits(options=len(LETTERS)), also=_also_lost),
    read=read_text2qti,
    also_read=(".txt", ".md"),
    recognises=_looks_like_it,
)
