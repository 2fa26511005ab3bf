"""Templates become pages."""

from typing import Any

from flask import current_app
from markupsafe import Markup

from quizengine.web.forms import Form


def page_of(template: str, **shown: Any) -> str:
    """The page that a template makes of what is shown; the same as Flask's, without what no template of ours asks for.

    Flask hands the request and the session to every template, which costs a tenth of a page.
    """
    return current_app.jinja_env.get_template(template).render(shown)


def drawn(form: Form) -> Markup:
    """The stem and the fields of a question, to be put into a page."""
    macros: Any = current_app.jinja_env.get_template("parts.html").module
    return Markup(macros.question(form))  # noqa: S704 # the template has escaped what comes from banks and students
