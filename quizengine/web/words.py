"""Responses, keys, points and times in words, for a person to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from quizengine.grading import as_judged, judge
from quizengine.language.locales import figure_in
from quizengine.language.number_words import SCALES
from quizengine.language.quantities import Amount, read_amount
from quizengine.parts import (
    ENGLISH,
    Choice,
    ChoiceKey,
    Gap,
    Key,
    NumberKey,
    Option,
    Ordering,
    OrderKey,
    Part,
    Response,
    Text,
    TextKey,
)


@dataclass(frozen=True)
class Given:
    """What was given to one part, in lines: several for several options chosen, or for an order."""

    label: str
    """What tells this part from the others of its question; empty when it is the only one."""
    lines: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class MarkedOption:
    """An option, whether it was chosen, and whether it is right."""

    text: str
    chosen: bool
    right: bool


@dataclass(frozen=True)
class Marked:
    """One part of a question after the attempt has been submitted: what was given, and what is right."""

    given: Given
    right: Given
    share: Fraction
    """The share of the part's point that was earned, 0 to 1."""
    also: str = ""
    """What else is accepted."""
    options: tuple[MarkedOption, ...] = ()
    """All that could be chosen."""


def given(parts: tuple[Part, ...], response: Response) -> tuple[Given, ...]:
    """What was given to each part; an empty tuple of lines for a part without an answer."""
    return tuple(
        Given(label, _lines(part, response.get(part.name, ())), isinstance(part, Ordering))
        for part, label in _labelled(parts)
    )


def marked(parts: tuple[Part, ...], response: Response, keys: Mapping[str, Key]) -> tuple[Marked, ...]:
    """What was given to each part beside what is right."""
    return tuple(
        Marked(
            given=one,
            right=Given(label, right_lines(part, keys[part.name]), isinstance(part, Ordering)),
            share=judge(keys[part.name], as_judged(keys[part.name], response.get(part.name, ()), _locale(part))),
            also=also_accepted(keys[part.name], _locale(part)),
            options=_options(part, response.get(part.name, ()), keys[part.name]),
        )
        for one, (part, label) in zip(given(parts, response), _labelled(parts), strict=True)
    )


def right_lines(part: Choice | Gap | Ordering, key: Key) -> tuple[str, ...]:
    """The key in words: options as the student reads them, the fullest text, the number with its unit."""
    match key:
        case ChoiceKey(ids):
            return tuple(option.text for option in _of(part) if option.id in ids)
        case OrderKey(ids):
            texts = {option.id: option.text for option in _of(part)}
            return tuple(texts[each] for each in ids)
        case TextKey(accepted):
            return accepted[:1]
        case NumberKey(value, unit=unit):
            return (f"{figure_in(value, _locale(part))} {unit}".strip(),)
        case _:
            assert_never(key)


def also_accepted(key: Key, locale: str = ENGLISH) -> str:
    """What is right besides the answer shown, in a sentence; empty when nothing is."""
    if isinstance(key, TextKey) and len(key.accepted) > 1:
        return f"Also accepted: {', '.join(key.accepted[1:])}."
    if isinstance(key, NumberKey) and key.low != key.high:
        return f"Accepted: from {figure_in(key.low, locale)} to {figure_in(key.high, locale)}."
    return ""


def points(value: Fraction) -> str:
    """Points to two decimals at most: 3, 0.5, 0.67."""
    return format(round(Decimal(value.numerator) / Decimal(value.denominator), 2).normalize(), "f")


def counted(count: int, one: str, many: str = "") -> str:
    """The number with its noun: 1 question, 8 questions."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(numbers: Sequence[int]) -> str:
    """The numbers as a person lists them: 3; 3 and 5; 3, 5 and 8."""
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last


def clock_time(moment: datetime) -> str:
    """The time of day where the server stands: 10:42."""
    return moment.astimezone().strftime("%H:%M")


def day_and_time(moment: datetime) -> str:
    """The day and the time of day where the server stands: 23 November 2026, 10:42."""
    local = moment.astimezone()
    return f"{local.day} {local.strftime('%B %Y, %H:%M')}"


def _labelled(parts: tuple[Part, ...]) -> list[tuple[Choice | Gap | Ordering, str]]:
    fields = [part for part in parts if not isinstance(part, Text)]
    gaps = [part for part in fields if isinstance(part, Gap) and not part.label]

    def label(part: Choice | Gap | Ordering) -> str:
        if isinstance(part, Gap) and part in gaps:
            return f"Gap {gaps.index(part) + 1}" if len(fields) > 1 else ""
        return "" if isinstance(part, Ordering) else part.label

    return [(part, label(part)) for part in fields]


def _lines(part: Choice | Gap | Ordering, texts: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(part, Gap):
        return tuple(_with_unit(part, text) for text in texts if text.strip())
    by_id = {option.id: option.text for option in part.options}
    return tuple(by_id[each] for each in texts if each in by_id)


def _with_unit(gap: Gap, text: str) -> str:
    """The text as typed, with its unit, and how a number was read where that is not plain to see."""
    amount = read_amount(text, gap.locale) if gap.expects == "number" else None
    unit = "" if amount and amount.unit else _unit_beside(gap, amount)
    shown = f"{text.strip()} {unit}".strip()
    if amount is None or format(amount.low, "f") == text.strip():
        return shown
    ends = dict.fromkeys((figure_in(amount.low, gap.locale), figure_in(amount.high, gap.locale)))
    return f"{shown} (read as {' to '.join(ends)})"


def _unit_beside(gap: Gap, amount: Amount | None) -> str:
    """The unit of the gap, without its "million" where the number typed has its millions in it."""
    scale, _, rest = gap.unit.partition(" ")
    return rest if amount and scale in SCALES and amount.low >= SCALES[scale] else gap.unit


def _options(part: Part, texts: tuple[str, ...], key: Key) -> tuple[MarkedOption, ...]:
    if not isinstance(part, Choice) or not isinstance(key, ChoiceKey):
        return ()
    return tuple(MarkedOption(option.text, option.id in texts, option.id in key.ids) for option in part.options)


def _locale(part: Choice | Gap | Ordering) -> str:
    return part.locale if isinstance(part, Gap) else ENGLISH


def _of(part: Choice | Gap | Ordering) -> tuple[Option, ...]:
    return () if isinstance(part, Gap) else part.options
