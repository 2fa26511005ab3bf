"""Names that begin with a number: "Fourteenth Amendment", which is also the "14th Amendment", and "IV Congress".

Next: `thing_forms`.
"""

import re

_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth
    """
_ORDINALS = {word: number for number, word in enumerate(_WORDS.split(), 1)}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_IN_ROMAN_FIGURES = re.compile(r"(?!I )[IVXL]+ [A-Z][a-z]")
"""A Roman number before a noun; a lone "I" is the pronoun."""


def with_ordinal_in_figures(full: str) -> str:
    """The name with the ordinal that it begins with in figures: "14th Amendment"; empty if it begins with none."""
    first, _, rest = full.partition(" ")
    number = _ORDINALS.get(first.casefold(), 0)
    ending = "th" if number in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending} {rest}".strip() if number else ""


def is_numbered_in_roman_figures(full: str) -> bool:
    """Return whether a name is a noun with a Roman number before it, for which there are many spellings."""
    return _IN_ROMAN_FIGURES.match(full) is not None
