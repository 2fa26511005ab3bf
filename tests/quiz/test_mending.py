"""How a mended question is marked: by another key, with other points, for nobody, or for everybody."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from quizengine.quiz.grading import Score, grade_part
from quizengine.quiz.mending import Marking, Mend, Override, Treatment, mend_towards
from quizengine.quiz.parts import ChoiceKey, Option, TextKey
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.quiz.types.numeric import NumericQuestion, Tolerance
from quizengine.quiz.types.ordering import OrderingQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion

CHOICE = ChoiceQuestion(id="q", stem="Which river?", answer="Elbe", distractors=("Rhine", "Oder"))
ELBE, RHINE, ODER = (Option.of(name).id for name in ("Elbe", "Rhine", "Oder"))


def mark(mend: Mend, chosen: str = "", override: Override | None = None) -> Score:
    given = {"answer": (Option.of(chosen).id,)} if chosen else {}
    return Marking({"q": mend}, {"q": override} if override else {}).mark(CHOICE, given)


def test_without_a_mend_the_question_is_marked_as_it_is() -> None:
    assert mark(Mend(), "Elbe") == CHOICE.grade({"answer": (ELBE,)}) == Score(Fraction(1), Fraction(1))


@pytest.mark.parametrize(("chosen", "earned"), [("Elbe", 1), ("Rhine", 1), ("Oder", 0), ("", 0)])
def test_of_two_right_options_either_is_enough(chosen: str, earned: int) -> None:
    either = Mend({"answer": ChoiceKey(frozenset({ELBE, RHINE}), 1, either=True)})
    assert mark(either, chosen) == Score(Fraction(earned), Fraction(1))


def test_two_options_at_once_are_not_one_of_them() -> None:
    key = ChoiceKey(frozenset({ELBE, RHINE}), 1, either=True)
    assert grade_part(key, (ELBE, RHINE)) == 0
    assert grade_part(ChoiceKey(frozenset({ELBE, RHINE}), 1), (ELBE, RHINE)) == 1


def test_other_points_scale_what_was_earned() -> None:
    assert mark(Mend(points=Decimal("2.5")), "Elbe") == Score(Fraction(5, 2), Fraction(5, 2))


def test_a_further_accepted_text_is_right_with_the_first_one() -> None:
    question = ShortTextQuestion(id="q", stem="Which river?", answer="Elbe")
    marking = Marking({"q": Mend({"answer": TextKey(("Elbe", "Labe"))})})
    assert [marking.mark(question, {"answer": (text,)}).full for text in ("labe", "Elbe", "Oder")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("chosen", ["Elbe", "Rhine", ""])
def test_a_dropped_question_is_worth_nothing_and_a_credited_one_all(chosen: str) -> None:
    assert mark(Mend(treatment=Treatment.DROPPED), chosen) == Score()
    assert mark(Mend(treatment=Treatment.CREDITED, points=Decimal(2)), chosen) == Score(Fraction(2), Fraction(2))


def test_points_by_hand_go_before_everything_but_a_drop_and_never_above_what_is_possible() -> None:
    by_hand = Override(Fraction(1, 2))
    assert mark(Mend(), "Elbe", by_hand) == Score(Fraction(1, 2), Fraction(1))
    assert mark(Mend(treatment=Treatment.CREDITED), "", by_hand) == Score(Fraction(1, 2), Fraction(1))
    assert mark(Mend(treatment=Treatment.DROPPED), "Elbe", by_hand) == Score()
    assert mark(Mend(), "Rhine", Override(Fraction(3))) == Score(Fraction(1), Fraction(1))


def test_another_option_is_right_by_now() -> None:
    now = ChoiceQuestion(stem="Which river?", answer="Rhine", distractors=("Elbe", "Oder"))
    assert mend_towards(CHOICE, now) == Mend({"answer": ChoiceKey(frozenset({RHINE}), 2)})


def test_of_a_single_choice_two_are_right_by_now() -> None:
    now = ChoiceQuestion(stem="Which river?", answer=("Elbe", "Rhine"), distractors=("Oder",))
    assert mend_towards(CHOICE, now) == Mend({"answer": ChoiceKey(frozenset({ELBE, RHINE}), 1, either=True)})


def test_an_option_that_nobody_could_choose_cannot_be_made_right() -> None:
    assert mend_towards(CHOICE, ChoiceQuestion(stem="Which river?", answer="Saale", distractors=("Oder",))) is None


def test_other_words_and_other_wrong_options_change_nothing() -> None:
    now = ChoiceQuestion(stem="Which river is it?", answer="Elbe", distractors=("Rhine", "Saale"))
    assert mend_towards(CHOICE, now) == Mend()


def test_accepted_answers_ranges_and_points_are_those_of_now() -> None:
    sea = ShortTextQuestion(stem="Which sea?", answer="North Sea")
    more = ShortTextQuestion(stem="Which sea?", answer="North Sea", accept=("German Ocean",), points=Decimal(2))
    assert mend_towards(sea, more) == Mend({"answer": more.key()["answer"]}, Decimal(2))
    count = NumericQuestion(stem="How many?", answer=Decimal(4))
    wider = NumericQuestion(stem="How many?", answer=Decimal(4), tolerance=Tolerance(absolute=Decimal(1)))
    assert mend_towards(count, wider) == Mend({"answer": wider.key()["answer"]})


def test_an_order_is_another_one_of_the_same_lines_or_none() -> None:
    order = OrderingQuestion(stem="Downstream", answer=("Prague", "Dresden", "Hamburg"))
    turned = replace(order, answer=("Dresden", "Prague", "Hamburg"), id="")
    assert mend_towards(order, turned) == Mend({"answer": turned.key()["answer"]})
    assert mend_towards(order, replace(order, answer=("Prague", "Dresden", "Torgau"), id="")) is None


def test_a_question_of_another_kind_takes_other_answers() -> None:
    assert mend_towards(CHOICE, ShortTextQuestion(stem="Which river?", answer="Elbe")) is None
