"""The bank is sound: it can be read, every key earns full marks, and nothing but the key stands out."""

from pathlib import Path

import pytest

from quizengine import ChoiceQuestion, Question, Reading, start
from quizengine.testing import check_question
from quizengine_news_literacy import quizengine_question_banks

FOLDER = Path(__file__).parents[1] / "quizengine_news_literacy" / "banks"
SEVEN = {"choice", "true_false", "numeric", "short_text", "cloze", "matching", "ordering"}


@pytest.fixture(scope="module")
def reading() -> Reading:
    """What the engine reads from the bank."""
    return start().read_bank(FOLDER / "news-literacy.yaml")


@pytest.fixture(scope="module")
def questions(reading: Reading) -> tuple[Question, ...]:
    """The questions of the bank."""
    return reading.quiz.questions


def test_the_hook_offers_the_folder_of_the_banks() -> None:
    assert [path.resolve() for path in quizengine_question_banks()] == [FOLDER.resolve()]


def test_the_engine_finds_the_plugin_and_its_banks() -> None:
    assert FOLDER.resolve() in [path.resolve() for path in start().registry.bank_paths]


def test_the_bank_reads_without_a_finding(reading: Reading) -> None:
    assert [str(finding) for finding in reading.findings] == []


def test_the_bank_says_what_it_is_and_under_which_licence(reading: Reading) -> None:
    assert reading.quiz.title == "Reading the news critically"
    assert reading.quiz.description.endswith("CC0.")


def test_there_are_twelve_questions_of_all_seven_types(questions: tuple[Question, ...]) -> None:
    assert len(questions) == 12
    assert {question.type for question in questions} == SEVEN


def test_every_question_is_fair(questions: tuple[Question, ...]) -> None:
    for question in questions:
        check_question(question)


def test_every_question_says_why_its_key_is_right_and_what_it_is_about(questions: tuple[Question, ...]) -> None:
    assert [question.stem for question in questions if not question.rationale or not question.tags] == []


def test_one_choice_asks_for_several_options(questions: tuple[Question, ...]) -> None:
    choices = [question for question in questions if isinstance(question, ChoiceQuestion)]
    assert [len(choice.keys) for choice in choices] == [1, 2, 1, 1]


def test_no_choice_gives_its_key_away_by_its_length(questions: tuple[Question, ...]) -> None:
    choices = [question for question in questions if isinstance(question, ChoiceQuestion)]
    assert choices
    for question in choices:
        assert max(map(len, question.keys)) <= max(map(len, question.distractors)), question.stem


@pytest.mark.parametrize(
    ("words", "typed", "right"),
    [
        ("Burglaries", "200", True),
        ("Burglaries", "300", False),
        ("mean monthly pay", "12,000", True),
        ("mean monthly pay", "2000", False),
        ("middle of a list", "The Median", True),
        ("middle of a list", "the mean", False),
    ],
)
def test_what_a_student_may_type(questions: tuple[Question, ...], words: str, typed: str, right: bool) -> None:
    (question,) = (question for question in questions if words in question.stem)
    assert question.grade({"answer": (typed,)}).full is right
