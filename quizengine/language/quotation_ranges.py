"""Where a text is between quotation marks, by offsets.

Pure functions from a string to offset pairs; what is said by whom is for others to tell.
"""

import re

Offsets = tuple[int, int]

_MARK = re.compile(r"[“”\"„«»]|''|``|(?<!\w)‘|’(?!\w)")
_EITHER = re.compile("\"|''|``")
_CLOSES = {"“": "”", "„": "“", "«": "»", "``": "''", "‘": "’"}


def quotation_ranges(text: str) -> tuple[Offsets, ...]:
    """The outermost quotations of a paragraph, marks included, in order.

    A quotation that is opened at the start and never closed (it continues in the next paragraph) reaches to the end;
    one that is opened elsewhere and never closed is not a quotation: a stray mark must not swallow the rest.
    """
    ranges: list[Offsets] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            if _opens(text, mark):
                opened = mark
        elif _closes(text, opened, mark):
            ranges.append((opened.start(), mark.end()))
            opened = None
        elif mark[0] == opened[0] and mark[0] != "‘":
            opened = mark
    if opened is not None and text[:2].lstrip().startswith(opened[0]):
        ranges.append((opened.start(), len(text)))
    return tuple(ranges)


def has_balanced_quotes(text: str) -> bool:
    """Return whether every double quotation mark in a text has its partner, as typed on any machine: ``…'' too."""
    return text.count("“") == text.count("”") and len(_EITHER.findall(text)) % 2 == 0


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in _CLOSES:
        return mark[0] != "‘" or text.find("’", mark.end()) >= 0
    return mark[0] in ('"', "''") and not _hugs_the_word_before(text, mark)


def _closes(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    if opened[0] in _CLOSES:
        return mark[0] in (_CLOSES[opened[0]], "”" if opened[0] == "„" else "")
    return mark[0] == opened[0] and not _opens_again(text, mark)


def _hugs_the_word_before(text: str, mark: re.Match[str]) -> bool:
    """Return whether a straight mark can only close: no space before it, and space or punctuation after it."""
    before, after = _neighbours(text, mark)
    return bool(before) and not before.isspace() and before not in "([—–-" and not after.isalnum()


def _opens_again(text: str, mark: re.Match[str]) -> bool:
    """Return whether a straight mark can only open: space before it and none after it."""
    before, after = _neighbours(text, mark)
    return before.isspace() and after.isalnum()


def _neighbours(text: str, mark: re.Match[str]) -> tuple[str, str]:
    return text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
