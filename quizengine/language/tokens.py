"""Tokens of running text, by offsets: words, numbers and marks, with contractions parted ("do" "n't")."""

import re

from quizengine.article import Span
from quizengine.language.abbreviations import keeps_its_full_stop

_TOKEN = re.compile(
    r"""(?x)
      https?://\S+[\w/] | www\.\S+[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?<!\w)[@\#]\w+
    | (?:[^\W\d_]\.){2,}(?!\w)                                      # U.S., a.m.
    | \d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s|am|pm|m|bn|k|K)\b)?(?:[-‑]\w+)*   # 10,000  3.5  20th  1990s  12-year-old
    | [^\W_]+(?:[-‑.&’'_](?=\w)[^\W_]+)*                             # state-of-war, o’clock, AT&T
    | \.{2,} | …+ | --+ | '' | `` | \S
    """
)
_CONTRACTION = re.compile(r"(?i)(?<=\w)(?:n[’']t|[’'](?:s|re|ve|ll|d|m))\Z|(?<=\bcan)not\Z")


def tokens(span: Span) -> tuple[Span, ...]:
    """The words, numbers and marks of a span, in order, without tags: cheap."""
    text = span.article.text
    found: list[Span] = []
    at = span.start
    while token := _TOKEN.search(text, at, span.end):
        at = _end(text, token, span.end)
        found += [span.article.span(*pair) for pair in _parted(text, token.start(), at)]
    return tuple(found)


def _end(text: str, token: re.Match[str], limit: int) -> int:
    """Where a token ends, with the full stop that belongs to an abbreviation."""
    end = token.end()
    return end + 1 if end < limit and text[end] == "." and keeps_its_full_stop(token[0]) else end


def _parted(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    word = text[start:end]
    found = _CONTRACTION.search(word)
    if found is None or not found.start():
        return ((start, end),)
    return (start, start + found.start()), (start + found.start(), end)
