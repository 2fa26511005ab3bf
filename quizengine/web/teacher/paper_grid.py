"""Entering what students wrote on paper: a row for each student, a column for each question of the form."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.paper_answers import Expected, UnreadableAnswerError, response_on_paper
from quizengine.formats.content.interactions import ExportedQuestion, exported
from quizengine.quiz.paper_forms import LETTERS, paper_form
from quizengine.quiz.parts import Response
from quizengine.store import Assignment, Start, name_key
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext, later, ngettext
from quizengine.web.render.pages import render_page
from quizengine.web.security import codes, identity
from quizengine.web.teacher.overview import let_in

pages = Blueprint("paper_grid", __name__, url_prefix="/teacher/classes/<code>/paper")
pages.before_request(let_in)

Answer = str | tuple[str, int] | HttpResponse
_BLANK_ROWS, _MOST_ROWS = 5, 60
_AS_IN_THE_QUIZ = "-"
_EXPECTED: dict[Expected, str] = {
    "letter": later("Enter one letter from A to %(of)s."),
    "letters": later("Enter letters from A to %(of)s."),
    "verdict": later("Enter the first letter of one of these words: %(of)s."),
    "gaps": later("Enter %(of)s answers with semicolons between them."),
    "pairs": later("Enter %(of)s letters, one for each line."),
    "order": later("Enter the numbers from 1 to %(of)s, each once."),
    "nothing": later("This question cannot be answered on paper."),
}


@dataclass(frozen=True)
class PaperRow:
    """The responses that were typed into one row of the grid."""

    name: str
    responses: dict[str, Response]


@pages.get("")
def ask(code: str) -> Answer:
    """The grid of a form: the names on the list that have not joined, and some rows without a name."""
    assignment = app_context().store.assignments.find(code)
    return _page(assignment, _letter(request.args.get("form", _AS_IN_THE_QUIZ)))


@pages.post("")
def enter(code: str) -> Answer:
    """Keep and hand in what was typed; if a cell cannot be read, nothing is kept, and the same form twice is one."""
    assignment = app_context().store.assignments.find(code)
    sent = sent_form()
    letter = _letter(sent.get("form", ""))
    rows, faults = _read_rows(assignment, letter, sent)
    if assignment.closed:
        faults.append(gettext("This class is closed. Reopen it to enter answers."))
    if faults or not rows:
        return _page(assignment, letter, faults or [gettext("Enter at least one name")], sent), 422
    for row in rows:
        _keep(assignment, row, sent.get("once", ""))
    flash(
        ngettext(
            "The answers of %(num)s student were handed in.",
            "The answers of %(num)s students were handed in.",
            len(rows),
        )
    )
    return redirect(url_for("classes.one", code=code), 303)


def _letter(letter: str) -> str:
    return letter if letter in (*LETTERS, _AS_IN_THE_QUIZ) else abort(404)


def _questions(assignment: Assignment, letter: str) -> tuple[ExportedQuestion, ...]:
    """The questions as the form has them, in its order."""
    quiz = app_context().snapshot(assignment.quiz).quiz
    return exported(quiz if letter == _AS_IN_THE_QUIZ else paper_form(quiz, letter))


def _read_rows(assignment: Assignment, letter: str, sent: MultiDict[str, str]) -> tuple[list[PaperRow], list[str]]:
    """The rows with a name, and what is wrong with the grid."""
    store = app_context().store
    locale = app_context().snapshot(assignment.quiz).quiz.locale
    taken = {name_key(each.attempt.student) for each in store.assignments.attempts(assignment.code)}
    taken -= {name_key(name) for name in _kept_before(assignment, sent)}
    listed = {name_key(name) for name in store.roster.names(assignment.code)}
    rows, faults = [], []
    for at in range(_MOST_ROWS):
        name = identity.plain_name(sent.get(f"name-{at}", ""))[: identity.LONGEST_NAME]
        cells = {one: sent.get(f"cell-{at}-{one.number}", "") for one in _questions(assignment, letter)}
        if not name and any(cell.strip() for cell in cells.values()):
            faults.append(gettext("Row %(row)s has answers and no name", row=at + 1))
        if not name or not any(cell.strip() for cell in cells.values()):
            continue
        if name_key(name) in taken:
            faults.append(gettext("%(name)s has joined this class already", name=name))
        if assignment.listed and name_key(name) not in listed:
            faults.append(gettext("%(name)s is not on the class list", name=name))
        taken.add(name_key(name))
        responses = {}
        for one, cell in cells.items():
            try:
                responses[one.original.id] = response_on_paper(one, cell, locale)
            except UnreadableAnswerError as fault:
                where = gettext("%(name)s, question %(number)s", name=name, number=one.number)
                faults.append(_unreadable(where, fault))
        rows.append(PaperRow(name, {question: response for question, response in responses.items() if response}))
    return rows, faults


def _unreadable(where: str, fault: UnreadableAnswerError) -> str:
    said = {"where": where, "written": fault.written, "expected": gettext(_EXPECTED[fault.expected], of=fault.of)}
    return gettext("%(where)s: “%(written)s” cannot be read. %(expected)s", **said)


def _kept_before(assignment: Assignment, sent: MultiDict[str, str]) -> list[str]:
    """The students whose answers this very form has already handed in: it was sent twice."""
    once = sent.get("once", "")
    attempts = app_context().store.assignments.attempts(assignment.code)
    return [each.attempt.student for each in attempts if each.id == _attempt_id(once, each.attempt.student)]


def _attempt_id(once: str, name: str) -> str:
    return sha256(f"paper/{once}/{name_key(name)}".encode()).hexdigest()[:32]


def _keep(assignment: Assignment, row: PaperRow, once: str) -> None:
    """Join, save every answer and hand in; what was handed in before stays as it is."""
    here, attempt_id = app_context(), _attempt_id(once, row.name)
    start = Start(
        id=attempt_id,
        owner=f"paper/{attempt_id}",
        student=row.name,
        entry=assignment.entry,
        title=assignment.title,
        quiz_id=assignment.quiz_id,
        bank=here.store.bank(assignment.quiz),
        mode=assignment.mode,
        code=codes.new_code(codes.ATTEMPT_LENGTH),
    )
    here.store.assignments.join(assignment.code, start)
    if here.store.glance(attempt_id, start.owner).submitted:
        return
    here.store.start_clock(attempt_id, start.owner)
    for question, response in row.responses.items():
        here.store.respond(attempt_id, start.owner, question, response)
    here.store.submit(attempt_id, start.owner, here.score(assignment.quiz, assignment.code))


def _page(
    assignment: Assignment, letter: str, faults: list[str] | None = None, sent: MultiDict[str, str] | None = None
) -> str:
    store = app_context().store
    joined = {name_key(each.attempt.student) for each in store.assignments.attempts(assignment.code)}
    waiting = [name for name in store.roster.names(assignment.code) if name_key(name) not in joined]
    rows = [*waiting, *[""] * _BLANK_ROWS][:_MOST_ROWS]
    if sent:
        typed = [sent.get(f"name-{at}", "") for at in range(_MOST_ROWS) if f"name-{at}" in sent]
        rows = typed or rows
    return render_page(
        "teacher/paper_grid.html",
        app_context().locale_of(assignment.quiz),
        assignment=assignment,
        letter=letter,
        letters=(_AS_IN_THE_QUIZ, *LETTERS),
        questions=_questions(assignment, letter),
        rows=rows,
        faults=faults or [],
        sent=sent or {},
        once=sent.get("once", "") if sent else secrets.token_urlsafe(16),
    )
