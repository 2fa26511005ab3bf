"""What is said first of a class: who knows what, what was missed with which answer, and what to check."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from quizengine.desk.class_results import class_results
from quizengine.quiz.mending import AS_ASKED
from quizengine.quiz.parts import Option, Response
from quizengine.quiz.questions import Origin
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.store import HandedIn
from quizengine.store.stored import Ending
from quizengine.web.render.result_words import per_cent, result_sentences

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)


def quiz_of(generator: str, *ids: str) -> Quiz:
    return Quiz(
        "Rivers",
        tuple(
            ChoiceQuestion(
                id=name, stem=f"{name}?", answer="Elbe", distractors=("Rhine", "Oder"), origin=Origin(generator, "who")
            )
            for name in ids
        ),
    )


def said(quiz: Quiz, *given: str, reported: Mapping[str, int] | None = None) -> str:
    """The sentences on a class; each student is a word with a letter for each question: E, R, O or - for no answer."""
    options = {"E": "Elbe", "R": "Rhine", "O": "Oder"}
    handed_in = []
    for number, word in enumerate(given):
        responses: dict[str, Response] = {
            question.id: {"answer": (Option.of(options[letter]).id,)}
            for question, letter in zip(quiz.questions, word, strict=True)
            if letter != "-"
        }
        handed_in.append(HandedIn(str(number), f"S{number}", NOW, NOW, Ending.STUDENT, responses, {}))
    return "\n".join(result_sentences(class_results(quiz, handed_in, lambda attempt: AS_ASKED), reported or {}))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("EE", "EE", "EE", "ER"), "Most know who said what."),
        (("RR", "RE", "RR", "RR"), "Few know who said what."),
        (("ER",) * 3 + ("RR",), "Question 2 was missed by 4 of 4 who answered it; 4 of them gave “Rhine”."),
        (("EE", "ER", "EO"), "Question 2 was missed by 2 of 3 who answered it."),
        (("E-", "E-", "EE", "ER"), "Question 2 was left empty by 2 students."),
        (("EE",) * 4, "Nearly all got every question right."),
        (("ER",) * 4, "Nearly all got question 1 right."),
        (("ER",), "The student got question 1 right."),
        (("ERR-",), "The student missed questions 2 and 3."),
        (("EE",), "The student got every question right."),
        (("EE", "EE"), "Both got every question right."),
        (("ER", "EO"), "Both got question 1 right."),
        (("ER", "EO"), "Both missed question 2."),
        (("ER", "ER"), "Both missed question 2 with “Rhine”."),
        (("REE", "E-R"), "One of them missed each of the questions 1 and 3."),
        (("EE", "ER"), "2 students have handed in; on average they earned 1.5 of 2 points."),
        (("EE",), "1 student has handed in and earned 2 of 2 points."),
    ],
)
def test_what_a_class_knows_is_said_in_a_sentence(given: tuple[str, ...], sentence: str) -> None:
    sentences = said(quiz_of("quote_attribution", *"abcd"[: len(given[0])]), *given)
    assert sentence in sentences.splitlines()
    assert len(given) > 2 or not re.search(r"Nearly all|\d of \d who answered", sentences)


@pytest.mark.parametrize("given", [("EE", "ER", "ER", "RE"), ("EE", "EE", "RR", "RR")])
def test_what_half_know_is_neither_known_nor_unknown(given: tuple[str, ...]) -> None:
    assert "who said what" not in said(quiz_of("quote_attribution", "a", "b"), *given)


def test_one_question_is_no_topic_and_a_quiz_by_hand_has_none() -> None:
    assert "know" not in said(quiz_of("quote_attribution", "a"), "E", "E", "E")
    assert "know" not in said(quiz_of("", "a", "b"), "EE", "EE", "EE")


def test_a_key_that_the_better_students_contradict_is_to_be_checked() -> None:
    sentences = said(quiz_of("", "a", "b", "c"), *["EER"] * 6, *["RRE"] * 6)
    assert "Check the key of question 3: those who did well elsewhere missed it more often." in sentences
    assert "Check the key of question 1" not in sentences


def test_nine_students_give_counts_and_no_estimates() -> None:
    assert "Check the key" not in said(quiz_of("", "a", "b", "c"), *["EER"] * 5, *["RRE"] * 4)
    assert "Estimates need 10 answers" in said(quiz_of("", "a", "b", "c"), *["EER"] * 9)
    assert "Estimates need" not in said(quiz_of("", "a", "b", "c"), *["EER"] * 10)


def test_reports_are_counted_by_question() -> None:
    assert "2 students reported a problem with question 2." in said(quiz_of("", "a", "b"), "EE", reported={"b": 2})


def test_nobody_gives_no_sentence() -> None:
    assert said(quiz_of("", "a")) == ""


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(12, 19, 63), (2, 3, 67), (1, 8, 13), (0, 0, 0), (0.125, 1, 13), (7, 7, 100)]
)
def test_a_share_is_rounded_not_cut_off(part, whole, said):
    assert per_cent(part, whole) == said
