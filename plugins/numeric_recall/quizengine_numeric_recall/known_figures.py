"""All figures of an article, sorted so that facts about the others are found without examining them all.

Next: `distractors`, which avoids what is true.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from quizengine import Fact, cache_per_facts
from quizengine.language import Quantity
from quizengine_numeric_recall.counted_nouns import is_of_another, matter_of, same_thing
from quizengine_numeric_recall.distractors import YEARS, Margins, Rivals, is_of_a_life
from quizengine_numeric_recall.lives import life_of
from quizengine_numeric_recall.quantity_facts import QuantityFact

_Sort = tuple[str, str]
_MOST_RIVALS = 60
"""The number of figures of like size from which wrong ones are chosen; an article of some pages has fewer."""
_AROUND = 60
_CHILDHOOD = 10
"""Years from a birth to the first deed that anybody would ask about."""
_MORE = 4
"""Times as much as another figure, or as little: from there on neither can be taken for the other."""
_LOW = attrgetter("low")
_START = attrgetter("span.start")
_BESIDE = 600
"""Characters between two figures that are read together."""
_MOST_BESIDE = 6


@dataclass(frozen=True)
class KnownFigures:
    """The figures of an article by place, size and thing."""

    by_size: dict[_Sort, list[Quantity]]
    """The figures of one kind and unit, the smallest first."""
    by_place: dict[_Sort, list[Quantity]]
    """The same in the order of the text."""
    years: tuple[Decimal, Decimal]
    """The first and the last year that the article tells of; of a life, those after childhood."""
    margins: dict[tuple[str, ...], Margins]
    """The margins of the figures of one kind and unit: of all, of those about one matter, and of the ranges."""

    def nearest(self, quantity: Quantity) -> list[Quantity]:
        """The next smaller and the next larger figure of its kind and unit, as far as there are any."""
        alike = self.by_size[quantity.kind, quantity.unit]
        below = bisect_left(alike, quantity.low, key=_LOW) - 1
        above = bisect_right(alike, quantity.low, key=_LOW)
        return [*alike[max(below, 0) : below + 1], *alike[above : above + 1]]

    def rivals(self, quantity: Quantity) -> Rivals:
        """The other figures that could be taken for this one, and those from which a wrong one must keep clear."""
        sort = quantity.kind, quantity.unit
        alike = self.by_size[sort]
        least, most = quantity.low / _MORE, quantity.low * _MORE
        if quantity.kind == "year":
            least, most = quantity.low - YEARS, quantity.low + YEARS
        first, last = bisect_left(alike, least, key=_LOW), bisect_right(alike, most, key=_LOW)
        here = bisect_left(alike, quantity.low, key=_LOW)
        first, last = max(first, here - _MOST_RIVALS // 2), min(last, here + _MOST_RIVALS // 2)
        near = [one for one in alike[first:last] if one != quantity and not _is_true_of(one, quantity)]
        true = [self.margins[group] for group in _true_groups(quantity) if group in self.margins]
        limits = self._limits(quantity) if quantity.kind == "year" else None
        beside = self.beside(quantity)
        near = [one for one in near if one not in beside]
        return Rivals(tuple(sorted(near, key=lambda one: one.span.start)), tuple(true), limits, beside)

    def _limits(self, year: Quantity) -> tuple[Decimal, Decimal] | None:
        """The first and the last year that could be right: within the life that an article tells, for a deed in it."""
        life = life_of(year.span.article)
        if life is not None and year in (life.birth, life.death):
            return (year.low - YEARS, min(year.low + YEARS, max(year.low, self.years[1])))
        first, last = self.years
        birth, death = life.bounds if life else (None, None)
        if birth is not None and year.low >= birth + _CHILDHOOD:
            first = max(first, birth + _CHILDHOOD)
        return first, min(last, death - (year.low < death)) if death is not None and year.low <= death else last

    def beside(self, quantity: Quantity) -> tuple[Quantity, ...]:
        """The figures of the same kind close by that tell of others: "ten dollars" beside "thirteen dollars"."""
        if quantity.kind == "year":
            return ()
        alike = self.by_place[quantity.kind, quantity.unit]
        here = bisect_left(alike, quantity.span.start, key=_START)
        near = [*alike[max(0, here - _MOST_BESIDE) : here], *alike[here + 1 : here + 1 + _MOST_BESIDE]]
        return tuple(
            one for one in near if abs(one.span.start - quantity.span.start) <= _BESIDE and is_of_another(one, quantity)
        )


@cache_per_facts
def known_figures(facts: Sequence[Fact]) -> KnownFigures:
    """The figures among the facts of an article."""
    known = sorted((one for one in facts if isinstance(one, QuantityFact)), key=lambda one: one.quantity.span.start)
    by_size: dict[_Sort, list[Quantity]] = defaultdict(list)
    groups: dict[tuple[str, ...], list[Quantity]] = defaultdict(list)
    for quantity in (one.quantity for one in known):
        by_size[quantity.kind, quantity.unit].append(quantity)
        for group in _groups_of(quantity):
            groups[group].append(quantity)
    by_place = {sort: list(alike) for sort, alike in by_size.items()}
    for alike in by_size.values():
        alike.sort(key=_LOW)
    return KnownFigures(
        by_size,
        by_place,
        _years([one.quantity for one in known if one.quantity.kind == "year"]),
        {group: Margins.around(quantities) for group, quantities in groups.items()},
    )


def _years(years: Sequence[Quantity]) -> tuple[Decimal, Decimal]:
    """The first and the last of the years told outside brackets, without that of the one birth, if it is the first."""
    told = [one for one in years if not one.ranged and not _is_cited(one)]
    lows = sorted({one.low for one in told})
    births = {one.low for one in told if is_of_a_life(one)}
    if len(lows) > 1 and lows[0] in births:
        lows = [each for each in lows if each >= lows[0] + _CHILDHOOD] or lows
    return (lows[0], lows[-1]) if lows else (Decimal(0), Decimal(9999))


def _is_cited(quantity: Quantity) -> bool:
    """Return whether a year is in brackets, as that of a book does."""
    text = quantity.span.article.text
    before = text[max(0, quantity.span.start - _AROUND) : quantity.span.start]
    return before.count("(") > before.count(")")


def _groups_of(quantity: Quantity) -> list[tuple[str, ...]]:
    sort = quantity.kind, quantity.unit
    groups: list[tuple[str, ...]] = [sort, (*sort, "about", matter_of(quantity))]
    return [*groups, (*sort, "ranges")] if quantity.ranged and quantity.kind != "year" else groups


def _true_groups(quantity: Quantity) -> list[tuple[str, ...]]:
    """The groups of figures that are true of what a figure is asked about, or may be: see `same_thing`."""
    sort, matter = (quantity.kind, quantity.unit), matter_of(quantity)
    if quantity.kind == "year":
        return []
    if quantity.kind in ("duration", "percent", "length"):
        return [(*sort, "ranges"), *([(*sort, "about", matter)] if matter else [])]
    return [(*sort, "ranges"), (*sort, "about", matter), (*sort, "about", "")] if matter else [sort]


def _is_true_of(one: Quantity, quantity: Quantity) -> bool:
    return same_thing(one, quantity) or (one.ranged and one.kind != "year")
