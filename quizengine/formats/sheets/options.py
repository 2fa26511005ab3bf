"""Questions with options, as tables of quiz games hold them: the options, and the places of the right ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizengine.extensions.losses import Loss
from quizengine.formats.content.features import texts_in_question
from quizengine.formats.content.interactions import ExportedQuestion, MultipleChoice, SingleChoice, TrueFalse
from quizengine.formats.content.loss_tables import LossTable, changes_marks, drops, not_carried, weakens
from quizengine.language.truth_words import truth_words

_WORDS_A_SECOND = 2
_TO_THINK = 10


@dataclass(frozen=True)
class Offered:
    """The options of a question in the order of the table, and which are right, counted from 1."""

    options: tuple[str, ...]
    right: tuple[int, ...]

    @property
    def key(self) -> str:
        """The places of the right options, with commas."""
        return ",".join(map(str, self.right))


def offered(one: ExportedQuestion, locale: str) -> Offered:
    """The options of a question; True and False are in the language of the locale."""
    match one.interaction:
        case TrueFalse(answer=answer):
            return Offered(tuple(truth_words(locale).values()), (1 if answer else 2,))
        case SingleChoice() as choice:
            return Offered(tuple(option.text for option in choice.options), (choice.at + 1,))
        case MultipleChoice(options=options, right=right):
            places = tuple(place for place, option in enumerate(options, 1) if option in right)
            return Offered(tuple(option.text for option in options), places)
        case _:
            return not_carried(one.interaction)


def seconds(one: ExportedQuestion, found: Offered, allowed: Sequence[int]) -> int:
    """The shortest time allowed in which a question can be read and thought about, else the longest."""
    words = sum(len(text.split()) for text in (one.stem, *found.options))
    needed = _TO_THINK + words / _WORDS_A_SECOND
    return next((each for each in allowed if each >= needed), allowed[-1])


def line_breaks(one: ExportedQuestion) -> Iterable[Loss]:
    """The loss of line breaks, for a format whose cells are single lines."""
    if any(sign in text for text in texts_in_question(one) for sign in "\n\t"):
        yield weakens("line breaks and tabs", "they become spaces")


def only_options(game: str) -> LossTable:
    """Return what a game with options alone cannot say."""
    return {
        "number": drops("numbers to type"),
        "short text": drops("texts to type"),
        "open question": drops("open questions"),
        "cloze": drops("gaps to fill"),
        "matching": drops("pairs to match"),
        "ordering": drops("texts to order"),
        "partial credit": changes_marks("marks for a partly right choice", f"{game} gives points in its own way"),
        "all-or-nothing marking": changes_marks("all-or-nothing marking", f"{game} gives points in its own way"),
        "several points": changes_marks("what a question is worth", f"{game} gives points in its own way"),
        "title": weakens("the title", "name the file as you like"),
        "description": weakens("the description"),
        "article": weakens("the article"),
        "seed": weakens("the order of options for each student"),
        "evidence": weakens("the evidence"),
        "rationale": weakens("the rationale"),
        "feedback for single options": weakens("feedback for single options"),
        "fixed places of options": weakens("fixed places of options", f"{game} may shuffle them"),
        "origin": weakens("which generator made a question"),
        "tags": weakens("tags"),
        "id": weakens("the history of edited questions"),
    }
