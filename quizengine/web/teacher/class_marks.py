"""The results of a class: in words, students and questions in a grid, and each question with what was given."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, request
from markupsafe import Markup

from quizengine.desk.class_results import ClassResults, Mark, StudentResult
from quizengine.desk.mark_tables import response_in_words
from quizengine.quiz.answer_counts import PartCounts, given_in_words
from quizengine.quiz.item_analysis import FEWEST_ANSWERS
from quizengine.quiz.parts import Choice
from quizengine.quiz.self_marks import has_model_answer
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import whole_number
from quizengine.web.render import result_pictures
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.render.result_words import result_sentences
from quizengine.web.teacher import class_progress
from quizengine.web.teacher.graded_class import results_of
from quizengine.web.teacher.overview import let_in

pages = Blueprint("class_marks", __name__, url_prefix="/teacher/classes/<code>")
pages.before_request(let_in)

STUDENTS_ON_A_PAGE = 100
_MOST_ANSWERS = 8
MOST_SENTENCES = 100
"""The most answers in sentences that are listed for one question; the others are reached one after another."""
_VERDICTS = {"right": "✓", "wrong": "✗", "part": "◐", "none": "–", "unmarked": "○", "dropped": ""}


@dataclass(frozen=True)
class GridPage:
    """The students on one page of the grid."""

    students: tuple[StudentResult, ...]
    number: int
    """Counted from 1."""
    of: int
    order: str


@dataclass(frozen=True)
class Sentences:
    """One student's answer to a question that people mark."""

    attempt: str
    """The id of the attempt."""
    student: str
    words: str
    mark: Mark


@pages.get("/results")
def show(code: str) -> str:
    """The results of all who have handed in."""
    assignment = app_context().store.assignments.find(code)
    class_progress.hand_in_overdue(assignment)
    results = results_of(assignment)
    reports = app_context().store.reports.in_class(code)
    grid = _grid(results)
    history = app_context().store.mending.history(code)
    return render_page(
        "teacher/class_marks.html",
        results.quiz.locale,
        assignment=assignment,
        results=results,
        working=app_context().store.assignments.count(code).joined - len(results.students),
        sentences=result_sentences(results, Counter(report.question for report in reports)),
        reports=reports,
        history=history,
        undoable=next((each.id for each in history if each.undone is None), 0),
        grid=grid,
        cells=_cells_of(grid.students),
        by_students=sum(each.by_students for each in results.questions),
        partly_marked=[each.number for each in results.questions if each.unmarked],
        sentences_given=_sentences_given(results),
        most_sentences=MOST_SENTENCES,
        answers=_rows,
        given_in_words=given_in_words,
        fewest=FEWEST_ANSWERS,
        distribution=result_pictures.distribution(results),
        shares=result_pictures.shares_right(results.questions),
        scatter=result_pictures.facility_and_discrimination(results.questions),
        width=result_pictures.WIDTH,
    )


def _grid(results: ClassResults) -> GridPage:
    """The page of the grid that the address asks for; by name, or by points with the most first."""
    order = "points" if request.args.get("order") == "points" else "name"
    students = list(results.students)
    if order == "points":
        students.sort(key=lambda each: -each.score.earned)
    of = max(1, -(-len(students) // STUDENTS_ON_A_PAGE))
    number = min(of, max(1, whole_number(request.args.get("page", "")) or 1))
    first = (number - 1) * STUDENTS_ON_A_PAGE
    return GridPage(tuple(students[first : first + STUDENTS_ON_A_PAGE]), number, of, order)


def _cells_of(students: Sequence[StudentResult]) -> list[Markup]:
    """The cells of each student, with a sign to see and a word to hear; each kind of cell is drawn once."""
    words = {
        "right": gettext("right"),
        "wrong": gettext("wrong"),
        "part": gettext("partly right"),
        "none": gettext("not answered"),
        "unmarked": gettext("not marked yet"),
        "dropped": gettext("does not count"),
    }
    cell = Markup('<td class="cell {}"><span aria-hidden="true">{}</span><span class="unseen">{}</span></td>')
    drawn = {(name, False): cell.format(name, _VERDICTS[name], word) for name, word in words.items()}
    by_student = gettext("marked by the student")
    drawn |= {
        (name, True): cell.format(f"{name} by-student", _VERDICTS[name], f"{word}, {by_student}")
        for name, word in words.items()
    }
    return [Markup().join(drawn[mark.verdict, mark.by_student] for mark in student.marks) for student in students]


def _sentences_given(results: ClassResults) -> dict[str, list[Sentences]]:
    """The answers to each question that people mark, by its id and then by student."""
    found: dict[str, list[Sentences]] = {}
    for place, each in enumerate(results.questions):
        if has_model_answer(each.question):
            found[each.question.id] = [
                Sentences(student.handed_in.id, student.handed_in.student, words, student.marks[place])
                for student in results.students
                if (words := response_in_words(each.question, student.handed_in.responses.get(each.question.id, {})))
            ]
    return found


def _rows(counts: PartCounts) -> tuple[object, ...]:
    """The answers that the page lists: every option, and of typed texts and orders those that most gave."""
    return counts.answers if isinstance(counts.part, Choice) else counts.answers[:_MOST_ANSWERS]
