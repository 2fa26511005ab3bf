"""A question whose stem has a blank shows its field in that place: the sentence is filled in where it is read."""

import re
from dataclasses import replace

from quizengine.quiz.parts import Gap
from quizengine.web.render.forms import Field, Form
from quizengine.web.render.languages import gettext

_BLANK = re.compile(r"_{3,}")
_ASKING = re.compile(r"([^?_]*\?)\s+(.*)", re.DOTALL)


def with_field_in_sentence(form: Form) -> Form:
    """Return the form with its only field inside the stem, where that has one blank; any other as it is.

    What asks stays the stem: “Which name is missing?”.
    """
    field = form.alone
    if field is None or not isinstance(field.part, Gap) or field.part.expects == "sentences":
        return form
    if len(_BLANK.findall(form.stem)) != 1:
        return form
    asking = _ASKING.fullmatch(form.stem)
    stem, sentence = (asking[1], asking[2]) if asking else (gettext("Fill the gap"), form.stem)
    before, after = _BLANK.split(sentence)
    return replace(form, stem=stem, blocks=((before, _in_sentence(field, after), after),))


def _in_sentence(field: Field, after: str) -> Field:
    """The field with a name of its own; without its unit where the sentence continues with that."""
    part = field.part
    if isinstance(part, Gap) and part.unit and after.lstrip().startswith(part.unit):
        part = replace(part, unit="")
    return replace(field, part=part, label=gettext("Gap"), name=gettext("Gap"))
