"""Packages of QTI 2 and 3 as quizzes: our own, those of others, and those that somebody tampered with."""

from decimal import Decimal

import pytest
from any_questions import check_it_comes_back, questions
from bad_packages import bad_packages, package
from hypothesis import given, settings
from sample_responses import QUIZ

from quizengine import (
    ChoiceQuestion,
    Format,
    FormatError,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
)
from quizengine.formats.qti import QTI_2, QTI_3


@pytest.mark.parametrize("form", [QTI_2, QTI_3], ids=lambda form: form.name)
def test_what_comes_back_asks_and_accepts_the_same(form: Format) -> None:
    reading = QTI_2.reading(form.written(QUIZ)[0], "quiz.zip", {})
    assert reading.findings == () and reading.quiz.title == QUIZ.title
    for question, found in zip(QUIZ.questions, reading.quiz.questions, strict=True):
        assert (found.stem, found.key()) == (question.stem, question.key())
        if not isinstance(question, OrderingQuestion):
            assert (found.id, type(found)) == (question.id, type(question))
            assert found.all_or_nothing == question.all_or_nothing
    assert reading.quiz.questions[1].rationale == "“The Elbe is “slow” & long.”"


@settings(max_examples=25)
@given(questions())
def test_any_question_comes_back_as_it_was(question: Question) -> None:
    check_it_comes_back(QTI_2, question)


ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="I">
<responseDeclaration identifier="R" cardinality="single" baseType="{base}"><correctResponse>
<value>{right}</value></correctResponse></responseDeclaration>
<itemBody>{body}</itemBody>{rules}</assessmentItem>"""
GAP = '<textEntryInteraction responseIdentifier="R"/>'
EQUAL = (
    '<responseProcessing><responseCondition><responseIf><equal toleranceMode="{}" tolerance="{}"><correct '
    'identifier="R"/><variable identifier="R"/></equal></responseIf></responseCondition></responseProcessing>'
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {
                "base": "float",
                "right": "50",
                "body": f"<div>How far?<p>{GAP} km</p></div>",
                "rules": EQUAL.format("relative", "2 4"),
            },
            NumericQuestion(
                stem="How far?", answer=Decimal(50), tolerance=Tolerance(range=(Decimal(49), Decimal(52))), unit="km"
            ),
        ),
        (
            {"base": "integer", "right": "5", "body": f"<p>How many?</p>{GAP}", "rules": EQUAL.format("absolute", "1")},
            NumericQuestion(stem="How many?", answer=Decimal(5), tolerance=Tolerance(absolute=Decimal(1))),
        ),
        (
            {
                "base": "string",
                "right": "Rome",
                "body": f"<p>Which\n   <span>city</span>?</p><p>{GAP}</p>",
                "rules": "",
            },
            ShortTextQuestion(stem="Which city?", answer="Rome"),
        ),
        (
            {
                "base": "identifier",
                "right": "A",
                "body": '<p>One of these:</p><choiceInteraction responseIdentifier="R"><prompt>Which?</prompt>'
                '<simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B"><p>b</p></simpleChoice>'
                "</choiceInteraction>",
                "rules": "",
            },
            ChoiceQuestion(stem="One of these:\nWhich?", answer="a", distractors=("b",)),
        ),
        (
            {
                "base": "string",
                "right": "It is wet.",
                "body": '<p>Look.</p><extendedTextInteraction responseIdentifier="R"><prompt>Why?</prompt>'
                '</extendedTextInteraction><rubricBlock view="candidate">Use a pen.</rubricBlock>',
                "rules": "",
            },
            OpenQuestion(stem="Look.\nWhy?", answer="It is wet.", rationale="Use a pen."),
        ),
    ],
)
def test_items_of_other_programs_are_read(fields: dict[str, str], expected: Question) -> None:
    reading = QTI_2.reading(package(**{"i.xml": ITEM.format(**fields).encode()}), "theirs.zip", {})
    assert (reading.findings, reading.quiz.questions) == ((), (expected,))


RUBRIC = """<assessmentItem identifier="i" title="I"><responseDeclaration identifier="R" cardinality="single"
baseType="string"/><itemBody><extendedTextInteraction responseIdentifier="R"><prompt>Why?</prompt>
</extendedTextInteraction>{}</itemBody></assessmentItem>"""


def test_what_scorers_are_told_is_the_model_answer_that_somebody_should_look_at() -> None:
    reading = QTI_2.reading(
        RUBRIC.format('<rubricBlock view="scorer tutor">It is wet.</rubricBlock>').encode(), "i.xml", {}
    )
    assert reading.quiz.questions == (OpenQuestion(stem="Why?", answer="It is wet."),)
    assert reading.findings[0].message == "read with “It is wet.” as its model answer: see whether it is one"


def test_an_essay_that_tells_scorers_nothing_is_left_out() -> None:
    (finding,) = QTI_2.reading(RUBRIC.format("").encode(), "i.xml", {}).findings
    assert finding.message == (
        "the question is left out: found an essay without a model answer, expected one in a rubricBlock for scorers"
    )


WEIGHTS = """<assessmentItem identifier="i" title="I"><responseDeclaration identifier="R" cardinality="single"
baseType="string"><correctResponse><value>York</value></correctResponse><mapping><mapEntry mapKey="York"
mappedValue="1"/><mapEntry mapKey="Jorvik" mappedValue="1"/><mapEntry mapKey="Leeds" mappedValue="0.5"/></mapping>
</responseDeclaration><itemBody><p>Which city?</p><p><textEntryInteraction responseIdentifier="R"/></p></itemBody>
</assessmentItem>"""


def test_an_exact_answer_with_a_blank_at_its_end_is_accepted_once() -> None:
    question = ShortTextQuestion(stem="Which?", answer="Elbe e\u0301 ", match="exact")
    (found,) = QTI_2.reading(QTI_2.written(Quiz("T", (question,)))[0], "quiz.zip", {}).quiz.questions
    assert isinstance(found, ShortTextQuestion)
    assert (found.answer.strip(), found.accept) == ("Elbe e\u0301", ())


def test_what_is_read_as_words_alone_is_named() -> None:
    body = f"<p>Which <b>H<sub>2</sub>O</b>?</p><math><mi>x</mi></math>{GAP}"
    file = ITEM.format(base="string", right="Rome", body=body, rules="").encode()
    (finding,) = QTI_2.reading(file, "i.xml", {}).findings
    assert finding.message == ("read without emphasis, formulas, lists and code, the words alone: <b>, <math>, <sub>")


def test_what_earns_only_a_part_is_never_taken_for_right() -> None:
    reading = QTI_2.reading(WEIGHTS.encode(), "york.xml", {})
    assert reading.quiz.questions == (
        ShortTextQuestion(stem="Which city?", answer="York", accept=("Jorvik",), match="exact"),
    )
    assert "found responses that earn different marks" in reading.findings[0].message


def test_what_cannot_be_read_is_named_and_the_rest_is_read() -> None:
    good = ITEM.format(base="string", right="Rome", body=f"<p>Which?</p><p>{GAP}</p>", rules="")
    drawn = ITEM.format(base="point", right="1 2", body='<hotspotInteraction responseIdentifier="R"/>', rules="")
    reading = QTI_2.reading(package(**{"a.xml": drawn.encode(), "b.xml": good.encode()}), "theirs.zip", {})
    assert len(reading.quiz.questions) == 1
    assert [str(finding) for finding in reading.findings] == [
        "theirs.zip: a.xml:1: the question is left out: found hotspotInteraction, expected one of: choiceInteraction, "
        "matchInteraction, orderInteraction, textEntryInteraction, extendedTextInteraction"
    ]


BAD = bad_packages(QTI_2.written(QUIZ)[0], "assessmentItem", "imsqti_item_xmlv2p1")


@pytest.mark.parametrize("words", BAD)
def test_a_bad_package_is_refused_in_one_line_that_names_the_place(words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        QTI_2.reading(BAD[words], "bad.zip", {})
    assert words in str(refusal.value) and str(refusal.value).startswith("bad.zip") and "\n" not in str(refusal.value)
