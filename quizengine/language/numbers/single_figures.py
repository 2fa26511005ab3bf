"""One amount, without a range: a number with its currency, unit or age; a year; a share told in words."""

from dataclasses import replace
from decimal import Decimal

from quizengine.language.numbers import currencies
from quizengine.language.numbers.dates import date_at
from quizengine.language.numbers.figure import Figure, Tokens
from quizengine.language.numbers.measures import Measure, measure_after, money_before
from quizengine.language.numbers.numerals import number_at, short_scale
from quizengine.language.numbers.whole_numbers import ONE, Number
from quizengine.language.word_lists import word_set


def year_or_label(cut: Tokens, at: int) -> Figure | None:
    """The year, the decade or the number in a name that begins at a token."""
    found = date_at(cut, at)
    value = cut[at].value
    if found is None or value is None or found[0] not in ("year", "label", "decade"):
        return None
    kind, end = found
    if kind == "decade" and len(cut[at].text) < 4:
        return None
    high = value + 9 if kind == "decade" else value
    return Figure(at, end, value, high, "", kind, at + 1, hedged_from=at, hedged_to=end)


def half_share(cut: Tokens, at: int) -> Figure | None:
    """The word "half" as a share: before "of" or "the", or after "over", "about" and the like."""
    following = [token.text for token in cut[at + 1 : at + 3]]
    if cut[at].text != "half" or following[:1] == ["time"] or cut[at].glue == "-":
        return None
    before = cut[at - 1].text if at else ""
    if following[:1] == ["the"] or (
        following[:1] == ["of"] and before not in ("second", "first", "other", "better", "latter")
    ):
        return Figure(at, at + 1, Decimal("0.5"), Decimal("0.5"), "", "share", at + 1, hedged_from=at, hedged_to=at + 1)
    if following[:1] in (["a"], ["an"]) and (measure := measure_after(cut, at + 2, one=True)):
        half = Figure(at, measure.end, Decimal("0.5"), Decimal("0.5"), measure.unit, measure.kind, at + 1)
        return replace(half, hedged_from=at, hedged_to=measure.end)
    measure = measure_after(cut, at + 1)
    if measure and measure.kind in ("percent", "length") and cut[at + 1].glue != "-":
        half = Figure(at, measure.end, Decimal("0.5"), Decimal("0.5"), measure.unit, measure.kind, at + 1)
        return replace(half, hedged_from=at, hedged_to=measure.end)
    return None


def _is_a_share(cut: Tokens, above: Number, below: Number) -> bool:
    """Return whether "one in five" or "two in three" tells a share: small numbers, written the same way."""
    alike = (cut[above.start].kind == "figure") == (cut[below.start].kind == "figure")
    return (above.value == 1 and below.value <= _MOST_OF_WHOM_ONE) or (alike and above.value < 10 and below.value <= 10)


_MOST_OF_WHOM_ONE = 10**9


def hour_and_a_half(cut: Tokens, at: int) -> Figure | None:
    """One of a unit and a part more: "an hour and a half", "an hour and 20 minutes"."""
    measure = measure_after(cut, at + 1, one=True) if cut[at].text in ("a", "an", "one") else None
    if measure is None or cut[measure.end : measure.end + 1] == () or cut[measure.end].text != "and":
        return None
    if [token.text for token in cut[measure.end + 1 : measure.end + 3]] != ["a", "half"]:
        one = Figure(
            at, measure.end, ONE, ONE, measure.unit, measure.kind, at + 1, hedged_from=at, hedged_to=measure.end
        )
        whole = _compounded(cut, one) if measure.kind == "duration" else one
        return whole if whole.end > one.end else None
    end, value = measure.end + 3, Decimal("1.5")
    return Figure(at, end, value, value, measure.unit, measure.kind, end, hedged_from=at, hedged_to=end)


def share_as_ratio(cut: Tokens, at: int) -> Figure | None:
    """A share told as a ratio: "one out of three", "nine out of 10", "one in five", "1 over three"."""
    above = number_at(cut, at)
    if above is None or above.end + 1 >= len(cut) or date_at(cut, at):
        return None
    links = [token.text for token in cut[above.end : above.end + 2]]
    begin = above.end + (2 if links == ["out", "of"] else 1)
    below = number_at(cut, begin) if begin < len(cut) and not date_at(cut, begin) else None
    if below is None or not 0 < above.value < below.value or below.value != below.value.to_integral_value():
        return None
    behind = cut[below.end] if below.end < len(cut) else None
    measured = measure_after(cut, below.end) is not None
    one_in = links[0] == "in" and not measured and _is_a_share(cut, above, below)
    over = links[0] == "over" and (behind is None or behind.text in ".,;!?)") and not measured
    if not ((links == ["out", "of"] and not measured) or one_in or over):
        return None
    value = above.value / below.value
    return Figure(at, below.end, value, value, "", "share", below.end, hedged_from=at, hedged_to=below.end)


def single_amount(cut: Tokens, at: int, join: bool = True, money: bool = False) -> Figure | None:
    """One amount, without a range: sign, currency, number, unit, compound ("5 feet 2 inches"), age.

    `money` says that what is before it is money, so that "m" is million: the end of "£40-50m".
    """
    next_is_money = at + 1 < len(cut) and cut[at + 1].kind == "currency" and cut[at + 1].glue != "-"
    signed = next_is_money and (cut[at].text == "minus" or (cut[at].text in ("-", "−") and not cut[at + 1].glue))
    before = money_before(cut, at + 1 if signed else at)
    begin = before.end if before else at
    if begin >= len(cut) or (not before and date_at(cut, begin)):
        return None
    if before and cut[begin].kind == "currency" and (again := money_before(cut, begin)):
        begin = again.end
    number = number_at(cut, begin, join=join)
    if number is None or (before and cut[begin].glue == "-"):
        return None
    if signed:
        number = replace(number, value=-number.value)
    number = short_scale(cut, number, money or before is not None or _names_money(cut, number.end + 1))
    after = (before and Measure(number.end, before.unit, before.kind)) or _after(cut, number)
    if after is None and _is_bare_one(cut, number) and not _opens_a_range(cut, number):
        return None
    figure = _measured(at, number, after)
    return as_age(cut, _compounded(cut, figure))


def _names_money(cut: Tokens, at: int) -> bool:
    """Return whether a word that means nothing but money is at a token: the "pounds" of "40m pounds"."""
    return at < len(cut) and cut[at].text in currencies.BEFORE_A_FIGURE


_PARTED = frozenset({"length", "area", "volume", "mass", "duration", "percent", "points", "angle", "temperature"})
_PAID = word_set(
    "pay pays paid paying cost costs costing spend spends spent earn earns earned charge charges charged fined "
    "worth price priced owe owes owed fee salary wage wages budget debt loan fare rent"
)
"""Words that tell what a figure after them is: money."""
_REACH = 5
_FAR = 400
_LARGE = frozenset({"million", "billion", "trillion"})


def _after(cut: Tokens, number: Number) -> Measure | None:
    """The measure after a number; a scale may be in between ("75 USD million", "30 MUSD")."""
    token = cut[number.end] if number.end < len(cut) else None
    if token and token.kind == "word" and token.raw.isupper() and len(token.raw) == 4 and token.raw[0] in "KMB":
        code = currencies.CODES.get(token.raw[1:])
        return Measure(number.end + 1, code, "money " + token.raw[0]) if code else None
    measure = measure_after(cut, number.end, number.value == 1, number.figures)
    if (
        measure
        and measure.kind == "money"
        and measure.end < len(cut)
        and cut[measure.end].text in _LARGE
        and number.scale == 1
    ):
        return Measure(measure.end + 1, measure.unit, "money " + cut[measure.end].text[0].upper())
    if measure and measure.kind == "money" and cut[number.end].text in currencies.AMBIGUOUS:
        paid = any(before.text in _PAID for before in cut[max(0, number.start - _REACH) : number.start])
        if cut[number.end].text in ("pound", "pounds"):
            weighs = measure.end < len(cut) and cut[measure.end].text == "of"
            sterling = (
                number.scale > 1000
                or measure.end > number.end + 1
                or any(token.text == "£" for token in _around(cut, number))
            )
            return measure if sterling or (paid and not weighs) else Measure(measure.end, "pound", "mass")
        return measure if number.scale >= _THOUSAND or measure.end > number.end + 1 or paid else None
    return measure or _part_of_one(cut, number)


def _around(cut: Tokens, number: Number) -> Tokens:
    """The tokens of some sentences around a number, which tell what money is spoken of."""
    return cut[max(0, number.start - _FAR) : number.end + _FAR]


def _part_of_one(cut: Tokens, number: Number) -> Measure | None:
    """The unit of which a fraction is told: "a quarter of an hour", "0.5 of a degree"."""
    texts = [token.text for token in cut[number.end : number.end + 2]]
    if number.value >= 1 or texts not in (["of", "a"], ["of", "an"]):
        return None
    measure = measure_after(cut, number.end + 2, one=True)
    return measure if measure and measure.kind in _PARTED else None


def _measured(at: int, number: Number, after: Measure | None) -> Figure:
    value, kind, scale = number.value, "share" if number.fraction else "count", number.scale
    end, unit = number.end, ""
    if after:
        end, unit, kind = after.end, after.unit, after.kind
        if kind.startswith("money "):
            scale = {"K": Decimal(10**3), "M": Decimal(10**6), "B": Decimal(10**9), "T": Decimal(10**12)}[kind[-1]]
            value, kind = value * scale, "money"
    return Figure(at, end, value, value, unit, kind, number.end, scale, hedged_from=at, hedged_to=end)


def _is_bare_one(cut: Tokens, number: Number) -> bool:
    """Return whether this is the word "one" with nothing that it measures, which is mostly a pronoun."""
    return number.end == number.start + 1 and cut[number.start].text == "one"


def _opens_a_range(cut: Tokens, number: Number) -> bool:
    """Return whether the word "one" is the lower end of a range of large numbers: "between one and two million"."""
    link = cut[number.end].text if number.end < len(cut) else ""
    between = number.start > 0 and cut[number.start - 1].text == "between"
    second = number_at(cut, number.end + 1, join=False) if link == ("and" if between else "to") else None
    return second is not None and second.scale >= _THOUSAND


_THOUSAND = 1000
_SMALLER = {"foot": "inch", "pound": "ounce", "hour": "minute", "minute": "second", "year": "month", "stone": "pound"}
_PER = {"foot": 12, "pound": 16, "hour": 60, "minute": 60, "year": 12, "stone": 14}


def _compounded(cut: Tokens, figure: Figure) -> Figure:
    """The figure with the smaller unit after it: "5 feet 2 inches", "6-foot-3", "3 dollars 50 cents"."""
    at = figure.end
    if figure.unit == "foot" and at < len(cut) and cut[at].glue == "-" and cut[at].kind == "figure":
        inches = cut[at].value or Decimal(0)
        return _enlarged(figure, inches / 12, at + 1) if inches < 12 else figure
    joined = at < len(cut) and cut[at].text == "and"
    begin = at + 1 if joined else at
    number = number_at(cut, begin) if begin < len(cut) and cut[begin].glue != "-" else None
    if number is None or number.value != number.value.to_integral_value() or not 0 < number.value < 100:
        return figure
    smaller = measure_after(cut, number.end, number.value == 1)
    if smaller is None and figure.unit == "foot" and number.end < len(cut) and cut[number.end].text == "in":
        smaller = Measure(number.end + 1, "inch", "length")
    if figure.unit == "foot" and [token.text for token in cut[number.end : number.end + 2]] == ["'", "'"]:
        smaller = Measure(number.end + 2, "inch", "length")
    if smaller and _SMALLER.get(figure.unit) == smaller.unit and number.value < _PER[figure.unit]:
        return _enlarged(figure, number.value / _PER[figure.unit], smaller.end)
    if (
        figure.kind == "money"
        and figure.unit != "cent"
        and figure.scale == 1
        and figure.low == figure.low.to_integral_value()
    ):
        if smaller and smaller.unit == "cent":
            return _enlarged(figure, number.value / 100, smaller.end)
        ends = number.end >= len(cut) or (cut[number.end].kind == "mark" and cut[number.end].text in ".,;!?")
        words_behind = figure.end > figure.number_end or joined
        if smaller is None and ends and words_behind and number.value >= 10 and cut[figure.end - 1].kind != "currency":
            return _enlarged(figure, number.value / 100, number.end)
    return figure


def _enlarged(figure: Figure, by: Decimal, end: int) -> Figure:
    return replace(figure, low=figure.low + by, high=figure.high + by, end=end, hedged_to=end)


def as_age(cut: Tokens, figure: Figure) -> Figure:
    """The figure as an age, where "old" or "of age" follows a unit of time, or "aged" is before it."""
    at, texts = figure.end, [token.text for token in cut[figure.end : figure.end + 2]]
    before = cut[figure.start - 1].text if figure.start else ""
    if (figure.kind == "duration" and texts[:1] in (["old"], ["olds"])) or (
        figure.kind == "count" and texts[:1] in (["yo"], ["yrs"])
    ):
        return replace(figure, end=at + 1, hedged_to=at + 1, kind="age", unit=figure.unit or "year")
    if figure.kind == "duration" and texts == ["of", "age"]:
        return replace(figure, end=at + 2, hedged_to=at + 2, kind="age")
    earlier = f"{cut[figure.start - 2].text} {before}" if figure.start > 1 else ""
    named = (
        figure.start > 1
        and before == ","
        and cut[figure.start - 2].raw[:1].isupper()
        and texts[:1] in ([","], [";"], ["."])
    )
    if (
        figure.kind == "count"
        and (before in ("aged", "age") or earlier == "age of" or named)
        and figure.end == figure.start + 1
        and 0 < figure.low < 120
    ):
        return replace(figure, kind="age", unit="year")
    return figure
