"""The marks of a class to take away, as files and as pages to print."""

from collections.abc import Callable

from flask import Blueprint, Response, abort

from quizengine.desk import mark_tables
from quizengine.desk.class_results import ClassResults, QuestionResult
from quizengine.quiz.parts import Choice, Gap, Ordering
from quizengine.store import Assignment
from quizengine.web.app_context import app_context
from quizengine.web.render.formatting import key_lines, markup_of_key
from quizengine.web.render.pages import render_page
from quizengine.web.render.wording import in_words
from quizengine.web.teacher.graded_class import results_of
from quizengine.web.teacher.overview import let_in

pages = Blueprint("class_files", __name__, url_prefix="/teacher/classes/<code>")
pages.before_request(let_in)

Make = Callable[[Assignment, ClassResults], bytes]


@pages.get("/files/<name>")
def file(code: str, name: str) -> Response:
    """One of the files."""
    make = _FILES.get(name) or abort(404)
    assignment = app_context().store.assignments.find(code)
    response = Response(make(assignment, results_of(assignment)), mimetype="application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=f"{code}-{name}")
    return response


@pages.get("/reports")
def reports(code: str) -> str:
    """A report for each student, each on a page of its own when it is printed."""
    assignment = app_context().store.assignments.find(code)
    results = results_of(assignment)
    return render_page(
        "teacher/student_reports.html",
        results.quiz.locale,
        assignment=assignment,
        results=results,
        given=mark_tables.response_in_words,
        right=_right_answers(results),
    )


def _right_answers(results: ClassResults) -> dict[str, str]:
    """The right answer to each question in words, by its id, as it is marked now."""
    return {
        each.question.id: " | ".join(_key_in_words(each, one.part) for one in each.parts) for each in results.questions
    }


def _key_in_words(each: QuestionResult, part: Choice | Gap | Ordering) -> str:
    key = each.keys[part.name]
    markup = markup_of_key(part, key, each.question.markup)
    return "; ".join(in_words(line, markup) for line in key_lines(part, key))


def _as_json(assignment: Assignment, results: ClassResults) -> bytes:
    return mark_tables.marks_as_json(assignment, results, app_context().store.reports.in_class(assignment.code))


def _as_zip(assignment: Assignment, results: ClassResults) -> bytes:
    store = app_context().store
    found = store.reports.in_class(assignment.code)
    return mark_tables.class_as_zip(assignment, results, found, store.bank(assignment.quiz))


_FILES: dict[str, Make] = {
    "students.csv": lambda assignment, results: mark_tables.marks_as_csv(mark_tables.marks_by_student(results)),
    "answers.csv": lambda assignment, results: mark_tables.marks_as_csv(mark_tables.marks_by_answer(results)),
    "marks.xlsx": lambda assignment, results: mark_tables.marks_as_xlsx(results),
    "class.json": _as_json,
    "class.zip": _as_zip,
}
