"""Answers in sentences in the results of a class: what nobody has marked counts for nothing, and a mark says whose."""

import csv
import io
import json
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from quizengine.desk import mark_tables
from quizengine.desk.class_results import ClassResults, class_results
from quizengine.desk.unmarked import AnswerPlace, next_place, unmarked_answers
from quizengine.quiz.attempt import Mode
from quizengine.quiz.mending import AS_ASKED, Marking, Mend, Override, Treatment
from quizengine.quiz.parts import Response
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import SelfMark
from quizengine.quiz.types.open import OpenQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion
from quizengine.store import Assignment, HandedIn
from quizengine.store.stored import Ending

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
CLASS = Assignment("KTR4XN", "8b", "ice", "Ice", "", "", Mode.CLASS, None, NOW)
QUIZ = Quiz(
    "Ice",
    (
        OpenQuestion(id="why", stem="Why does ice float?", answer="It is lighter than water."),
        ShortTextQuestion(id="what", stem="What is ice made of?", answer="water"),
        OpenQuestion(id="how", stem="How does ice form?", answer="Water freezes."),
    ),
)
SAME: Response = {"answer": ("It is light.",)}
BY_HAND = Marking(overrides={"why": Override(Fraction(1))})


def handed_in(student: str, why: SelfMark | None = None, *, answered: bool = True) -> HandedIn:
    responses = {"why": SAME, "what": {"answer": ("water",)}} if answered else {}
    return HandedIn(student, student, NOW, NOW, Ending.STUDENT, responses, {}, {"why": why} if why else {})


HANDED_IN = (
    handed_in("Ada", SelfMark.HALF),
    handed_in("Ben"),
    handed_in("Eve", SelfMark.NONE),
    handed_in("Kim", answered=False),
    handed_in("Zoë"),
)


def marking_of(attempt: str) -> Marking:
    """The teacher has marked Eve's answer."""
    return BY_HAND if attempt == "Eve" else AS_ASKED


@pytest.fixture(scope="module")
def results() -> ClassResults:
    return class_results(QUIZ, HANDED_IN, marking_of)


def test_the_same_words_have_the_mark_that_each_was_given(results: ClassResults) -> None:
    whys = {each.handed_in.student: each.marks[0] for each in results.students}
    assert {name: mark.verdict for name, mark in whys.items()} == {
        "Ada": "part", "Ben": "unmarked", "Eve": "right", "Kim": "none", "Zoë": "unmarked",
    }  # fmt: skip
    assert [(mark.by_student, mark.by_hand) for mark in whys.values()] == [
        (True, False), (False, False), (False, True), (False, False), (False, False),
    ]  # fmt: skip


def test_what_nobody_has_marked_is_neither_right_nor_missed_nor_left_out(results: ClassResults) -> None:
    why = results.questions[0]
    assert (why.item.asked, why.item.answered, why.item.full, why.missed) == (5, 2, 1, 1)
    assert (why.unmarked, why.by_students, why.empty) == (2, 1, 1)
    assert results.unmarked == 2


def test_mean_and_reliability_are_those_of_the_questions_that_are_marked_to_the_last_answer(
    results: ClassResults,
) -> None:
    assert results.reliability.mean == pytest.approx(4 / 5)
    marked = class_results(QUIZ, HANDED_IN, lambda attempt: Marking(overrides={"why": Override(Fraction(1, 2))}))
    assert marked.reliability.mean == pytest.approx((4 + 5 / 2) / 5)


@pytest.mark.parametrize("treatment", [Treatment.DROPPED, Treatment.CREDITED])
def test_a_question_that_is_dropped_or_credited_has_nothing_to_mark(treatment: Treatment) -> None:
    found = class_results(QUIZ, HANDED_IN, lambda attempt: Marking({"why": Mend(treatment=treatment)}))
    assert (found.questions[0].unmarked, found.questions[0].by_students) == (0, 0)


def test_the_files_say_who_has_marked_an_answer(results: ClassResults) -> None:
    table = mark_tables.marks_as_csv(mark_tables.marks_by_answer(results)).decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["question"] == "1"]
    assert [(row["earned"], row["marked by"]) for row in rows] == [
        ("0.5", "student"), ("0", "nobody"), ("1", "teacher"), ("0", "key"), ("0", "nobody"),
    ]  # fmt: skip
    by_student = mark_tables.marks_by_student(results)
    assert [row["question 1"] for row in by_student] == [0.5, "", 1, "", ""]
    record = json.loads(mark_tables.marks_as_json(CLASS, results, ()))
    assert [each["answers"][0]["marked by"] for each in record["students"]] == [row["marked by"] for row in rows]


def test_a_teacher_marks_all_answers_to_one_question_and_begins_again_with_those_passed_over() -> None:
    how = {"Ada": {"how": SAME}}
    given = [
        HandedIn(each.id, each.student, NOW, NOW, Ending.STUDENT, {**each.responses, **how.get(each.id, {})}, {})
        for each in HANDED_IN
    ]
    unmarked = tuple(unmarked_answers(QUIZ, given, marking_of))
    assert [(each.question, each.attempt) for each in unmarked] == [
        ("why", "Ada"), ("why", "Ben"), ("why", "Zoë"), ("how", "Ada"),
    ]  # fmt: skip
    order = [each.id for each in given]
    after = [next_place(unmarked, AnswerPlace(attempt, "why"), order) for attempt in ("Ben", "Eve", "Zoë")]
    assert [each and each.attempt for each in after] == ["Zoë", "Zoë", "Ada"]
    assert next_place(unmarked[3:], AnswerPlace("Ben", "why"), order) == AnswerPlace("Ada", "how")
    assert next_place(unmarked[3:], AnswerPlace("Ada", "how"), order) is None
