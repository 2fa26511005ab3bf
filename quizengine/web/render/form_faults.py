"""Says what is wrong with a question in the words of the form in which a teacher writes it."""

import re
from dataclasses import dataclass

from quizengine.bank.values import Fault
from quizengine.web.render.field_labels import is_known, label_of
from quizengine.web.render.languages import gettext

_FIELD = re.compile(r"`(\w+)`")


@dataclass(frozen=True)
class FormFault:
    """A fault in words: in English where it comes from a rule or a file, else in the language of the page."""

    words: str
    is_english: bool = False
    is_missing: bool = False
    """True if only something is still to be filled in."""


def fault_in_form(fault: Fault) -> FormFault:
    """Return a fault of a bank file as one of a form: fields have the names that the form gives them."""
    name = str(fault.path[-1]) if fault.path else ""
    if not fault.is_missing:
        return FormFault(_FIELD.sub(_called, fault.message), is_english=True)
    rows = [step for step in fault.path if isinstance(step, int)]
    if rows:
        return FormFault(
            gettext("“%(field)s” is still empty in row %(row)s", field=label_of(name), row=rows[-1] + 1),
            is_missing=True,
        )
    return FormFault(gettext("This field is still empty"), is_missing=True)


def _called(name: re.Match[str]) -> str:
    return f"“{label_of(name[1])}”" if is_known(name[1]) else name[0]
