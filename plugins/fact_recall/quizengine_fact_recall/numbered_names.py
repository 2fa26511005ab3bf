"""Names that begin with a Roman number: "IV Congress", of which no more is known than the number.

Next: `participant_kinds`.
"""

import re

_IN_ROMAN_FIGURES = re.compile(r"(?!I )[IVXL]+ [A-Z][a-z]")
"""A Roman number before a noun; a lone "I" is the pronoun."""


def is_numbered_in_roman_figures(full: str) -> bool:
    """Return whether a name is a noun with a Roman number before it, so that a question cannot say what it names."""
    return _IN_ROMAN_FIGURES.match(full) is not None
