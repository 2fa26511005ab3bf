"""Packages of QTI 2.1 and 3.0, byte for byte where platforms trip."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Format,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.qti import QTI_2, QTI_3, QTI_BLACKBOARD

TRUE = TrueFalseQuestion(stem="So?", answer=True, id="one", rationale="It is.")


def files_of(form: Format, *questions: Question) -> dict[str, str]:
    """The files of a package."""
    with ZipFile(BytesIO(form.written(Quiz("Rivers", questions))[0])) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def item_of(form: Format, question: Question) -> str:
    """The item of the only question of a package."""
    return next(text for name, text in files_of(form, question).items() if name.startswith("items/"))


@pytest.mark.parametrize(
    ("form", "version", "namespace"),
    [
        (QTI_2, "v2p1", 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"'),
        (QTI_3, "v3p0", 'xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"'),
    ],
)
def test_the_manifest_names_the_test_and_each_item(form: Format, version: str, namespace: str) -> None:
    files = files_of(form, TRUE)
    assert list(files) == ["imsmanifest.xml", "test.xml", "items/question-one.xml"]
    assert namespace in files["imsmanifest.xml"]
    assert (
        f'<resource identifier="question-one" type="imsqti_item_xml{version}" href="items/question-one.xml">'
        '<file href="items/question-one.xml" /></resource>'
    ) in files["imsmanifest.xml"]
    assert 'identifier="question-one" href="items/question-one.xml"' in files["test.xml"]


def test_names_have_hyphens_in_3_0_alone() -> None:
    old, new = item_of(QTI_2, TRUE), item_of(QTI_3, TRUE)
    assert '<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><prompt>So?' in old
    assert '<qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="1"><qti-prompt>' in new
    assert '<modalFeedback outcomeIdentifier="FEEDBACK" showHide="show" identifier="shown"><p>It is.</p>' in old
    assert 'show-hide="show" identifier="shown"><qti-content-body><p>It is.</p></qti-content-body>' in new


LOW = '<gte><variable identifier="RESPONSE" /><baseValue baseType="float">{}</baseValue></gte>'


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (  # never a relative tolerance: engines disagree about what it is relative to
            NumericQuestion(stem="?", answer=Decimal(50), tolerance=Tolerance(percent=Decimal(2)), unit="km"),
            LOW.format("49"),
        ),
        (NumericQuestion(stem="?", answer=Decimal(50), unit="km"), 'expectedLength="20" /> km</p>'),
        (NumericQuestion(stem="?", answer=Decimal(50)), '<baseValue baseType="float">1</baseValue></setOutcomeValue>'),
        (  # an entry for every distractor: engines disagree about the default
            ChoiceQuestion(stem="?", answer=("a", "b"), distractors=("c",)),
            '<mapEntry mapKey="option-2e7d2c03" mappedValue="-1" />',
        ),
        (
            ShortTextQuestion(stem="?", answer="Côte"),
            '<mapEntry mapKey="Côte" mappedValue="1" caseSensitive="false" />',
        ),
        (
            ChoiceQuestion(stem="?", answer="a", distractors=("b", "None"), pinned=("None",)),
            'fixed="true">None</simpleChoice></choiceInteraction>',
        ),
        (ChoiceQuestion(stem="1 < 2\n&", answer="a", distractors=("b",)), "<prompt>1 &lt; 2<br />&amp;</prompt>"),
        (  # no bare text in the body
            ClozeQuestion(stem="Fill.", text="a {b} c"),
            '<itemBody><p>Fill.</p><p>a <textEntryInteraction responseIdentifier="RESPONSE_1"',
        ),
        (
            MatchingQuestion(
                stem="?", pairs=(Pair(left="x", right="1"), Pair(left="y", right="1")), distractors=("2",)
            ),
            'matchMax="2">1</simpleAssociableChoice>',
        ),
    ],
)
def test_each_rule_that_platforms_insist_on(question: Question, expected: str) -> None:
    assert expected in item_of(QTI_2, question)


def test_a_model_answer_is_for_those_who_mark_alone() -> None:
    why = OpenQuestion(stem="Why?", answer="Water\nflows.", points=Decimal(2))
    old, new = item_of(QTI_2, why), item_of(QTI_3, why)
    assert (
        '<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="8"><prompt>Why?</prompt>'
        '</extendedTextInteraction><rubricBlock view="scorer"><p>Water<br />flows.</p></rubricBlock>'
    ) in old
    assert '<qti-rubric-block view="scorer" use="scoring"><qti-content-body><p>Water' in new
    assert 'normal-maximum="2" external-scored="human"' in new and "externalScored" not in old  # unknown before 2.2
    assert "esponseProcessing" not in old and "correctResponse" not in old


def test_blackboard_gets_the_template_and_nothing_else() -> None:
    quiz = (TRUE, NumericQuestion(stem="?", answer=Decimal(5)), ShortTextQuestion(stem="?", answer="a", accept=("b",)))
    item = files_of(QTI_BLACKBOARD, *quiz)["items/question-one.xml"]
    template = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
    assert f'<responseProcessing template="{template}" /></assessmentItem>' in item
    assert "modalFeedback" not in item
    report = loss_report(QTI_BLACKBOARD.losses(Quiz("T", quiz)))
    assert report[0] == "question 2 left out: numbers to type: use the format blackboard for them"
    assert "question 3 marked differently: other accepted answers: only the first is accepted" in report
