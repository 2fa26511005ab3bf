"""Words with which a meaning gives away its term: those of the same stem.

Next: `term_options`.
"""

import re

from quizengine.language import content_words

_STEM = 5
"""Letters that two words of one stem begin with; shorter words differ in the last letter at most."""
_OF_A_VIEW = re.compile(r"(?<=\w{3})(?:ism|ist)s?\Z")
_ENDING = re.compile(r"(?<=\w{3})(?:ism|ist|ial|al|ic|e|y)?s?\Z")


_TOLD_BY_PREFIX = (
    (r"(?:dys|mal|mis)", r"un\w+|bad\w*|abnormal\w*|poor\w*|difficult\w*|faulty|wrong\w*|harmful|negative\w*"),
    (r"hyper", r"high\w*|excess\w*|over\w*|more|increased?"),
    (r"hypo", r"low\w*|below|less|lack\w*|deficien\w*|decreased?|reduced"),
    (r"anti", r"against|oppos\w*|inhibit\w*|prevent\w*"),
    (r"inter", r"between|among"),
    (r"intra", r"within|inside"),
    (r"(?:multi|poly)", r"many|several|multiple"),
    (r"(?:mono|uni)", r"one|single|only"),
    (r"(?:bi|di)", r"two|both"),
    (r"(?:sub|infra)", r"under\w*|below|beneath"),
    (r"auto", r"own|self|themselves|itself"),
    (r"micro", r"small\w*|tiny"),
    (r"macro", r"large\w*|big"),
)
"""Prefixes, and words that say what they mean."""


def is_told_by_its_prefix(term: str, meaning: str) -> bool:
    """Return whether a meaning says what the prefix of its term means: "malnutrition", "bad food"."""
    begins = [told for prefix, told in _TOLD_BY_PREFIX if re.match(prefix, term, re.IGNORECASE)]
    return any(re.search(rf"(?i)\b(?:{told})\b", meaning) for told in begins)


def is_told_by_its_opposite(term: str, meaning: str) -> bool:
    """Return whether a meaning has a word that its term negates: "unsafe tools", "tools that are not safe"."""
    said = set(re.findall(r"\w+", meaning.lower()))
    negated = (re.match(r"(?:un|non|in|im|dis|ir)-?(\w{4,})", word) for word in term.lower().split())
    return any(found[1] in said for found in negated if found)


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
