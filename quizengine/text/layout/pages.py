"""The parts of a page beside its text: the page number, and running heads and feet."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quizengine.text.layout.line import Line

_NUMBER = re.compile(
    r"(?i)[\s|\[(–—-]*(?:(?:page|p\.|pg\.?|seite|página)[\s|]*)?\d{1,3}(?:\s*(?:/|of|von|de)\s*\d{1,3})?"
    r"[\s|\])–—-]*\Z|(?-i:(?=[ivxl]{2})(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))\Z"
)
_NUMBERED = re.compile(
    r"^[A-Z]?\d{1,3}(?: {2,}|\t+| ?[|•·–—] ?)\S|\S(?: {2,}|\t+| ?[|•·–—] ?)\d{1,3}$|, (?:p\.|pg\.?|page) ?\d{1,4}$"
)
"""A head with the number of the page in its line."""
_PRINTED = re.compile(
    r"(?i)https?://\S+\s+\d{1,4}[/.]\d{1,4}(?:[/.]\d{1,4})?(?:,? \d{1,2}:\d\d.*)?\Z"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d\b.*\Z|\(?continued (?:on|from) page \w+\)?\Z"
)
"""Lines that browsers print at the edges of pages, and newspapers where an article continues elsewhere."""
_DIGITS = re.compile(r"\d+")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_ENDS = re.compile(r"[.!?…,;:][\"'”’»)\]]*\Z")
_LONGEST_HEAD = 90
_OFTEN = 3
_PAGES = 2


def page_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Return which lines, by number, belong to the page: "page number" or "running head".

    A number that stands alone within a paragraph and is one of no series is neither: it may be a figure of the text.
    """
    numbers = {at: "page number" for at, line in enumerate(lines) if line.text and _NUMBER.match(line.text)}
    heads = dict.fromkeys(_heads(lines, numbers), "running head")
    series = _series(lines, numbers)
    sure = {at: kind for at, kind in numbers.items() if at in series or _stands_apart(lines, at, heads)}
    return sure | heads


def _heads(lines: Sequence[Line], numbers: Mapping[int, str]) -> Iterator[int]:
    forms = Counter(_form(line) for line in lines if line.text)
    edges = Counter(_form(lines[at]) for at in _edges(lines, numbers))
    first = next((at for at, line in enumerate(lines) if line.text and at not in numbers), -1)  # the title
    for at, line in enumerate(lines):
        if line.text and _PRINTED.match(line.text):
            yield at
            continue
        if not line.text or at in numbers or len(line.text) > _LONGEST_HEAD or _ENDS.search(line.text):
            continue
        form = _form(line)
        again = _PAGES if _DIGITS.search(line.text) else _OFTEN
        repeated = forms[form] >= again and any(map(str.isalpha, form)) and _is_headlike(line.text)
        headlike = _is_headlike(line.text) or (first >= 0 and form == _form(lines[first]))
        beside = at != first and headlike and _is_beside_a_number(lines, at, numbers)
        numbered = at != first and _NUMBERED.search(line.text) and _is_headlike(line.text)
        if repeated or beside or numbered or edges[form] >= _PAGES:
            yield at


def _series(lines: Sequence[Line], numbers: Mapping[int, str]) -> frozenset[int]:
    """Those of the numbers that go up by one from one to the next, as those of pages do."""
    found: set[int] = set()
    for one, other in pairwise(numbers):
        if _value(lines[other]) == _value(lines[one]) + 1:
            found |= {one, other}
    return frozenset(found)


def _value(line: Line) -> int:
    digits = _DIGITS.search(line.text)
    return int(digits[0]) if digits else 0


def _stands_apart(lines: Sequence[Line], at: int, heads: Mapping[int, str]) -> bool:
    """Return whether a number says that it is a page's, or is at the edge of a page or of a paragraph."""
    around = [near for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    plain = lines[at].text.isdecimal()
    return not plain or len(around) == 1 or any(not lines[near].text or near in heads for near in around)


def _form(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _edges(lines: Sequence[Line], numbers: Mapping[int, str]) -> set[int]:
    """The first and the last line with words of each page, where the text has page breaks."""
    words = [at for at, line in enumerate(lines) if line.text and at not in numbers]
    breaks = [bisect_left(words, at) for at, line in enumerate(lines) if line.opens_page]
    near = {0, *breaks, *(at - 1 for at in breaks)} if breaks else set()
    return {words[at] for at in near if 0 <= at < len(words)}


def _is_beside_a_number(lines: Sequence[Line], at: int, numbers: Mapping[int, str]) -> bool:
    """Return whether a page number is right before or after this line, with only empty lines between."""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and not lines[near].text and abs(near - at) <= _PAGES:
            near += step
        if near in numbers:
            return True
    return False


def _is_headlike(text: str) -> bool:
    """Return whether this reads as a head: two columns, or nearly every longer word with a capital."""
    if _COLUMNS.search(text):
        return True
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)
