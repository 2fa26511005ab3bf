"""Gaps as Moodle's cloze questions write them: {1:SHORTANSWER:=word~=variant}; written and read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from html import unescape
from itertools import count

from quizengine.formats.content.interactions import NumberEntry, TextEntry
from quizengine.formats.content.numbers import plain_number, spans_of
from quizengine.formats.content.spellings import listed_spellings
from quizengine.quiz.markup import gap_mark, with_gaps

_SPECIAL = re.compile(r"[~}=#&<>*{\\\"%:,\n/]")
_GAP = re.compile(r"\{(?P<weight>\d*):(?P<kind>[A-Z_]+):(?P<answers>(?:\\.|[^\\}])*)\}", re.DOTALL)
_ANSWER = re.compile(
    r"(?P<right>=|%(?P<percent>-?[\d.]+)%)?(?P<text>(?:\\?&#|\\.|[^#\\])*)(?:#(?P<feedback>.*))?", re.DOTALL
)
_TEXTS = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_CHOICES = ("MULTICHOICE", "MC", "MULTICHOICE_S", "MCS", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MCVS", "MCHS")


@dataclass(frozen=True)
class Gap:
    """A gap as it was read: its kind, what it is worth, the right answers, and the wrong ones of a choice."""

    kind: str
    """text, exact, number or choice; empty for a kind that is not known."""
    weight: int
    right: tuple[str, ...]
    margins: tuple[Decimal, ...] = ()
    """The allowed distance of a number from each right answer."""
    partly: bool = False
    """True if an answer earns a part of the points, which no gap here can."""
    feedback: tuple[str, ...] = ()
    """The feedback for students on single answers."""
    wildcards: bool = False
    """True if a star in a right answer stands for any words."""


def gap_of(entry: NumberEntry | TextEntry, worth: int) -> str:
    """Return a gap that is worth so many points."""
    if isinstance(entry, NumberEntry):
        spans = "~".join(f"={plain_number(middle)}:{plain_number(margin)}" for middle, margin in spans_of(entry.key))
        return f"{{{worth}:NUMERICAL:{spans}}}"
    kind = "SHORTANSWER" if entry.key.match == "words" else "SHORTANSWER_C"
    return f"{{{worth}:{kind}:{'~'.join(f'={_escaped(text)}' for text in listed_spellings(entry.key))}}}"


def around_gaps(html: str, function: Callable[[str], str]) -> str:
    """Return what a function makes of HTML in which marks stand for the gaps, with the gaps again in their places."""
    gaps = [found[0] for found in _GAP.finditer(html)]
    numbers = count(1)
    marked = _GAP.sub(lambda _: gap_mark(next(numbers)), html)
    return with_gaps(function(marked), lambda number: gaps[number - 1])


def without_gaps(html: str) -> str:
    """Return the words around gaps, still HTML."""
    return _GAP.sub("", html)


def cut_at_gaps(html: str) -> list[str | Gap]:
    """Return the words around gaps, still HTML, and the gaps."""
    pieces: list[str | Gap] = []
    at = 0
    for found in _GAP.finditer(html):
        pieces += [html[at : found.start()], _gap(found)]
        at = found.end()
    return [*pieces, html[at:]]


def _gap(found: re.Match[str]) -> Gap:
    kind = found["kind"]
    weight = int(found["weight"] or 1)
    answers = [match for each in _cut(found["answers"]) if (match := _ANSWER.fullmatch(each))]
    right = [each for each in answers if each["right"] == "=" or (each["percent"] and float(each["percent"]) == 100)]
    said = tuple(each["feedback"] for each in answers if each["feedback"])
    partly = any(each["percent"] and 0 < float(each["percent"]) < 100 for each in answers)
    texts = [_unescaped(each["text"]) for each in right]
    if kind in ("NUMERICAL", "NM"):
        return replace(_number(texts, weight, partly), feedback=said)
    if kind in _TEXTS:
        exact = "exact" if kind.endswith("C") else "text"
        plain = tuple(text.replace("\\*", "*") for text in texts)
        wildcards = any("*" in text.replace("\\*", "") for text in texts)
        return Gap(exact, weight, plain, partly=partly, feedback=said, wildcards=wildcards)
    return Gap("choice" if kind in _CHOICES else "", weight, tuple(texts), partly=partly, feedback=said)


def _number(texts: list[str], weight: int, partly: bool) -> Gap:
    values, margins = [], []
    for text in texts:
        value, _, margin = text.partition(":")
        try:
            values.append(plain_number(Decimal(value.strip())))
            margins.append(Decimal(margin.strip() or 0))
        except InvalidOperation:
            return Gap("", weight, tuple(texts))
    return Gap("number", weight, tuple(values), tuple(margins), partly)


def _cut(answers: str) -> list[str]:
    """The answers, separated by a ~ that is not escaped."""
    return re.split(r"(?<!\\)~", answers)


def _escaped(text: str) -> str:
    """The text with every sign that means something in a gap as a character reference; a wildcard stays a star."""
    return _SPECIAL.sub(lambda sign: "\\&#42;" if sign[0] == "*" else f"&#{ord(sign[0])};", text)


def _unescaped(text: str) -> str:
    return unescape(re.sub(r"\\([}~#/\"\\])", r"\1", text)).strip()
