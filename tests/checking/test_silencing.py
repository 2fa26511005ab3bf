"""Comments silence warnings and notes, for a question or a file; what is wrong with a comment is itself found."""

import pytest

from quizengine.checking.silencing import drop_silenced, question_lines
from quizengine.extensions.records import Check, Finding

BANK = """\
format: quizengine/1
title: Rivers
{head}
questions:
  # {above}
  - type: choice
    # {inside}
    stem: One?   # {beside}
    answer: Elbe

  # {second}
  - type: choice
    stem: Two?
"""
CHECKS = {
    "loud": Check("loud", lambda question, article: (), "", "warning"),
    "wrong": Check("wrong", lambda question, article: (), "", "error"),
}
ONE, TWO = Finding("first", "b", 6, 5, "", "warning", "loud"), Finding("second", "b", 12, 5, "", "warning", "loud")


def found(findings: tuple[Finding, ...] = (ONE, TWO), **comments: str) -> list[str]:
    slots = dict.fromkeys(("head", "above", "inside", "beside", "second"), "-") | {"head": "# -"} | comments
    return [f"{one.line} {one.check}" for one in drop_silenced(BANK.format(**slots), "b", findings, CHECKS)]


def test_questions_begin_where_their_first_field_stands() -> None:
    assert question_lines(BANK.replace("{head}", "# -")) == (6, 12)
    assert question_lines("title: none") == ()


@pytest.mark.parametrize("place", ["above", "inside", "beside"])
def test_a_comment_above_in_or_beside_a_question_silences_it_alone(place: str) -> None:
    assert found(**{place: "quizengine: ignore[loud] it has to be"}) == ["12 loud"]


def test_a_comment_between_two_questions_is_about_the_second() -> None:
    assert found(second="quizengine: ignore[loud] it has to be") == ["6 loud"]


def test_a_comment_before_the_questions_holds_for_the_file() -> None:
    assert found(head="# quizengine: ignore[loud] it has to be") == []


def test_several_checks_are_silenced_at_once_and_what_is_not_found_is_told() -> None:
    assert found((ONE,), above="quizengine: ignore[loud, too-loud] it has to be") == ["5 ignore-unknown"]
    assert found((), above="quizengine: ignore[loud] it has to be") == ["5 ignore-unused"]


def test_an_error_is_not_silenced() -> None:
    error = Finding("third", "b", 6, 5, "", "error", "wrong")
    assert found((error,), above="quizengine: ignore[wrong] please") == ["6 wrong", "5 ignore-unknown"]


def test_a_comment_without_a_reason_silences_and_is_told() -> None:
    assert found((ONE,), above="quizengine: ignore[loud]") == ["5 ignore-unreasoned"]


def test_words_that_are_no_such_comment_silence_nothing() -> None:
    assert found(above="ignore[loud] it has to be", inside="quizengine ignore loud") == ["6 loud", "12 loud"]
