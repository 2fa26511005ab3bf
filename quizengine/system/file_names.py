"""Names of files, made from titles that people give."""

import re
import unicodedata

_LONGEST_NAME = 60
"""Characters; so many letters of any script fit into a file name of 255 bytes."""
_ACCENTS = re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")
"""Marks on Latin letters, once they are separate: names are easier to type without them."""


def file_stem(title: str) -> str:
    """A title as a file name without an ending: letters and digits of any script, joined by hyphens; may be empty."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", title))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", plain).casefold())
    short = ""
    for word in words:
        if len(short) + len(word) + 1 > _LONGEST_NAME:
            break
        short = f"{short}-{word}" if short else word
    return short or (words[0][:_LONGEST_NAME] if words else "")
