"""Open questions in formats of other programs, in which a teacher marks what students write by the model answer."""

from collections.abc import Iterator
from typing import Any

from quizengine.extensions.losses import Loss
from quizengine.formats.content.interactions import ExportedQuestion, OpenAnswer
from quizengine.formats.content.loss_tables import changes_marks, weakens
from quizengine.formats.content.read_questions import UnreadError
from quizengine.quiz.types import OpenQuestion

_SHOWN = 40
"""Characters of a model answer that are quoted in a remark."""


def marked_by_hand(place: str) -> Loss:
    """Return the loss of the marks that students give themselves; `place` says where a teacher finds the answer."""
    return changes_marks(
        "the marks that students give themselves", f"you mark each answer by hand; the model answer is {place}"
    )


def said_afterwards(one: ExportedQuestion) -> str:
    """The feedback in formats without a place for model answers: the model answer, or of other questions what it is."""
    return one.interaction.model if isinstance(one.interaction, OpenAnswer) else one.feedback


def lost_beside_model_answer(one: ExportedQuestion) -> Iterator[Loss]:
    """Yield the loss of what is feedback elsewhere, in formats whose feedback is the model answer."""
    if isinstance(one.interaction, OpenAnswer) and one.feedback:
        yield weakens("the rationale and the evidence of an open question", "the feedback is its model answer")


def read_open_question(stem: str, model: str, place: str, **beside: Any) -> OpenQuestion:
    """Return the question with this model answer; raises UnreadError without one, as nobody could mark by it.

    `place` says where the format has model answers.
    """
    if not model.strip():
        raise UnreadError(f"found an essay without a model answer, expected one {place}")
    return OpenQuestion(stem=stem, answer=model, **beside)


def doubtful_model_answer(model: str) -> str:
    """Return the remark on a model answer from a place where another program may have anything."""
    return f"read with “{' '.join(model.split())[:_SHOWN]}” as its model answer: see whether it is one"
