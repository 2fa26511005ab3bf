"""Figures that are not amounts: dates, years, decades, times of day, ordinals and numbers in names."""

from collections.abc import Sequence
from typing import Literal

from quizengine.language.numbers.measures import measure_after
from quizengine.language.numbers.number_words import DENOMINATORS, NUMBER_WORDS, ORDINALS, SLASHED, TENS, UNIT_WORDS
from quizengine.language.numbers.tokens import NumberToken
from quizengine.language.numbers.whole_numbers import is_joined, whole_at, word_at
from quizengine.language.word_lists import word_set

Kind = Literal["year", "decade", "date", "clock", "ordinal", "label"]

MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
)
_BEFORE_A_YEAR = word_set(
    "in since by until till from during before after of early late mid around circa between through and to "
    "throughout for the spring summer fall autumn winter fiscal year class election"
)
_LABELS = word_set(
    "no nos nr nrs number numbers section sections article articles chapter chapters page pages p pp figure "
    "figures fig table tables part parts volume vol room route highway interstate flight channel phase "
    "version step exercise exercises question episode season psalm verse item line appendix clause paragraph "
    "amendment proposition title formula apartment suite grade division tier level category type group zone "
    "district ward precinct option"
)
_NOT_A_PLURAL = word_set("was is has as does its his this us thus less across versus plus always perhaps")
_DATED = word_set(
    "levels elections campaigns cycles attacks floods riots standards prices figures results games olympics "
    "finals playoffs rules laws wars protests debates primaries polls reforms estimates"
)
"""Plurals that a year is before as often as a number."""
_PEOPLE = word_set("people men women children workers of")


def date_at(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """Return what the figure at a token is, if it is not an amount, with where it ends; None for an amount."""
    token = tokens[at]
    if token.kind == "word" and token.text in NUMBER_WORDS:
        return _ordinal_in_words(tokens, at)
    if token.kind != "figure":
        return None
    return (
        _clock(tokens, at) or _ordinal(tokens, at) or _day(tokens, at) or _decade(tokens, at) or _year(tokens, at)
        or _label(tokens, at)
    )  # fmt: skip


def _text(tokens: Sequence[NumberToken], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _glue(tokens: Sequence[NumberToken], at: int) -> str:
    return tokens[at].glue if 0 <= at < len(tokens) else " "


def _clock(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """A time of day: "8:30", "5 p.m.", "11 o'clock", "10am"."""
    end = at + 1
    if (
        _text(tokens, end) == ":"
        and _glue(tokens, end) == ""
        and _is_figure(tokens, end + 1)
        and not _glue(tokens, end + 1)
    ):
        end += 2
        while _text(tokens, end) == ":" and _is_figure(tokens, end + 1):
            end += 2
    here = _text(tokens, end)
    if here in ("am", "pm", "o'clock") or (
        here in ("a", "p") and _text(tokens, end + 1) == "." and _text(tokens, end + 2) == "m"
    ):
        return "clock", end + 1
    return ("clock", end) if end > at + 1 else None


def _ordinal(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """A place in a row: "21st", "5th"."""
    if _text(tokens, at + 1) in ("st", "nd", "rd", "th") and _glue(tokens, at + 1) == "":
        return "ordinal", at + 2
    return None


def _ordinal_in_words(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """A place in a row: "twenty-first", "two hundred and fiftieth"; "a thirty-second spot" lasts thirty seconds."""
    whole = whole_at(tokens, at, True)
    if whole is None or whole.value % 10 or not whole.value:
        return None
    last, behind = word_at(tokens, whole.end - 1), whole.end
    if last not in TENS and word_at(tokens, behind) == "and":
        behind += 1
    if (
        last not in TENS and word_at(tokens, behind) in TENS
    ):  # "and twenty-fifth" is left to the fraction that it may be
        last, behind = word_at(tokens, behind), behind + 1
    word = word_at(tokens, behind)
    if word not in ORDINALS or not is_joined(tokens, behind) or (last in TENS and DENOMINATORS.get(word, 1) > 9):
        return None
    before = tokens[at - 1] if at else None
    lasts = word == "second" and before and (before.kind == "figure" or before.text in NUMBER_WORDS | {"a", "an"})
    return None if lasts else ("ordinal", behind + 1)


def _day(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """The day beside the name of a month: "May 19", "19 May", "Oct. 13", "May 19-21"."""
    token = tokens[at]
    if not token.text.isdigit() or len(token.text) > 2 or not 1 <= int(token.text) <= 31:
        return None
    before = at - 2 if _text(tokens, at - 1) == "." else at - 1
    if _is_month(tokens, before) and token.glue == " ":
        return "date", at + 1
    if token.glue == "-" and _is_figure(tokens, at - 1) and _is_month(tokens, at - 2):
        return "date", at + 1
    if (
        _is_month(tokens, at + 1)
        and _glue(tokens, at + 1) in (" ", "-")
        and _text(tokens, at + 1) not in ("may", "march")
    ):
        return "date", at + 1
    after = _text(tokens, at + 1) in ("may", "march") and _is_month(tokens, at + 1)
    return ("date", at + 1) if after and _is_figure(tokens, at + 2) else None


def _is_month(tokens: Sequence[NumberToken], at: int) -> bool:
    return (
        0 <= at < len(tokens)
        and tokens[at].text in MONTHS
        and (tokens[at].raw[:1].isupper() or tokens[at].text not in ("may", "march"))
    )


def _is_figure(tokens: Sequence[NumberToken], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "figure"


def _decade(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """A decade: "the 1990s", "the '90s"."""
    token = tokens[at]
    after = _text(tokens, at + 1)
    if after == "s" and _glue(tokens, at + 1) == "" and token.text.endswith("0") and len(token.text) in (2, 4):
        return "decade", at + 2
    if (
        after in ("'", "’")
        and _text(tokens, at + 2) == "s"
        and token.text.endswith("0")
        and _glue(tokens, at + 1) == ""
    ):
        return "decade", at + 3
    return None


_MOST_YEARS = 10
"""The years in a row that are looked at to tell whether another one is: "in 1204, 1315 and 1426"."""


def _year(tokens: Sequence[NumberToken], at: int, most: int = _MOST_YEARS) -> tuple[Kind, int] | None:
    """Four digits that are a year: after "in", "since" and the like, or from 1600 to 2099 with no noun after."""
    token = tokens[at]
    if (
        token.raw != token.text
        or len(token.text) != 4
        or not token.text.isdigit()
        or not 1000 <= int(token.text) <= 2099
    ):
        return None
    if _text(tokens, at + 1) in ("/", "%", "°") and _glue(tokens, at + 1) == "":
        return None
    before, after = _text(tokens, at - 1), _text(tokens, at + 1)
    if (at and tokens[at - 1].kind == "currency") or measure_after(tokens, at + 1):
        return None
    if after in ("ad", "ce", "bc", "bce"):
        return "year", at + 1
    month = _is_month(tokens, at - 1) or (before == "," and (_is_month(tokens, at - 3) or _is_month(tokens, at - 4)))
    if month or _follows_a_year(tokens, at, most):
        return "year", at + 1
    if (after in ("year", "years") and _glue(tokens, at + 1) == "-") or _counts(tokens, at + 1):
        return None
    if before in _BEFORE_A_YEAR or 1600 <= int(token.text) <= 2099:
        return "year", at + 1
    return None


def _follows_a_year(tokens: Sequence[NumberToken], at: int, most: int) -> bool:
    """Return whether this is the second of two years: "the 2008 and 2012 cycles"."""
    return (
        most > 0
        and _text(tokens, at - 1) in ("and", "or", ",", "/")
        and _is_figure(tokens, at - 2)
        and _year(tokens, at - 2, most - 1) is not None
    )


def _counts(tokens: Sequence[NumberToken], at: int) -> bool:
    """Return whether the word at a token is a thing that is counted: a plural in small letters."""
    if at >= len(tokens) or tokens[at].kind != "word" or not tokens[at].raw[:1].islower() or tokens[at].glue != " ":
        return False
    word = tokens[at].text
    if word in _PEOPLE - {"of"} or word in ("dollars", "percent", "people"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "'s")) and word not in _NOT_A_PLURAL | _DATED


def _label(tokens: Sequence[NumberToken], at: int) -> tuple[Kind, int] | None:
    """The number in a name or a reference: "No. 1", "Section 8", "F-16", "[12]"."""
    token, before = tokens[at], _text(tokens, at - 1)
    if at and token.glue == "" and tokens[at - 1].kind == "word":
        return "label", at + 1
    if at and token.glue == "-" and tokens[at - 1].kind == "word" and tokens[at - 1].raw[:1].isupper():
        return ("label", at + 1) if before not in UNIT_WORDS else None
    if before == "[" and _text(tokens, at + 1) == "]":
        return "label", at + 1
    name = before if before != "." else _text(tokens, at - 2)
    if name in _LABELS and token.glue == " " and token.raw == token.text and len(token.text) < 6:
        return "label", at + 1
    if _text(tokens, at + 1) in ("/", ":") and _glue(tokens, at + 1) == "" and _is_figure(tokens, at + 2):
        fraction = before != "/" and _text(tokens, at + 3) != "/" and tokens[at + 2].text in SLASHED
        return None if fraction and _below(tokens, at, at + 2) else ("label", at + 1)
    if before == "/" and _is_figure(tokens, at - 2) and token.glue == "":
        return "label", at + 1
    heading = (
        at == 0
        and _text(tokens, 1) in (".", ")")
        and _glue(tokens, 2) == " "
        and len(tokens) > 2
        and len(token.text) < 3
    )
    return ("label", at + 1) if heading or _scores(tokens, at) else None


def _below(tokens: Sequence[NumberToken], first: int, second: int) -> bool:
    low, high = tokens[first].value, tokens[second].value
    return low is not None and high is not None and low < high


def _scores(tokens: Sequence[NumberToken], at: int) -> bool:
    """Return whether this is one side of a score or a vote: "the 2-1 decision"."""
    for first in (at, at - 1):
        pair = first >= 0 and _is_figure(tokens, first) and _is_figure(tokens, first + 1)
        fraction = _text(tokens, first + 2) in ("/", "⁄")
        if (
            pair
            and not fraction
            and _glue(tokens, first + 1) == "-"
            and len(tokens[first].text) < 3
            and not _below(tokens, first, first + 1)
        ):
            return True
    return False
