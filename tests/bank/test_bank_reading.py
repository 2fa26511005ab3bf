"""Reading a bank: the good questions come as a quiz, every fault comes with its place, and nothing brings it down."""

import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, Literal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine import BankError, ChoiceQuestion, NumericQuestion, QuestionError
from quizengine.bank import dump_bank, read_bank
from quizengine.bank.decoding import decode_bank
from quizengine.bank.yaml_tree import Tree, read_tree
from quizengine.extensions.records import Reading
from quizengine.extensions.shipped_types import quizengine_question_types

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


RIVER = """  - type: choice
    stem: Which is a river?
    answer: the Elbe
    distractors:
      - the Alps
      - the Eifel
"""
OPTIONS = "expected one of the options: “the Elbe”, “the Alps”, “the Eifel”"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "    feedback:\n      - {option: the Alps, says: No.}\n      - option: the Alp\n        says: Nearly.\n",
            f"bank.yaml:12:17: questions[0].feedback[1].option: found the feedback for “the Alp”, {OPTIONS}",
        ),
        (
            "    pinned: [the Eifel, none]\n",
            f"bank.yaml:10:25: questions[0].pinned[1]: found the pinned option “none”, {OPTIONS}",
        ),
    ],
)
def test_an_entry_that_names_no_option_is_told_at_its_own_line(more: str, told: str) -> None:
    assert faults(RIVER + more) == [told]


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
    "dashes": "- " * 30_000,
    "question marks": "? " * 30_000,
    "many values": "[" + "x, " * 300_000 + "]",
    "many fields": "".join(f"field{n}: x\n" for n in range(250_000)),
    "one alias many times": "a: &a [" + "x, " * 1000 + "]\nb: [" + "*a, " * 1000 + "]\n",
    "billion laughs": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_with_its_place(bomb: str) -> None:
    with pytest.raises(BankError, match=r"^bank\.yaml:\d+:\d+: found "):
        read(bomb)


def test_five_megabytes_are_refused_before_they_are_read() -> None:
    with pytest.raises(BankError, match=r"found 5,000,\d+ bytes, expected at most 5,000,000"):
        read(HEAD + "x" * 5_000_000)


def test_a_text_far_longer_than_any_stem_is_a_fault() -> None:
    assert read(HEAD + f"  - {{type: true_false, stem: {'long ' * 19_999}stem, answer: true}}").findings == ()
    assert faults(f"  - {{type: true_false, stem: {'long ' * 20_000}stem, answer: true}}") == [
        "bank.yaml:4:30: questions[0].stem: found a text of 100,004 characters, expected at most 100,000"
    ]


def test_an_alias_of_something_faulty_is_a_fault_itself() -> None:
    assert [
        line.rpartition(";")[0]
        for line in faults("  - &a {type: true_false, stem: A, answer: true, answer: false}\n  - *a\n")
    ] == [
        "bank.yaml:4:50: questions[0].answer: found the field `answer` a second time (first in line 4)",
        "bank.yaml:5:5: questions[1]: found `*a`, which repeats something that is wrong",
    ]


def test_a_question_with_thousands_of_faults_tells_the_first() -> None:
    fields = "".join(f"    field{n}: x\n" for n in range(20_000))
    assert 0 < len(faults("  - type: true_false\n    stem: A\n    answer: true\n" + fields)) <= 50


GOOD = sorted((Path(__file__).parents[1] / "banks" / "good").glob("*.yaml"))
BAD = sorted((Path(__file__).parents[1] / "banks" / "bad").glob("*.yaml"))


def test_a_text_that_ends_with_the_file_is_read_to_its_end() -> None:
    with pytest.raises(BankError, match="found a brace that is not closed"):
        read(b"{.")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(BankError):
        read(data)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(GOOD + BAD), st.data())
def test_a_damaged_bank_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))
    patch = data.draw(
        st.sampled_from([b"", b"[", b"{", b": ", b"\n", b"  ", b"*a", b"&a ", b"!!int ", b"'", b'"', b"- "])
    )
    with suppress(BankError):
        reading = read(whole[:start] + patch + whole[end:])
        for finding in reading.findings:
            assert str(finding).startswith("bank.yaml:")
        for question in reading.quiz.questions:
            assert question.key()


def tree(path: Path, loader: type) -> Tree | None:
    """The values of a bank as one of PyYAML's parsers gives them, or None when it refuses."""
    try:
        return read_tree(decode_bank(path.read_bytes(), "bank.yaml"), "bank.yaml", loader)
    except BankError:
        return None


@pytest.mark.parametrize("path", GOOD + BAD, ids=lambda path: path.stem)
def test_without_libyaml_a_bank_is_read_the_same_or_refused(path: Path) -> None:
    assert tree(path, yaml.SafeLoader) in (tree(path, yaml.CSafeLoader), None)


def test_without_libyaml_most_good_banks_are_read() -> None:
    refused = [path.stem for path in GOOD if tree(path, yaml.SafeLoader) is None]
    assert len(refused) <= len(GOOD) / 4, refused  # its parser takes no question mark before a comma in brackets


@dataclass(frozen=True, kw_only=True)
class SliderQuestion(NumericQuestion):
    """A type as a plugin may bring it, with fields of kinds that the shipped types do not have."""

    type: ClassVar[str] = "slider"

    steps: int = 10
    width: float = 1.0
    look: Literal["line", "arc"] = "line"
    labels: Mapping[str, str] = field(default_factory=dict)
    marks: list[bool] = field(default_factory=list)

    def check(self) -> None:
        if self.steps == 13:
            raise KeyError("thirteen")
        if self.steps < 1:
            raise QuestionError("found no steps, expected one at least")


def slider(more: str) -> Reading:
    """What comes of a bank with one slider question."""
    text = HEAD + f"  - {{type: slider, stem: How warm?, answer: 20, {more}}}"
    return read_bank(text.encode(), "bank.yaml", {"slider": SliderQuestion})


def test_a_question_type_of_a_plugin_is_read_by_its_fields() -> None:
    reading = slider("steps: 5, width: 2.5, look: arc, labels: {low: 1.0, high: hot}, marks: [true, false]")
    assert reading.findings == ()
    assert reading.quiz.questions == (
        SliderQuestion(
            stem="How warm?", answer=Decimal(20), steps=5, width=2.5, look="arc",
            labels={"low": "1.0", "high": "hot"}, marks=[True, False],
        ),
    )  # fmt: skip
    assert read_bank(dump_bank(reading.quiz), "bank.yaml", {"slider": SliderQuestion}) == reading


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ("steps: 2.5", "questions[0].steps: found the number 2.5, expected a whole number"),
        ("steps: 0", "questions[0]: found no steps, expected one at least"),
        (
            "steps: 13",
            "questions[0]: the question type `SliderQuestion` failed at tests/bank/test_bank_reading.py, line ",
        ),
        ("look: round", "questions[0].look: found the text “round”, expected 'line' or 'arc'"),
        ("labels: [1]", "questions[0].labels: found a list of 1, expected fields (name: value)"),
        (
            "labels: {low: true}",
            "questions[0].labels.low: found true, expected text; put it in quotation marks if it is",
        ),
        ("marks: [yes]", "questions[0].marks[0]: found the text “yes”, expected true or false"),
        ("stepps: 3", "questions[0].stepps: found the unknown field `stepps`; did you mean `steps`?"),
    ],
)
def test_what_is_wrong_with_a_plugins_question_is_told_like_anything_else(more: str, finding: str) -> None:
    (found,) = slider(more).findings
    assert finding in str(found)


def test_only_the_types_that_are_handed_in_count() -> None:
    text = HEAD + "  - {type: choice, stem: A, answer: b, distractors: [c]}"
    (found,) = read_bank(text.encode(), "bank.yaml", {"true_false": TYPES["true_false"]}).findings
    assert str(found) == "bank.yaml:4:12: questions[0].type: found the text “choice”; expected one of: true_false"


def test_what_a_terminal_would_obey_is_not_repeated_in_a_message() -> None:
    (found,) = faults(r'  - {type: true_false, stem: A, answer: "\e[31mred\a"}')
    assert "found the text “ [31mred ”" in found


def test_the_title_is_kept_when_another_field_of_the_file_is_wrong() -> None:
    reading = read(
        "format: quizengine/1\ntitle: A test\nseed: lucky\nquestions:\n  - {type: true_false, stem: A, answer: true}"
    )
    assert (reading.quiz.title, reading.quiz.seed, len(reading.quiz.questions)) == ("A test", 0, 1)


def test_importing_the_room_does_not_import_pydantic() -> None:
    program = "import sys, quizengine.bank, quizengine.formats; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
