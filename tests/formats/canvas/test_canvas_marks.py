"""What a package for Canvas says about marks, by the rules of QTI 1.2 alone, is what quizengine gives."""

from fractions import Fraction
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from sample_responses import QUIZ, comparable

from quizengine import Question
from quizengine.formats.canvas import CANVAS
from quizengine.formats.content.interactions import ExportedQuestion, GapText, PairMatching, exported

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def items() -> dict[str, Element]:
    """The items in the package for the quiz, by their identifiers."""
    with ZipFile(BytesIO(CANVAS.written(QUIZ)[0])) as package:
        path = next(name for name in package.namelist() if name.count("quiz-") == 2)
        root = fromstring(package.read(path))
    return {item.attrib["ident"]: item for item in root.iter(f"{Q}item")}


def holds(test: Element, given: dict[str, list[str]]) -> bool:
    """Whether a condition of QTI 1.2 holds for what was given; texts are compared without case, as Canvas does."""
    name, said = test.attrib.get("respident", ""), (test.text or "")
    got = given.get(name, [])
    match test.tag.removeprefix(Q):
        case "and" | "conditionvar":
            return all(holds(one, given) for one in test)
        case "or":
            return any(holds(one, given) for one in test)
        case "not":
            return not any(holds(one, given) for one in test)
        case "varequal":
            return said.strip().casefold() in [each.strip().casefold() for each in got]
        case "vargte":
            return any(_number(each) >= Fraction(said) for each in got if _number(each) is not None)
        case "varlte":
            return any(_number(each) <= Fraction(said) for each in got if _number(each) is not None)
        case "other":
            return True
        case unknown:
            raise AssertionError(unknown)


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(text.strip())
    except ValueError:
        return None


def share(item: Element, given: dict[str, list[str]]) -> Fraction:
    """The share of the points that a response earns; several texts in one condition are alternatives for Canvas."""
    earned = Fraction(0)
    for condition in item.iter(f"{Q}respcondition"):
        points, tests = condition.find(f"{Q}setvar"), condition.find(f"{Q}conditionvar")
        if points is None or tests is None:
            continue
        alternatives = all(test.tag == f"{Q}varequal" for test in tests)
        met = (any if alternatives else all)([holds(test, given) for test in tests])
        if met and points.attrib["action"] == "Set":
            return Fraction(points.text or "0") / 100
        earned += Fraction(points.text or "0") / 100 if met else 0
    return earned


def as_canvas_has_it(
    one: ExportedQuestion, item: Element, response: dict[str, tuple[str, ...]]
) -> dict[str, list[str]]:
    """A response by the names of the fields in the item."""
    fields = [field.attrib["ident"] for field in item.iter() if field.tag in (f"{Q}response_lid", f"{Q}response_str")]
    if isinstance(one.interaction, GapText):
        labels = {label.attrib["ident"]: "".join(label.itertext()) for label in item.iter(f"{Q}response_label")}
        pairs = zip(fields, (response[f"gap-{n}"] for n in range(1, len(fields) + 1)), strict=True)
        return {
            field: [ident for ident, text in labels.items() if text.casefold() == "".join(given).strip().casefold()]
            for field, given in pairs
        }
    if isinstance(one.interaction, PairMatching):
        return {
            field: list(response[f"pair-{left.id}"])
            for field, (left, _) in zip(fields, one.interaction.pairs, strict=True)
        }
    given = next(iter(response.values()))
    if one.question.type == "ordering":
        return {field: [ident] for field, ident in zip(fields, given, strict=bool(given))}
    return {fields[0]: list(given)}


@pytest.mark.parametrize("question", QUIZ.questions, ids=lambda question: question.stem[:20])
def test_twenty_responses_earn_the_same(question: Question) -> None:
    one = next(one for one in exported(QUIZ) if one.question == question)
    item, compared = items()[f"question-{question.id}"], comparable(CANVAS, question)
    assert len(compared) >= 2
    for sample in compared:
        given = as_canvas_has_it(one, item, dict(sample.response))
        assert share(item, given) == sample.share, sample
