"""The names that people read for types of questions, generators and formats."""

from quizengine.web.render.languages import gettext, later

_TYPES = {
    "choice": later("multiple choice"),
    "true_false": later("true/false"),
    "numeric": later("numeric"),
    "short_text": later("short text"),
    "cloze": later("cloze"),
    "matching": later("matching"),
    "ordering": later("ordering"),
    "open": later("open question"),
}
_GENERATORS = {
    "numeric_recall": later("Figures"),
    "quote_attribution": later("Quotations"),
    "cause_and_effect": later("Causes and effects"),
    "fact_recall": later("Facts"),
    "key_terms": later("Terms"),
    "numeric_reasoning": later("Calculations"),
}
_FORMATS = {
    "yaml": "YAML",
    "moodle-xml": "Moodle XML",
    "gift": "GIFT",
    "aiken": "Aiken",
    "csv": "CSV",
    "xlsx": "Excel",
    "word-list": "Word",
    "canvas": "Canvas",
    "qti-2.1": "QTI 2.1",
    "qti-3.0": "QTI 3.0",
    "qti-blackboard": "QTI 2.1, Blackboard",
    "h5p": "H5P",
    "google-forms": "Google Forms",
    "anki": "Anki",
    "kahoot": "Kahoot!",
    "wayground": "Wayground",
    "blooket": "Blooket",
    "blackboard": "Blackboard",
    "brightspace": "Brightspace",
    "html": "HTML",
    "pdf": "PDF",
    "docx": "Word",
}
"""The names of formats, which are the same in every language."""
_KEY_SHEET = "-key"
_LARGE_PRINT = "-large"


def type_named(name: str) -> str:
    """Return what a type of question is called; one that a plugin brings, by its name."""
    return gettext(_TYPES[name]) if name in _TYPES else name.replace("_", " ")


def generator_named(name: str) -> str:
    """Return a heading for the questions of a generator; for one that does not come with quizengine, its name."""
    return gettext(_GENERATORS[name]) if name in _GENERATORS else name.replace("_", " ").capitalize()


def format_named(name: str) -> str:
    """Return what a format is called, whatever its name is in addresses: YAML, Moodle XML, csv of a plugin."""
    if name.endswith(_KEY_SHEET):
        return gettext("%(format)s, key sheet", format=format_named(name.removesuffix(_KEY_SHEET)))
    if name.endswith(_LARGE_PRINT):
        return gettext("%(format)s, large print", format=format_named(name.removesuffix(_LARGE_PRINT)))
    if name == "text":
        return gettext("Plain text")
    return _FORMATS.get(name, name.replace("_", " "))
