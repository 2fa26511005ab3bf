"""What students type is judged as they mean it, all the way from the form in the browser to the points."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from werkzeug.datastructures import MultiDict

from quizengine.bank import read_bank
from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.quiz.attempt import Attempt, grade_attempt
from quizengine.quiz.quiz import Quiz, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.quiz.types import NumericQuestion, Tolerance
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.render.forms import read_form
from tests.web.conftest import KEY, TOKEN, another

TABLE = Path(__file__).parents[1] / "cases" / "amounts.txt"


def rows() -> Iterator[tuple[str, str, str]]:
    """The rows of the table: locale, what is typed, what it is."""
    locale = ""
    for line in TABLE.read_text("utf-8").split("\n"):
        if line.startswith("[") and line.endswith("]"):
            locale = line[1:-1]
        elif " = " in line and not line.startswith("# "):
            typed, _, meant = line.rpartition(" = ")
            yield locale, typed, meant


def asks_for(low: Decimal, high: Decimal, unit: str) -> NumericQuestion:
    """A question whose answer is this number (5 feet 2 inches to nine places), or any number of this range."""
    if len(low.as_tuple().digits) > 24:
        low, high = low - Decimal("1e-9"), low + Decimal("1e-9")
        low, high = low.quantize(Decimal("1e-9")), high.quantize(Decimal("1e-9"))
    tolerance = Tolerance(range=(low, high)) if low != high else None
    return NumericQuestion(stem="How many?", answer=low, tolerance=tolerance, unit=unit)


def others(low: Decimal, high: Decimal) -> set[Decimal]:
    """Numbers that the typed one could be misread as: a thousandfold, a thousandth, the other sign, and beside it."""
    near = {low * 1000, low / 1000, low * 10, low / 10, -low, low + 1, high * 1000, high + 1, low - 1}
    plain = (number.normalize() for number in near if abs(number) < 10**20 and number not in (low, high))
    return {number for number in plain if len(number.as_tuple().digits) <= 24}


def points(quiz: Quiz, typed: str) -> tuple[str, list[str]]:
    """What the page says is wrong with it, and the points earned for each question of the quiz."""
    attempt, fault = Attempt(quiz.id, "Ada"), ""
    for asked in sheet(quiz, Shuffle(b"", "")):
        filled = read_form(asked, MultiDict({"part-1": typed}))
        fault = filled.form.errors[0].error if filled.faulty else ""
        attempt = attempt.responding(asked.id, filled.response)
    return fault, [str(outcome.score.earned) for outcome in grade_attempt(quiz, attempt).outcomes]


@pytest.mark.parametrize(("locale", "typed", "meant"), list(rows()))
def test_no_right_number_is_wrong_and_no_wrong_one_right(locale: str, typed: str, meant: str) -> None:
    if meant == "?":
        fault, earned = points(Quiz("A quiz", (asks_for(Decimal(5), Decimal(5), ""),), locale=locale), typed)
        assert fault and earned == ["0"]
        return
    ends, _, unit = meant.partition(" ")
    low, _, high = ends.partition("..")
    right = asks_for(Decimal(low), Decimal(high or low), unit)
    wrong = [asks_for(number, number, unit) for number in sorted(others(Decimal(low), Decimal(high or low)))]
    fault, earned = points(Quiz("A quiz", (right, *wrong), locale=locale), typed)
    assert (fault, earned) == ("", ["1", *"0" * len(wrong)])


def test_a_german_quiz_is_taken_in_german_figures(engine: Engine, library: Library, store: Store) -> None:
    bank = b"""format: quizengine/1
title: Soldaten
locale: de
questions:
  - {type: numeric, stem: How many soldiers came?, answer: 10800, tolerance: {range: [10750, 10900]}, unit: soldiers}
  - {type: numeric, stem: How many tons of rice were sent?, answer: 2.5, unit: million tons}
  - {type: cloze, stem: Fill the gap., text: "They stayed for {1080} days."}
"""
    quiz = read_bank(bank, "soldaten.yaml", engine.registry.question_types).quiz
    entry = replace(library.entries[0], name="soldaten", quiz=quiz)
    app = create_app(engine, Library((entry,), ()), store, secret_key=KEY, teacher_token=TOKEN)
    student = another(app)
    attempt = student.begin(quiz="soldaten")
    unclear = student.send(f"{attempt}/1", {"part-1": "10,800"})
    assert "“10,800” can be read in two ways. Write 10.800 or 10,8, whichever you mean." in unclear
    student.send(f"{attempt}/1", {"part-1": "10.800"})
    student.send(f"{attempt}/2", {"part-1": "2,5 Millionen"})
    check = student.send(f"{attempt}/3", {"part-2": "1.080"})
    assert "10.800 soldiers (read as 10.800)" in check
    assert "(read as 2.500.000)" in check
    assert "(read as 1.080)" in check
    result = student.send(f"{attempt}/submit")
    assert "3 of 3" in result
    assert "Accepted: from 10.750 to 10.900." in result
