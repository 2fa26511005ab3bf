"""Words that are divided at the end of a line: cus-⏎tomers is one word, well-⏎known keeps its hyphen."""

import re

_DIVIDED = re.compile(r"(?P<first>[^\W\d_]+)[-‐¬]\Z")
_OF_ALONE = "¬"
"""A sign that only the end of a line puts into a word."""
_IN_A_CHAIN = re.compile(r"\w[-‐](?: (?:and|or|to) )?[^\W\d_]+[-‐]\Z")
"""The end of a line within "state-of-the-art" or "pre- and post-war"."""
_IN_A_COMPOUND = re.compile(r"\w[-‐]\Z")
_NEXT = re.compile(r"[a-zß-ÿ]+")
_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
"""
"""The language layer, which is above, has these words too; `tests/text/layout/test_hyphens.py` compares them."""
_KEEP = frozenset(_NUMBERS.split()) | frozenset(
    [
        "self",
        "well",
        "ill",
        "half",
        "ex",
        "non",
        "co",
        "all",
        "cross",
        "long",
        "short",
        "high",
        "low",
        "full",
        "part",
        "once",
        "far",
        "first",
        "second",
        "third",
        "last",
        "mid",
        "semi",
        "anti",
        "pro",
        "vice",
        "then",
        "so",
        "north",
        "south",
        "east",
        "west",
        "left",
        "right",
        "hard",
        "soft",
        "open",
        "old",
        "new",
        "best",
        "better",
        "middle",
        "upper",
        "lower",
        "single",
        "double",
        "triple",
        "much",
        "ever",
        "free",
        "blue",
        "red",
        "white",
        "black",
        "green",
        "year",
        "day",
        "week",
        "month",
        "hour",
        "mile",
        "foot",
        "age",
        "world",
        "state",
    ]
)
"""First parts of compounds that are written with a hyphen far more often than as one word."""


def is_divided(line: str, following: str) -> bool:
    """Return whether the last word of a line continues in the next one."""
    return bool(_DIVIDED.search(line) and _NEXT.match(following))


def ends_in_a_hyphen(line: str, following: str) -> bool:
    """True if a line ends within a compound that keeps its hyphen, as its next part shows: Anglo-⏎Saxon, 1914-⏎18."""
    return bool(_IN_A_COMPOUND.search(line) and following[:1].isalnum())


def keeps_hyphen(line: str, following: str, words: frozenset[str]) -> bool:
    """Return whether the hyphen belongs to the word; `words` are all that the text has elsewhere, in small letters."""
    first, second = _DIVIDED.search(line), _NEXT.match(following)
    if first is None or second is None:
        return True
    if line.endswith(_OF_ALONE):
        return False
    if _IN_A_CHAIN.search(line):
        return True
    joined, hyphened = f"{first['first']}{second[0]}".lower(), f"{first['first']}-{second[0]}".lower()
    if joined in words or hyphened in words:
        return joined not in words
    behind = following[second.end() : second.end() + 1]
    return behind == "-" or first["first"].lower() in _KEEP


def words_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, those with a hyphen whole."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
