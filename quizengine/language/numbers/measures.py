"""The words beside a number that say what it measures: a currency, a unit, a percent sign, a rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from quizengine.language.numbers import currencies, units
from quizengine.language.numbers.number_words import SCALES, SHORT_SCALES
from quizengine.language.numbers.tokens import NumberToken
from quizengine.language.word_lists import word_set

Tokens = Sequence[NumberToken]

_PERIODS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "season": "season", "semester": "semester",
    "year": "year", "decade": "decade", "century": "century", "annum": "year",
}  # fmt: skip
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year",
}  # fmt: skip
_NOT_A_UNIT_ALONE = frozenset({"time", "fold", "second", "stone", "knot", "mark"})
_AMBIGUOUS_SYMBOLS = frozenset({"in", "a", "s", "t", "g", "l", "c", "f", "j", "w", "v", "h", "pt", "ct", "sec", "cal"})
_SYMBOLS_BEHIND_WORDS = frozenset({"mph", "kph", "km", "kg", "lbs", "hp"})
_LINES = frozenset({"240", "360", "480", "720", "1080", "1440", "2160"})
"""The numbers of lines of a screen, which a "p" follows: "a 1080p screen"."""
_DEGREES = {"C": "degree Celsius", "F": "degree Fahrenheit"}
_BEFORE_ANY_MONEY = word_set("of in")
_DIGITS_OF_A_YEAR = 4
_OPENERS = {"[": "]", "{": "}", "<": ">"}


@dataclass(frozen=True)
class Measure:
    """A unit or currency read from tokens[start:end]."""

    end: int
    unit: str
    """The name of a unit of the table, or the ISO code of a currency, or "cent"."""
    kind: str


def money_before(tokens: Tokens, at: int) -> Measure | None:
    """The currency that begins at a token and that a number follows: "$", "US$", "GBP", "Rs.", "dollars"."""
    token = tokens[at]
    if token.raw == "Rs" and at + 1 < len(tokens):
        dot = 2 if tokens[at + 1].text == "." and at + 2 < len(tokens) else 1
        return Measure(at + dot, "INR", "money") if tokens[at + dot].kind == "figure" else None
    if token.kind == "currency" and token.text != "¢":
        return Measure(at + 1, currencies.currency_of(token.text), "money")
    if token.kind == "word" and at + 1 < len(tokens) and tokens[at + 1].kind in ("figure", "currency"):
        capitals = token.raw.isupper() and token.raw not in currencies.WORDLIKE_CODES
        code = currencies.CODES.get(token.raw.upper())
        if code and (capitals or token.text in currencies.SMALL_CODES) and tokens[at + 1].glue != "-":
            return Measure(at + 1, code, "money")
    return _name_before(tokens, at)


def _name_before(tokens: Tokens, at: int) -> Measure | None:
    """The currency whose name is before its figure; a figure without a scale may be that of something else.

    "Thousands of dollars 20 years ago" and "in dollars 20 times" are no amounts, nor is "euros 2024".
    """
    names = [one.text for one in tokens[at : at + 2] if one.kind == "word"]
    national = currencies.national_currency(*names) if len(names) > 1 else None
    name, end = (names[1], at + 2) if national else (names[0] if names else "", at + 1)
    if name not in currencies.BEFORE_A_FIGURE or end >= len(tokens):
        return None
    figure, behind = tokens[end], tokens[end + 1] if end + 1 < len(tokens) else None
    if figure.kind != "figure" or figure.glue != " ":
        return None
    scaled = behind is not None and behind.glue != "-" and (behind.text in SCALES or _is_short_scale(behind))
    of_another = at > 0 and tokens[at - 1].text in _BEFORE_ANY_MONEY
    counts = behind is not None and (behind.text == "times" or measure_after(tokens, end + 1) is not None)
    if not scaled and (of_another or counts or _may_be_a_year(figure)):
        return None
    return Measure(end, national or currencies.WORDS[name], "money")


def _is_short_scale(token: NumberToken) -> bool:
    return token.text in SHORT_SCALES and token.text != "g" and token.glue == ""


def _may_be_a_year(figure: NumberToken) -> bool:
    return figure.raw.isdecimal() and len(figure.raw) == _DIGITS_OF_A_YEAR


def measure_after(tokens: Tokens, at: int, one: bool = False, figures: bool = True) -> Measure | None:
    """The unit, currency or percent sign that begins at a token, right after a number; `one` if the number is 1."""
    if at >= len(tokens):
        return None
    if money := money_after(tokens, at):
        return money
    symbol = figures or tokens[at].text in _SYMBOLS_BEHIND_WORDS
    measure = _unit_words(tokens, at, one) or (_symbol(tokens, at) if symbol else None)
    return _speed(tokens, measure) if measure and measure.kind == "length" else measure


def _speed(tokens: Tokens, length: Measure) -> Measure:
    """A length with the time that it takes after it, as a speed: "miles an hour", "km per hour", "km/hr"."""
    link, period = ([token.text for token in tokens[length.end : length.end + 2]] + ["", ""])[:2]
    period = _PERIODS.get(period, "") or (_symbol_period(period) if link == "/" else "")
    speed = units.UNITS_BY_NAME.get(f"{length.unit} per {period}")
    if speed is None or link not in ("a", "an", "per", "/"):
        return length
    return Measure(length.end + 2, speed.name, speed.kind)


def money_after(tokens: Tokens, at: int) -> Measure | None:
    """The currency that is after a number: "dollars", "Canadian dollars", "euros", "€", "USD", "cents"."""
    token = tokens[at]
    if token.kind == "currency":
        if token.text == "¢":
            return Measure(at + 1, "cent", "money")
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        claimed = following is not None and following.kind == "figure" and following.glue == ""
        return None if claimed else Measure(at + 1, currencies.currency_of(token.text), "money")
    if token.kind != "word":
        return None
    if [one.text for one in tokens[at : at + 4]] == ["u", ".", "s", "."] and at + 4 < len(tokens):
        return Measure(at + 5, "USD", "money") if tokens[at + 4].text in ("dollar", "dollars") else None
    words = [one.text for one in takewhile(lambda one: one.kind == "word", tokens[at : at + 4])]
    for length in (3, 2, 1):
        if len(words) > length and (code := currencies.national_currency(words[length - 1], words[length])):
            return Measure(at + length + 1, code, "money")
    if token.text in ("us", "american", "euro") and words[1:2] and words[1] in currencies.CENTS:
        return Measure(at + 2, "cent", "money")
    if token.text in currencies.CENTS or (token.text == "p" and token.glue == "" and tokens[at - 1].text not in _LINES):
        return Measure(at + 1, "cent", "money")
    if token.text in currencies.WORDS:
        sterling = token.text in ("pound", "pounds") and len(words) > 1 and words[1] == "sterling"
        return Measure(at + 2 if sterling else at + 1, currencies.WORDS[token.text], "money")
    if token.raw == "Rs":
        return Measure(at + 1, "INR", "money")
    if token.raw.isupper() or token.text in currencies.SMALL_CODES:
        code = currencies.CODES.get(token.raw.upper())
        return Measure(at + 1, code, "money") if code else None
    return None


def _unit_words(tokens: Tokens, at: int, one: bool) -> Measure | None:
    """A unit written out: "miles", "square metres", "percentage points", "per cent"."""
    words: list[str] = []
    for token in tokens[at : at + units.LONGEST]:
        if token.kind != "word" or (words and token.glue not in (" ", "-")):
            break
        words.append(token.text)
    for length in range(len(words), 0, -1):
        unit = units.BY_WORDS.get(tuple(words[:length]))
        if unit is None or (
            tokens[at].raw[:1].isupper() and tokens[at].glue == " " and unit.kind not in ("temperature", "volume")
        ):
            continue
        end = at + length
        if unit.name == "degree":
            return _degrees(tokens, end)
        if words[0] in _NOT_A_UNIT_ALONE and not (unit.name in ("second", "fold") and tokens[at].glue == "-"):
            continue
        return Measure(end, unit.name, unit.kind)
    return None


def _degrees(tokens: Tokens, end: int) -> Measure:
    """Degrees, of temperature where a scale is named."""
    if end < len(tokens) and tokens[end].text in ("c", "f"):
        return Measure(end + 1, _DEGREES[tokens[end].text.upper()], "temperature")
    return Measure(end, "degree", "angle")


def _symbol(tokens: Tokens, at: int) -> Measure | None:
    """A unit's symbol after digits: "km", "%", "°C", "m2", also in brackets."""
    closing = _OPENERS.get(tokens[at].text)
    if closing and at + 1 < len(tokens):
        inner = _symbol(tokens, at + 1)
        closes = inner and inner.end < len(tokens) and tokens[inner.end].text in ("]", "}", ">", ")")
        return Measure(inner.end + 1, inner.unit, inner.kind) if inner and closes else None
    token = tokens[at]
    if token.text == "°":
        return _degrees(tokens, at + 1)
    if token.text in ("'", "’", "′") and token.glue == "" and at + 1 < len(tokens) and tokens[at + 1].kind == "figure":
        return Measure(at + 1, "foot", "length")
    if token.text in ('"', "″", "”"):
        return Measure(at + 1, "inch", "length") if _is_inches(tokens, at) else None
    if token.text in ("%", "％", "﹪", "٪"):
        return Measure(at + 1, "percent", "percent")
    if token.raw in ("C", "F") and (
        at + 1 >= len(tokens) or tokens[at + 1].text in ".,;)" or tokens[at + 1].text == "degrees"
    ):
        behind = at + 1 < len(tokens) and tokens[at + 1].text == "degrees"
        return Measure(at + 2 if behind else at + 1, _DEGREES[token.raw], "temperature")
    text, end = token.text, at + 1
    if end < len(tokens) and tokens[end].text in ("2", "3") and tokens[end].glue == "":
        text, end = text + tokens[end].text, end + 1
    if text in ("km", "m") and end + 1 < len(tokens) and tokens[end].text == "/" and tokens[end + 1].text in ("h", "s"):
        text, end = f"{text}/{tokens[end + 1].text}", end + 2
    unit = units.BY_SYMBOL.get(text)
    if unit is None or token.kind != "word" or not _reads_as_symbol(tokens, at, text):
        return None
    return Measure(end, unit.name, unit.kind)


def _is_inches(tokens: Tokens, at: int) -> bool:
    """Return whether a double quotation mark means inches: no straight one is open before it."""
    if tokens[at].text == "″":
        return True
    return tokens[at].text == '"' and not tokens[at].in_marks


def _reads_as_symbol(tokens: Tokens, at: int, text: str) -> bool:
    token = tokens[at]
    if token.glue == "-" and len(text) == 1:
        return False
    if text in _AMBIGUOUS_SYMBOLS:
        ends = at + 1 >= len(tokens) or tokens[at + 1].kind == "mark"
        return token.glue == "" and (text != "in" or ends) and not (text == "s" and tokens[at - 1].text.endswith("0"))
    return text != "m" or token.raw == "m"


def rate_after(tokens: Tokens, at: int) -> str:
    """The unit that the amount is per, or empty: "per year", "a day", "of grain annually", "each monthly"."""
    for end in range(at, min(at + 6, len(tokens))):
        token = tokens[end]
        following = tokens[end + 1].text if end + 1 < len(tokens) else ""
        if token.text == "/" and token.glue == "" and end == at:
            return _PERIODS.get(following, "") or _symbol_period(following)
        if token.kind != "word" or token.text in SCALES:
            return ""
        if token.text in _ADVERBS:
            return _ADVERBS[token.text]
        if token.text in ("per", "every") and following:
            return _PERIODS.get(following.removesuffix("s"), following if token.text == "per" else "")
        if token.text in ("a", "an", "each") and following in _PERIODS:
            return _PERIODS[following]
        if (
            token.text in ("a", "an")
            and end == at
            and following in ("person", "share", "head", "barrel", "piece", "unit", "student")
        ):
            return following
        if token.text in ("and", "but", "to", "in", "for", "from", "by", "on", "at", "with", "as", "than"):
            return ""
    return ""


def _symbol_period(text: str) -> str:
    unit = units.BY_SYMBOL.get(text)
    return unit.name if unit and unit.kind == "duration" else ""
