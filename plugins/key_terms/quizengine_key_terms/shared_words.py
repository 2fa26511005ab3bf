"""Words with which a meaning gives away its term: those of the same stem.

Next: `term_options`.
"""

import re

from quizengine.language import content_words

_STEM = 5
"""Letters that two words of one stem begin with; shorter words differ in the last letter at most."""
_OF_A_VIEW = re.compile(r"(?<=\w{3})(?:ism|ist)s?\Z")
_ENDING = re.compile(r"(?<=\w{3})(?:ism|ist|ial|al|ic|e|y)?s?\Z")


def shared_words(term: str, meaning: str) -> frozenset[str]:
    """The words of a term that a word of its meaning has its stem in common with."""
    told = content_words(meaning.replace("-", " "))
    return frozenset(
        word
        for word in term.replace("-", " ").split()
        if any(_are_alike(stem, other) for stem in content_words(word) for other in told)
    )


def _are_alike(one: str, other: str) -> bool:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    shorter = min(len(one), len(other))
    if _OF_A_VIEW.search(one) and _ENDING.sub("", one) == _ENDING.sub("", other):  # "ageism", "age"
        return True
    return one == other or length >= _STEM or (length >= _STEM - 1 and length >= shorter - 1)
