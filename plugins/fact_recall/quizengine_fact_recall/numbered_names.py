"""Names that begin with an ordinal, in figures: "14th Amendment" for "Fourteenth Amendment".

Next: `thing_forms`.
"""

_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth
    """
_ORDINALS = {word: number for number, word in enumerate(_WORDS.split(), 1)}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def with_ordinal_in_figures(full: str) -> str:
    """The name with the ordinal that it begins with in figures: "14th Amendment"; empty if it begins with none."""
    first, _, rest = full.partition(" ")
    number = _ORDINALS.get(first.casefold(), 0)
    ending = "th" if number in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending} {rest}".strip() if number else ""
