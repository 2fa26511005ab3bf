"""A text with a capital or without one, as its place in a sentence demands.

`realise.surface_text` tells whether a word keeps its capital inside a sentence.
"""

import re


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, whatever marks are before it."""
    found = re.search(r"\w", text)
    return text if found is None else text[: found.start()] + found[0].upper() + text[found.end() :]


def uncapitalised(text: str) -> str:
    """The text with its first character in lower case; a mark before its first letter leaves it as it is."""
    return text[:1].lower() + text[1:]
