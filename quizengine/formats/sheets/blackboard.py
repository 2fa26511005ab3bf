"""The text that Blackboard takes under “Upload Questions”: a row for each question, its cells separated by tabs.

The one way by which a number with its tolerance reaches Blackboard. Words that are shown are HTML; those that are
compared with what is typed are not.
"""

from itertools import count
from typing import assert_never

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
    Limits,
    Losses,
    changes_marks,
    drops,
    format_with_losses,
    not_carried,
    weakens,
)
from quizengine.formats.content.model_answers import marked_by_hand
from quizengine.formats.content.number_keys import asked_with_unit, figures, ways_to_write
from quizengine.formats.encodings.html_text import html_of
from quizengine.formats.encodings.tables import on_one_line
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz

_MOST_ROWS = 250


def _write(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return "".join("\t".join(_row(one)) + "\r\n" for one in kept).encode()


def _row(one: ExportedQuestion) -> tuple[str, ...]:
    asked = _shown(asked_with_unit(one))
    match one.interaction:
        case TrueFalse(answer=answer):
            return ("TF", asked, "true" if answer else "false")
        case SingleChoice(options=options, right=right):
            return ("MC", asked, *_judged(options, (right,)))
        case MultipleChoice(options=options, right=right):
            return ("MA", asked, *_judged(options, right))
        case TextEntry(key=key):
            return ("FIB", asked, *map(on_one_line, key.accepted))
        case NumberEntry(key=key):
            middle, margin = (key.low + key.high) / 2, (key.high - key.low) / 2
            return ("NUM", asked, figures(middle.normalize()), figures(margin.normalize()))
        case OpenAnswer(model=model):
            return ("ESS", asked, _shown(model))
        case GapText():
            return ("FIB_PLUS", *_with_gaps(asked, one.interaction))
        case PairMatching(pairs=pairs):
            return ("MAT", asked, *(_shown(side.text) for pair in pairs for side in pair))
        case Sequencing(answer=answer):
            return ("ORD", asked, *(_shown(option.text) for option in answer))
        case Mixed():
            return not_carried(one.interaction)
        case _:
            assert_never(one.interaction)


def _shown(text: str) -> str:
    return html_of(text).replace("\t", " ")


def _judged(options: tuple[Option, ...], right: tuple[Option, ...]) -> tuple[str, ...]:
    verdicts = ((option, "correct" if option in right else "incorrect") for option in options)
    return tuple(cell for option, verdict in verdicts for cell in (_shown(option.text), verdict))


def _with_gaps(asked: str, interaction: GapText) -> tuple[str, ...]:
    """The text with a name in brackets for each gap, then each name with what it accepts, an empty cell between."""
    numbers = count(1)
    pieces = (_shown(piece) if isinstance(piece, str) else f"[gap{next(numbers)}]" for piece in interaction.pieces)
    cells = [f"{asked}<br>{''.join(pieces)}"]
    for number, gap in enumerate(interaction.gaps, 1):
        accepted = gap.key.accepted if isinstance(gap, TextEntry) else ways_to_write(gap.key)
        cells += [""] if number > 1 else []
        cells += [f"gap{number}", *map(on_one_line, accepted)]
    return tuple(cells)


_LOSSES = Losses(
    {
        "partial credit": changes_marks(
            "how much a partly right response earns", "Blackboard gives marks by its own settings"
        ),
        "all-or-nothing marking": changes_marks("all-or-nothing marking", "Blackboard gives marks by its own settings"),
        "several points": changes_marks("what a question is worth", "Blackboard asks for points when you upload"),
        "tolerance in percent": weakens("a tolerance in percent", "it is written as a margin"),
        "uneven tolerance": weakens("the number within its range", "the middle of the range and a margin are written"),
        "open question": marked_by_hand("the example answer"),
        "unit": weakens("a unit beside the gap", "it comes after the question"),
        "required unit": changes_marks("a unit to be typed", "it comes after the question, and the number is enough"),
        "numbers as people write them": changes_marks(
            "numbers in words or with a unit", "Blackboard reads figures; in gaps among words they are compared as text"
        ),
        "spelling as people write it": changes_marks(
            "accents, articles and punctuation that do not count", "Blackboard compares every sign but capitals"
        ),
        "every character counts": changes_marks(
            "capitals that count", "Blackboard takes capitals and small letters alike"
        ),
        "code": changes_marks("answers in code", "Blackboard compares them as text, capitals and small letters alike"),
        "half marks for one wrong letter": changes_marks("marks for one wrong letter", "it earns nothing"),
        "wrong partners": weakens("wrong partners in matching", "they are left out"),
        "shared partners": drops("pairs that share a partner"),
        "title": weakens("the title"),
        "description": weakens("the description"),
        "article": weakens("the article"),
        "seed": weakens("the order of options for each student"),
        "locale": changes_marks("numbers with a decimal comma", "Blackboard reads a decimal point"),
        "rationale": weakens("the rationale"),
        "evidence": weakens("the evidence"),
        "feedback for single options": weakens("feedback for single options"),
        "fixed places of options": weakens("fixed places of options", "the platform may shuffle them"),
        "origin": weakens("which generator made a question"),
        "tags": weakens("tags"),
        "id": weakens("the history of edited questions"),
    },
    Limits(questions=_MOST_ROWS),
)

BLACKBOARD = format_with_losses(
    "blackboard",
    ".txt",
    "Text with tabs for “Upload Questions” in Blackboard, numbers with their tolerance included.",
    write=_write,
    losses=_LOSSES,
)
