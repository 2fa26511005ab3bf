"""The figures of a text: amounts and ranges with their bounds and what they are per.

Next: `single_figures` and `ranges`, which read them; `measures`, the units; `numerals`, the numbers in them.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizengine.language.numbers import hedges
from quizengine.language.numbers.currencies import BEFORE_A_FIGURE
from quizengine.language.numbers.dates import date_at
from quizengine.language.numbers.figure import Figure, Tokens
from quizengine.language.numbers.measures import rate_after
from quizengine.language.numbers.number_words import NUMBER_WORDS
from quizengine.language.numbers.numerals import unclear_fraction
from quizengine.language.numbers.ranges import after_between, range_from
from quizengine.language.numbers.single_figures import (
    half_share,
    hour_and_a_half,
    share_as_ratio,
    single_amount,
    year_or_label,
)
from quizengine.language.numbers.tokens import number_tokens


def parse_figures(text: str) -> Iterator[tuple[Figure, Tokens]]:
    """The figures of a paragraph in order, with the tokens that they count in."""
    cut = number_tokens(text)
    at, last = 0, None
    while at < len(cut):
        paid = last if last and last.kind == "money" and _goes_on(cut, last, at) else None
        figure = parse_figure_at(cut, at, money=paid is not None)
        if figure is None:
            skipped = date_at(cut, at)
            unclear = unclear_fraction(cut, at) if cut[at].text in NUMBER_WORDS else 0
            at = skipped[1] if skipped else unclear or at + 1
            continue
        at, last = figure.end, figure
        if paid and figure.kind == "count" and figure.scale > 1:
            figure = replace(figure, unit=paid.unit, kind=paid.kind)
        yield _borrowed(cut, figure), cut


def _goes_on(cut: Tokens, before: Figure, at: int) -> bool:
    """Return whether a figure is what the one before it changed to, or its alternative: "from £40m to 50m"."""
    link = cut[before.end].text if at == before.end + 1 else ""
    return link == "or" or (link == "to" and before.start > 0 and cut[before.start - 1].text == "from")


def _borrowed(cut: Tokens, figure: Figure) -> Figure:
    """A figure without a unit takes that of the one it changes to: "rose from 12,000 to 58,000 tons"."""
    if figure.kind != "count" or figure.start == 0 or cut[figure.start - 1].text != "from":
        return figure
    if figure.end + 1 < len(cut) and cut[figure.end].text == "to" and (after := single_amount(cut, figure.end + 1)):
        return replace(figure, unit=after.unit, kind=after.kind) if after.unit and after.low > 0 else figure
    return figure


def parse_figure_at(cut: Tokens, at: int, *, money: bool = False) -> Figure | None:
    """The figure that begins at a token, with everything that belongs to it; None if there is none.

    `money` says that it goes on from an amount of money, so that "m" is million.
    """
    if not _may_begin_one(cut, at):
        return None
    first = (
        year_or_label(cut, at)
        or half_share(cut, at)
        or hour_and_a_half(cut, at)
        or share_as_ratio(cut, at)
        or single_amount(cut, at, join=not after_between(cut, at), money=money)
    )
    if first is None:
        return None
    whole = range_from(cut, first) or first
    return _hedged(cut, whole)


def _may_begin_one(cut: Tokens, at: int) -> bool:
    """Return whether a figure can begin at a token: at most tokens none can, and what follows need not be looked at."""
    token = cut[at]
    if token.kind == "mark":
        return token.text in _MINUS
    if token.kind != "word" or token.text in _OPENING:
        return True
    if at + 1 >= len(cut):
        return False
    return cut[at + 1].kind in ("figure", "currency") or token.raw == "Rs" or cut[at + 1].text in BEFORE_A_FIGURE


_MINUS = frozenset("-−–")
_OPENING = NUMBER_WORDS | {"a", "an", "half", "quarter", "couple", "minus", "negative"}
"""Words that a number may begin with. Others may be a currency, which digits or its sign or name follow."""


_PREPOSITIONS = frozenset((word,) for word in ("about", "above", "around", "below", "near", "over", "under"))
"""Hedges that are prepositions where another one follows."""


def _hedged(cut: Tokens, figure: Figure) -> Figure:
    """The figure with its approximators, bounds and rate."""
    start, end, approximate, bound = figure.start, figure.end, cut[figure.start].text == "couple", figure.bound
    for _ in range(3):
        before = _hedge_before(cut, start, figure)
        if before is None or (approximate and before.words in _PREPOSITIONS):
            break  # "built around roughly 40 photographs"
        start, approximate, bound = start - len(before.words), approximate or before.approximate, before.bound or bound
    behind = _hedge_behind(cut, end)
    if behind:
        end, approximate, bound = end + len(behind.words), approximate or behind.approximate, behind.bound or bound
    rate = rate_after(cut, end) if figure.kind not in ("year", "label", "decade", "age") else ""
    return replace(figure, hedged_from=start, hedged_to=end, approximate=approximate, bound=bound, rate=rate)


_LENGTHS = ("for", "after", "lasted", "took")
"""Words after which "over ten years" is more than ten, not some time within them."""


def _hedge_before(cut: Tokens, start: int, figure: Figure) -> hedges.Hedge | None:
    for length in range(min(hedges.LONGEST, start), 0, -1):
        words = tuple(token.text for token in cut[start - length : start])
        hedge = hedges.BY_BEFORE.get(words)
        if hedge is None or cut[start].glue == "-":
            continue
        during = words in (("over",), ("under",), ("above",), ("below",)) and figure.kind in ("duration", "year")
        for_so_long = start > 1 and cut[start - 2].text in _LENGTHS and figure.kind == "duration"
        return None if during and not for_so_long else hedge
    return None


def _hedge_behind(cut: Tokens, end: int) -> hedges.Hedge | None:
    for length in range(min(hedges.LONGEST, len(cut) - end), 0, -1):
        words = tuple(token.text for token in cut[end : end + length])
        if hedge := hedges.BY_AFTER.get(words):
            return hedge
    return None
