"""The response and the marking of each kind of question in QTI 1.2, as both importers of Canvas read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
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
from quizengine.formats.content.number_keys import figures, is_even, ways_to_write
from quizengine.formats.encodings.html_text import html_to_text
from quizengine.formats.encodings.xml_tree import element
from quizengine.language.truth_words import truth_words
from quizengine.quiz.parts import NumberKey, Option

_ONLY = "response1"


@dataclass(frozen=True)
class Answering:
    """The parts of an item beside its words."""

    kind: str
    """Canvas's name for this kind of question."""
    fields: tuple[Element, ...]
    """The fields to answer: one, or one for each gap or pair."""
    marking: tuple[Element, ...]
    """The conditions that earn marks."""


def answering(one: ExportedQuestion, locale: str) -> Answering:
    """Return how a question is answered and marked; True and False are offered in the language of the locale."""
    interaction = one.interaction
    kind = "text/html" if one.in_html else "text/plain"
    match interaction:
        case TrueFalse(answer=answer):
            options = [Option(ident, word) for ident, word in truth_words(locale).items()]
            return Answering("true_false_question", *_one_of(options, "true" if answer else "false"))
        case SingleChoice(options=options, right=right):
            return Answering("multiple_choice_question", *_one_of(options, right.id, kind))
        case MultipleChoice(options=options, right=right):
            tests = (_ticked(option, option in right) for option in options)
            field = _choice(_ONLY, options, kind, rcardinality="Multiple")
            return Answering("multiple_answers_question", (field,), (_earns(element("and", *tests)),))
        case TextEntry(key=key):
            tests = (_equal(_ONLY, text) for text in key.accepted)
            return Answering("short_answer_question", (_typed(),), (_earns(*tests),))
        case NumberEntry(key=key):
            return Answering("numerical_question", (_typed(fibtype="Decimal"),), (_earns(*_within(key)),))
        case OpenAnswer():
            return Answering("essay_question", (_typed(),), (_earns_nothing(),))
        case GapText():
            return _gaps(interaction)
        case PairMatching(pairs=pairs, rights=rights):
            return _matched([(_plain(one, left.text), right) for left, right in pairs], _plain_options(one, rights))
        case Sequencing(answer=answer, options=options):
            places = [(f"{place}.", option) for place, option in enumerate(answer, 1)]
            return _matched(places, _plain_options(one, options))
        case Mixed():
            return not_carried(interaction)
        case _:
            assert_never(interaction)


def canvas_gap_name(number: int) -> str:
    """The name of a gap, in brackets in the text of the question."""
    return f"gap{number}"


def material(text: str, kind: str = "text/plain") -> Element:
    """Words as QTI 1.2 holds them; of HTML the text of the element is the HTML."""
    return element("material", element("mattext", text, texttype=kind))


def _one_of(
    options: Sequence[Option], right: str, kind: str = "text/plain"
) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    return (_choice(_ONLY, options, kind, rcardinality="Single"),), (_earns(_equal(_ONLY, right)),)


def _plain(one: ExportedQuestion, text: str) -> str:
    """The words of a text: lists to choose from hold no HTML."""
    return html_to_text(text) if one.in_html else text


def _plain_options(one: ExportedQuestion, options: Sequence[Option]) -> tuple[Option, ...]:
    return tuple(Option(option.id, _plain(one, option.text)) for option in options)


def _gaps(interaction: GapText) -> Answering:
    fields, marking = [], []
    for number, gap in enumerate(interaction.gaps, 1):
        name = f"response_{canvas_gap_name(number)}"
        accepted = gap.key.accepted if isinstance(gap, TextEntry) else ways_to_write(gap.key)
        options = [Option(f"{canvas_gap_name(number)}_{n}", text) for n, text in enumerate(accepted, 1)]
        fields.append(_choice(name, options, "text/plain", material(canvas_gap_name(number))))
        share = _share(number, len(interaction.gaps))
        marking += [_earns(_equal(name, one.id), share=share) for one in options]
    return Answering("fill_in_multiple_blanks_question", tuple(fields), tuple(marking))


def _matched(pairs: Sequence[tuple[str, Option]], offered: Sequence[Option]) -> Answering:
    fields, marking = [], []
    for number, (left, right) in enumerate(pairs, 1):
        name = f"response_{number}"
        fields.append(_choice(name, offered, "text/plain", material(left)))
        marking.append(_earns(_equal(name, right.id), share=_share(number, len(pairs))))
    return Answering("matching_question", tuple(fields), tuple(marking))


def _share(number: int, of: int) -> str:
    """The percentage that one of several parts earns; the last one what the others leave, so that they make 100."""
    each = (Decimal(100) / of).quantize(Decimal("0.01"))
    return format(each if number < of else 100 - each * (of - 1), "f")


def _choice(name: str, options: Iterable[Option], kind: str, *about: Element, **more: str) -> Element:
    labels = [element("response_label", material(option.text, kind), ident=option.id) for option in options]
    return element("response_lid", *about, element("render_choice", *labels), ident=name, **more)


def _typed(**more: str) -> Element:
    gap = element("render_fib", element("response_label", ident="answer1", rshuffle="No"), **more)
    return element("response_str", gap, ident=_ONLY, rcardinality="Single")


def _equal(name: str, what: str) -> Element:
    return element("varequal", what, respident=name)


def _ticked(option: Option, right: bool) -> Element:
    test = _equal(_ONLY, option.id)
    return test if right else element("not", test)


def _within(key: NumberKey) -> tuple[Element, ...]:
    """The test of a number: by answer and margin where the ends lie evenly around it, else by the ends alone.

    A lone `varequal` would give a question without an answer.
    """
    low, high = (element(test, figures(end), respident=_ONLY) for test, end in _ends(key))
    if is_even(key):
        return (element("or", _equal(_ONLY, figures(key.value)), element("and", low, high)),)
    return low, high


def _ends(key: NumberKey) -> tuple[tuple[str, Decimal], tuple[str, Decimal]]:
    return ("vargte", key.low), ("varlte", key.high)


def _earns_nothing() -> Element:
    """The condition of what a teacher marks."""
    return element("respcondition", element("conditionvar", element("other")), _continue="No")


def _earns(*tests: Element, share: str = "") -> Element:
    """The condition under which all points, or a share of them in percent, are earned."""
    action, points = ("Add", share) if share else ("Set", "100")
    earned = element("setvar", points, action=action, varname="SCORE")
    return element("respcondition", element("conditionvar", *tests), earned, _continue="Yes" if share else "No")
