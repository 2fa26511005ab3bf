"""A copy of a quiz that comes with a plugin, to be changed in the teacher's own folder."""

from flask import Blueprint, abort, flash, redirect, url_for
from werkzeug.wrappers import Response as HttpResponse

from quizengine.desk.changes import comes_with_plugin
from quizengine.desk.copying import copy_quiz
from quizengine.errors import BankError
from quizengine.web.app_context import app_context
from quizengine.web.render.languages import gettext
from quizengine.web.teacher.overview import entry_of, let_in, quiz_page

pages = Blueprint("copying", __name__, url_prefix="/teacher/quizzes/<name>/copy")
pages.before_request(let_in)


@pages.post("")
def copy(name: str) -> tuple[str, int] | HttpResponse:
    """Copy the quiz and show the copy, which is hidden from students."""
    here, entry = app_context(), entry_of(name)
    if not comes_with_plugin(here.engine, entry):
        abort(404)
    try:
        place = copy_quiz(here.engine, entry)
    except BankError as fault:
        return quiz_page(entry, {"state": str(fault)}), 409
    here.look_again()
    made = here.library.made_from(place) or abort(404)
    flash(gettext("This is your copy, which students do not see yet. The quiz that you copied stays as it is."))
    return redirect(url_for("teacher.quiz", name=made.name), 303)
