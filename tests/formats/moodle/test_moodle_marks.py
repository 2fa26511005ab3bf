"""What a Moodle XML file says about marks, by Moodle's rules alone, is what quizengine gives but for what it names."""

from decimal import Decimal
from fractions import Fraction
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from moodle_marks import mark_of_number, mark_of_options, mark_of_order, mark_of_text
from sample_responses import QUIZ, comparable

from quizengine.formats.content.interactions import (
    ExportedQuestion,
    MultipleChoice,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
)
from quizengine.formats.moodle.moodle_xml import MOODLE_XML
from quizengine.quiz.parts import Option, Response


def text(element: Element, path: str = "text") -> str:
    """The words at a path; empty without any."""
    return element.findtext(path) or ""


def share(item: Element, one: ExportedQuestion, given: Response) -> Fraction:
    """What a response earns in Moodle by what stands in the file."""
    first = next(iter(given.values()))
    answers = item.findall("answer")
    match item.attrib["type"]:
        case "truefalse":
            weights = {text(answer): Fraction(answer.attrib["fraction"]) for answer in answers}
            return mark_of_options(weights, first)
        case "multichoice":
            assert isinstance(one.interaction, SingleChoice | MultipleChoice)
            weights = {text(answer): Fraction(answer.attrib["fraction"]) for answer in answers}
            return mark_of_options(weights, words(one.interaction.options, first))
        case "shortanswer":
            return mark_of_text(map(text, answers), "".join(first), cased=text(item, "usecase") == "1")
        case "numerical":
            spans = [(Decimal(text(answer)), Decimal(text(answer, "tolerance"))) for answer in answers]
            return mark_of_number(spans, "".join(first))
        case "matching":
            assert isinstance(one.interaction, PairMatching)
            pairs = {text(each): text(each, "answer/text") for each in item.findall("subquestion") if text(each)}
            rights = {f"pair-{left.id}": pairs[left.text] for left, _ in one.interaction.pairs}
            chosen = {name: words(one.interaction.rights, options) for name, options in given.items()}
            return Fraction(sum(chosen[name] == [right] for name, right in rights.items()), len(rights))
        case "ordering":
            assert isinstance(one.interaction, Sequencing)
            right = tuple(text(answer) for answer in answers)
            return mark_of_order(right, tuple(words(one.interaction.options, first)))
        case "cloze":
            gaps = text(item, "questiontext/text").split("{1:SHORTANSWER:=")[1:]
            accepted = [gap.partition("}")[0].split("~=") for gap in gaps]
            marks = [mark_of_text(each, "".join(got)) for each, got in zip(accepted, given.values(), strict=True)]
            return sum(marks, Fraction(0)) / len(marks)
        case "essay":
            assert isinstance(one.interaction, OpenAnswer)
            assert text(item, "graderinfo/text") == one.interaction.model and not answers
            return Fraction(0)  # until a teacher marks it
    raise AssertionError(item.attrib)


def words(options: tuple[Option, ...], ids: tuple[str, ...]) -> list[str]:
    """The words of the options with these ids."""
    return [option.text for one in ids for option in options if option.id == one]


def test_moodle_marks_responses_as_they_are_marked_here() -> None:
    losses: Any = MOODLE_XML.losses
    carried = losses.__self__.carried(QUIZ)
    items = [item for item in fromstring(MOODLE_XML.written(QUIZ)[0]) if item.attrib["type"] != "category"]
    assert len(items) == len(carried) == len(QUIZ.questions)
    named = {(loss.number, loss.lost) for loss in losses(QUIZ) if loss.effect == "changes marks"}
    differing: set[int] = set()
    compared = 0
    for item, one in zip(items, carried, strict=True):
        for sample in comparable(MOODLE_XML, one.question):
            compared += 1
            if abs(share(item, one, sample.response) - sample.share) > Fraction(1, 1000):
                differing.add(one.number)
    assert compared >= 120
    assert {(4, "all-or-nothing marking of options"), (13, "partial marks of an order")} <= named
    assert differing <= {4, 13}


def test_an_order_earns_what_the_report_says() -> None:
    right = ("a", "b", "c", "d")
    earned = [mark_of_order(right, tuple(given)) for given in ("abcd", "bcda", "dcba", "abdc")]
    assert earned == [1, Fraction(3, 4), 0, Fraction(3, 4)]
