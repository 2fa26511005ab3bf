"""The fields of a teacher's form, for a page that could not do what it asks and offers to send it again."""

from collections.abc import Iterator

from flask import abort, request
from werkzeug.datastructures import MultiDict

from quizengine.web.http.form_data import MOST_FIELDS, sent_form
from quizengine.web.http.uploads import TOO_LARGE, upload_form
from quizengine.web.render.field_labels import label_of
from quizengine.web.render.question_form import PREFIX


def sent_fields() -> MultiDict[str, str]:
    """Return the fields of a form, also of one that may bring a file; a page of its own ends a request without them."""
    if TOO_LARGE in request.environ:
        abort(413)
    if request.mimetype == "multipart/form-data":
        return MultiDict(upload_form(MOST_FIELDS).fields)
    return sent_form()


def typed_texts(sent: MultiDict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what was typed into the form of a question, each with the label of its field."""
    for name, text in sent.items(multi=True):
        if name.startswith(PREFIX) and text.strip():
            yield label_of(name.removeprefix(PREFIX).rpartition(".")[2]), text
