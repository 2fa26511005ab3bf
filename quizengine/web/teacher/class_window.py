"""The form on the page of a class that sets when it opens and closes by itself."""

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.store import ClosedAssignmentError
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext
from quizengine.web.teacher.classes import class_page
from quizengine.web.teacher.overview import let_in
from quizengine.web.teacher.window_fields import CLOSES, OPENS, faults_of, typed_window, window_of

pages = Blueprint("class_window", __name__, url_prefix="/teacher/classes/<code>/window")
pages.before_request(let_in)

Answer = tuple[str, int] | HttpResponse


@pages.post("")
def choose(code: str) -> Answer:
    """Choose when students may join, and when the class is closed by itself; a closed class stays as it is."""
    here, sent = app_context(), sent_form()
    assignment = here.store.assignments.find(code)
    typed = typed_window(sent)
    errors = faults_of(typed, gettext("The class must close after it opens"))
    opens, closes = window_of(typed) if not errors else (None, None)
    if closes and closes <= here.store.now():
        errors[CLOSES] = gettext("This time is over. To close the class now, use the button at the end of this page")
    if errors and not assignment.closed:
        return class_page(assignment, window_errors=errors, window={OPENS: typed.opens, CLOSES: typed.closes}), 422
    try:
        here.store.windows.choose(code, opens, closes)
        flash(gettext("The times are saved."))
    except ClosedAssignmentError:
        flash(gettext("The class is closed. Reopen it to set other times."))
    return redirect(url_for("classes.one", code=code), 303)
