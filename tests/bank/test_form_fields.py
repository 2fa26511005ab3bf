"""A question type as a form: what stands in it, and what comes of what is typed into it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import pytest

from quizengine import ChoiceQuestion, MatchingQuestion, NumericQuestion, Question, TrueFalseQuestion
from quizengine.bank import read_bank
from quizengine.bank.form_fields import form_fields, question_from_form, typed_of
from quizengine.extensions.shipped_types import quizengine_question_types
from quizengine.quiz.types import ShortTextQuestion

TYPES = {cls.type: cls for cls in quizengine_question_types()}
GOOD = sorted((Path(__file__).parents[1] / "banks" / "good").glob("*.yaml"))


@dataclass(frozen=True, kw_only=True)
class Weighed(ShortTextQuestion):
    """A type as a plugin may bring one: with a field that no form knows a control for."""

    type: ClassVar[str] = "weighed"
    weights: tuple[tuple[str, Decimal], ...] = ()


def kinds(cls: type[Question]) -> dict[str, str]:
    return {field.name: field.kind for field in form_fields(cls)}


def test_every_field_of_a_type_has_a_control() -> None:
    assert kinds(NumericQuestion) | {"tolerance": "group", "unit_required": "truth", "answer": "number"} == kinds(
        NumericQuestion
    )
    assert kinds(ChoiceQuestion)["feedback"] == kinds(MatchingQuestion)["pairs"] == "groups"
    assert kinds(ChoiceQuestion)["scoring"] == "one of"


def test_what_has_no_control_is_typed_as_yaml() -> None:
    question = Weighed(stem="Who?", answer="Ada Moss", weights=(("a", Decimal(2)),))
    assert kinds(Weighed)["weights"] == "yaml"
    assert question_from_form(Weighed, typed_of(question)) == (question, ())
    _, [fault] = question_from_form(Weighed, {**typed_of(question), "weights": ("[a",)})
    assert fault.path == ("weights",) and "not closed" in fault.message


def test_an_id_is_in_the_form_only_if_somebody_chose_it() -> None:
    question = ShortTextQuestion(stem="Who?", answer="Ada Moss")
    assert "id" not in typed_of(question)
    assert typed_of(replace(question, id="who"))["id"] == ("who",)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_form_of_a_question_gives_the_same_question(path: Path) -> None:
    found = read_bank(path.read_bytes(), path.name, TYPES).quiz.questions
    assert found
    for question in found:
        made, faults = question_from_form(type(question), typed_of(question))
        if any(text != text.strip() for texts in typed_of(question).values() for text in texts):
            continue  # blanks around a text are not typed by anybody
        assert faults == () and made is not None
        assert replace(made, id=question.id) == question


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("answer", "8,849 m", "expected a number like 1080"),
        ("answer", "", "found no `answer`"),
        ("tolerance.percent", "few", "expected a number"),
        ("points", "many", "expected a number"),
    ],
)
def test_a_fault_is_told_with_its_field(name: str, typed: str, words: str) -> None:
    form = typed_of(NumericQuestion(stem="How high?", answer=Decimal(8849)))
    question, [fault] = question_from_form(NumericQuestion, {**form, name: (typed,)})
    assert question is None
    assert fault.path[0] == name.partition(".")[0] and words in fault.message


def test_rows_in_which_nothing_is_typed_are_left_out() -> None:
    form = {"stem": ("Which?",), "pairs.left": ("Peru", "", "France"), "pairs.right": ("Lima", " ", "Paris")}
    question, _ = question_from_form(MatchingQuestion, form)
    assert isinstance(question, MatchingQuestion)
    assert [(pair.left, pair.right) for pair in question.pairs] == [("Peru", "Lima"), ("France", "Paris")]


def test_one_right_answer_stands_alone_unless_all_that_are_right_are_asked_for() -> None:
    form = {"stem": ("Which?",), "answer": ("Elbe", ""), "distractors": ("Alps",)}
    assert question_from_form(ChoiceQuestion, form)[0] == ChoiceQuestion(
        stem="Which?", answer="Elbe", distractors=("Alps",)
    )
    several, _ = question_from_form(ChoiceQuestion, {**form, "answer.several": ("true",)})
    assert isinstance(several, ChoiceQuestion) and several.answer == ("Elbe",)


def test_a_text_of_several_lines_stays_as_far_in_as_it_is() -> None:
    form = {"stem": ("\r\n    if a:\r\n        b()\r\n",), "answer": ("true",)}
    question, _ = question_from_form(TrueFalseQuestion, form)
    assert question is not None and question.stem == "    if a:\n        b()"


def test_a_statement_that_nobody_has_judged_is_not_false() -> None:
    question, [fault] = question_from_form(TrueFalseQuestion, {"stem": ("Ice floats.",)})
    assert question is None and fault.path == ("answer",)
