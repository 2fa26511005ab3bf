"""All or nothing: where a bank says so, an answer that is partly right earns nothing."""

from fractions import Fraction

import pytest

from quizengine import start
from quizengine.bank import dump_bank, read_bank
from quizengine.quiz.parts import Option
from quizengine.quiz.questions import Question
from quizengine.quiz.types import ChoiceQuestion, ClozeQuestion, MatchingQuestion, OrderingQuestion, Pair
from quizengine.testing import right_response

PARTLY = {
    "choice": (
        {"stem": "Which two float?", "answer": ("ice", "oil"), "distractors": ("iron", "sand", "gold")},
        {"answer": (Option.of("ice").id,)},
        Fraction(1, 2),
    ),
    "ordering": (
        {"stem": "Smallest first.", "answer": ("ant", "mouse", "dog")},
        {"answer": tuple(Option.of(text).id for text in ("mouse", "dog", "ant"))},
        Fraction(1, 2),
    ),
    "cloze": (
        {"stem": "Fill the gaps.", "text": "Ice is {lighter} than {water}."},
        {"gap-1": ("lighter",), "gap-2": ("oil",)},
        Fraction(1),
    ),
    "matching": (
        {"stem": "Match.", "pairs": (Pair(left="France", right="Paris"), Pair(left="Italy", right="Rome"))},
        {f"pair-{Option.of('France').id}": (Option.of("Paris").id,)},
        Fraction(1),
    ),
}
TYPES = {"choice": ChoiceQuestion, "ordering": OrderingQuestion, "cloze": ClozeQuestion, "matching": MatchingQuestion}


def question(name: str, **more: str) -> Question:
    return TYPES[name](**PARTLY[name][0], **more)


@pytest.mark.parametrize("name", PARTLY)
def test_what_is_partly_right_earns_its_part_or_nothing_as_the_bank_says(name: str) -> None:
    _, response, part = PARTLY[name]
    partial, whole = question(name), question(name, scoring="all-or-nothing")
    assert partial.grade(response).earned == part
    assert whole.grade(response).earned == 0
    assert whole.grade(response).possible == partial.grade(response).possible
    assert whole.grade(right_response(whole)).full and partial.id != whole.id


def test_a_bank_says_how_an_answer_is_judged_and_keeps_saying_it() -> None:
    bank = b"""format: quizengine/1
title: Scoring
questions:
  - {type: choice, stem: Which two float?, answer: [ice, oil], distractors: [iron, sand], scoring: all-or-nothing}
  - {type: numeric, stem: How heavy is it?, answer: 20, unit: N, unit_required: true}
  - {type: short_text, stem: What is the polite word?, answer: Sie, match: exact}
  - {type: short_text, stem: What makes sugar?, answer: photosynthesis, near_miss: half}
"""
    types = start().registry.question_types
    reading = read_bank(bank, "bank.yaml", types)
    assert reading.findings == () and reading.quiz is not None
    assert read_bank(dump_bank(reading.quiz), "bank.yaml", types).quiz == reading.quiz


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("scoring: some", "partial"),
        ("scoring: All-or-nothing", "all-or-nothing"),
    ],
)
def test_an_unknown_way_to_score_is_refused_with_those_there_are(field: str, words: str) -> None:
    bank = f"""format: quizengine/1
title: Scoring
questions:
  - {{type: ordering, stem: Smallest first., answer: [ant, dog], {field}}}
"""
    (finding,) = read_bank(bank.encode(), "bank.yaml", start().registry.question_types).findings
    assert words in finding.message and "scoring" in str(finding)
