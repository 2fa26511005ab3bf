"""The class list: names to join by, and renaming, merging and deleting students."""

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.name_lists import MOST_NAMES, read_names
from quizengine.quiz.attempt import scorer
from quizengine.quiz.parts import Response
from quizengine.quiz.questions import plain_question
from quizengine.quiz.quiz import SheetQuestion
from quizengine.store import Assignment, NameTakenError, StoredAttempt, name_key
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, whole_number
from quizengine.web.render.formatting import given_answers
from quizengine.web.render.languages import gettext, ngettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import identity
from quizengine.web.teacher.class_progress import KEEP_DAYS
from quizengine.web.teacher.overview import let_in

pages = Blueprint("class_list", __name__, url_prefix="/teacher/classes/<code>")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse


@pages.get("/list")
def show(code: str) -> Answer:
    """The names on the list, who has joined, and what can be done about each."""
    return _page(app_context().store.assignments.find(code))


@pages.post("/list")
def add(code: str) -> Answer:
    """Put pasted names on the list."""
    assignment = app_context().store.assignments.find(code)
    text = sent_form().get("names", "")
    names = [plain for name in read_names(text) if (plain := identity.plain_name(name))]
    if not names:
        return _page(assignment, gettext("Enter at least one name"), text), 422
    if len(names) > MOST_NAMES:
        return _page(assignment, gettext("Enter at most %(most)s names", most=MOST_NAMES), text), 422
    long = next((name for name in names if len(name) > identity.LONGEST_NAME), "")
    if long:
        most = identity.LONGEST_NAME
        fault = gettext("A name must have %(most)s characters or fewer: %(name)s", most=most, name=long)
        return _page(assignment, fault, text), 422
    added = app_context().store.roster.add(code, names)
    flash(ngettext("%(num)s name was added.", "%(num)s names were added.", added))
    return redirect(url_for(".show", code=code), 303)


@pages.post("/list/joining")
def choose_joining(code: str) -> Answer:
    """Let only those on the list join, or everybody."""
    app_context().store.roster.list_only(code, sent_form().get("joining") == "list")
    return redirect(url_for(".show", code=code), 303)


@pages.post("/list/strike")
def strike(code: str) -> Answer:
    """Take a name off the list."""
    app_context().store.roster.strike(code, sent_form().get("name", ""))
    return redirect(url_for(".show", code=code), 303)


@pages.get("/students/<attempt_id>/edit")
def edit(code: str, attempt_id: str) -> Answer:
    """The page to rename a student, to merge two attempts, or to delete all of a student's data."""
    return _student_page(code, _student(code, attempt_id))


@pages.post("/students/<attempt_id>/rename")
def rename(code: str, attempt_id: str) -> Answer:
    """Give a student another name."""
    stored = _student(code, attempt_id)
    name = identity.plain_name(sent_form().get("name", ""))
    if not name or len(name) > identity.LONGEST_NAME:
        fault = gettext("Enter the student’s name, %(most)s characters at most", most=identity.LONGEST_NAME)
        return _student_page(code, stored, fault), 422
    try:
        app_context().store.roster.rename(code, attempt_id, name)
    except NameTakenError:
        return _student_page(code, stored, gettext("Somebody else in this class has this name")), 422
    return redirect(url_for(".show", code=code), 303)


@pages.get("/students/<attempt_id>/merge/<other_id>")
def ask_to_merge(code: str, attempt_id: str, other_id: str) -> Answer:
    """Show which answers two attempts have, and which will stay, before they are merged."""
    kept, other = _student(code, attempt_id), _student(code, other_id)
    return render_page(
        "teacher/merge.html",
        app_context().locale_of(kept.terms.quiz),
        code=code,
        kept=kept,
        other=other,
        rows=_side_by_side(kept, other),
    )


@pages.post("/students/<attempt_id>/merge/<other_id>")
def merge(code: str, attempt_id: str, other_id: str) -> Answer:
    """Merge two attempts into the first."""
    kept, _ = _student(code, attempt_id), _student(code, other_id)
    quiz = app_context().snapshot(kept.terms.quiz).quiz
    app_context().store.roster.merge(code, attempt_id, other_id, scorer(quiz))
    return redirect(url_for(".show", code=code), 303)


@pages.post("/students/<attempt_id>/delete")
def delete(code: str, attempt_id: str) -> Answer:
    """Delete everything about a student; the box that says so has to be ticked."""
    stored = _student(code, attempt_id)
    if "sure" not in sent_form():
        return _student_page(code, stored, delete_error=gettext("Tick the box to delete this student")), 422
    app_context().store.roster.forget(code, attempt_id)
    flash(gettext("The student was deleted with all answers."))
    return redirect(url_for(".show", code=code), 303)


@pages.post("/keep")
def keep(code: str) -> Answer:
    """Have everything about the class deleted some time after it is closed, or keep it."""
    days = whole_number(sent_form().get("days", ""))
    if days is None or days not in KEEP_DAYS:
        abort(404)
    app_context().store.retention.keep(code, days or None)
    return redirect(url_for("classes.one", code=code, _anchor="keep"), 303)


def _student(code: str, attempt_id: str) -> StoredAttempt:
    stored = app_context().store.load(attempt_id, None)
    return stored if stored.terms.assignment == code else abort(404)


def _page(assignment: Assignment, error: str = "", typed: str = "") -> str:
    joined = app_context().store.assignments.attempts(assignment.code)
    names = app_context().store.roster.names(assignment.code)
    listed = {name_key(name) for name in names}
    here = {name_key(each.attempt.student) for each in joined}
    return render_page(
        "teacher/class_list.html",
        app_context().locale_of(assignment.quiz),
        assignment=assignment,
        joined=[(each, name_key(each.attempt.student) in listed) for each in joined],
        waiting=[name for name in names if name_key(name) not in here],
        names=names,
        error=error,
        typed=typed,
    )


def _student_page(code: str, stored: StoredAttempt, error: str = "", delete_error: str = "") -> str:
    others = [each for each in app_context().store.assignments.attempts(code) if each.id != stored.id]
    return render_page(
        "teacher/student.html",
        app_context().locale_of(stored.terms.quiz),
        code=code,
        stored=stored,
        others=others,
        error=error,
        delete_error=delete_error,
    )


def _side_by_side(kept: StoredAttempt, other: StoredAttempt) -> list[tuple[int, str, str, str]]:
    """The number and the stem of each question with what both attempts have given to it, in words."""
    here = app_context()
    quiz = here.snapshot(kept.terms.quiz).quiz
    rows = []
    for number, (asked, question) in enumerate(zip(here.keyed_sheet(quiz), quiz.questions, strict=True), 1):
        mine, theirs = (_in_words(asked, each.attempt.responses.get(question.id, {})) for each in (kept, other))
        rows.append((number, plain_question(question).stem, mine, theirs))
    return rows


def _in_words(asked: SheetQuestion, response: Response) -> str:
    return "; ".join(line for part in given_answers(asked.parts, response, asked.markup) for line in part.lines)
