"""text2qti's Markdown: what text2qti itself makes of ours, and what we make of what teachers write for it."""

import io
import sys
from decimal import Decimal
from fractions import Fraction
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from moodle_marks import mark_of_number, mark_of_text
from sample_responses import QUIZ, comparable

from quizengine import (
    BankError,
    ChoiceQuestion,
    ClozeQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    Reading,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.content.interactions import ExportedQuestion, OpenAnswer, SingleChoice
from quizengine.formats.encodings.html_text import html_to_text
from quizengine.formats.text2qti.text2qti_format import TEXT2QTI
from quizengine.quiz.parts import Response
from quizengine.quiz.types import OptionFeedback


def lines(question: Question) -> str:
    """The question as text2qti reads it."""
    return TEXT2QTI.written(Quiz("", (question,)))[0].decode()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (TrueFalseQuestion(stem="So?", answer=False, rationale="No."), "1.  So?\n... No.\na)  True\n*b) False\n"),
        (
            ChoiceQuestion(stem="Is it $5*3$ or 1. [x]?", answer="1. <b>", distractors=("- a",), points=Decimal(2)),
            "Points: 2\n1.  Is it \\$5\\*3\\$ or 1. \\[x\\]?\na)  &#45; a\n*b) 1&#46; &lt;b&gt;\n",
        ),
        (
            ChoiceQuestion(stem="?", answer=("a", "b"), distractors=("c",), feedback=(OptionFeedback("c", "No."),)),
            "1.  ?\n[ ] c\n... No.\n[*] a\n[*] b\n",
        ),
        (NumericQuestion(stem="?", answer=Decimal(2000)), "1.  ?\n=   2000\n"),
        (NumericQuestion(stem="?", answer=Decimal("0.5")), "1.  ?\n=   [0.5, 0.5]\n"),
        (
            NumericQuestion(stem="?", answer=Decimal(50), tolerance=Tolerance(percent=Decimal(2)), unit="km"),
            "1.  ? (km)\n=   50 +- 1\n",
        ),
        (
            NumericQuestion(stem="?", answer=Decimal(5), tolerance=Tolerance(range=(Decimal(4), Decimal(9)))),
            "1.  ?\n=   [4, 9]\n",
        ),
        (OpenQuestion(stem="Why?", answer="5*3\n= c.", rationale="x"), "1.  Why?\n... 5\\*3<br>&#61; c.\n____\n"),
        (ShortTextQuestion(stem="Who?", answer="5*3"), "1.  Who?\n*   5*3\n"),
        (
            ClozeQuestion(stem="Fill.", text="It is {water} here."),
            "1.  Fill.<br><br>It is \\_\\_\\_\\_\\_ here.\n*   water\n",
        ),
    ],
    ids=lambda value: value.type if isinstance(value, Question) else "",
)
def test_every_type_is_written_as_text2qti_reads_it(question: Question, text: str) -> None:
    assert lines(question) == text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (OrderingQuestion(stem="?", answer=("a", "b")), "ordering"),
        (ClozeQuestion(stem="?", text="{a} and {b}"), "a text with several gaps"),
        (
            NumericQuestion(stem="?", answer=Decimal(0)),
            "numbers nearer to 0 than 0.0001: Canvas takes them for 0",
        ),
        (
            NumericQuestion(stem="?", answer=Decimal("0.12345")),
            "numbers with more than four decimal places or twelve digits",
        ),
        (ShortTextQuestion(stem="?", answer="a\nb"), "a typed answer of several lines"),
        (TrueFalseQuestion(stem="?", answer=True, points=Decimal("0.3")), "points that are neither whole nor halves"),
    ],
)
def test_what_text2qti_or_canvas_cannot_hold_is_left_out_and_named(question: Question, words: str) -> None:
    report = loss_report(TEXT2QTI.losses(Quiz("", (TrueFalseQuestion(stem="So?", answer=True), question))))
    assert f"question 2 left out: {words}" in report


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The questions that text2qti itself finds in a file."""
    monkeypatch.setenv("HOME", str(tmp_path))  # it writes its settings there
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    from text2qti.config import Config
    from text2qti.quiz import Quiz as TheirQuiz

    def read(data: bytes) -> list[Any]:
        config = Config()
        config.load()
        return list(TheirQuiz(data.decode(), config=config, source_name="quiz.md").questions_and_delims)

    return read


def words(xml: str) -> str:
    """What a student reads of HTML that is escaped for XML."""
    return html_to_text(unescape(xml)).strip()


def share(found: Any, one: ExportedQuestion, given: Response) -> Fraction:
    """What a response earns by what text2qti found."""
    (first, *_) = given.values()
    match found.type:
        case "true_false_question":
            right = [choice.choice_raw.lower() for choice in found.choices if choice.correct]
            return Fraction(list(first) == right)
        case "multiple_choice_question":
            assert isinstance(one.interaction, SingleChoice)
            texts = {option.id: option.text for option in one.interaction.options}
            right = [words(choice.choice_html_xml) for choice in found.choices if choice.correct]
            return Fraction([texts[option] for option in first] == right)
        case "short_answer_question":
            accepted = [unescape(choice.choice_xml).replace("*", "\\*") for choice in found.choices]
            return mark_of_text(accepted, "".join(first))
        case "numerical_question":
            low, high = Decimal(str(found.numerical_min)), Decimal(str(found.numerical_max))
            return mark_of_number([((low + high) / 2, (high - low) / 2)], "".join(first))
        case "essay_question":
            assert isinstance(one.interaction, OpenAnswer)
            assert words(found.feedback_html_xml) == one.interaction.model
            return Fraction(0)
    raise AssertionError(found.type)


def test_text2qti_itself_finds_the_same_words_and_marks(theirs: Any) -> None:
    losses: Any = TEXT2QTI.losses
    carried = losses.__self__.carried(QUIZ)
    found = theirs(TEXT2QTI.written(QUIZ)[0])
    assert len(found) == len(carried) == 11
    compared = 0
    for each, one in zip(found, carried, strict=True):
        assert words(each.question_html_xml).startswith(one.stem)
        if each.type == "multiple_answers_question":  # what parts of it earn is for Canvas to say
            right = {words(choice.choice_html_xml) for choice in each.choices if choice.correct}
            assert right == {option.text for option in one.interaction.right}  # type: ignore[union-attr]
            continue
        for sample in comparable(TEXT2QTI, one.question):
            assert share(each, one, sample.response) == sample.share, (one.stem, sample)
            compared += 1
    assert compared > 25


AWKWARD = (
    *("# a", "1. a", "- a", "+ a", "> a", "    a", "~~~ a", "= a", "a  \nb", "| a | b |", "a | b", "*a* _b_ **c**"),
    *("`a`", "$a$", "![a](b)", "[a](b)", "[^1]", "<b>a</b>", "&amp; &lt;", "a -- b", "a ... b", "\"a\" 'b'", "a\\b"),
    *("{.a}", ": a", "http://a.b/c_d_e", "a*b*c", "a\n\nb", "***", "---", "a^b^", "a~b~", "“a” – ‘b’", "100%", "%a"),
    *("END_COMMENT", "Title: a", "a) b", "___", "!a", "\\*", "&#42;"),
)


def test_text2qti_shows_every_awkward_sign_as_it_is(theirs: Any) -> None:
    quiz = Quiz("", tuple(ChoiceQuestion(stem=f"x {text}", answer=text, distractors=("other",)) for text in AWKWARD))
    assert not [loss for loss in TEXT2QTI.losses(quiz) if loss.effect == "drops"]
    for found, text in zip(theirs(TEXT2QTI.written(quiz)[0]), AWKWARD, strict=True):
        (right,) = [words(choice.choice_html_xml) for choice in found.choices if choice.correct]
        assert (right, words(found.question_html_xml)) == (text.strip(), f"x {text}".strip())


def read(text: str) -> Reading:
    """What a file gives."""
    return TEXT2QTI.reading(text.encode(), "quiz.md", {})


THEIRS = """\
Quiz title: Addition
Quiz description: Checks addition.
Shuffle answers: true

% a comment
Text title: Instructions
Text:  Read carefully.

Title: An addition question
Points: 2
1.  What is 2+3?
... General feedback.
+   Correct!
a)  6
... Too many.
b)  1
*c) 5

2.  Which of the following are
    dinosaurs?
[ ] Woolly mammoth
[*] Tyrannosaurus rex
[*] Triceratops

3.  Who lives at the North Pole?
*   Santa
*   Father Christmas

4.  What is the square root of 2?
=   1.4142 +- 0.0001

COMMENT
5.  Not this one
END_COMMENT

5.  The capital is ____.
*   Paris

6.  Is *this* $x^2$?
*a) True
b)  False

7.  About how many?
=   200 +- 5%
"""


def test_a_file_as_teachers_write_it() -> None:
    reading = read(THEIRS)
    assert (reading.quiz.title, reading.quiz.description) == ("Addition", "Checks addition.")
    assert reading.quiz.questions == (
        ChoiceQuestion(
            stem="What is 2+3?",
            answer="5",
            distractors=("6", "1"),
            feedback=(OptionFeedback("6", "Too many."),),
            rationale="General feedback.",
            points=Decimal(2),
        ),
        ChoiceQuestion(
            stem="Which of the following are\ndinosaurs?",
            answer=("Tyrannosaurus rex", "Triceratops"),
            distractors=("Woolly mammoth",),
        ),
        ShortTextQuestion(stem="Who lives at the North Pole?", answer="Santa", accept=("Father Christmas",)),
        NumericQuestion(
            stem="What is the square root of 2?",
            answer=Decimal("1.4142"),
            tolerance=Tolerance(absolute=Decimal("0.0001")),
        ),
        ClozeQuestion(stem="Fill the gap.", text="The capital is {Paris}."),
        TrueFalseQuestion(stem="Is *this* $x^2$?", answer=True, markup="markdown"),
        NumericQuestion(stem="About how many?", answer=Decimal(200), tolerance=Tolerance(absolute=Decimal(10))),
    )
    assert [str(finding) for finding in reading.findings] == [
        "quiz.md:3: the setting “Shuffle answers: true” is not read",
        "quiz.md:6: the text between questions is not read: “Instructions”",
        "quiz.md:7: the text between questions is not read: “Read carefully.”",
        "quiz.md:9: read without the names of questions, such as “An addition question”",
        "quiz.md:11: read without feedback that depends on the response",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "2.  Why?\n___",
            "the question is left out: found an essay without a model answer, expected one as",
        ),
        ("2.  Why?\n^^^^", "the question is left out: found a file to upload"),
        ("2.  Why?", "the question is left out: found no answer"),
        ("2.  Why?\na)  x\nb)  y", "the question is left out: found 0 right options, expected one marked as *a)"),
        ("2.  Why?\n=   many", "the question is left out: found “many” for the answer, expected a number"),
    ],
)
def test_a_question_that_cannot_be_read_is_named_with_its_line(text: str, words: str) -> None:
    reading = read(f"1.  So?\n*a) True\nb)  False\n\n{text}\n")
    assert len(reading.quiz.questions) == 1
    (finding,) = reading.findings
    assert str(finding).startswith(f"quiz.md:5: {words}")


def test_an_essay_is_marked_by_its_solution_or_else_by_its_feedback() -> None:
    reading = read("1.  Why?\n... Well.\n!   It is *wet*.\n____\n\n2.  How?\n... By rain.\n___\n")
    assert reading.findings == ()
    assert reading.quiz.questions == (
        OpenQuestion(stem="Why?", answer="It is *wet*.", rationale="Well.", markup="markdown"),
        OpenQuestion(stem="How?", answer="By rain."),
    )


def test_a_text_without_questions_is_refused() -> None:
    with pytest.raises(BankError, match=r"quiz\.md: found no question"):
        read("Just words.")


def test_code_under_a_stem_keeps_its_indentation() -> None:
    text = "1. What is printed?\n   ```\n   for i in range(2):\n       print(i)\n   ```\n*a) 0 1\nb) 1 2\n"
    (question,) = TEXT2QTI.reading(text.encode(), "quiz.md", {}).quiz.questions
    assert "for i in range(2):\n    print(i)\n" in question.stem


def test_a_question_whose_stem_cannot_be_read_whole_is_left_out() -> None:
    text = "1. What is printed?\n```\nlog(1);\n```\n*a) 1\nb) 2\n\n2. So?\n*a) yes\nb) no\n"
    reading = TEXT2QTI.reading(text.encode(), "quiz.md", {})
    assert [question.stem for question in reading.quiz.questions] == ["So?"]
    assert "quiz.md:1: the question is left out: found “```” under its stem" in "\n".join(map(str, reading.findings))


def test_a_group_keeps_its_points_and_names_how_many_are_drawn() -> None:
    question = "1. What is 1+1?\n*a) 2\nb) 3\n"
    reading = read(f"GROUP\npick: 1\npoints per question: 2\n\n{question}END_GROUP\n\n{question.replace('+', '+0+')}")
    assert [one.points for one in reading.quiz.questions] == [2, None]
    assert list(map(str, reading.findings)) == [
        "quiz.md:2: all questions of the group are read, of which 1 should be drawn"
    ]


def test_settings_frames_and_feedback_on_true_and_false_are_named() -> None:
    text = 'shuffle answers: true\n\n1. Is it? <iframe src="x"></iframe> <b>So?</b>\n*a) True\n... Well.\nb) False\n'
    reading = read(text)
    assert len(reading.quiz.questions) == 1
    assert [finding.message for finding in reading.findings] == [
        "the setting “shuffle answers: true” is not read",
        "read without the HTML <iframe>, <b>",
        "read without the feedback on single answers: “Well.”",
    ]


def test_a_tag_in_code_is_code() -> None:
    (question,) = read("1. Is it `List<String>`?\n*a) yes\nb) `<br>`\n").quiz.questions
    assert question == ChoiceQuestion(
        stem="Is it `List<String>`?", answer="yes", distractors=("`<br>`",), markup="markdown"
    )


def test_each_of_many_options_is_looked_at_once() -> None:
    """Comparing each with all others would take minutes, and end the run."""
    (finding,) = read("1. Which?" + "\n*a) x" * 100_000).findings
    assert "found 100000 right options" in str(finding)
