"""The results of a class: what each student earned for each question, and what the class gave to each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from statistics import median

from quizengine.quiz.answer_counts import PartCounts, Taken, answer_counts
from quizengine.quiz.attempt import Verdict, is_answered, verdict_of
from quizengine.quiz.grading import Score
from quizengine.quiz.item_analysis import ItemResult, item_results_of_class
from quizengine.quiz.mending import Marking, Mend
from quizengine.quiz.parts import Key, Response
from quizengine.quiz.questions import Question, fixed_parts
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.reliability import Reliability, reliability
from quizengine.store import HandedIn

MarkingOf = Callable[[str], Marking]
"""How the attempt with an id is marked."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one response earned."""

    score: Score
    answered: bool
    share: float | None
    """The share of its points, 0 to 1; None for no answer, or for a question that is worth nothing."""
    by_hand: bool = False

    @classmethod
    def of(cls, score: Score, *, answered: bool, by_hand: bool = False) -> "Mark":
        """The mark with its share; what is credited without an answer has one, too."""
        counts = score.possible and (answered or score.earned)
        return cls(score, answered, float(score.earned / score.possible) if counts else None, by_hand)

    @property
    def verdict(self) -> Verdict:
        """What came of it."""
        return verdict_of(self.score, answered=self.answered)


@dataclass(frozen=True, slots=True)
class StudentResult:
    """One student's row."""

    handed_in: HandedIn
    marks: tuple[Mark, ...]
    """In the order of the quiz."""
    score: Score
    share: float
    """The share of all points, 0 to 1."""

    @property
    def time(self) -> timedelta:
        """From the start to the end."""
        return self.handed_in.submitted - self.handed_in.started


@dataclass(frozen=True)
class QuestionResult:
    """One question with what the class gave to it."""

    number: int
    """Counted from 1."""
    question: Question
    keys: Mapping[str, Key]
    """What each part accepts, as it is marked now."""
    mend: Mend
    item: ItemResult
    parts: tuple[PartCounts, ...]
    seconds: float | None
    """The median time for an answer; None if nobody answered."""

    @property
    def missed(self) -> int:
        """How many answers did not earn full marks."""
        return self.item.answered - self.item.full


@dataclass(frozen=True)
class ClassResults:
    """A quiz with what a class gave to it."""

    quiz: Quiz
    students: tuple[StudentResult, ...]
    """By name."""
    questions: tuple[QuestionResult, ...]
    reliability: Reliability


def class_results(quiz: Quiz, handed_in: Sequence[HandedIn], marking_of: MarkingOf) -> ClassResults:
    """Mark all attempts and count the answers; `marking_of` gives the same mends for every attempt."""
    marker = _Marker(quiz)
    students = tuple(marker.student(each, marking_of(each.id)) for each in handed_in)
    mends = marking_of("")
    items = item_results_of_class(marker.ids, [[mark.share for mark in student.marks] for student in students])
    return ClassResults(
        quiz,
        students,
        tuple(_question_result(quiz, number, item, students, mends) for number, item in enumerate(items, 1)),
        reliability(marker.points(students)),
    )


@dataclass(frozen=True)
class Effect:
    """A student whose points another marking changes."""

    student: str
    before: Score
    after: Score

    @property
    def gain(self) -> Fraction:
        """By how much the share of all points grows; below 0 if it shrinks, 0 if only the points do."""
        return _share_of(self.after) - _share_of(self.before)


def effects(before: ClassResults, after: ClassResults) -> tuple[Effect, ...]:
    """Who has other points after a change than before it, by name."""
    pairs = zip(before.students, after.students, strict=True)
    return tuple(Effect(old.handed_in.student, old.score, new.score) for old, new in pairs if old.score != new.score)


def _share_of(score: Score) -> Fraction:
    return score.earned / score.possible if score.possible else Fraction()


class _Marker:
    """Marks attempts at one quiz; a response that several gave is marked once."""

    def __init__(self, quiz: Quiz) -> None:
        self._quiz = quiz
        self.ids = tuple(question.id for question in quiz.questions)
        self._known: dict[tuple[str, int], Mark] = {}
        self._possible: Fraction | None = None
        self._empty: Response = {}

    def student(self, handed_in: HandedIn, marking: Marking) -> StudentResult:
        """One student's row."""
        marks = tuple(
            self._mark(question, handed_in.responses.get(question.id, self._empty), marking)
            for question in self._quiz.questions
        )
        if self._possible is None:  # the same for all, as all have the same mends
            self._possible = _total(mark.score.possible for mark in marks)
        score = Score(_total(mark.score.earned for mark in marks), self._possible)
        return StudentResult(handed_in, marks, score, float(score.earned / score.possible) if score.possible else 0.0)

    def points(self, students: Sequence[StudentResult]) -> list[list[float]]:
        """The points of each student for each question that is worth any."""
        worth = [at for at in range(len(self.ids)) if any(student.marks[at].score.possible for student in students)]
        return [[float(student.marks[at].score.earned) for at in worth] for student in students]

    def _mark(self, question: Question, response: Response, marking: Marking) -> Mark:
        if question.id in marking.overrides:
            return self._new_mark(question, response, marking)
        name = question.id, id(response)
        if name not in self._known:
            self._known[name] = self._new_mark(question, response, marking)
        return self._known[name]

    def _new_mark(self, question: Question, response: Response, marking: Marking) -> Mark:
        score = marking.mark(question, response, self._quiz.locale)
        return Mark.of(score, answered=is_answered(response), by_hand=question.id in marking.overrides)


def _total(points: Iterable[Fraction]) -> Fraction:
    """The sum of points, most of which are whole: adding fractions takes ten times as long."""
    whole, parts = 0, Fraction()
    for each in points:
        if each.denominator == 1:
            whole += each.numerator
        else:
            parts += each
    return whole + parts


def _question_result(
    quiz: Quiz, number: int, item: ItemResult, students: Sequence[StudentResult], marking: Marking
) -> QuestionResult:
    question = quiz.questions[number - 1]
    keys = marking.key_of(question)
    spent = [seconds for each in students if (seconds := each.handed_in.seconds.get(question.id)) is not None]
    return QuestionResult(
        number,
        question,
        keys,
        marking.mend_of(question),
        item,
        answer_counts(fixed_parts(question), keys, _taken(question, students), quiz.locale),
        median(spent) if spent else None,
    )


def _taken(question: Question, students: Sequence[StudentResult]) -> Taken:
    """Each response to a question, with the shares of all points that those who gave it earned."""
    empty: Response = {}
    found: dict[int, tuple[Response, list[float]]] = {}
    for student in students:
        response = student.handed_in.responses.get(question.id, empty)
        found.setdefault(id(response), (response, []))[1].append(student.share)
    return tuple(found.values())
