"""Packages in QTI 1.2 as quizzes: our own, those of others, and those that somebody tampered with."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from any_questions import check_it_comes_back, questions
from bad_packages import bad_packages
from hypothesis import given, settings
from PIL import Image
from sample_responses import QUIZ

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    FormatError,
    NumericQuestion,
    OpenQuestion,
    OptionFeedback,
    Question,
    Quiz,
    Tolerance,
    start,
)
from quizengine.bank.media_files import MediaFolders
from quizengine.formats.canvas import CANVAS

TYPES = start().registry.question_types


def read_back(quiz: Quiz) -> Quiz:
    """The quiz that comes back from its package, which is read without a finding."""
    reading = CANVAS.reading(CANVAS.written(quiz)[0], "quiz.zip", TYPES)
    assert reading.findings == ()
    return reading.quiz


def test_what_comes_back_asks_and_accepts_the_same() -> None:
    back = read_back(QUIZ)
    assert back.title == QUIZ.title
    for question, found in zip(QUIZ.questions, back.questions, strict=True):
        assert found.id == question.id and type(found) is type(question)
        if not isinstance(question, NumericQuestion) and question.stem != "Which keyword?":
            assert found.key() == question.key()
    far = back.questions[8]
    assert far.stem == "How far? (km)" and far.tolerance == Tolerance(absolute=Decimal(1))


def test_feedback_becomes_the_rationale_with_the_words_of_the_article() -> None:
    assert read_back(QUIZ).questions[1].rationale == "“The Elbe is “slow” & long.”"


def test_points_and_what_is_said_of_options_come_back() -> None:
    told = (OptionFeedback("b", "Not b.\nLook again."),)
    question = ChoiceQuestion(stem="?", answer="a", distractors=("b",), points=Decimal("2.5"), feedback=told)
    assert read_back(Quiz("T", (question,))).questions == (question,)


@settings(max_examples=25)
@given(questions())
def test_any_question_comes_back_as_it_was(question: Question) -> None:
    check_it_comes_back(CANVAS, question)


FOREIGN = """<?xml version="1.0"?>
<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2.dtd">
<questestinterop><assessment title="Capitals"><section>
<item ident="i1"><presentation><flow><material><mattext texttype="text/html">&lt;p&gt;Capital of
&lt;b&gt;France&lt;/b&gt;?&lt;/p&gt;</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="A"><material><mattext>Paris</mattext></material></response_label>
<response_label ident="B"><material><mattext>Lyon</mattext></material></response_label>
</render_choice></response_lid></flow></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="r">A</varequal></conditionvar>
<setvar>1</setvar></respcondition></resprocessing>
<itemfeedback ident="x"><material><mattext>Well done.</mattext></material></itemfeedback></item>
<item ident="i2"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
<fieldentry>essay_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext>Write.</mattext></material></presentation></item>
</section></assessment></questestinterop>
"""


def test_a_package_of_another_program_is_read_and_what_is_not_is_named_with_its_line() -> None:
    reading = CANVAS.reading(FOREIGN.encode(), "theirs.xml", TYPES)
    assert reading.quiz.title == "Capitals"
    assert reading.quiz.questions == (
        ChoiceQuestion(stem="Capital of **France**?", answer="Paris", distractors=("Lyon",), markup="markdown"),
    )
    assert [str(finding) for finding in reading.findings] == [
        "theirs.xml:4: found feedback on single answers, which is left out",
        "theirs.xml:12: the question is left out: found an essay without a model answer, expected one as its general "
        "comments",
    ]


def test_an_essay_with_comments_is_an_open_question_that_somebody_should_look_at() -> None:
    told = '<itemfeedback ident="general_fb"><material><mattext>It is wet.</mattext></material></itemfeedback></item>'
    file = FOREIGN.replace("</presentation></item>", f"</presentation>{told}")
    reading = CANVAS.reading(file.encode(), "theirs.xml", TYPES)
    assert reading.quiz.questions[1:] == (OpenQuestion(stem="Write.", answer="It is wet."),)
    assert reading.findings[1].message == ("read with “It is wet.” as its model answer: see whether it is one")


def test_a_kind_that_is_not_read_is_named() -> None:
    file = FOREIGN.replace("essay_question", "file_upload_question")
    assert CANVAS.reading(file.encode(), "theirs.xml", TYPES).findings[1].message == (
        "the question is left out: found a question of the kind “file_upload_question”, expected one of: "
        "multiple_choice_question, true_false_question, multiple_answers_question, short_answer_question, "
        "numerical_question, essay_question, fill_in_multiple_blanks_question, matching_question"
    )


@pytest.mark.parametrize("figures", ["NaN", "Infinity", "1e999999", "9" * 100, "five", ""])
def test_a_number_that_is_none_is_named_and_never_reckoned_with(figures: str) -> None:
    lone = (
        FOREIGN.replace("</qtimetadata>", "<!-- -->").split("<item")[0]
        + f"""<item ident="n"><presentation>
<material><mattext>How many?</mattext></material><response_str ident="r"><render_fib fibtype="Decimal"/></response_str>
</presentation><resprocessing><respcondition><conditionvar><vargte respident="r">{figures}</vargte>
<varlte respident="r">{figures}</varlte></conditionvar><setvar>1</setvar></respcondition></resprocessing></item>
</section></assessment></questestinterop>"""
    )
    (finding,) = CANVAS.reading(lone.encode(), "n.xml", TYPES).findings
    assert "expected a number in figures" in finding.message


BAD = bad_packages(CANVAS.written(QUIZ)[0], "questestinterop", "imsqti_xmlv1p2")


@pytest.mark.parametrize("words", BAD)
def test_a_bad_package_is_refused_in_one_line_that_names_the_place(words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        CANVAS.reading(BAD[words], "bad.zip", TYPES)
    assert words in str(refusal.value) and str(refusal.value).startswith("bad.zip") and "\n" not in str(refusal.value)


MARKED = ChoiceQuestion(
    stem="What is *this*, $x_1$ or `a*b`?\n\n![a red cell](media/cell.png)",
    answer="H~2~O",
    distractors=(r"5\*3",),
    rationale="**Look.**",
    markup="markdown",
)
GAPS = ClozeQuestion(stem="Fill.", text="**The** {sun} is [hot] at $x_1$.", markup="markdown")


def test_emphasis_formulas_and_images_come_back_with_their_files(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    Image.new("RGB", (8, 4), "red").save(tmp_path / "media" / "cell.png")
    folders = MediaFolders((tmp_path,))
    quiz = Quiz("T", (MARKED, GAPS))
    reading = CANVAS.reading(CANVAS.written(quiz, folders.content)[0], "quiz.zip", TYPES)
    assert reading.findings == ()
    assert reading.quiz.questions == quiz.questions
    assert dict(reading.media) == {"media/cell.png": (tmp_path / "media" / "cell.png").read_bytes()}


def test_an_image_that_is_not_in_the_package_is_named() -> None:
    html = '&lt;p&gt;Which? &lt;img src="$IMS-CC-FILEBASE$/x.png" alt="a cell"&gt;&lt;/p&gt;'
    file = re.sub(r"&lt;p&gt;Capital.*?&lt;/p&gt;", lambda _: html, FOREIGN, flags=re.DOTALL)
    reading = CANVAS.reading(file.encode(), "quiz.xml", TYPES)
    assert reading.quiz.questions[0].stem == "Which? a cell"
    assert reading.findings[0].message == (
        "read without $IMS-CC-FILEBASE$/x.png, which is not in the package or cannot be shown"
    )
