"""Matching: the partner of each text."""

from fractions import Fraction
from random import Random

import pytest

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Choice, Option
from quizengine.quiz.types.matching import MatchingQuestion, Pair

CAPITALS = MatchingQuestion(
    stem="Which capital belongs to which country?",
    pairs=(Pair(left="France", right="Paris"), Pair(left="Peru", right="Lima"), Pair(left="Chad", right="N’Djamena")),
    distractors=("Rome",),
)


def choices(question: MatchingQuestion, seed: int) -> list[Choice]:
    return [part for part in question.parts(Random(seed)) if isinstance(part, Choice)]


def test_each_left_side_offers_every_right_side_in_one_order() -> None:
    shown = choices(CAPITALS, 3)
    assert sorted(choice.label for choice in shown) == ["Chad", "France", "Peru"]
    assert len({choice.options for choice in shown}) == 1
    assert sorted(option.text for option in shown[0].options) == ["Lima", "N’Djamena", "Paris", "Rome"]


def test_the_order_of_the_pairs_does_not_show_in_the_options() -> None:
    turned = MatchingQuestion(stem=CAPITALS.stem, pairs=CAPITALS.pairs[::-1], distractors=CAPITALS.distractors)
    assert all(choices(turned, seed) == choices(CAPITALS, seed) for seed in range(20))


def test_which_sides_belong_together_does_not_show() -> None:
    turned = [pair.right for pair in (*CAPITALS.pairs[1:], CAPITALS.pairs[0])]
    moved = tuple(Pair(left=pair.left, right=right) for pair, right in zip(CAPITALS.pairs, turned, strict=True))
    other = MatchingQuestion(stem=CAPITALS.stem, pairs=moved, distractors=CAPITALS.distractors)
    assert all(choices(other, seed) == choices(CAPITALS, seed) for seed in range(20))


def test_left_and_right_sides_are_shuffled_apart() -> None:
    straight = sum(
        [choice.label for choice in choices(CAPITALS, seed)] == ["France", "Peru", "Chad"] for seed in range(300)
    )
    assert 25 <= straight <= 80


def test_each_pair_earns_its_own_point() -> None:
    rights = {choice.label: choice.name for choice in choices(CAPITALS, 0)}
    paris, rome = Option.of("Paris").id, Option.of("Rome").id
    score = CAPITALS.grade({rights["France"]: (paris,), rights["Peru"]: (rome,)})
    assert (score.earned, score.possible) == (Fraction(1), Fraction(3))


def test_naming_one_partner_for_all_earns_one_pair_only() -> None:
    lima = Option.of("Lima").id
    assert CAPITALS.grade({choice.name: (lima,) for choice in choices(CAPITALS, 0)}).earned == 1


def test_choosing_all_partners_for_one_left_side_earns_nothing() -> None:
    everything = tuple(option.id for option in choices(CAPITALS, 0)[0].options)
    assert CAPITALS.grade({choice.name: everything for choice in choices(CAPITALS, 0)}).earned == 0


def test_two_left_sides_may_share_a_right_side() -> None:
    pairs = (Pair(left="Seine", right="river"), Pair(left="Elbe", right="river"), Pair(left="Alps", right="mountains"))
    question = MatchingQuestion(stem="What is what?", pairs=pairs)
    assert [len(choice.options) for choice in choices(question, 0)] == [2, 2, 2]


@pytest.mark.parametrize(
    ("pairs", "distractors", "words"),
    [
        ((("a", "1"),), (), "found 1 pair, expected two or more"),
        ((), (), "found 0 pairs, expected two or more"),
        ((("a", "1"), ("A ", "2")), (), "found the left side “A ” twice, expected it once"),
        ((("a", "1"), ("b", "")), (), "found an empty right side, expected words"),
        ((("a", "1"), ("b", "2")), ("1",), "found the right side “1” twice, expected it once"),
        (
            (("a", "1"), ("b", "1")),
            (),
            "found the same right side in all pairs, expected at least two to choose from",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(
    pairs: tuple[tuple[str, str], ...], distractors: tuple[str, ...], words: str
) -> None:
    with pytest.raises(QuestionError) as refusal:
        MatchingQuestion(
            stem="What is what?",
            pairs=tuple(Pair(left=left, right=right) for left, right in pairs),
            distractors=distractors,
        )
    assert str(refusal.value) == words
