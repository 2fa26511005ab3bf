"""Responses, keys and points in words, in the language of the page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from quizengine.language.numbers.locales import answer_in, figure_in
from quizengine.language.numbers.number_words import SCALES
from quizengine.quiz.attempt import is_answered
from quizengine.quiz.grading import Score, grade_part, near_miss, reading_of
from quizengine.quiz.grading.number_readings import Reading
from quizengine.quiz.markup import PLAIN, Markup
from quizengine.quiz.parts import (
    ENGLISH,
    Choice,
    ChoiceKey,
    Gap,
    Key,
    ModelAnswer,
    NumberKey,
    Option,
    Ordering,
    OrderKey,
    Part,
    Response,
    Text,
    TextKey,
)
from quizengine.web.render.languages import gettext, ngettext, pgettext


@dataclass(frozen=True)
class Given:
    """The response to one part, in lines: several for several chosen options, or for an order."""

    label: str
    """The label that distinguishes this part from the others of its question; empty if it is the only one."""
    lines: tuple[str, ...]
    ordered: bool = False
    markup: Markup = PLAIN
    """The markup of options and labels; what was typed is always plain."""


@dataclass(frozen=True)
class MarkedOption:
    """An option, whether it was chosen, and whether it is right."""

    text: str
    chosen: bool
    right: bool
    feedback: str = ""
    """The feedback for those who chose it."""


@dataclass(frozen=True)
class Marked:
    """One part of a question after the attempt has been submitted: what was given, and what is right."""

    given: Given
    right: Given
    share: Fraction
    """The share of the part's point that was earned, 0 to 1."""
    near: str = ""
    """The right answer that what was typed misses by one letter."""
    also: str = ""
    """The other answers that are accepted."""
    options: tuple[MarkedOption, ...] = ()
    """All that could be chosen."""
    has_model_answer: bool = False
    """True if `right` is a model answer, which people compare with what was given."""


def given_answers(parts: tuple[Part, ...], response: Response, markup: Markup = PLAIN) -> tuple[Given, ...]:
    """Return what was given to each part; an empty tuple of lines for a part without an answer."""
    return tuple(
        Given(label, _lines(part, response.get(part.name, ())), isinstance(part, Ordering), _of_options(part, markup))
        for part, label in _labelled(parts)
    )


def marked_answers(
    parts: tuple[Part, ...],
    response: Response,
    keys: Mapping[str, Key],
    feedback: Mapping[str, str] | None = None,
    markup: Markup = PLAIN,
) -> tuple[Marked, ...]:
    """Return what was given to each part beside what is right; `feedback` is what is said of options, by their ids."""
    return tuple(
        Marked(
            given=one,
            right=Given(
                label, key_lines(part, keys[part.name]), one.ordered, markup_of_key(part, keys[part.name], markup)
            ),
            share=grade_part(keys[part.name], response.get(part.name, ()), _locale(part)),
            near=near_miss(keys[part.name], response.get(part.name, ()), _locale(part)),
            also=also_accepted(keys[part.name], _locale(part)),
            options=_options(part, response.get(part.name, ()), keys[part.name], feedback or {}),
            has_model_answer=isinstance(keys[part.name], ModelAnswer),
        )
        for one, (part, label) in zip(given_answers(parts, response, markup), _labelled(parts), strict=True)
    )


def key_lines(part: Choice | Gap | Ordering, key: Key) -> tuple[str, ...]:
    """The key in words: options as the student reads them, the fullest text, the number with its unit."""
    match key:
        case ChoiceKey(ids):
            return tuple(option.text for option in _of(part) if option.id in ids)
        case OrderKey(ids):
            texts = {option.id: option.text for option in _of(part)}
            return tuple(texts[each] for each in ids)
        case TextKey(accepted):
            return accepted[:1]
        case ModelAnswer(text):
            return (text,)
        case NumberKey(value, unit=unit):
            return (answer_in(value, _locale(part), unit),)
        case _:
            assert_never(key)


def markup_of_key(part: Choice | Gap | Ordering, key: Key, markup: Markup) -> Markup:
    """The markup of a key in words: what is typed is plain, but a model answer is written as its question is."""
    return markup if isinstance(key, ModelAnswer) else _of_options(part, markup)


def also_accepted(key: Key, locale: str = ENGLISH) -> str:
    """Return what is right besides the answer shown, in a sentence; empty if nothing is."""
    if isinstance(key, TextKey) and len(key.accepted) > 1:
        return gettext("Also accepted: %(texts)s.", texts=_comma().join(key.accepted[1:]))
    if isinstance(key, NumberKey) and key.low != key.high:
        figure = figure_in if key.unit else answer_in
        ends = {"low": figure(key.low, locale), "high": figure(key.high, locale)}
        return gettext("Accepted: from %(low)s to %(high)s.", **ends)
    return ""


def points(value: Fraction) -> str:
    """Points to two decimals at most: 3, 0.5, 0.67."""
    figures = format(round(Decimal(value.numerator) / Decimal(value.denominator), 2).normalize(), "f")
    return figures.replace(".", pgettext("before decimals", "."))


def out_of(score: Score) -> str:
    """A score in words: 3 of 11 points, 0.5 of 1 point."""
    possible = score.possible
    return ngettext(
        "%(earned)s of %(possible)s point",
        "%(earned)s of %(possible)s points",
        possible.numerator if possible.denominator == 1 else 2,
        earned=points(score.earned),
        possible=points(possible),
    )


def quoted(texts: Iterable[str]) -> str:
    """The texts as a person lists what others say: “one”; “one”, “another” and “a third”."""
    return listed([gettext("“%(text)s”", text=text) for text in texts])


def listed(things: Sequence[object]) -> str:
    """Return numbers or texts as a person lists them: 3; 3 and 5; 3, 5 and 8. No things give an empty text."""
    if not things:
        return ""
    *most, last = map(str, things)
    return gettext("%(most)s and %(last)s", most=_comma().join(most), last=last) if most else last


def answered_of(responses: Mapping[str, Response]) -> int:
    """Return how many questions have an answer."""
    return sum(map(is_answered, responses.values()))


def _of_options(part: Choice | Gap | Ordering, markup: Markup) -> Markup:
    return PLAIN if isinstance(part, Gap) else markup


def _comma() -> str:
    return pgettext("between things in a list", ", ")


def _labelled(parts: tuple[Part, ...]) -> list[tuple[Choice | Gap | Ordering, str]]:
    fields = [part for part in parts if not isinstance(part, Text)]
    gaps = [part for part in fields if isinstance(part, Gap) and not part.label]

    def label(part: Choice | Gap | Ordering) -> str:
        if isinstance(part, Gap) and part in gaps:
            return gettext("Gap %(number)s", number=gaps.index(part) + 1) if len(fields) > 1 else ""
        return "" if isinstance(part, Ordering) else part.label

    return [(part, label(part)) for part in fields]


def _lines(part: Choice | Gap | Ordering, texts: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(part, Gap):
        return tuple(_with_unit(part, text) for text in texts if text.strip())
    by_id = {option.id: option.text for option in part.options}
    return tuple(by_id[each] for each in texts if each in by_id)


def _with_unit(gap: Gap, text: str) -> str:
    """The text as typed, with its unit, and how a number was read where that is not plain to see."""
    amount = reading_of(gap, text) if gap.expects == "number" else None
    unit = "" if amount and amount.unit else _unit_beside(gap, amount)
    shown = f"{text.strip()} {unit}".strip()
    if amount is None or (amount.low == amount.high and _plain_to_see(text, amount.low)):
        return shown
    low, high = (figure_in(end, gap.locale) for end in (amount.low, amount.high))
    if low == high:
        return gettext("%(typed)s (read as %(number)s)", typed=shown, number=low)
    return gettext("%(typed)s (read as %(low)s to %(high)s)", typed=shown, low=low, high=high)


def _plain_to_see(text: str, value: Decimal) -> bool:
    """Return whether a text begins with the very figure that was read: "981 cm/s²"."""
    figure, typed = format(value, "f"), text.strip()
    return typed.startswith(figure) and not typed[len(figure) : len(figure) + 2].strip(" ").isdigit()


def _unit_beside(gap: Gap, amount: Reading | None) -> str:
    """The unit of the gap, without its "million" where the number typed has its millions in it."""
    scale, _, rest = gap.unit.partition(" ")
    return rest if amount and scale in SCALES and amount.low >= SCALES[scale] else gap.unit


def _options(part: Part, texts: tuple[str, ...], key: Key, feedback: Mapping[str, str]) -> tuple[MarkedOption, ...]:
    if not isinstance(part, Choice) or not isinstance(key, ChoiceKey):
        return ()
    return tuple(
        MarkedOption(option.text, option.id in texts, option.id in key.ids, feedback.get(option.id, ""))
        for option in part.options
    )


def _locale(part: Choice | Gap | Ordering) -> str:
    return part.locale if isinstance(part, Gap) else ENGLISH


def _of(part: Choice | Gap | Ordering) -> tuple[Option, ...]:
    return () if isinstance(part, Gap) else part.options
