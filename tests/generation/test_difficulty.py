"""The estimate of difficulty follows its formula: luck, wording, reading and closeness each in their direction."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from quizengine.generation import difficulty as module
from quizengine.generation.difficulty import band, difficulty
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)

EVIDENCE = Evidence(0, 32, "The old ferry carried rye in May")
STEM = "What did the old ferry carry?"
CHOICE = ChoiceQuestion(stem=STEM, answer="rye", distractors=("coal", "oats", "tar"), evidence=EVIDENCE)


def test_the_formula_adds_up() -> None:
    luck, wording, reading, closeness = 3 / 4, 0, 7 / 60, 0
    assert difficulty(CHOICE) == pytest.approx(0.35 * luck + 0.3 * wording + 0.15 * reading + 0.2 * closeness, abs=1e-3)


def test_what_is_typed_cannot_be_guessed() -> None:
    typed = ShortTextQuestion(stem=STEM, answer="rye", accept=("grain",), evidence=EVIDENCE)
    judged = TrueFalseQuestion(stem="The old ferry carried rye.", answer=True, evidence=EVIDENCE)
    assert difficulty(judged) < difficulty(CHOICE) < difficulty(typed)
    assert difficulty(replace(CHOICE, id="", distractors=("coal",))) < difficulty(CHOICE)


def test_words_that_stand_in_the_evidence_make_it_easier() -> None:
    assert difficulty(CHOICE) < difficulty(replace(CHOICE, id="", stem="Which cargo went over by boat?"))


def test_longer_evidence_makes_it_harder() -> None:
    longer = Evidence(0, 99, EVIDENCE.quote + ", as everybody in the town by the sea remembered for years")
    assert difficulty(CHOICE) < difficulty(replace(CHOICE, evidence=longer))


@pytest.mark.parametrize(
    ("near", "far"),
    [(("green rye", "red rye", "tar"), ("coal", "oats", "tar")), (("400", "500", "600"), ("4", "40,000", "9"))],
)
def test_distractors_near_the_key_make_it_harder(near: tuple[str, ...], far: tuple[str, ...]) -> None:
    key = "412" if near[0].isdigit() else "rye"
    asked = [ChoiceQuestion(stem="What?", answer=key, distractors=wrong, evidence=EVIDENCE) for wrong in (near, far)]
    assert difficulty(asked[0]) > difficulty(asked[1])


def test_a_number_that_must_be_met_exactly_is_harder() -> None:
    exact = NumericQuestion(stem="How many?", answer=Decimal(412))
    assert difficulty(exact) > difficulty(replace(exact, id="", tolerance=Tolerance(percent=Decimal(5))))


def test_every_type_has_an_estimate_between_0_and_1() -> None:
    for question in (
        MatchingQuestion(stem="Match.", pairs=(Pair(left="a1", right="b1"), Pair(left="a2", right="b2"))),
        OrderingQuestion(stem="Order.", answer=("one", "two", "three")),
        ClozeQuestion(stem="Fill.", text="The {ferry} carried {rye}."),
        ChoiceQuestion(stem="Which two?", answer=("rye", "oats"), distractors=("coal",)),
        TrueFalseQuestion(stem="It sank.", answer=False),
    ):
        assert 0 <= difficulty(question) <= 1
        assert band(difficulty(question)) in ("easy", "medium", "hard")


def test_bands_part_at_their_ends() -> None:
    assert [band(estimate) for estimate in (0.0, 0.399, 0.4, 0.649, 0.65, 1.0)] == [
        "easy", "easy", "medium", "medium", "hard", "hard",
    ]  # fmt: skip


def test_the_formula_and_its_bands_are_the_documented_ones(checkout: Path) -> None:
    page = (checkout / "docs" / "selection.md").read_text("utf-8")
    formula = "difficulty = 0.35 luck + 0.30 wording + 0.15 reading + 0.20 closeness"
    assert formula in page and formula in (module.__doc__ or "")
    assert (module._LUCK, module._WORDING, module._READING, module._CLOSENESS) == (0.35, 0.30, 0.15, 0.20)
    assert f"Below {module._EASY} a question counts as easy, from {module._HARD} on as hard." in page


PLAIN = 0.30 * 0.5 + 0.15 * 0.5
"""What a question without evidence has for wording and reading."""


@pytest.mark.parametrize(
    ("question", "luck", "closeness"),
    [
        (TrueFalseQuestion(stem="It sank.", answer=False), 1 / 2, 0),
        (ChoiceQuestion(stem="Which?", answer="rye", distractors=("coal", "tar")), 2 / 3, 0),
        (ChoiceQuestion(stem="Which two?", answer=("rye", "oats"), distractors=("coal",)), 7 / 8, 0),
        (ChoiceQuestion(stem="Which?", answer="red rye", distractors=("green rye", "tar")), 2 / 3, 1 / 3),
        (ChoiceQuestion(stem="Which?", answer="30", distractors=("10", "2")), 2 / 3, 1),
        (ChoiceQuestion(stem="Which?", answer="30", distractors=("9", "2")), 2 / 3, 0.3),
        (ChoiceQuestion(stem="Which?", answer="30", distractors=("0", "2")), 2 / 3, 0.3),
        (OrderingQuestion(stem="Order.", answer=("one", "two", "three")), 5 / 6, 1 / 2),
        (ShortTextQuestion(stem="What?", answer="rye"), 1, 1),
        (ShortTextQuestion(stem="What?", answer="rye", accept=("grain",)), 1, 1 / 2),
        (NumericQuestion(stem="How many?", answer=Decimal(412)), 1, 1),
        (NumericQuestion(stem="How many?", answer=Decimal(400), tolerance=Tolerance(percent=Decimal(5))), 1, 1 / 2),
    ],
    ids=lambda value: "" if isinstance(value, float | int) else value.type,
)
def test_luck_and_closeness_of_each_type(question: Question, luck: float, closeness: float) -> None:
    assert difficulty(question) == pytest.approx(0.35 * luck + PLAIN + 0.20 * closeness, abs=1e-3)
