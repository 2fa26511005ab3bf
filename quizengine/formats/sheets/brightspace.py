"""The CSV that Brightspace imports into its question library: a few rows for each question, one for each property."""

from collections.abc import Iterator
from typing import assert_never

from quizengine.extensions.losses import Loss
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import (
    Losses,
    changes_marks,
    drops,
    format_with_losses,
    not_carried,
    weakens,
)
from quizengine.formats.content.model_answers import marked_by_hand
from quizengine.formats.content.number_keys import asked_with_unit, figures, ways_to_write
from quizengine.formats.encodings.tables import Row, comma_separated, on_one_line
from quizengine.formats.sheets.options import line_breaks
from quizengine.quiz.quiz import Quiz

_BOM = b"\xef\xbb\xbf"
"""The mark at the start of Excel's “CSV UTF-8”, the kind of file that Brightspace asks for."""
_KINDS = {
    TrueFalse: "TF",
    SingleChoice: "MC",
    MultipleChoice: "MS",
    TextEntry: "SA",
    NumberEntry: "SA",
    OpenAnswer: "WR",
    PairMatching: "M",
    Sequencing: "O",
}


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    rows: list[Row] = [("//", on_one_line(quiz.title))]
    for one in kept:
        rows += _rows(one)
    widest = max(map(len, rows))
    return _BOM + comma_separated([(*row, *[""] * (widest - len(row))) for row in rows])


def _rows(one: ExportedQuestion) -> Iterator[Row]:
    yield ("NewQuestion", _KINDS[type(one.interaction)])
    yield ("ID", one.question.id)
    yield ("Title", f"Question {one.number}")
    yield ("QuestionText", on_one_line(asked_with_unit(one)))
    yield ("Points", figures(one.points))
    yield from _answers(one)
    if one.feedback:
        yield ("Feedback", on_one_line(one.feedback))


def _answers(one: ExportedQuestion) -> Iterator[Row]:
    match one.interaction:
        case TrueFalse(answer=answer):
            yield ("TRUE", 100 if answer else 0)
            yield ("FALSE", 0 if answer else 100)
        case SingleChoice(options=options, right=right):
            yield from (("Option", 100 if option == right else 0, on_one_line(option.text)) for option in options)
        case MultipleChoice(options=options, right=chosen):
            yield ("Scoring", "AllOrNothing")  # its other rules may give a wholly right choice less than all marks
            yield from (("Option", int(option in chosen), on_one_line(option.text)) for option in options)
        case TextEntry(key=key):
            how = () if key.match == "words" else ("sensitive",)
            yield from (("Answer", 100, on_one_line(text), *how) for text in key.accepted)
        case NumberEntry(key=number):
            yield from (("Answer", 100, text) for text in ways_to_write(number))
        case OpenAnswer(model=model):
            yield ("AnswerKey", on_one_line(model))
        case PairMatching(pairs=pairs):
            yield _scoring(one)
            yield from (("Choice", place, on_one_line(left.text)) for place, (left, _) in enumerate(pairs, 1))
            yield from (("Match", place, on_one_line(right.text)) for place, (_, right) in enumerate(pairs, 1))
        case Sequencing(answer=ordered):
            yield _scoring(one)
            yield from (("Item", on_one_line(option.text)) for option in ordered)
        case GapText() | Mixed():
            not_carried(one.interaction)
        case _:
            assert_never(one.interaction)


def _scoring(one: ExportedQuestion) -> Row:
    return ("Scoring", "AllOrNothing" if one.all_or_nothing else "EquallyWeighted")


def _in_one_question(one: ExportedQuestion) -> Iterator[Loss]:
    if isinstance(one.interaction, NumberEntry) and one.interaction.key.low != one.interaction.key.high:
        yield drops("a number with a tolerance")
    yield from line_breaks(one)


_LOSSES = Losses(
    {
        "cloze": drops("gaps to fill"),
        "partial credit": changes_marks(
            "how much a partly right response earns",
            "of a choice only the whole earns marks, of pairs and orders each place its part",
        ),
        "open question": marked_by_hand("the answer key"),
        "unit": weakens("a unit beside the gap", "it comes after the question"),
        "required unit": changes_marks("a unit to be typed", "it comes after the question, and the number is enough"),
        "numbers as people write them": changes_marks("numbers in words or with a unit", "they are compared as text"),
        "spelling as people write it": changes_marks(
            "accents, articles and punctuation that do not count", "Brightspace compares every sign but capitals"
        ),
        "code": changes_marks("answers in code", "every character is compared"),
        "half marks for one wrong letter": changes_marks("marks for one wrong letter", "it earns nothing"),
        "wrong partners": weakens("wrong partners in matching", "they are left out"),
        "description": weakens("the description"),
        "title": weakens("the title", "it is in a comment"),
        "article": weakens("the article"),
        "seed": weakens("the order of options for each student"),
        "locale": changes_marks("numbers with a decimal comma", "they are compared as text"),
        "evidence": weakens("the place of the evidence in the article", "its words are in the feedback"),
        "feedback for single options": weakens("feedback for single options"),
        "fixed places of options": weakens("fixed places of options", "the platform may shuffle them"),
        "origin": weakens("which generator made a question"),
        "tags": weakens("tags"),
    },
    also=_in_one_question,
)

BRIGHTSPACE = format_with_losses(
    "brightspace",
    ".csv",
    "A table for the question library of Brightspace.",
    write=_write,
    losses=_LOSSES,
)
