"""The labels of a question's fields in the form in which a teacher writes it."""

from collections.abc import Mapping

from quizengine.web.render.languages import gettext, later

_LABELS: Mapping[str, str] = {
    "stem": later("Question"),
    "answer": later("Right answer"),
    "distractors": later("Wrong answers"),
    "pinned": later("Options that stay last"),
    "scoring": later("For an answer that is partly right"),
    "feedback": later("Said about an option after the quiz"),
    "option": later("Option"),
    "says": later("What is said"),
    "points": later("Points"),
    "rationale": later("Why the answer is right"),
    "evidence": later("Words of the article that prove the answer"),
    "tags": later("Tags"),
    "id": later("Name of the question"),
    "markup": later("How the texts are written"),
    "tolerance": later("How far off a number may be"),
    "percent": later("Per cent"),
    "absolute": later("Plus or minus"),
    "range": later("From … to …"),
    "unit": later("Unit"),
    "unit_required": later("The unit must be typed"),
    "accept": later("Also accepted"),
    "match": later("What counts"),
    "near_miss": later("For one wrong letter"),
    "text": later("Text with gaps"),
    "pairs": later("Pairs"),
    "left": later("Given"),
    "right": later("To be found"),
    "several": later("Students choose all that are right"),
}


def is_known(name: str) -> bool:
    """Return whether a field has a name for teachers."""
    return name in _LABELS


def label_of(name: str) -> str:
    """Return what a field is called; one that only a plugin knows, by its name."""
    return gettext(_LABELS[name]) if name in _LABELS else name.replace("_", " ").capitalize()
