"""Grades the response to one part against its key."""

from fractions import Fraction
from typing import assert_never

from quizengine.quiz.grading.numbers import accepts
from quizengine.quiz.grading.partial import share_of_options, share_of_order
from quizengine.quiz.grading.words import matches, one_typo_away
from quizengine.quiz.parts import ENGLISH, ChoiceKey, Key, ModelAnswer, NumberKey, OrderKey, TextKey


def grade_part(key: Key, given: tuple[str, ...], locale: str = ENGLISH, by_people: Fraction = Fraction(0)) -> Fraction:
    """Return the share of one point, 0 to 1, that `given` earns; an empty response earns nothing.

    Options and orders are graded by `partial`. A gap takes one text, read as the locale writes numbers and words. Of
    sentences, which people compare with a model answer, `by_people` is the share that they gave.
    """
    given = tuple(text for text in given if text.strip())
    if not given:
        return Fraction(0)
    match key:
        case ChoiceKey():
            return share_of_options(key, given)
        case TextKey():
            return _share_of_text(key, given, locale)
        case NumberKey():
            return Fraction(len(given) == 1 and accepts(key, given[0], locale))
        case OrderKey():
            return share_of_order(key, given)
        case ModelAnswer():
            return by_people
        case _:
            assert_never(key)


def near_miss(key: Key, given: tuple[str, ...], locale: str = ENGLISH) -> str:
    """Return the accepted text that a typed one misses by one slip; empty if it is right, or too different."""
    if not isinstance(key, TextKey) or len(given) != 1 or _matched(key, given[0], locale):
        return ""
    return one_typo_away(key, given[0])


def _share_of_text(key: TextKey, given: tuple[str, ...], locale: str) -> Fraction:
    if len(given) != 1:
        return Fraction(0)
    if _matched(key, given[0], locale):
        return Fraction(1)
    return key.near if key.near and one_typo_away(key, given[0]) else Fraction(0)


def _matched(key: TextKey, typed: str, locale: str) -> bool:
    return any(matches(text, typed, key.match, locale) for text in key.accepted)
