"""H5P question sets, byte for byte where players trip."""

import json
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from sample_responses import QUIZ, comparable

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    NumericQuestion,
    OptionFeedback,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.content.interactions import MultipleChoice, SingleChoice, exported
from quizengine.formats.encodings.html_text import html_of
from quizengine.formats.h5p import H5P


def contents(quiz: Quiz) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a package says of itself, and its content."""
    with ZipFile(BytesIO(H5P.written(quiz)[0])) as package:
        assert package.namelist() == ["h5p.json", "content/content.json"]
        return json.loads(package.read("h5p.json")), json.loads(package.read("content/content.json"))


def params(question: Question) -> dict[str, Any]:
    """The parameters of the only question of a set."""
    found: dict[str, Any] = contents(Quiz("T", (question,)))[1]["questions"][0]["params"]
    return found


def test_the_versions_are_those_that_platforms_of_today_run() -> None:
    about, content = contents(QUIZ)
    versions = {
        f"{one['machineName']} {one['majorVersion']}.{one['minorVersion']}" for one in about["preloadedDependencies"]
    }
    assert versions == {"H5P.QuestionSet 1.20", "H5P.MultiChoice 1.16", "H5P.TrueFalse 1.8", "H5P.Blanks 1.14"}
    assert {one["library"] for one in content["questions"]} == versions - {"H5P.QuestionSet 1.20"}
    assert about["mainLibrary"] == "H5P.QuestionSet"


def test_a_verdict_is_a_word_and_no_boolean() -> None:
    assert params(TrueFalseQuestion(stem="1 < 2?", answer=True))["correct"] == "true"
    assert params(TrueFalseQuestion(stem="1 < 2?", answer=False))["correct"] == "false"
    assert params(TrueFalseQuestion(stem="1 < 2?", answer=True))["question"] == "<p>1 &lt; 2?</p>"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (ShortTextQuestion(stem="?", answer="a/b", accept=("c:d", "e*f")), "<p>*a&#47;b/c&#58;d/e&#42;f*</p>"),
        (
            ClozeQuestion(stem="?", text="5*3 is {fifteen|15} & {<b>}."),
            "<p>5**3 is *fifteen/15* &amp; *&lt;b&gt;*.</p>",
        ),
        (NumericQuestion(stem="?", answer=Decimal(2000)), "<p>*2000/2,000*</p>"),
    ],
)
def test_what_would_end_a_gap_is_written_as_entity(question: Question, text: str) -> None:
    assert params(question)["questions"] == [text]


def test_feedback_is_kept_for_the_question_and_for_options() -> None:
    told = OptionFeedback("b", "Not <b>.")
    asked = params(ChoiceQuestion(stem="?", answer="a", distractors=("b",), rationale="It is a.", feedback=(told,)))
    assert asked["overallFeedback"] == [{"from": 0, "to": 100, "feedback": "It is a."}]
    said = {answer["text"]: answer["tipsAndFeedback"]["chosenFeedback"] for answer in asked["answers"]}
    assert said == {"<div>a</div>": "", "<div>b</div>": "Not &lt;b&gt;."}


def test_all_or_nothing_and_pinned_options_are_settings() -> None:
    asked = params(
        ChoiceQuestion(stem="?", answer=("a", "b"), distractors=("c",), pinned=("c",), scoring="all-or-nothing")
    )
    assert asked["behaviour"] == {"type": "multi", "singlePoint": True, "randomAnswers": False}


def test_the_options_marked_right_are_those_that_earn_all() -> None:
    for one, written in zip(exported(QUIZ)[1:4], contents(QUIZ)[1]["questions"][1:4], strict=True):
        assert isinstance(one.interaction, SingleChoice | MultipleChoice)
        texts = {option.id: f"<div>{html_of(option.text)}</div>" for option in one.interaction.options}
        right = {answer["text"] for answer in written["params"]["answers"] if answer["correct"]}
        for sample in comparable(H5P, one.question):
            assert ({texts[ident] for ident in sample.response["answer"]} == right) == (sample.share == 1), sample


def test_a_number_with_a_tolerance_is_left_out_and_named() -> None:
    about = NumericQuestion(stem="?", answer=Decimal(5), tolerance=Tolerance(percent=Decimal(5)))
    assert loss_report(H5P.losses(Quiz("T", (about,))))[0] == "question 1 left out: a number with a tolerance"
