"""Statistics of each question from the attempts at a place; graded by the quiz it was started on, as mended."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizengine.bank import read_bank
from quizengine.engine import Engine
from quizengine.quiz.attempt import Outcome, grade_attempt, is_answered
from quizengine.quiz.item_analysis import ItemResult, item_results
from quizengine.quiz.mending import Marking, Treatment
from quizengine.quiz.questions import plain_question
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import has_model_answer
from quizengine.store import Place
from quizengine.store.outcomes import Outcomes, Submitted, read_outcomes

_FEWEST_TO_CHOOSE_BY = 20
"""The fewest answers to choose by: with fewer, the interval around a difficulty is wider than a band of difficulty."""


@dataclass(frozen=True)
class QuizResults:
    """The statistics of the questions of one quiz."""

    entry: str
    """Its name in the library."""
    title: str
    attempts: int
    items: tuple[tuple[str, ItemResult], ...]
    """The stem of each question with its result, in the order of the quiz."""
    by_students: Mapping[str, int]
    """The number of answers that their students have marked themselves, by question id; a question without any is left
    out."""


def quiz_results(engine: Engine, place: Place) -> tuple[QuizResults, ...]:
    """The results of each quiz that has attempts, by name; raises StoreError and BankError."""
    outcomes = read_outcomes(place)
    quizzes = _quizzes(engine, outcomes)
    found = []
    for entry in sorted({one.entry for one in outcomes.attempts}):
        mine = [one for one in outcomes.attempts if one.entry == entry]
        stems = {q.id: plain_question(q).stem for one in mine for q in quizzes[one.quiz].questions}
        graded = [_graded(quizzes[one.quiz], one) for one in mine]
        known = {item.question: item for item in item_results(map(_earned, graded))}
        items = tuple((stem, known.get(name, ItemResult(name, 0, 0, 0))) for name, stem in stems.items())
        by_students = Counter(name for one in graded for name in one.by_student)
        found.append(QuizResults(entry, mine[-1].title, len(mine), items, by_students))
    return tuple(found)


def measured_difficulties(engine: Engine, place: Place) -> Mapping[str, float]:
    """Return the difficulty of each question with enough answers, by id, over all quizzes that contain it."""
    outcomes = read_outcomes(place)
    quizzes = _quizzes(engine, outcomes)
    known = item_results(_earned(_graded(quizzes[one.quiz], one)) for one in outcomes.attempts)
    return {
        item.question: item.difficulty
        for item in known
        if item.difficulty is not None and item.answered >= _FEWEST_TO_CHOOSE_BY
    }


def _quizzes(engine: Engine, outcomes: Outcomes) -> dict[str, Quiz]:
    """The quizzes by hash; a question whose type is no longer there is left out."""
    types = engine.registry.question_types
    return {name: read_bank(bank, f"bank {name[:8]}", types).quiz for name, bank in outcomes.banks.items()}


@dataclass(frozen=True)
class _Graded:
    """An attempt with the marking by which it was graded."""

    outcomes: tuple[Outcome, ...]
    marking: Marking

    @property
    def by_student(self) -> list[str]:
        """The ids of the questions whose points follow from the student's own mark."""
        outcomes = [one for one in self.outcomes if one.self_mark and self.marking.follows_own_mark(one.question)]
        return [outcome.question.id for outcome in outcomes]


def _graded(quiz: Quiz, one: Submitted) -> _Graded:
    """Grade by the keys that hold now; points by hand count only where no key can mark what was given."""
    marked_by_people = {question.id for question in quiz.questions if has_model_answer(question)}
    overrides = {name: points for name, points in one.by_hand.items() if name in marked_by_people}
    marking = replace(one.marking, overrides=overrides)
    return _Graded(grade_attempt(quiz, one.attempt, marking).outcomes, marking)


def _earned(graded: _Graded) -> dict[str, float | None]:
    """The share of each question; what everybody was credited says nothing, and what nobody has marked is left out."""
    return {
        outcome.question.id: None
        if graded.marking.mend_of(outcome.question).treatment is Treatment.CREDITED
        else _share(outcome)
        for outcome in graded.outcomes
        if not outcome.unmarked
    }


def _share(outcome: Outcome) -> float | None:
    """Return the share of its points that a question earned; None if nothing was answered."""
    if not is_answered(outcome.response):
        return None
    return float(outcome.score.earned / outcome.score.possible) if outcome.score.possible else None
