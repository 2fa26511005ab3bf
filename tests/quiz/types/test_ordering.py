"""Ordering: texts, put in order."""

from collections import Counter
from fractions import Fraction
from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Option, Ordering, OrderKey, Text
from quizengine.quiz.types.ordering import OrderingQuestion

WARS = OrderingQuestion(stem="Earliest first.", answer=("Troy", "Punic Wars", "Crimea", "Korea"))


def shown(question: OrderingQuestion, seed: int) -> tuple[str, ...]:
    [_, ordering] = question.parts(Random(seed))
    assert isinstance(ordering, Ordering)
    return tuple(option.text for option in ordering.options)


def test_two_texts_are_shown_either_way_so_that_turning_them_round_is_no_trick():
    pair = OrderingQuestion(stem="Earliest first.", answer=("Troy", "Crimea"))
    assert {shown(pair, seed) for seed in range(20)} == {("Troy", "Crimea"), ("Crimea", "Troy")}


def test_the_stem_comes_first_and_the_key_is_the_order_of_the_answer() -> None:
    assert WARS.parts(Random(0))[0] == Text("Earliest first.")
    assert WARS.key() == {"answer": OrderKey(tuple(Option.of(text).id for text in WARS.answer))}


def test_every_order_is_shown_equally_often_and_the_right_one_no_less() -> None:
    orders = Counter(shown(WARS, seed) for seed in range(2400))
    assert len(orders) == 24 and all(60 <= count <= 150 for count in orders.values()), orders


def test_what_is_shown_depends_on_the_texts_and_not_on_their_right_order() -> None:
    turned = OrderingQuestion(stem="Latest first.", answer=WARS.answer[::-1])
    assert all(shown(WARS, seed) == shown(turned, seed) for seed in range(100))


def test_the_longest_run_in_order_earns_its_share() -> None:
    ids = [Option.of(text).id for text in WARS.answer]
    swapped = (ids[0], ids[1], ids[3], ids[2])
    shifted = (*ids[1:], ids[0])
    assert WARS.grade({"answer": swapped}).earned == WARS.grade({"answer": shifted}).earned == Fraction(2, 3)
    assert WARS.grade({"answer": tuple(reversed(ids))}).earned == 0
    assert WARS.grade({"answer": (ids[0],) * 4}).earned == 0


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((), "found 0 texts to order, expected two or more"),
        (("Troy",), "found 1 text to order, expected two or more"),
        (("Troy", "troy"), "found the text to order “troy” twice, expected it once"),
        (("Troy", ""), "found an empty text to order, expected words"),
    ],
)
def test_what_cannot_be_asked_is_refused(answer: tuple[str, ...], words: str) -> None:
    with pytest.raises(QuestionError) as refusal:
        OrderingQuestion(stem="Earliest first.", answer=answer)
    assert str(refusal.value) == words
