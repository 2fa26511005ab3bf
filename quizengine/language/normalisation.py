"""Normalises texts for comparing answers: without case, accents and punctuation."""

import re
import unicodedata
from functools import cache

_APOSTROPHES = str.maketrans(dict.fromkeys("´ʼʻʹ", "'"))
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that English writes without their stroke and that Unicode does not take apart."""
_SIGNS = str.maketrans({",": ".", "−": "-", "–": "-", "⁄": "/"})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MEANINGFUL = re.compile(r"(?<!\S)[-−–](?=\d)|(?<=\d)[.,:/⁄](?=\d)|(?<=[^\W\d_])[+#]+(?!\w)")


def normalise(text: str) -> str:
    """The text without what is not tested: case, accents, punctuation, white space, a leading article.

    What changes the meaning stays: the signs inside a number (3.5 is not 35, -5 is not 5), C++ beside C, and the
    vowel signs of scripts that write them as marks.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold().translate(_LETTERS)
    plain = _THOUSANDS.sub("", plain)
    pieces, last = [], 0
    for found in _MEANINGFUL.finditer(plain):
        pieces += [*map(_tested, plain[last : found.start()]), found[0].translate(_SIGNS)]
        last = found.end()
    plain = "".join([*pieces, *map(_tested, plain[last:])])
    return re.sub(r"\A(?:the|an?) (?=.)", "", " ".join(plain.split()))


@cache
def _tested(sign: str) -> str:
    """A letter, a digit or a vital mark as it is, a space for white space and dashes, nothing for other signs."""
    kind = unicodedata.category(sign)
    if sign.isspace() or kind == "Pd" or sign == "−":
        return " "
    place = unicodedata.combining(sign)
    accent = 10 <= place <= 36 or place >= 200  # Hebrew and Arabic points, and all that Europe puts above or below
    return sign if sign.isalnum() or (kind[0] == "M" and not accent) else ""
