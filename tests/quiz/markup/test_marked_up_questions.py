"""Questions with markup: their words alone, the files they need, and gaps that lie inside tables and code."""

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.markup import Medium, html
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    OptionFeedback,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
)

CHOICE = ChoiceQuestion(
    stem="Which is *water*? ![a glass](media/glass.png)",
    answer="H~2~O",
    distractors=("$x$ ![a glass](media/glass.png)", "`O2`"),
    feedback=(OptionFeedback("`O2`", "That is **oxygen**."),),
    rationale="Two atoms of *hydrogen*.",
    markup="markdown",
)


def test_a_plain_question_is_the_one_in_plain_words() -> None:
    question = ShortTextQuestion(stem="Which sign is *?", answer="a star")
    assert question.in_plain_words() is question and question.media == ()


def test_the_words_of_a_choice_are_plain_everywhere_and_its_id_stays() -> None:
    plain = CHOICE.in_plain_words()
    assert isinstance(plain, ChoiceQuestion)
    assert (plain.stem, plain.answer, plain.distractors) == (
        "Which is water? [a glass]", "H₂O", ("x [a glass]", "`O2`"),
    )  # fmt: skip
    assert plain.feedback == (OptionFeedback("`O2`", "That is oxygen."),)
    assert plain.rationale == "Two atoms of hydrogen."
    assert (plain.markup, plain.id) == ("plain", CHOICE.id)


def test_the_files_of_a_question_are_named_once() -> None:
    assert CHOICE.media == (Medium("media/glass.png", "a glass", "image"),)


def test_markup_makes_another_question_of_the_same_letters() -> None:
    plain = ChoiceQuestion(stem="*a*", answer="b", distractors=("c",))
    assert plain.id != ChoiceQuestion(stem="*a*", answer="b", distractors=("c",), markup="markdown").id


def test_what_students_type_is_never_markup() -> None:
    question = ShortTextQuestion(stem="Which *operator*?", answer="**", match="exact", markup="markdown")
    assert question.grade({"answer": ("**",)}).full
    assert question.in_plain_words().key() == question.key()


def test_options_that_are_the_same_in_plain_words_stay_as_they_are_written() -> None:
    question = ChoiceQuestion(stem="Which?", answer="*a*", distractors=("**a**",), markup="markdown")
    plain = question.in_plain_words()
    assert isinstance(plain, ChoiceQuestion) and (plain.answer, plain.markup) == ("*a*", "plain")


def test_pairs_and_orders_have_plain_words() -> None:
    pairs = MatchingQuestion(
        stem="?", pairs=(Pair(left="*a*", right="`b`"), Pair(left="c", right="d")), markup="markdown"
    )
    order = OrderingQuestion(stem="?", answer=("x^2^", "x^3^"), markup="markdown")
    assert pairs.in_plain_words().pairs[0] == Pair(left="a", right="`b`")  # type: ignore[attr-defined]
    assert order.in_plain_words().answer == ("x²", "x³")  # type: ignore[attr-defined]


def test_a_cloze_keeps_its_gaps_and_its_braces() -> None:
    question = ClozeQuestion(stem="Fill in.", text="|a|b|\n|-|-|\n|`f({x|y})`|$z^{{2}}$ {{}}|", markup="markdown")
    plain = question.in_plain_words()
    assert isinstance(plain, ClozeQuestion)
    assert plain.text == "a | b\n`f({x|y})` | z^{{2}} {{}}"
    assert plain.key() == question.key()
    assert "<td><code>f(\ue0001\ue001)</code></td>" in html(question.texts_with_markup[-1])


@pytest.mark.parametrize("text", ["$x^{a}$ is b", "![a {gap}](media/a.png)", "[a](https://example.org/{b})"])
def test_a_gap_where_no_field_can_stand_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="gap 1 inside a formula, an image or an address"):
        ClozeQuestion(stem="Fill in.", text=text, markup="markdown")


def test_a_text_cannot_hold_the_marks_of_gaps() -> None:
    with pytest.raises(QuestionError, match="private use"):
        ClozeQuestion(stem="Fill in.", text="\ue0001\ue001 {a}", markup="markdown")
