"""One student's attempt at one quiz, and its result; content and student meet here, by question id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal

from quizengine.quiz.grading import Score
from quizengine.quiz.mending import AS_ASKED, Marking
from quizengine.quiz.parts import Response
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import SelfMark


class Mode(StrEnum):
    """The time at which the right answers are shown."""

    PRACTICE = "practice"
    """After each question."""
    CLASS = "class"
    """After the attempt is submitted."""
    TEST = "test"
    """After the teacher closes the test."""


@dataclass(frozen=True)
class Attempt:
    """The responses of one student so far, by question id; a new response makes a new attempt."""

    quiz_id: str
    student: str
    responses: Mapping[str, Response] = field(default_factory=dict)
    self_marks: Mapping[str, SelfMark] = field(default_factory=dict)
    """The student's marks of own answers in sentences, by question id."""

    def responding(self, question_id: str, response: Response) -> "Attempt":
        """Return the attempt with this response instead of any earlier one to the same question."""
        return replace(self, responses={**self.responses, question_id: response})


Verdict = Literal["right", "wrong", "part", "none", "unmarked", "dropped"]
"""The result of one response: all points, none, some of them, no answer at all, sentences that nobody has marked yet,
or a question that does not count."""


def verdict_of(score: Score, *, answered: bool, unmarked: bool = False) -> Verdict:
    """Return what came of a response by its points, which go before whether there is an answer.

    Points given by hand may be for an empty answer.
    """
    if not score.possible:
        return "dropped"
    if unmarked:
        return "unmarked"
    if score.full:
        return "right"
    if score.earned:
        return "part"
    return "wrong" if answered else "none"


def is_answered(response: Response) -> bool:
    """Return whether a response holds anything at all."""
    return any(text.strip() for texts in response.values() for text in texts)


@dataclass(frozen=True)
class Outcome:
    """The outcome of one question: the response (empty if there was none) and its score."""

    question: Question
    response: Response
    score: Score
    self_mark: SelfMark | None = None
    """The student's own mark, whether it counts or points by hand go before it."""
    unmarked: bool = False
    """True if the response holds sentences that nobody has marked yet: they have earned nothing so far."""

    @property
    def verdict(self) -> Verdict:
        """The verdict on the response."""
        return verdict_of(self.score, answered=is_answered(self.response), unmarked=self.unmarked)


@dataclass(frozen=True)
class Result:
    """The result of an attempt: the outcome of each question in the quiz's order."""

    outcomes: tuple[Outcome, ...]

    @property
    def score(self) -> Score:
        """The points of all questions together."""
        return sum((outcome.score for outcome in self.outcomes), Score())


def grade_attempt(quiz: Quiz, attempt: Attempt, marking: Marking = AS_ASKED) -> Result:
    """Grade every question of the quiz by the attempt's responses; a question without one earns nothing."""
    return Result(tuple(_outcome(question, attempt, marking, quiz.locale) for question in quiz.questions))


def scorer(quiz: Quiz) -> Callable[[Attempt, Marking], Score]:
    """Return a function that gives the points of an attempt at a quiz by a marking."""
    return lambda attempt, marking: grade_attempt(quiz, attempt, marking).score


def _outcome(question: Question, attempt: Attempt, marking: Marking, locale: str) -> Outcome:
    response, own = attempt.responses.get(question.id, {}), attempt.self_marks.get(question.id)
    score = marking.mark(question, response, locale, own)
    return Outcome(question, response, score, own, marking.awaits_mark(question, response, own))
