"""What a page has beside its text: its number, and the head or foot that runs through a document."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from quizengine.layout.line import Line

_NUMBER = re.compile(
    r"(?i)[\s|–—-]*(?:(?:page|p\.|pg\.?|seite|página)\s*)?\d{1,3}(?:\s*(?:/|of|von|de)\s*\d{1,3})?[\s|–—-]*\Z"
)
_DIGITS = re.compile(r"\d+")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_ENDS = re.compile(r"[.!?…,;:][\"'”’»)\]]*\Z")
_LONGEST_HEAD = 90
_OFTEN = 3
_PAGES = 2


def page_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Which lines, by number, belong to the page: "page number" or "running head"."""
    found = {at: "page number" for at, line in enumerate(lines) if line.text and _NUMBER.match(line.text)}
    forms = Counter(_form(line) for line in lines if line.text)
    edges = Counter(_form(lines[at]) for at in _edges(lines))
    first = next((at for at, line in enumerate(lines) if line.text and at not in found), -1)  # the title
    for at, line in enumerate(lines):
        if not line.text or at in found or len(line.text) > _LONGEST_HEAD or _ENDS.search(line.text):
            continue
        form = _form(line)
        numbered = bool(_DIGITS.search(line.text)) and forms[form] >= _PAGES and _is_headlike(line.text)
        often = forms[form] >= _OFTEN and any(map(str.isalpha, form)) and _is_headlike(line.text)
        beside = at != first and _is_headlike(line.text) and _is_beside_a_number(lines, at, found)
        if often or numbered or beside or edges[form] >= _PAGES:
            found[at] = "running head"
    return found


def _form(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _edges(lines: Sequence[Line]) -> set[int]:
    """The first and the last line with words of each page, where the text has page breaks."""
    words = [at for at, line in enumerate(lines) if line.text and not _NUMBER.match(line.text)]
    breaks = [bisect_left(words, at) for at, line in enumerate(lines) if line.opens_page]
    near = {0, *breaks, *(at - 1 for at in breaks)} if breaks else set()
    return {words[at] for at in near if 0 <= at < len(words)}


def _is_beside_a_number(lines: Sequence[Line], at: int, found: dict[int, str]) -> bool:
    """Whether a page number stands right before or behind this line, with nothing but empty lines between."""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and not lines[near].text and abs(near - at) <= _PAGES:
            near += step
        if found.get(near) == "page number":
            return True
    return False


def _is_headlike(text: str) -> bool:
    """Whether this reads as a head: two columns, or nearly every longer word with a capital."""
    if _COLUMNS.search(text):
        return True
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)
