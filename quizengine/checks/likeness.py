"""How much two options are alike to a reader: in prose a capital and a full stop say nothing, in code they do."""

import re

from quizengine.checks.intervals import amount_of

_PROSE = re.compile(r"[^\W\d_]+(?:[ ,.'’-]+(?:[^\W\d_]+|\d+))*[.'’!?]*")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\A(?:the|an?) (?=.)")
_WRITING = re.compile(
    r"\b(?:formats?|spel\w+|writ\w+|capital\w*|punctuat\w+|sentence|word|letter|comma|apostrophe|accent|correct\w*"
    r"|syntax|variable|function|method|keyword|command|identifier|name of the (?:class|type))\b",
    re.IGNORECASE,
)


def asks_how_to_write(stem: str) -> bool:
    """Whether a stem is about spelling, punctuation or code, where every character may be what is asked."""
    return bool(_WRITING.search(stem))


def same_prose(first: str, second: str) -> bool:
    """Whether two texts of plain words are the same but for capitals, full stops and a leading article."""
    if not (_PROSE.fullmatch(first) and _PROSE.fullmatch(second)) or _symbols(first) or _symbols(second):
        return False
    return _read(first) == _read(second)


def in_other_words(first: str, second: str) -> bool:
    """Whether two numbers are written with other words: 10,000 and ten thousand, 50 % and 50 percent."""
    mine, its = (sorted(_WORD.findall(text.casefold())) for text in (first, second))
    return mine != its


def measured(first: str, second: str) -> bool:
    """Whether both are numbers with a unit, where 2.50 miles are 2.5 miles; 2.5 and 2.50 may be two outputs."""
    return all((amount := amount_of(text)) is not None and amount.unit for text in (first, second))


def _read(text: str) -> str:
    return _ARTICLE.sub("", " ".join(text.casefold().replace(".", "").rstrip("!?").split()))


def _symbols(text: str) -> bool:
    """Whether its capitals may be meant: a symbol (Co), a name in code (getMax), or no word of three letters."""
    words = _WORD.findall(text)
    return all(len(word) < 3 for word in words) or any(
        word[1:] != word[1:].lower() and not word.isupper() for word in words
    )
