"""Forms A, B and C: the same questions in other orders, the same each time they are made."""

from collections.abc import Sequence

from quizengine.formats.content.interactions import SingleChoice, exported
from quizengine.quiz.paper_forms import LETTERS, paper_form
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion

QUIZ = Quiz(
    "Rivers",
    tuple(
        ChoiceQuestion(stem=f"Question {number}?", answer="a", distractors=("b", "c", "d", "e"))
        for number in range(1, 9)
    ),
)
FORMS = [paper_form(QUIZ, letter) for letter in LETTERS]


def stems(quiz: Quiz) -> list[str]:
    return [question.stem for question in quiz.questions]


def options(quiz: Quiz) -> dict[str, Sequence[str]]:
    """The options of each question as they are printed, by its stem."""
    found = {}
    for one in exported(quiz):
        assert isinstance(one.interaction, SingleChoice)
        found[one.question.stem] = tuple(option.text for option in one.interaction.options)
    return found


def test_every_form_has_the_same_questions_with_their_ids() -> None:
    assert [{question.id for question in form.questions} for form in FORMS] == [
        {question.id for question in QUIZ.questions}
    ] * 3


def test_questions_and_options_stand_in_another_order_on_each_form() -> None:
    assert len({tuple(stems(form)) for form in FORMS}) == 3
    assert len({tuple(sorted(options(form).items())) for form in FORMS}) == 3


def test_a_form_is_the_same_each_time_and_says_which_it_is() -> None:
    assert paper_form(QUIZ, "B") == FORMS[1]
    assert [form.title for form in FORMS] == ["Rivers · A", "Rivers · B", "Rivers · C"]
