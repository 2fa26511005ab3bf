"""The words that names consist of, by offsets.

The words are read from whole paragraphs and differ from the tokens of `quizengine.language.syntax`, which part
"Coca-Cola", "AT&T" and "Abel-led" at their marks: here a name is whole, and only its possessive ending is parted.

Next: `mentions`, which puts them together.
"""

import re
from dataclasses import dataclass

from quizengine.language.function_words import FUNCTION_WORDS
from quizengine.language.names.titles import ABBREVIATED
from quizengine.language.word_lists import plain_form

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-–&.][^\W_]+|[’'](?!s\b)[^\W_]+)*(?P<possessive>[’']s\b|(?<=s)[’'](?=\s))?"
)
_COMPOUND = re.compile(
    r"-(?:led|based|backed|style|era|owned|run|born|like|appointed|supporting|leaning|area|bound|wide)\Z"
)
"""Turns a name into an adjective: "Abel-led"."""

_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ \Z")
_WORD_BEHIND = re.compile(r" [A-Z][\w’'-]*")
_REACH = 30
"""Characters before a number in which the name is that it belongs to."""


@dataclass(frozen=True)
class NameWord:
    """One word of a paragraph, without a possessive ending."""

    text: str
    start: int
    end: int
    possessive: bool


def words_of_names(text: str, start: int, end: int) -> list[NameWord]:
    """The words between two offsets of a text, in order."""
    tokens = []
    for found in _TOKEN.finditer(text, start, end):
        first, stop = found.span()
        possessive = found["possessive"] is not None
        if possessive:
            stop = found.start("possessive")
        word = text[first:stop]
        if "-" in word and (compound := _COMPOUND.search(word)):
            word, possessive = word[: compound.start()], True
        elif text[stop : stop + 1] == "." and (plain_form(word) in ABBREVIATED or _is_initial(text, first, word)):
            word += "."
        tokens.append(NameWord(word, first, first + len(word), possessive))
    return tokens


def _is_initial(text: str, first: int, word: str) -> bool:
    """Return whether a letter with a full stop stands for a name; the number of "World War I." or "Ada I." does not."""
    if len(word) != 1 or not word.isupper() or (word == "I" and text.startswith("War ", first - 4)):
        return False
    behind = _WORD_BEHIND.match(text, first + 2)
    ends = behind is None or behind[0].strip().lower() in FUNCTION_WORDS
    return not (word in "IVX" and ends and _NAME_BEFORE.search(text, max(0, first - _REACH), first))
