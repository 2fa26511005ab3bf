"""The features of questions, by name: the rows of every format's table of losses."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal, assert_never

from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Interaction,
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
from quizengine.quiz.markup import plain
from quizengine.quiz.parts import ENGLISH
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types import NumericQuestion

Kind = Literal[
    "true or false",
    "single choice",
    "multiple choice",
    "number",
    "short text",
    "open question",
    "cloze",
    "matching",
    "ordering",
    "mixed question",
]
"""The kind of a question; each question has exactly one."""

Trait = Literal[
    "markup",
    "images",
    "recordings",
    "formulas",
    "blanks around texts",
    "tabs and no-break spaces",
    "listed order of options",
    "partial credit",
    "all-or-nothing marking",
    "several points",
    "fixed places of options",
    "tolerance",
    "tolerance in percent",
    "uneven tolerance",
    "unit",
    "required unit",
    "numbers as people write them",
    "spelling as people write it",
    "every character counts",
    "code",
    "half marks for one wrong letter",
    "several accepted answers",
    "wrong partners",
    "shared partners",
    "feedback for single options",
    "rationale",
    "evidence",
    "origin",
    "tags",
    "id",
]
"""A trait that a question can have beside its kind; several are possible."""

QuizTrait = Literal["title", "description", "article", "seed", "locale"]
"""A trait that a quiz can have beside its questions."""

Feature = Kind | Trait | QuizTrait

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def kind_of(interaction: Interaction) -> Kind:
    """Return what an interaction is called in tables of losses."""
    match interaction:
        case TrueFalse():
            return "true or false"
        case SingleChoice():
            return "single choice"
        case MultipleChoice():
            return "multiple choice"
        case NumberEntry():
            return "number"
        case TextEntry():
            return "short text"
        case OpenAnswer():
            return "open question"
        case GapText():
            return "cloze"
        case PairMatching():
            return "matching"
        case Sequencing():
            return "ordering"
        case Mixed():
            return "mixed question"
        case _:
            assert_never(interaction)


def traits_of(one: ExportedQuestion) -> tuple[Trait, ...]:
    """Return what a question has, in the order of the list of traits."""
    return tuple(trait for trait, has in _TRAITS.items() if has(one))


def quiz_traits_of(quiz: Quiz) -> tuple[QuizTrait, ...]:
    """Return what a quiz has beside its questions."""
    has: Mapping[QuizTrait, bool] = {
        "title": bool(quiz.title),
        "description": bool(quiz.description),
        "article": quiz.article is not None,
        "seed": quiz.seed != 0,
        "locale": quiz.locale != ENGLISH,
    }
    return tuple(trait for trait, there in has.items() if there)


def control_character(one: ExportedQuestion) -> str:
    """The first character in a question's texts that no text file should hold, as U+000B; empty without one."""
    found = _CONTROL.search("\0".join(texts_in_question(one)).replace("\0", "\n"))
    return f"U+{ord(found[0]):04X}" if found else ""


def texts_in_question(one: ExportedQuestion) -> tuple[str, ...]:
    """Every text of a question that a file shows to students or compares with what they type, the stem first."""
    said = one.question.option_feedback.values()
    return (one.question.stem, *answer_texts_of(one.interaction), *said, one.question.rationale, *one.question.tags)


def answer_texts_of(interaction: Interaction) -> tuple[str, ...]:
    """The options, accepted answers, sides of pairs and words between gaps."""
    match interaction:
        case SingleChoice(options=options) | MultipleChoice(options=options) | Sequencing(options=options):
            return tuple(option.text for option in options)
        case PairMatching():
            return tuple(option.text for option in (*(left for left, _ in interaction.pairs), *interaction.rights))
        case GapText():
            pieces = ((piece,) if isinstance(piece, str) else answer_texts_of(piece) for piece in interaction.pieces)
            return tuple(text for texts in pieces for text in texts)
        case TextEntry():
            return interaction.key.accepted
        case OpenAnswer(model=model):
            return (model,)
        case NumberEntry():
            return (interaction.unit,)
        case TrueFalse() | Mixed():
            return ()
        case _:
            assert_never(interaction)


def _entries(one: ExportedQuestion) -> tuple[NumberEntry | TextEntry, ...]:
    """Return what is typed in a question."""
    match one.interaction:
        case NumberEntry() | TextEntry():
            return (one.interaction,)
        case GapText():
            return one.interaction.gaps
        case _:
            return ()


def _any_number(test: Callable[[NumberEntry], bool]) -> Callable[[ExportedQuestion], bool]:
    return lambda one: any(test(entry) for entry in _entries(one) if isinstance(entry, NumberEntry))


def _any_text(test: Callable[[TextEntry], bool]) -> Callable[[ExportedQuestion], bool]:
    return lambda one: any(test(entry) for entry in _entries(one) if isinstance(entry, TextEntry))


def _uneven(entry: NumberEntry) -> bool:
    return entry.key.value - entry.key.low != entry.key.high - entry.key.value


def _can_be_partly_right(one: ExportedQuestion) -> bool:
    match one.interaction:
        case MultipleChoice():
            return True
        case PairMatching() | Sequencing() | Mixed():
            return True
        case GapText():
            return len(one.interaction.gaps) > 1
        case TrueFalse() | SingleChoice() | NumberEntry() | TextEntry() | OpenAnswer():
            return False
        case _:
            assert_never(one.interaction)


def _in_percent(one: ExportedQuestion) -> bool:
    tolerance = one.question.tolerance if isinstance(one.question, NumericQuestion) else None
    return tolerance is not None and tolerance.percent is not None


def _has_distractors(one: ExportedQuestion) -> bool:
    return isinstance(one.interaction, PairMatching) and bool(one.interaction.distractors)


def _shares_partners(one: ExportedQuestion) -> bool:
    pairs = one.interaction.pairs if isinstance(one.interaction, PairMatching) else ()
    return len({right.id for _, right in pairs}) < len(pairs)


def _texts_alone(one: ExportedQuestion) -> tuple[str, ...]:
    """The texts that stand alone: all but the words between gaps."""
    if isinstance(one.interaction, GapText):
        return (one.question.stem, one.question.rationale)
    return texts_in_question(one)


def _listed_otherwise(one: ExportedQuestion) -> bool:
    shown = one.interaction
    return isinstance(shown, SingleChoice | MultipleChoice) and (
        [option for option in shown.options if option in shown.right_ones]
        + [option for option in shown.options if option not in shown.right_ones]
        != list(shown.listed)
    )


_TRAITS: Mapping[Trait, Callable[[ExportedQuestion], bool]] = {
    "markup": lambda one: any(plain(text) != text for text in one.original.texts_with_markup),
    "images": lambda one: any(medium.kind == "image" for medium in one.original.media),
    "recordings": lambda one: any(medium.kind == "audio" for medium in one.original.media),
    "formulas": lambda one: any("$" in text and plain(text) != text for text in one.original.texts_with_markup),
    "blanks around texts": lambda one: any(text != text.strip() for text in _texts_alone(one)),
    "tabs and no-break spaces": lambda one: any(re.search("[\t\u00a0]", text) for text in texts_in_question(one)),
    "listed order of options": _listed_otherwise,
    "partial credit": lambda one: _can_be_partly_right(one) and not one.all_or_nothing,
    "all-or-nothing marking": lambda one: _can_be_partly_right(one) and one.all_or_nothing,
    "several points": lambda one: one.points != Fraction(1),
    "fixed places of options": lambda one: (
        isinstance(one.interaction, SingleChoice | MultipleChoice) and bool(one.interaction.pinned)
    ),
    "tolerance": _any_number(lambda entry: entry.key.low != entry.key.high),
    "tolerance in percent": _in_percent,
    "uneven tolerance": _any_number(_uneven),
    "unit": _any_number(lambda entry: bool(entry.unit) and not entry.key.unit_required),
    "required unit": _any_number(lambda entry: entry.key.unit_required),
    "numbers as people write them": _any_number(lambda entry: True),
    "spelling as people write it": _any_text(lambda entry: entry.key.match == "words"),
    "every character counts": _any_text(lambda entry: entry.key.match == "exact"),
    "code": _any_text(lambda entry: entry.key.match == "code"),
    "half marks for one wrong letter": _any_text(lambda entry: bool(entry.key.near)),
    "several accepted answers": _any_text(lambda entry: len(entry.key.accepted) > 1),
    "wrong partners": _has_distractors,
    "shared partners": _shares_partners,
    "feedback for single options": lambda one: bool(one.question.option_feedback),
    "rationale": lambda one: bool(one.question.rationale.strip()),
    "evidence": lambda one: one.question.evidence is not None,
    "origin": lambda one: one.question.origin is not None,
    "tags": lambda one: bool(one.question.tags),
    "id": lambda one: one.question.id != one.question.content_id,
}
