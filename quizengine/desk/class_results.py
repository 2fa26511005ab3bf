"""The results of a class: what each student earned for each question, and what the class gave to each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from math import lcm
from statistics import median
from typing import TypeVar

from quizengine.quiz.answer_counts import PartCounts, Taken, answer_counts
from quizengine.quiz.attempt import Verdict, is_answered, verdict_of
from quizengine.quiz.grading import Score
from quizengine.quiz.item_analysis import ItemResult, item_results_of_class
from quizengine.quiz.mending import Marking, Mend
from quizengine.quiz.parts import Key, Response
from quizengine.quiz.questions import Question, fixed_parts
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.reliability import Reliability, reliability
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import HandedIn

Cell = TypeVar("Cell")
MarkingOf = Callable[[str], Marking]
"""Gives the marking of the attempt with an id."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of one response."""

    score: Score
    answered: bool
    share: float | None
    """The share of its points, 0 to 1; None for no answer or no mark, or for a question that is worth nothing."""
    by_hand: bool = False
    by_student: bool = False
    """True if the points follow from the student's own mark."""
    unmarked: bool = False
    """True if nobody has marked the sentences of the response yet."""

    @classmethod
    def of(
        cls,
        score: Score,
        *,
        answered: bool,
        by_hand: bool = False,
        by_student: bool = False,
        unmarked: bool = False,
    ) -> "Mark":
        """The mark with its share; what is credited without an answer has one, too."""
        counts = score.possible and (answered or score.earned) and not unmarked
        share = float(score.earned / score.possible) if counts else None
        return cls(score, answered, share, by_hand, by_student, unmarked)

    @property
    def verdict(self) -> Verdict:
        """The verdict on the response."""
        return verdict_of(self.score, answered=self.answered, unmarked=self.unmarked)


@dataclass(frozen=True, slots=True)
class StudentResult:
    """One student's row."""

    handed_in: HandedIn
    marks: tuple[Mark, ...]
    """The marks in the order of the quiz."""
    score: Score
    share: float
    """The share of all points, 0 to 1."""

    @property
    def time(self) -> timedelta:
        """The time from the start to the end."""
        return self.handed_in.submitted - self.handed_in.started


@dataclass(frozen=True)
class QuestionResult:
    """One question with what the class gave to it."""

    number: int
    """Counted from 1."""
    question: Question
    keys: Mapping[str, Key]
    """The present keys, by part name."""
    mend: Mend
    item: ItemResult
    parts: tuple[PartCounts, ...]
    seconds: float | None
    """The median time for an answer; None if nobody answered."""
    by_students: int = 0
    """The number of answers whose points follow from their students' own marks."""
    unmarked: int = 0
    """The number of answers that nobody has marked yet; they count as neither right nor missed."""

    @property
    def empty(self) -> int:
        """The number of students who gave no answer."""
        return self.item.asked - self.item.answered - self.unmarked

    @property
    def missed(self) -> int:
        """The number of answers that did not earn full marks."""
        return self.item.answered - self.item.full


@dataclass(frozen=True)
class ClassResults:
    """A quiz with what a class gave to it."""

    quiz: Quiz
    students: tuple[StudentResult, ...]
    """The students by name."""
    questions: tuple[QuestionResult, ...]
    reliability: Reliability
    """The reliability of the questions whose answers are all marked."""

    @property
    def unmarked(self) -> int:
        """The number of answers that nobody has marked yet."""
        return sum(each.unmarked for each in self.questions)


def class_results(quiz: Quiz, handed_in: Sequence[HandedIn], marking_of: MarkingOf) -> ClassResults:
    """Mark all attempts and count the answers; `marking_of` gives the same mends for every attempt."""
    mends = marking_of("")
    by_hand = {
        at: marking
        for at, each in enumerate(handed_in)
        if (marking := marking_of(each.id)).overrides or each.self_marks
    }
    columns = [_column(question, quiz.locale, handed_in, mends, by_hand) for question in quiz.questions]
    students = _student_results(handed_in, columns)
    shares = [student.share for student in students]
    earned = _rows([column.each(lambda mark: mark.share) for column in columns], len(students))
    partly_marked = {column.question.id for column in columns if any(column.each(lambda mark: mark.unmarked))}
    items = item_results_of_class([question.id for question in quiz.questions], earned, partly_marked)
    worth = [
        column
        for column in columns
        if any(mark.score.possible for mark in column.kinds) and column.question.id not in partly_marked
    ]
    points = _rows([column.each(lambda mark: float(mark.score.earned)) for column in worth], len(students))
    return ClassResults(
        quiz,
        students,
        tuple(
            _question_result(number, column, item, shares, mends, quiz.locale)
            for number, (column, item) in enumerate(zip(columns, items, strict=True), 1)
        ),
        reliability(points),
    )


@dataclass(frozen=True)
class Effect:
    """A student whose points another marking changes."""

    student: str
    before: Score
    after: Score

    @property
    def gain(self) -> Fraction:
        """The growth of the share of all points; below 0 if it shrinks, 0 if only the points change."""
        return _share_of(self.after) - _share_of(self.before)


def effects(before: ClassResults, after: ClassResults) -> tuple[Effect, ...]:
    """Return the students whose points a change alters, by name."""
    pairs = zip(before.students, after.students, strict=True)
    return tuple(Effect(old.handed_in.student, old.score, new.score) for old, new in pairs if old.score != new.score)


def _share_of(score: Score) -> Fraction:
    return score.earned / score.possible if score.possible else Fraction()


@dataclass(frozen=True)
class _Column:
    """One question with the responses and marks of all students, in their order.

    Students who gave the same have the same mark, so what follows from a response is worked out once for all of them.
    """

    question: Question
    distinct: Sequence[Response]
    """The responses that differ."""
    given: Sequence[int]
    """The place of each student's response among these."""
    kinds: Sequence[Mark]
    """The marks of the distinct responses, followed by those with points by hand or a mark by the student."""
    kind_of: Sequence[int]
    """The place of each student's mark among the kinds."""
    seconds: Sequence[float]
    """The time that each answer took."""

    def each(self, of: Callable[[Mark], Cell]) -> list[Cell]:
        """Apply a function to the mark of each student."""
        found = [of(mark) for mark in self.kinds]
        return [found[kind] for kind in self.kind_of]


def _column(
    question: Question, locale: str, handed_in: Sequence[HandedIn], mends: Marking, by_hand: Mapping[int, Marking]
) -> _Column:
    """Mark the responses to one question."""
    name = question.id
    empty: Response = {}
    responses = [each.responses.get(name, empty) for each in handed_in]
    ids = list(map(id, responses))
    distinct = dict(zip(ids, responses, strict=True))
    places = {each: place for place, each in enumerate(distinct)}
    given = [places[each] for each in ids]
    kinds = [_mark(question, response, mends, locale) for response in distinct.values()]
    kind_of = given.copy()
    for at, marking in by_hand.items():
        own = handed_in[at].self_marks.get(name)
        if name in marking.overrides or own:
            kind_of[at] = len(kinds)
            kinds.append(_mark(question, responses[at], marking, locale, own))
    seconds = [spent for each in handed_in if (spent := each.seconds.get(name)) is not None]
    return _Column(question, tuple(distinct.values()), given, kinds, kind_of, seconds)


def _mark(question: Question, response: Response, marking: Marking, locale: str, own: SelfMark | None = None) -> Mark:
    return Mark.of(
        marking.mark(question, response, locale, own),
        answered=is_answered(response),
        by_hand=question.id in marking.overrides,
        by_student=own is not None and marking.follows_own_mark(question),
        unmarked=marking.awaits_mark(question, response, own),
    )


def _rows(columns: Sequence[Sequence[Cell]], rows: int) -> list[tuple[Cell, ...]]:
    """The rows of a table that is given by its columns; empty ones where it has no column."""
    return list(zip(*columns, strict=True)) if columns else [()] * rows


def _student_results(handed_in: Sequence[HandedIn], columns: Sequence[_Column]) -> tuple[StudentResult, ...]:
    """Each student's row; points are added as whole numbers, as adding fractions takes ten times as long."""
    common = lcm(*(mark.score.earned.denominator for column in columns for mark in column.kinds))
    numerators = [column.each(lambda mark: int(mark.score.earned * common)) for column in columns]
    totals = map(sum, _rows(numerators, len(handed_in)))
    rows = _rows([column.each(lambda mark: mark) for column in columns], len(handed_in))
    # What a question is worth is the same for all, as all have the same mends.
    possible = sum((column.kinds[0].score.possible for column in columns if column.kinds), Fraction())
    found = []
    scores: dict[int, tuple[Score, float]] = {}
    for each, marks, total in zip(handed_in, rows, totals, strict=True):
        if total not in scores:
            score = Score(Fraction(total, common), possible)
            scores[total] = score, float(_share_of(score))
        found.append(StudentResult(each, marks, *scores[total]))
    return tuple(found)


def _question_result(
    number: int, column: _Column, item: ItemResult, shares: Sequence[float], marking: Marking, locale: str
) -> QuestionResult:
    """A question with what was given to it; `shares` are the students' shares of all points."""
    keys = marking.key_of(column.question)
    return QuestionResult(
        number,
        column.question,
        keys,
        marking.mend_of(column.question),
        item,
        answer_counts(fixed_parts(column.question), keys, _taken(column, shares), locale),
        median(column.seconds) if column.seconds else None,
        by_students=sum(column.each(lambda mark: mark.by_student)),
        unmarked=sum(column.each(lambda mark: mark.unmarked)),
    )


def _taken(column: _Column, shares: Sequence[float]) -> Taken:
    """Each response to a question, with the shares of all points that those who gave it earned."""
    earned: list[list[float]] = [[] for _ in column.distinct]
    for place, share in zip(column.given, shares, strict=True):
        earned[place].append(share)
    return tuple(zip(column.distinct, earned, strict=True))
