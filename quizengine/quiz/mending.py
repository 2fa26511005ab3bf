"""How questions are marked after a teacher has mended them; what students were asked stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from quizengine.quiz.grading import Score
from quizengine.quiz.parts import ENGLISH, Key, Response
from quizengine.quiz.questions import Question


class Treatment(StrEnum):
    """The way a mended question is marked."""

    MARKED = "marked"
    DROPPED = "dropped"
    """It is worth no points, and counts as neither right nor wrong."""
    CREDITED = "credited"
    """Everybody earns all its points, with or without an answer."""


@dataclass(frozen=True)
class Mend:
    """The changes to the marking of one question."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    """The keys that take the place of the question's own, by part name."""
    points: Decimal | None = None
    """The points for a fully right response; None leaves them as they are."""
    treatment: Treatment = Treatment.MARKED


@dataclass(frozen=True)
class Override:
    """The points that a teacher gave by hand for one response, and why."""

    earned: Fraction
    note: str = ""


UNCHANGED = Mend()


@dataclass(frozen=True)
class Marking:
    """The way attempts are marked: mends by question id, and one attempt's overrides by question id."""

    mends: Mapping[str, Mend] = field(default_factory=dict)
    overrides: Mapping[str, Override] = field(default_factory=dict)
    contents: Mapping[str, Mend] = field(default_factory=dict)
    """Mends by the content id of a question, for attempts in no class, which are at several versions of a quiz."""

    def mend_of(self, question: Question) -> Mend:
        """Return the changes to the marking of a question."""
        if self.contents and question.content_id in self.contents:
            return self.contents[question.content_id]
        return self.mends.get(question.id, UNCHANGED)

    def key_of(self, question: Question) -> Mapping[str, Key]:
        """Return what each part of a question accepts now, by the part's name."""
        return {**question.key(), **self.mend_of(question).keys}

    def mark(self, question: Question, response: Response, locale: str = ENGLISH) -> Score:
        """The points of one response, of those that the question is worth; points by hand go before everything else."""
        mend = self.mend_of(question)
        if mend.treatment is Treatment.DROPPED:
            return Score()
        score = self.mark_by_key(question, response, locale)
        if question.id in self.overrides:
            return Score(min(self.overrides[question.id].earned, score.possible), score.possible)
        return Score(score.possible, score.possible) if mend.treatment is Treatment.CREDITED else score

    def mark_by_key(self, question: Question, response: Response, locale: str = ENGLISH) -> Score:
        """The points of one response by the key alone, whatever everybody or this student was given."""
        return _graded(question, self.mend_of(question), response, locale)


AS_ASKED = Marking()


def _graded(question: Question, mend: Mend, response: Response, locale: str) -> Score:
    """The points by the keys and the points of a mend.

    A type that grades by itself need know of no other locale than English, and of no points.
    """
    if mend.keys:
        score = question.grade_by({**question.key(), **mend.keys}, response, locale)
    else:
        score = question.grade(response) if locale == ENGLISH else question.grade(response, locale)
    points = question.points if mend.points is None else mend.points
    if points is None or not score.possible:
        return score
    worth = Fraction(points)
    return Score(score.earned * worth / score.possible, worth)
