"""Texts without what tells no name from another: case, accents, punctuation, hyphens, a leading article."""

import re

from quizengine.language.word_lists import plain

_PUNCTUATION = re.compile(r"[^\w\s-]|_")


def folded(text: str) -> str:
    """The words alone, parted by single spaces: "wi sung lac" for "Wi Sung-lac", "obrien" for "O’Brien"."""
    words = _PUNCTUATION.sub("", plain(text)).replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)
