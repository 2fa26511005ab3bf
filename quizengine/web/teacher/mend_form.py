"""The form that changes how a question is marked: what it shows of a mend, and the mend that was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import assert_never

from werkzeug.datastructures import MultiDict

from quizengine.language.numbers.locales import figure_in
from quizengine.quiz.grading import reading_of
from quizengine.quiz.mending import Marking, Mend, Treatment, full_points, key_of_options
from quizengine.quiz.parts import Choice, ChoiceKey, Gap, Key, ModelAnswer, NumberKey, Ordering, OrderKey, Text, TextKey
from quizengine.quiz.questions import Question, fixed_parts
from quizengine.web.render.languages import gettext

MOST_POINTS = 1000
_LONGEST_TEXT, _MOST_TEXTS = 200, 50


@dataclass(frozen=True)
class PartField:
    """The fields for the key of one part."""

    name: str
    """The beginning of its fields' names."""
    part: Choice | Gap | Ordering
    right: frozenset[str] = frozenset()
    """The ids of the options that count as right."""
    texts: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    places: Mapping[str, int] | None = None
    """The place of each option in the right order, by option id, counted from 1."""


@dataclass(frozen=True)
class Typed:
    """The mend that was typed, or what is wrong with it, by field."""

    mend: Mend
    errors: Mapping[str, str]


def part_fields(question: Question, marking: Marking, locale: str) -> tuple[PartField, ...]:
    """The fields of a question's key, as it is marked now."""
    keys = marking.key_of(question)
    parts = [part for part in fixed_parts(question) if not isinstance(part, Text)]
    return tuple(_field(f"part-{at}", part, keys[part.name], locale) for at, part in enumerate(parts, 1))


def current_points(question: Question, marking: Marking) -> Decimal:
    """The points that a fully right response earns now."""
    mended = marking.mend_of(question).points
    return full_points(question) if mended is None else mended


def read_mend(question: Question, sent: MultiDict[str, str], locale: str) -> Typed:
    """The mend that a form describes; what is as the question itself has it is no part of it."""
    errors: dict[str, str] = {}
    keys = {}
    for each in part_fields(question, Marking(), locale):
        original = question.key()[each.part.name]
        try:
            key = _typed_key(each, original, sent, locale)
        except _FieldError as fault:
            errors[each.name] = str(fault)
            continue
        if key != original:
            keys[each.part.name] = key
    points = _typed_points(question, sent.get("points", ""), errors)
    treatment = sent.get("treatment", Treatment.MARKED)
    if treatment not in list(Treatment):
        treatment = Treatment.MARKED
    return Typed(Mend(keys, points, Treatment(treatment)), errors)


class _FieldError(ValueError):
    """Says what is wrong with one field."""


def _field(name: str, part: Choice | Gap | Ordering, key: Key, locale: str) -> PartField:
    match key:
        case ChoiceKey(ids):
            return PartField(name, part, right=ids)
        case TextKey(accepted):
            return PartField(name, part, texts=accepted)
        case NumberKey(low=low, high=high):
            return PartField(name, part, low=figure_in(low, locale), high=figure_in(high, locale))
        case OrderKey(ids):
            return PartField(name, part, places={each: place for place, each in enumerate(ids, 1)})
        case ModelAnswer(text):
            return PartField(name, part, texts=(text,))
        case _:
            assert_never(key)


def _typed_key(field: PartField, original: Key, sent: MultiDict[str, str], locale: str) -> Key:
    match original:
        case ChoiceKey():
            return _typed_choice(field, original, sent)
        case TextKey():
            return _typed_texts(field, original, sent)
        case NumberKey():
            return _typed_range(field, original, sent, locale)
        case OrderKey():
            return _typed_order(field, sent)
        case ModelAnswer():
            return original
        case _:
            assert_never(original)


def _typed_choice(field: PartField, original: ChoiceKey, sent: MultiDict[str, str]) -> ChoiceKey:
    assert isinstance(field.part, Choice)
    options = [option.id for option in field.part.options]
    ids = frozenset(sent.getlist(field.name)) & frozenset(options)
    if not ids:
        raise _FieldError(gettext("Choose at least one right answer"))
    if ids == original.ids:
        return original
    return key_of_options(field.part, ids)


def _typed_texts(field: PartField, original: TextKey, sent: MultiDict[str, str]) -> TextKey:
    lines = [" ".join(line.split()) for line in sent.get(field.name, "").splitlines()]
    texts = tuple(dict.fromkeys(line for line in lines if line))
    if not texts:
        raise _FieldError(gettext("Enter at least one right answer"))
    if len(texts) > _MOST_TEXTS or max(map(len, texts)) > _LONGEST_TEXT:
        raise _FieldError(
            gettext("Enter at most %(most)s answers of %(length)s characters", most=_MOST_TEXTS, length=_LONGEST_TEXT)
        )
    return replace(original, accepted=texts)


def _typed_range(field: PartField, original: NumberKey, sent: MultiDict[str, str], locale: str) -> NumberKey:
    typed = sent.get(f"{field.name}-low", ""), sent.get(f"{field.name}-high", "")
    if typed == (field.low, field.high):
        return original
    low, high = (_number(text, locale) for text in typed)
    if low is None or high is None or low > high:
        raise _FieldError(gettext("Enter two numbers, the smaller one first; for a single number, enter it twice"))
    value = original.value if low <= original.value <= high else low
    return replace(original, value=value, low=low, high=high)


def _typed_order(field: PartField, sent: MultiDict[str, str]) -> OrderKey:
    assert isinstance(field.part, Ordering)
    count = len(field.part.options)
    places = {sent.get(f"{field.name}-{option.id}", ""): option.id for option in field.part.options}
    if sorted(places) != sorted(str(place) for place in range(1, count + 1)):
        raise _FieldError(gettext("Give each line a place of its own, from 1 to %(most)s", most=count))
    return OrderKey(tuple(places[str(place)] for place in range(1, count + 1)))


def _typed_points(question: Question, text: str, errors: dict[str, str]) -> Decimal | None:
    try:
        points = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        points = Decimal("NaN")
    if not points.is_finite() or not 0 < points <= MOST_POINTS:
        errors["points"] = gettext("Enter the points as a number of more than 0 and at most %(most)s", most=MOST_POINTS)
        return None
    return None if points == current_points(question, Marking()) else points


def _number(text: str, locale: str) -> Decimal | None:
    read = reading_of(Gap("", "number", locale=locale), text)
    return read.low if read is not None and read.low == read.high and not read.unit else None
