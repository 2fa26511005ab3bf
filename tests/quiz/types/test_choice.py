"""Choice: one right option, or all the right ones."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Choice, ChoiceKey, Option, Text
from quizengine.quiz.types.choice import ChoiceQuestion, OptionFeedback

ONE = ChoiceQuestion(stem="Which is a river?", answer="Elbe", distractors=("Alps", "Baltic", "Harz"))
TWO = ChoiceQuestion(stem="Which are rivers?", answer=("Elbe", "Rhine"), distractors=("Alps",))


def test_one_answer_is_chosen_alone_and_several_together() -> None:
    stem, choice = ONE.parts(Random(0))
    assert stem == Text("Which is a river?")
    assert isinstance(choice, Choice) and not choice.multiple
    assert sorted(option.text for option in choice.options) == ["Alps", "Baltic", "Elbe", "Harz"]
    [_, several] = TWO.parts(Random(0))
    assert isinstance(several, Choice) and several.multiple
    assert ONE.key() == {"answer": ChoiceKey(frozenset({Option.of("Elbe").id}), wrong=3)}


def test_a_list_of_one_answer_is_still_chosen_as_many_as_apply() -> None:
    question = ChoiceQuestion(stem="Which are rivers?", answer=("Elbe",), distractors=("Alps",))
    [_, choice] = question.parts(Random(0))
    assert isinstance(choice, Choice) and choice.multiple


def test_the_order_of_the_fields_does_not_show_in_the_parts() -> None:
    turned = ChoiceQuestion(stem="Which is a river?", answer="Alps", distractors=("Harz", "Elbe", "Baltic"))
    assert all(ONE.parts(Random(seed)) == turned.parts(Random(seed)) for seed in range(20))


def test_each_option_stands_in_each_place_about_equally_often() -> None:
    counts: dict[tuple[str, int], int] = {}
    for seed in range(500):
        [_, choice] = ONE.parts(Random(f"{seed}/{ONE.id}"))
        assert isinstance(choice, Choice)
        for place, option in enumerate(choice.options):
            counts[option.text, place] = counts.get((option.text, place), 0) + 1
    assert len(counts) == 16 and all(90 <= count <= 160 for count in counts.values()), counts


@pytest.mark.parametrize(
    ("answer", "distractors", "words"),
    [
        ((), ("Alps",), "found no answer, expected at least one right option"),
        ("Elbe", (), "found no distractors, expected at least one wrong option"),
        ("", ("Alps",), "found an empty option, expected words"),
        ("Elbe", (" ",), "found an empty option, expected words"),
        ("Elbe", ("Alps", "Elbe "), "found the option “Elbe ” twice, expected it once"),
        ("Elbe", ("Alps", "Alps"), "found the option “Alps” twice, expected it once"),
        (("Elbe", "Elbe"), ("Alps",), "found the option “Elbe” twice, expected it once"),
        ("Café", ("Cafe\u0301",), "found the option “Cafe\u0301” twice, expected it once"),
    ],
)
def test_what_cannot_be_asked_is_refused(answer: str, distractors: tuple[str, ...], words: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        ChoiceQuestion(stem="Which is a river?", answer=answer, distractors=distractors)
    assert str(refusal.value) == words


def test_pinned_options_keep_the_last_places_whatever_is_drawn():
    question = ChoiceQuestion(
        stem="Where?", answer="here", distractors=("there", "nowhere", "not said"), pinned=("nowhere", "not said")
    )
    seen = set()
    for seed in range(20):
        _, choice = question.parts(Random(seed))
        seen.add(tuple(option.text for option in choice.options))
    assert seen == {("here", "there", "nowhere", "not said"), ("there", "here", "nowhere", "not said")}


def test_only_an_option_can_be_pinned():
    with pytest.raises(QuestionError, match="pinned option “gone”, expected one of the options"):
        ChoiceQuestion(stem="Where?", answer="here", distractors=("there",), pinned=("gone",))


def test_pinning_is_part_of_what_is_asked_and_its_absence_changes_no_id():
    plain = ChoiceQuestion(stem="Where?", answer="here", distractors=("there", "elsewhere"))
    assert ChoiceQuestion(stem="Where?", answer="here", distractors=("there", "elsewhere"), pinned=()).id == plain.id
    assert ChoiceQuestion(stem="Where?", answer="here", distractors=("there", "elsewhere"), pinned=("there",)) != plain


def test_feedback_belongs_to_an_option_and_changes_nothing_of_what_is_asked() -> None:
    told = replace(ONE, id="", feedback=(OptionFeedback("Alps", "They are mountains."),))
    assert told.option_feedback == {Option.of("Alps").id: "They are mountains."}
    assert told.id == ONE.id


@pytest.mark.parametrize("options", [("Andes",), ("Alps", "Alps")])
def test_feedback_for_no_option_or_twice_for_one_is_a_fault(options) -> None:
    with pytest.raises(QuestionError, match=r"with feedback|feedback for"):
        replace(ONE, feedback=tuple(OptionFeedback(each, "No.") for each in options))


@pytest.mark.parametrize("points", [0, -1, 1001, "NaN"])
def test_a_question_is_worth_something_and_not_too_much(points) -> None:
    with pytest.raises(QuestionError, match="points, expected more than 0"):
        replace(ONE, points=Decimal(points))
