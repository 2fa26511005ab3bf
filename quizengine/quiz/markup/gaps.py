"""Marks that stand for the gaps of a text while it is parsed, as a gap may lie inside a table, a list or code."""

import re
from collections.abc import Callable

_OPENING, _CLOSING = "\ue000", "\ue001"
GAP_MARK = re.compile(f"{_OPENING}([0-9]{{1,4}}){_CLOSING}")


def gap_mark(number: int) -> str:
    """The mark of the gap with this number, counted from 1."""
    return f"{_OPENING}{number}{_CLOSING}"


def with_gaps(text: str, gap: Callable[[int], str]) -> str:
    """A text or its HTML with every mark replaced by what stands for the gap with its number."""
    return GAP_MARK.sub(lambda found: gap(int(found[1])), text)
