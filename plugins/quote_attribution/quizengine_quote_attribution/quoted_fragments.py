"""Words between quotation marks that are not a full quotation: titles, names, fragments."""

import re

from quizengine import Span
from quizengine.language import word_set

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MARKS = "“”\"'‘’„«»`"
_STARTS_NO_CLAUSE = word_set(
    """
    which who whom whose of at in on for to from by with as and or than into about against between through is are was
    were be been being has had have having does did do can could would should will may might must also not never
    """
)
_REACH = 40
"""The number of characters before a quotation that tell whether a sentence continues in it."""
_SMALL = word_set("a an the of and or in on at to for from with by is")


def looks_like_title(text: str) -> bool:
    """Return whether the words are capitalised as in the title of a work ("The Harbour at Night")."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    return (
        1 < len(words) <= 10
        and all(word[0].isupper() for word in words)
        and not re.search(r"[.?!,]\W*\Z", text.strip(_MARKS)[:-1])
    )


def starts_inside(piece: Span) -> bool:
    """True if the words begin in the middle of a sentence that is not quoted: he called it “a total disaster”."""
    text = piece.article.text
    first = re.match(r"[\[(…. “\"'‘]*([^\W_][\w’'-]*)", piece.text)
    if first is None or not first[1][0].islower():
        return False
    before = text[max(piece.paragraph.start, piece.start - _REACH) : piece.start].rstrip(_MARKS + " \u00a0")
    if not before or before[-1] in ":—–":
        return False
    return before[-1] not in ",;.?!" or first[1] in _STARTS_NO_CLAUSE


def ends_inside(piece: Span) -> bool:
    """Return whether the words break off in a sentence that continues without them."""
    text, end = piece.article.text, piece.end
    if piece.text.rstrip(_MARKS)[-1:] in ".,?!…;—–-":
        return False
    return bool(re.match(rf"[{_MARKS}]+\s+[a-z]", text[end : end + 6]))
