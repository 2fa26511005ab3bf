"""The package for Canvas, byte for byte where importers trip."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OptionFeedback,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.formats.canvas import CANVAS


def files_of(quiz: Quiz) -> dict[str, str]:
    """The files in a package, by their names without the quiz's id."""
    with ZipFile(BytesIO(CANVAS.written(quiz)[0])) as package:
        found = {name: package.read(name).decode() for name in package.namelist()}
    return {name.replace(f"quiz-{quiz.id}", "Q"): text.replace(f"quiz-{quiz.id}", "Q") for name, text in found.items()}


def written(question: Question) -> str:
    """The file with the questions, of a quiz with one question."""
    return files_of(Quiz("T", (question,)))["Q/Q.xml"]


def test_the_manifest_calls_the_questions_what_new_quizzes_insists_on() -> None:
    files = files_of(Quiz("Rivers & <lakes>", (TrueFalseQuestion(stem="So?", answer=True),), description="For 5b."))
    assert list(files) == ["imsmanifest.xml", "Q/Q.xml", "Q/assessment_meta.xml"]
    assert '<resource identifier="Q" type="imsqti_xmlv1p2"><file href="Q/Q.xml" />' in files["imsmanifest.xml"]
    assert '<assessment ident="Q" title="Rivers &amp; &lt;lakes&gt;">' in files["Q/Q.xml"]
    assert "<description>&lt;p&gt;For 5b.&lt;/p&gt;</description>" in files["Q/assessment_meta.xml"]
    assert "<shuffle_answers>false</shuffle_answers>" in files["Q/assessment_meta.xml"]


NUMBER = '<varequal respident="response1">2000</varequal>'
LOW = '<vargte respident="response1">{}</vargte>'
HIGH = '<varlte respident="response1">{}</varlte>'
AS_NUMBER = '<render_fib fibtype="Decimal"><response_label ident="answer1" rshuffle="No" /></render_fib>'


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (  # HTML is escaped once more than its words
            TrueFalseQuestion(stem="1 < 2 & “so”\nx", answer=False),
            '<mattext texttype="text/html">&lt;p&gt;1 &amp;lt; 2 &amp;amp; “so”&lt;br&gt;x&lt;/p&gt;</mattext>',
        ),
        (
            TrueFalseQuestion(stem="So?", answer=False),
            "<fieldlabel>question_type</fieldlabel><fieldentry>true_false_question</fieldentry></qtimetadatafield>"
            "<qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>1</fieldentry>",
        ),
        (
            ChoiceQuestion(stem="?", answer="<b>", distractors=("C:\\new & $5",)),
            '<mattext texttype="text/plain">C:\\new &amp; $5</mattext>',
        ),
        (  # exact: never a lone varequal, which would be a question without an answer
            NumericQuestion(stem="?", answer=Decimal(2000)),
            f"<conditionvar><or>{NUMBER}<and>{LOW.format(2000)}{HIGH.format(2000)}</and></or></conditionvar>",
        ),
        (NumericQuestion(stem="?", answer=Decimal(2000)), AS_NUMBER),
        (  # percent becomes a margin, since QTI 1.2 has none
            NumericQuestion(stem="?", answer=Decimal(2000), tolerance=Tolerance(percent=Decimal(5))),
            f"<or>{NUMBER}<and>{LOW.format('1900')}{HIGH.format('2100')}</and></or>",
        ),
        (
            NumericQuestion(stem="?", answer=Decimal(2000), tolerance=Tolerance(range=(Decimal(1990), Decimal(2100)))),
            f"<conditionvar>{LOW.format(1990)}{HIGH.format(2100)}</conditionvar>",
        ),
        (NumericQuestion(stem="?", answer=Decimal("1E+6")), '<varequal respident="response1">1000000</varequal>'),
        (NumericQuestion(stem="How far?", answer=Decimal(5), unit="km"), "&lt;p&gt;How far? (km)&lt;/p&gt;"),
        (
            ShortTextQuestion(stem="?", answer="NaCl", accept=("salt",)),
            '<conditionvar><varequal respident="response1">NaCl</varequal>'
            '<varequal respident="response1">salt</varequal></conditionvar>'
            '<setvar action="Set" varname="SCORE">100</setvar>',
        ),
        (
            OpenQuestion(stem="Why?", answer="Water\nflows.", rationale="x"),
            "<fieldentry>essay_question</fieldentry>",
        ),
        (  # a teacher marks it, with the model answer at hand
            OpenQuestion(stem="Why?", answer="Water\nflows.", rationale="x"),
            '<respcondition continue="No"><conditionvar><other /></conditionvar></respcondition></resprocessing>'
            '<itemfeedback ident="general_fb"><flow_mat><material><mattext texttype="text/html">'
            "&lt;p&gt;Water&lt;br&gt;flows.&lt;/p&gt;</mattext></material></flow_mat></itemfeedback></item>",
        ),
        (  # the name of a gap in brackets, and a part of the marks for each gap
            ClozeQuestion(stem="Fill.", text="{a|b} & {10000}."),
            "&lt;p&gt;Fill.&lt;/p&gt;&lt;p&gt;[gap1] &amp;amp; [gap2].&lt;/p&gt;",
        ),
        (
            ClozeQuestion(stem="Fill.", text="{a|b} & {10000}."),
            '<varequal respident="response_gap1">gap1_2</varequal></conditionvar>'
            '<setvar action="Add" varname="SCORE">50.00</setvar>',
        ),
        (
            ClozeQuestion(stem="Fill.", text="{10000}."),
            '<response_label ident="gap1_1"><material><mattext texttype="text/plain">10000</mattext></material>'
            '</response_label><response_label ident="gap1_2"><material><mattext texttype="text/plain">10,000</mattext>',
        ),
        (  # Classic Quizzes has no order: each place is matched with its text
            OrderingQuestion(stem="?", answer=("one", "two", "three")),
            '<response_lid ident="response_1"><material><mattext texttype="text/plain">1.</mattext></material>',
        ),
        (OrderingQuestion(stem="?", answer=("one", "two", "three")), ">33.34</setvar>"),
        (
            TrueFalseQuestion(stem="?", answer=True, rationale="Because\nso.", evidence=Evidence(0, 3, "It is.")),
            '<itemfeedback ident="general_fb"><flow_mat><material><mattext texttype="text/html">'
            "&lt;p&gt;Because&lt;/p&gt;&lt;p&gt;so.&lt;/p&gt;&lt;p&gt;“It is.”&lt;/p&gt;</mattext>",
        ),
        (TrueFalseQuestion(stem="?", answer=True, points=Decimal("2.5")), "<fieldentry>2.5</fieldentry>"),
        (
            ChoiceQuestion(stem="?", answer="a", distractors=("b",), feedback=(OptionFeedback("b", "No."),)),
            '<varequal respident="response1">3e23e816</varequal></conditionvar>'
            '<displayfeedback feedbacktype="Response" linkrefid="3e23e816_fb" />',
        ),
    ],
)
def test_each_rule_that_importers_insist_on(question: Question, expected: str) -> None:
    assert expected in written(question)


def test_every_wrong_option_has_to_be_left_alone() -> None:
    text = written(ChoiceQuestion(stem="?", answer=("a",), distractors=("b",)))
    assert text.count("<not><varequal") == 1 and "<conditionvar><and>" in text


def test_partners_of_nobody_are_offered() -> None:
    pairs = (Pair(left="x", right="1"), Pair(left="y", right="2"))
    assert written(MatchingQuestion(stem="?", pairs=pairs, distractors=("3",))).count(">3</mattext>") == 2
