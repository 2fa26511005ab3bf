"""Formats that cannot say everything: each declares what in a table, and gets its losses and its writer from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Never

from quizengine.errors import FormatError
from quizengine.extensions.losses import Loss, loss_report
from quizengine.extensions.records import Format, MediaSource
from quizengine.formats.content.features import (
    Feature,
    answer_texts_of,
    control_character,
    kind_of,
    quiz_traits_of,
    traits_of,
)
from quizengine.formats.content.images import with_files
from quizengine.formats.content.interactions import ExportedQuestion, Interaction, exported
from quizengine.plurals import with_number
from quizengine.quiz.markup.media import Kind
from quizengine.quiz.quiz import Quiz

Writing = Callable[[Quiz, tuple[ExportedQuestion, ...]], bytes]
"""Writes the questions given, which are those of the quiz that the format can hold; never none."""

LossTable = Mapping[Feature, Loss | None]
"""The losses of a format by feature; a feature without a row, or with None, is carried in full."""


def drops(lost: str, instead: str = "") -> Loss:
    """Return the loss of whole questions."""
    return Loss(lost, instead, "drops")


def changes_marks(lost: str, instead: str) -> Loss:
    """Return a loss by which some responses earn other marks than here."""
    return Loss(lost, instead, "changes marks")


def weakens(lost: str, instead: str = "not kept") -> Loss:
    """Return a loss of words or settings that earn no marks."""
    return Loss(lost, instead, "weakens")


@dataclass(frozen=True)
class Limits:
    """The limits of a format; anything longer is dropped, never cut. 0 means no limit."""

    questions: int = 0
    stem: int = 0
    """Characters of a stem."""
    option: int = 0
    """Characters of an option, of an accepted answer or of a side of a pair."""
    options: int = 0
    """Options of a question."""


_QUIZZES = 2
"""The number of quizzes remembered: one that all formats are asked about in turn, and another at the same time."""
_ALWAYS: LossTable = {
    "mixed question": drops("the question type of a plugin"),
    "markup": weakens("emphasis, lists, tables and code", "the words alone"),
    "images": weakens("images", "the words that describe them take their place"),
    "recordings": weakens("recordings", "the words that describe them take their place"),
    "formulas": weakens("formulas", "written in LaTeX"),
}
"""Rows of every table that does not have its own."""


@dataclass(frozen=True)
class Losses:
    """All losses of a format: its table, its limits, and those that depend on the single question."""

    table: LossTable
    limits: Limits = Limits()
    also: Callable[[ExportedQuestion], Iterable[Loss]] = lambda one: ()

    def of_quiz(self, quiz: Quiz) -> Iterator[Loss]:
        """Every loss of a quiz: first those of the whole, then question by question."""
        yield from filter(None, map(self.table.get, quiz_traits_of(quiz)))
        for _, losses in self._examined(quiz):
            yield from losses

    def carried(self, quiz: Quiz) -> tuple[ExportedQuestion, ...]:
        """The questions that are not dropped."""
        return tuple(one for one, losses in self._examined(quiz) if not _drop(losses))

    def carried_or_refused(self, quiz: Quiz, name: str) -> tuple[ExportedQuestion, ...]:
        """The same for the format of a name; raises FormatError where none is left."""
        kept = self.carried(quiz)
        if not kept:
            reasons = "; ".join(loss_report(self.of_quiz(quiz))[:3])
            raise FormatError(f"format {name} can hold none of the questions{': ' * bool(reasons)}{reasons}")
        return kept

    def _of_question(self, one: ExportedQuestion, features: tuple[Feature, ...]) -> tuple[Loss, ...]:
        """Return what is lost of one question; of a question that is dropped, only why."""
        rows = [self.table.get(feature, _ALWAYS.get(feature)) for feature in features]
        found = [*_of_characters(one), *_of_lengths(one, self.limits), *filter(None, rows), *self.also(one)]
        dropped = [loss for loss in found if loss.effect == "drops"]
        return tuple(replace(loss, number=one.number) for loss in dict.fromkeys(dropped or found))

    def _examined(self, quiz: Quiz) -> Iterator[tuple[ExportedQuestion, tuple[Loss, ...]]]:
        """Each question with its losses, which drop it where the file is full."""
        kept = 0
        for one, features in _with_features(_Identity(quiz)):
            losses = self._of_question(one, features)
            kept += not _drop(losses)
            if kept > self.limits.questions > 0 and not _drop(losses):
                full = drops(f"more than {with_number(self.limits.questions, 'question')} in a file")
                losses = (replace(full, number=one.number),)
            yield one, losses


class _Identity:
    """A quiz as the key of a cache: two quizzes may be equal and yet write a number differently, as 5 and 5.0."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.quiz is self.quiz

    def __hash__(self) -> int:
        return id(self.quiz)


@lru_cache(_QUIZZES)
def _with_features(key: _Identity) -> tuple[tuple[ExportedQuestion, tuple[Feature, ...]], ...]:
    """Each question of a quiz as it is exported, with its kind and its traits: the same for every format."""
    return tuple((one, (kind_of(one.interaction), *traits_of(one))) for one in exported(key.quiz))


def format_with_losses(
    name: str,
    suffix: str,
    summary: str,
    *,
    write: Writing,
    losses: Losses,
    holds_images: bool = False,
    holds_recordings: bool = False,
    **more: Any,
) -> Format:
    """Return the format that writes what its losses leave; writing raises FormatError if they leave nothing.

    If it holds images, `write` may be given questions with their files, and with those of recordings if it holds them,
    too. `more` are other fields of the Format, such as `read`.
    """

    def written(quiz: Quiz) -> bytes:
        return write(quiz, losses.carried_or_refused(quiz, name))

    def embedded(quiz: Quiz, media: MediaSource) -> bytes:
        return write(quiz, with_files(losses.carried_or_refused(quiz, name), media, kinds))

    kinds: tuple[Kind, ...] = ("image", "audio") if holds_recordings else ("image",)
    more |= {"embed": embedded} if holds_images else {}
    return Format(name, suffix, write=written, losses=losses.of_quiz, summary=summary, **more)


def not_carried(interaction: Interaction) -> Never:
    """Raise for a kind of question that the format's own table drops, to close a `match`."""
    raise FormatError(f"found a question of the kind {kind_of(interaction)}, which this format should have dropped")


def _drop(losses: Iterable[Loss]) -> bool:
    return any(loss.effect == "drops" for loss in losses)


def _of_characters(one: ExportedQuestion) -> Iterator[Loss]:
    if character := control_character(one):
        yield drops(f"the control character {character}", "no text file may hold it")


def _of_lengths(one: ExportedQuestion, limits: Limits) -> Iterator[Loss]:
    options = getattr(one.interaction, "options", ())
    if limits.stem and len(one.stem) > limits.stem:
        yield drops(f"a stem of more than {limits.stem} characters")
    longest = max(map(len, answer_texts_of(one.interaction)), default=0)
    if limits.option and longest > limits.option:
        yield drops(f"an option or answer of more than {limits.option} characters")
    if limits.options and len(options) > limits.options:
        yield drops(f"more than {with_number(limits.options, 'option')}")
