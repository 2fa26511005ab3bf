"""GIFT: what it cannot say, and the format made of its writer and its reader."""

import re
from collections.abc import Iterable

from quizengine.extensions.losses import Loss
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    MultipleChoice,
    NumberEntry,
    PairMatching,
    TextEntry,
)
from quizengine.formats.content.loss_tables import (
    Losses,
    LossTable,
    changes_marks,
    drops,
    format_with_losses,
    weakens,
)
from quizengine.formats.content.model_answers import lost_beside_model_answer, marked_by_hand
from quizengine.formats.content.typed_losses import ALWAYS_LOST, BARE_NUMBERS, TYPED_ANSWERS
from quizengine.formats.moodle.gift_reader import read_gift
from quizengine.formats.moodle.gift_writer import write_gift
from quizengine.formats.moodle.weights import can_be_weighed

_LOST: LossTable = {
    **ALWAYS_LOST,
    **TYPED_ANSWERS,
    **BARE_NUMBERS,
    "ordering": drops("ordering"),
    "open question": marked_by_hand("in the feedback"),
    "description": weakens("the description"),
    "locale": changes_marks(
        "the language in which numbers are typed", "numbers are read as the other program writes them"
    ),
    "listed order of options": weakens(
        "the order in which options are listed", "shuffled, as not every program does it"
    ),
    "all-or-nothing marking": changes_marks("all-or-nothing marking", "right parts earn their part"),
    "several points": changes_marks("points", "every question earns one point"),
    "fixed places of options": weakens("fixed places of options", "other programs may shuffle them"),
    "wrong partners": changes_marks("partners that belong to no text", "left out, which makes the question easier"),
    "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
}


def _also_lost(one: ExportedQuestion) -> Iterable[Loss]:
    """Yield what depends on single words of a question."""
    yield from lost_beside_model_answer(one)
    match one.interaction:
        case MultipleChoice() as choice:
            right = len(choice.right_ones)
            if not can_be_weighed(right, len(choice.options) - right):
                yield drops(f"{right} right options, whose shares Moodle does not know")
        case PairMatching() as matching:
            sides = [option.text for pair in matching.pairs for option in pair]
            if any("->" in text for text in sides):
                yield drops("an arrow (->) in a pair", "GIFT cannot tell it from its own")
        case GapText(gaps=[gap]) as cloze:
            yield from _of_entry(gap)
            words = "".join(piece for piece in cloze.pieces if isinstance(piece, str))
            if "\n\n" in words:
                yield weakens("paragraphs in a text with a gap", "the first may be taken for the stem")
        case GapText():
            yield drops("a text with several gaps")
        case NumberEntry() | TextEntry() as entry:
            yield from _of_entry(entry)
        case _:
            return


def _of_entry(entry: NumberEntry | TextEntry) -> Iterable[Loss]:
    if isinstance(entry, TextEntry) and any("->" in text for text in entry.key.accepted):
        yield drops("an arrow (->) in a typed answer", "GIFT takes it for a pair")


_BRACES = re.compile(rb"(?<!\\)\{[^{}]*(?<!\\)\}|^::|^\$CATEGORY:", re.MULTILINE)


def _looks_like_it(data: bytes) -> bool:
    return not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and _BRACES.search(data[:100_000]) is not None


GIFT = format_with_losses(
    "gift",
    ".gift",
    "For Moodle and many other programs: questions as plain text.",
    write=write_gift,
    losses=Losses(_LOST, also=_also_lost),
    read=read_gift,
    also_read=(".gift.txt", ".txt"),
    recognises=_looks_like_it,
)
