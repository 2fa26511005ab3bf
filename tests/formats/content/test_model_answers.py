"""Open questions in formats of other programs: what is lost of them is said, and a model answer is never made up."""

import pytest

from quizengine import Evidence, OpenQuestion, Quiz, start
from quizengine.extensions.losses import loss_report
from quizengine.formats.content.model_answers import read_open_question
from quizengine.formats.content.read_questions import UnreadError

FORMATS = start(strict=True).registry.formats
WHY = OpenQuestion(stem="Why?", answer="Water flows down.", evidence=Evidence(0, 5, "Water"))
BESIDE = "question 1 simplified: the rationale and the evidence of an open question: the feedback is its model answer"


@pytest.mark.parametrize(
    ("name", "lost"), [("gift", True), ("canvas", True), ("text2qti", True), ("moodle-xml", False), ("qti-2.1", False)]
)
def test_what_a_model_answer_takes_the_place_of_is_said(name: str, lost: bool) -> None:
    report = loss_report(FORMATS[name].losses(Quiz("T", (WHY,))))
    assert (BESIDE in report) == lost
    assert "question 1 marked differently: the marks that students give themselves: you mark each answer" in report[0]


@pytest.mark.parametrize("name", ["aiken", "h5p", "kahoot", "wayground", "blooket", "qti-blackboard"])
def test_a_format_without_essays_leaves_them_out(name: str) -> None:
    assert loss_report(FORMATS[name].losses(Quiz("T", (WHY,))))[0].startswith("question 1 left out: open questions")


def test_an_essay_whose_model_answer_is_blank_is_not_read() -> None:
    with pytest.raises(UnreadError, match="found an essay without a model answer, expected one in <graderinfo>"):
        read_open_question("Why?", " \n", "in <graderinfo>")
