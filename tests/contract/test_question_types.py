"""The contract of question types, held by every example of every type that is registered."""

import json
import os
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Origin,
    Pair,
    Question,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
    start,
)
from quizengine.quiz.parts import Choice, Gap, Ordering, OrderKey, Response, Text, TextKey
from quizengine.testing import check_question, right_response

EXAMPLES: tuple[Question, ...] = (
    ChoiceQuestion(stem="Which is a river?", answer="Elbe", distractors=("Alps", "Baltic")),
    ChoiceQuestion(stem="Is it warm?", answer="Yes", distractors=("No",)),
    ChoiceQuestion(stem="Which are rivers?", answer=("Elbe", "Rhine", "Oder"), distractors=("Alps", "Baltic", "Harz")),
    ChoiceQuestion(stem="Which are rivers?", answer=("Elbe",), distractors=("<b>Alps</b>", "Baltic & Harz")),
    TrueFalseQuestion(stem="The Elbe is a river.", answer=True),
    TrueFalseQuestion(stem="The Alps are a river.", answer=False),
    NumericQuestion(stem="How many soldiers came?", answer=Decimal(10000), unit="soldiers"),
    NumericQuestion(stem="How cold was it?", answer=Decimal("-2.5"), tolerance=Tolerance(absolute=Decimal("0.5"))),
    NumericQuestion(stem="How much grain?", answer=Decimal("1E+6"), tolerance=Tolerance(percent=Decimal(5)), unit="t"),
    NumericQuestion(stem="How many?", answer=Decimal(0), tolerance=Tolerance(range=(Decimal(-1), Decimal(3)))),
    ShortTextQuestion(stem="Who said so?", answer="Lloyd J. Austin III", accept=("Austin",)),
    ShortTextQuestion(stem="Wo ist die Brücke?", answer="Île-de-France"),
    ClozeQuestion(stem="Fill the gaps.", text="Rain is {water} from {clouds|a cloud}, {10,000} drops at {{once}}."),
    ClozeQuestion(stem="Fill the gap.", text="{Rain}"),
    MatchingQuestion(
        stem="Which capital belongs to which country?",
        pairs=(Pair(left="France", right="Paris"), Pair(left="Peru", right="Lima"), Pair(left="Chad", right="Lima")),
        distractors=("Rome",),
    ),
    MatchingQuestion(stem="What is what?", pairs=(Pair(left="a", right="b"), Pair(left="b", right="a"))),
    OrderingQuestion(stem="Earliest first.", answer=("Troy", "Crimea", "Korea")),
    OrderingQuestion(stem="Smallest first.", answer=("1", "2")),
    OpenQuestion(stem="Why does ice float?", answer="Ice takes more room than the water that it was."),
)
HOSTILE = (
    "",
    "x" * 10_000,
    "9" * 10_000,
    "\0",
    "\ud800",
    "1e999999999",
    "NaN",
    "((((" * 500,
    "<script>",
    "true",
    "a\u0301" * 2_000,
    "- " * 5_000,
)


def named(question: Question) -> str:
    return f"{question.type} {question.id}"


every_example = pytest.mark.parametrize("question", EXAMPLES, ids=named)


def test_every_registered_type_has_an_example_here() -> None:
    shipped = {
        name for name, kind in start().registry.question_types.items() if kind.__module__.startswith("quizengine.")
    }
    assert shipped == {example.type for example in EXAMPLES}


@every_example
def test_the_key_earns_all_nothing_earns_nothing_and_no_part_holds_the_key(question: Question) -> None:
    check_question(question)


@every_example
def test_a_blank_response_earns_nothing(question: Question) -> None:
    for blank in ((), ("",), (" \t\n",)):
        assert question.grade(dict.fromkeys(question.key(), blank)).earned == 0


@every_example
def test_equal_seeds_agree_and_the_parts_differ_in_order_alone(question: Question) -> None:
    def contents(seed: int) -> list[str]:
        return sorted(
            repr(part) if isinstance(part, Text | Gap) else part.name for part in question.parts(Random(seed))
        )

    for seed in range(30):
        assert question.parts(Random(seed)) == question.parts(Random(seed))
        assert contents(seed) == contents(0)


@every_example
def test_what_a_student_reads_holds_no_accepted_text(question: Question) -> None:
    parts = question.parts(Random(0))
    words = " ".join(part.text for part in parts if isinstance(part, Text)).casefold()
    keys = question.key()
    assert keys
    for key in keys.values():
        if isinstance(key, TextKey):
            assert not any(text.casefold() in words for text in key.accepted)


@every_example
def test_wrong_part_names_and_hostile_values_never_raise_and_earn_nothing(question: Question) -> None:
    possible = question.grade({}).possible
    right = right_response(question)
    for text in HOSTILE:
        response: Response = dict.fromkeys(question.key(), (text,))
        if response == right or text == "true":
            continue
        assert question.grade(response).earned == 0, text[:20]
        assert question.grade({"no-such-part": (text,), "": ()}).earned == 0
    assert question.grade({**right, "no-such-part": ("x",)}).possible == possible


@every_example
def test_saying_everything_at_once_never_earns_full_marks(question: Question) -> None:
    parts = [part for part in question.parts(Random(0)) if isinstance(part, Choice | Ordering)]
    everything = {part.name: tuple(option.id for option in part.options) * 2 for part in parts}
    assert not question.grade(everything).full


@every_example
def test_a_right_option_given_twice_earns_what_it_earns_once_at_most(question: Question) -> None:
    right = right_response(question)
    doubled = {name: values * 2 for name, values in right.items()}
    assert question.grade(doubled).earned <= question.grade(right).earned
    for name, key in question.key().items():
        if isinstance(key, OrderKey):
            assert question.grade({name: (key.ids[0],) * len(key.ids)}).earned == 0


@given(st.sampled_from(EXAMPLES), st.data())
def test_any_response_earns_between_nothing_and_all(question: Question, data: st.DataObject) -> None:
    parts = [part for part in question.parts(Random(0)) if not isinstance(part, Text)]
    ids = [option.id for part in parts if isinstance(part, Choice | Ordering) for option in part.options]
    values = st.lists(st.sampled_from([*ids, "x"]) | st.text(max_size=10), max_size=5).map(tuple)
    names = st.sampled_from([part.name for part in parts] + ["other"])
    score = question.grade(data.draw(st.dictionaries(names, values)))
    assert 0 <= score.earned <= score.possible == len(question.key())


@every_example
def test_a_partly_right_response_earns_part_of_the_points(question: Question) -> None:
    right = right_response(question)
    if len(right) > 1:
        first = next(iter(right))
        assert question.grade({first: right[first]}).earned == Fraction(1)
        assert not question.grade({first: right[first]}).full


@every_example
def test_the_id_depends_on_content_only(question: Question) -> None:
    beside = replace(
        question,
        id="",
        rationale="Because.",
        tags=("geography",),
        evidence=Evidence(0, 4, "Rain"),
        origin=Origin("numeric_recall", "how-many"),
    )
    assert beside.id == question.id != replace(question, id="", stem=f"{question.stem} Really?").id
    assert len(question.id) == 12 and set(question.id) <= set("0123456789abcdef")


@every_example
def test_a_pinned_id_stays_when_a_typing_error_is_mended(question: Question) -> None:
    pinned = replace(question, id="harbour-1", stem="Whitch?")
    assert replace(pinned, stem="Which?").id == "harbour-1"
    assert replace(pinned, stem="Which?").content_id != pinned.content_id


@every_example
def test_no_stem_no_question(question: Question) -> None:
    with pytest.raises(ValueError, match="found an empty stem, expected the words that ask"):
        replace(question, stem=" \n")


@every_example
def test_a_question_cannot_be_changed_and_can_be_a_key_of_a_mapping(question: Question) -> None:
    for field in fields(question):
        with pytest.raises(FrozenInstanceError):
            setattr(question, field.name, None)
    assert {question: 1}[replace(question)] == 1


def test_no_two_examples_share_an_id() -> None:
    assert len({question.id for question in EXAMPLES}) == len(EXAMPLES)


IDS_OF_ALL = """
import json, runpy, random
examples = runpy.run_path(__import__("sys").argv[1])["EXAMPLES"]
print(json.dumps([[q.id, repr(q.parts(random.Random(5)))] for q in examples]))
"""


def test_ids_and_shuffles_are_the_same_in_every_process() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", IDS_OF_ALL, str(Path(__file__))],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    ]
    assert outputs[0] == outputs[1] == outputs[2]
    assert [row[0] for row in json.loads(outputs[0])] == [question.id for question in EXAMPLES]
