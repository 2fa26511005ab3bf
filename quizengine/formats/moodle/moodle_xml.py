"""Moodle XML: what it cannot say, and the format made of its writer and its reader."""

import re
from collections.abc import Iterable

from quizengine.extensions.losses import Loss
from quizengine.extensions.records import MediaSource
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    MultipleChoice,
    PairMatching,
    Sequencing,
)
from quizengine.formats.content.loss_tables import (
    Losses,
    LossTable,
    changes_marks,
    drops,
    format_with_losses,
    weakens,
)
from quizengine.formats.content.model_answers import marked_by_hand
from quizengine.formats.content.typed_losses import ALWAYS_LOST, TYPED_ANSWERS
from quizengine.formats.moodle.weights import can_be_weighed
from quizengine.formats.moodle.xml_reader import read_moodle_xml
from quizengine.formats.moodle.xml_writer import write_moodle_xml
from quizengine.quiz.quiz import Quiz

_LOST: LossTable = {
    **ALWAYS_LOST,
    **TYPED_ANSWERS,
    "locale": changes_marks(
        "the language in which numbers are typed", "numbers are read as the Moodle site writes them"
    ),
    "open question": marked_by_hand("in the information for graders"),
    "markup": weakens("Markdown", "written as HTML"),
    "formulas": None,
    "images": None,
    "recordings": None,
    "fixed places of options": weakens("fixed places of options", "all options of the question stay in one order"),
    "unit": changes_marks("the unit", "shown in the stem; a wrong unit is accepted, and no unit is converted"),
    "required unit": changes_marks("the required unit", "a number without it is wrong, and no unit is converted"),
    "every character counts": changes_marks(
        "an answer of which every character counts", "curly quotes are not straight"
    ),
    "code": changes_marks("an answer in code", "every blank counts"),
    "evidence": weakens("the place of the evidence in the article", "its words are in the general feedback"),
}


def _also_lost(one: ExportedQuestion) -> Iterable[Loss]:
    """Yield what depends on the kind of question."""
    match one.interaction:
        case MultipleChoice() as choice:
            right = len(choice.right_ones)
            if not can_be_weighed(right, len(choice.options) - right):
                yield drops(f"{right} right options, whose shares Moodle does not know")
            elif one.all_or_nothing:
                yield changes_marks("all-or-nothing marking of options", "right options earn their part")
        case PairMatching() if one.all_or_nothing:
            yield changes_marks("all-or-nothing marking of pairs", "right pairs earn their part")
        case GapText():
            if one.all_or_nothing and len(one.interaction.gaps) > 1:
                yield changes_marks("all-or-nothing marking of gaps", "right gaps earn their part")
            if (one.points / len(one.interaction.gaps)).denominator != 1:
                yield changes_marks("points that the gaps cannot share", "each gap earns one point")
        case Sequencing() if not one.all_or_nothing and len(one.interaction.answer) > 2:
            yield changes_marks(
                "partial marks of an order", "an order of which k of n texts stand right earns k/n, not (k-1)/(n-1)"
            )
        case _:
            return


_ROOT = re.compile(rb"<quiz[\s>]")


def _looks_like_it(data: bytes) -> bool:
    return _ROOT.search(data[:4000]) is not None


_LOSSES = Losses(_LOST, also=_also_lost)


def _with_files(quiz: Quiz, media: MediaSource) -> bytes:
    return write_moodle_xml(quiz, _LOSSES.carried_or_refused(quiz, "moodle-xml"), media)


MOODLE_XML = format_with_losses(
    "moodle-xml",
    ".xml",
    "For Moodle: Question bank, Import, Moodle XML format.",
    write=write_moodle_xml,
    losses=_LOSSES,
    embed=_with_files,
    read=read_moodle_xml,
    recognises=_looks_like_it,
)
