"""Reading a bank: the good questions come as a quiz, every fault comes with its place, and nothing brings it down."""

from decimal import Decimal

import pytest

from quizengine import BankError, ChoiceQuestion, NumericQuestion
from quizengine.bank import read_bank
from quizengine.question_types import quizengine_question_types
from quizengine.records import Reading

TYPES = {cls.type: cls for cls in quizengine_question_types()}
HEAD = "format: quizengine/1\ntitle: A test\nquestions:\n"


def read(text: str | bytes) -> Reading:
    """What comes of a bank file called bank.yaml."""
    return read_bank(text if isinstance(text, bytes) else text.encode(), "bank.yaml", TYPES)


def faults(questions: str) -> list[str]:
    """The findings of a bank with these questions, as people see them."""
    return [str(finding) for finding in read(HEAD + questions).findings]


def test_a_good_bank_is_a_quiz_without_findings() -> None:
    reading = read(HEAD + "  - {type: numeric, stem: How many bones has an adult?, answer: 206, unit: bones}\n")
    assert reading.findings == ()
    assert reading.quiz.questions == (
        NumericQuestion(stem="How many bones has an adult?", answer=Decimal(206), unit="bones"),
    )


def test_of_two_hundred_questions_three_bad_ones_leave_the_others() -> None:
    lines = [f"  - {{type: true_false, stem: The number {n} is even, answer: {n % 2 == 0}}}\n" for n in range(200)]
    lines[7] = "  - {type: true_false, stem: Seven is even, answer: perhaps}\n"
    lines[70] = "  - {type: true_or_false, stem: Seventy is even, answer: true}\n"
    lines[199] = "  - {type: true_false, answer: false}\n"
    reading = read(HEAD + "".join(lines))
    assert len(reading.quiz.questions) == 197
    assert [(finding.line, finding.path) for finding in reading.findings] == [
        (11, "questions[7].answer"),
        (74, "questions[70].type"),
        (203, "questions[199].stem"),
    ]


def test_a_number_where_a_text_is_wanted_keeps_its_written_form() -> None:
    (question,) = read(
        HEAD + "  - {type: choice, stem: Which version?, answer: 1.10, distractors: [1989, 1.1, 010]}"
    ).quiz.questions
    assert question == ChoiceQuestion(stem="Which version?", answer="1.10", distractors=("1989", "1.1", "010"))


@pytest.mark.parametrize(
    "written", ["no", "12:30", "12:30:00", "010", "1_000", "0x1F", "0o7", "2024-99-99", ".inf", "off"]
)
def test_only_what_every_yaml_reader_takes_for_more_is_more_than_text(written: str) -> None:
    (question,) = read(HEAD + f"  - {{type: short_text, stem: What?, answer: {written}}}").quiz.questions
    assert question.answer == written


def test_an_unknown_field_names_the_nearest() -> None:
    assert faults("  - {type: true_false, stem: Ice floats., anwser: true}") == [
        "bank.yaml:4:43: questions[0].anwser: found the unknown field `anwser`; did you mean `answer`?"
    ]


BOMBS = {
    "brackets": "[" * 30_000,
    "braces": "{a: " * 30_000,
    "alias tower": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
    "many values": "[" + "x, " * 300_000 + "]",
    "dashes": "- " * 30_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_with_its_place(bomb: str) -> None:
    with pytest.raises(BankError, match=r"^bank\.yaml:\d+:\d+: found "):
        read(bomb)
