"""The rules after each item that turn responses into marks in QTI.

A number is tested by its ends, since engines read relative tolerances in two ways. Every value has the base type that
its place has: an integer for a float score stops some players.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never
from xml.etree.ElementTree import Element

from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import not_carried
from quizengine.formats.content.number_keys import figures
from quizengine.formats.encodings.xml_tree import element
from quizengine.formats.qti.item_body import ONLY, gap_name
from quizengine.quiz.parts import NumberKey


def processing(one: ExportedQuestion) -> Iterator[Element]:
    """Yield the rules that set the score, and after them what is said, if there are any."""
    said = [_set("FEEDBACK", element("baseValue", "shown", baseType="identifier"))] if one.feedback else []
    if rules := [*_rules(one), *said]:
        yield element("responseProcessing", *rules)


def _rules(one: ExportedQuestion) -> Iterator[Element]:
    shown = one.interaction
    match shown:
        case TrueFalse() | SingleChoice() | Sequencing():
            yield _if(_is_correct(ONLY), _score(one.points))
        case MultipleChoice() | PairMatching():
            yield _if(_is_correct(ONLY), _score(one.points)) if one.all_or_nothing else _set("SCORE", _mapped(ONLY))
        case TextEntry():
            yield _set("SCORE", _mapped(ONLY))
        case NumberEntry(key=key):
            yield _if(_within(ONLY, key), _score(one.points))
        case OpenAnswer():
            return
        case GapText():
            yield from _of_gaps(shown, one)
        case Mixed():
            not_carried(shown)
        case _:
            assert_never(shown)


def _of_gaps(shown: GapText, one: ExportedQuestion) -> Iterator[Element]:
    """A rule for each gap that adds its part, or one for all gaps together."""
    named = [(gap_name(number), gap) for number, gap in enumerate(shown.gaps, 1)]
    tests = [_within(name, gap.key) if isinstance(gap, NumberEntry) else _accepted(name) for name, gap in named]
    if one.all_or_nothing:
        yield _if(element("and", *tests), _score(one.points))
        return
    each = figures(one.points / len(tests))
    for test in tests:
        more = element("sum", element("variable", identifier="SCORE"), element("baseValue", each, baseType="float"))
        yield _if(test, _set("SCORE", more))


def _is_correct(name: str) -> Element:
    return element("match", element("variable", identifier=name), element("correct", identifier=name))


def _accepted(name: str) -> Element:
    return element("gt", _mapped(name), element("baseValue", "0", baseType="float"))


def _within(name: str, key: NumberKey) -> Element:
    low, high = (element("baseValue", figures(end), baseType="float") for end in (key.low, key.high))
    least, most = (element("variable", identifier=name) for _ in "12")
    return element("and", element("gte", least, low), element("lte", most, high))


def _mapped(name: str) -> Element:
    return element("mapResponse", identifier=name)


def _score(points: Fraction) -> Element:
    return _set("SCORE", element("baseValue", figures(points), baseType="float"))


def _set(name: str, value: Element) -> Element:
    return element("setOutcomeValue", value, identifier=name)


def _if(test: Element, *then: Element) -> Element:
    return element("responseCondition", element("responseIf", test, *then))
