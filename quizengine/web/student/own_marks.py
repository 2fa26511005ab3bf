"""The form in which students mark their own answers in sentences."""

from werkzeug.exceptions import BadRequest

from quizengine.quiz.self_marks import SelfMark
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.languages import gettext


def sent_mark() -> SelfMark:
    """Return the mark in the form that was sent; raises BadRequest for what no form of ours could have sent."""
    try:
        return SelfMark(sent_form().get("mark", ""))
    except ValueError:
        raise BadRequest(gettext("The form contains no mark. Go back and load the page again.")) from None
