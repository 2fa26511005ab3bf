"""What is typed of a paper form earns what the printed answer earns: by the key sheet everything is right."""

from decimal import Decimal

import pytest

from quizengine.desk.paper_answers import UnreadableAnswerError, response_on_paper
from quizengine.formats.content.interactions import (
    ExportedQuestion,
    MultipleChoice,
    PairMatching,
    Sequencing,
    SingleChoice,
    exported,
)
from quizengine.quiz.paper_forms import LETTERS, paper_form
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.quiz.types.cloze import ClozeQuestion
from quizengine.quiz.types.matching import MatchingQuestion, Pair
from quizengine.quiz.types.numeric import NumericQuestion
from quizengine.quiz.types.open import OpenQuestion
from quizengine.quiz.types.ordering import OrderingQuestion
from quizengine.quiz.types.true_false import TrueFalseQuestion

QUIZ = Quiz(
    "Rivers",
    (
        ChoiceQuestion(stem="One?", answer="Elbe", distractors=("Rhine", "Oder", "Weser")),
        ChoiceQuestion(stem="Several?", answer=("Elbe", "Oder"), distractors=("Rhine", "Weser")),
        TrueFalseQuestion(stem="The Elbe flows.", answer=True),
        NumericQuestion(stem="How long?", answer=Decimal(1094), unit="km"),
        ClozeQuestion(stem="Fill.", text="The {Elbe} flows to the {sea}."),
        MatchingQuestion(
            stem="Match.",
            pairs=(Pair(left="Hamburg", right="Elbe"), Pair(left="Bonn", right="Rhine")),
            distractors=("Oder",),
        ),
        OrderingQuestion(stem="Order.", answer=("first", "second", "third")),
    ),
)
WHY = OpenQuestion(stem="Why?", answer="Water flows down.")


def test_an_answer_in_sentences_is_taken_as_it_is_written() -> None:
    (one,) = exported(Quiz("Rivers", (WHY,)))
    assert response_on_paper(one, " It is; so there. ", "en") == {"answer": ("It is; so there.",)}


def key_as_written(one: ExportedQuestion) -> str:
    """What somebody writes who reads the key sheet."""
    match one.interaction:
        case SingleChoice(options=options, right=right):
            return "ABCD"[options.index(right)].lower()
        case MultipleChoice(options=options, right=right):
            return ", ".join("ABCD"[options.index(each)] for each in right)
        case PairMatching(pairs=pairs, rights=rights):
            ordered = sorted(pairs, key=lambda pair: pair[0].id)
            return "".join("ABC"[rights.index(right)] for _, right in ordered)
        case Sequencing(answer=answer, options=options):
            return " ".join(str(answer.index(option) + 1) for option in options)
    return {"true_false": "T", "numeric": "1094", "cloze": "Elbe; sea"}[one.original.type]


@pytest.mark.parametrize("letter", LETTERS)
def test_the_key_of_a_form_is_right_in_every_question(letter: str) -> None:
    asked = exported(paper_form(QUIZ, letter))
    scores = {one.original.type: one.original.grade(response_on_paper(one, key_as_written(one), "en")) for one in asked}
    assert len(asked) == 7
    assert {name: score.full for name, score in scores.items()} == dict.fromkeys(scores, True)


def cell(kind: str, written: str) -> object:
    one = next(one for one in exported(QUIZ) if one.original.type == kind)
    return response_on_paper(one, written, "en")


def test_an_empty_cell_is_no_answer() -> None:
    assert [response_on_paper(one, "  ", "en") for one in exported(QUIZ)] == [{}] * 7


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        ("choice", "E", "letter"),
        ("choice", "A B", "letter"),
        ("choice", "?", "letter"),
        ("true_false", "maybe", "verdict"),
        ("cloze", "Elbe", "gaps"),
        ("matching", "A", "pairs"),
        ("matching", "AZ", "letters"),
        ("ordering", "1 2", "order"),
        ("ordering", "1 1 2", "order"),
    ],
)
def test_what_cannot_be_read_is_refused_and_says_what_is_expected(kind: str, written: str, expected: str) -> None:
    with pytest.raises(UnreadableAnswerError) as fault:
        cell(kind, written)
    assert (fault.value.expected, fault.value.written) == (expected, written)


def test_true_and_false_are_read_in_the_language_of_the_quiz_and_in_english() -> None:
    one = next(one for one in exported(QUIZ) if one.original.type == "true_false")
    assert [response_on_paper(one, word, "de") for word in ("r", "Richtig", "true", "f")] == [
        *[{"answer": ("true",)}] * 3,
        {"answer": ("false",)},
    ]
