"""The page on the bank format tells the truth: its examples are read, and its faults are told in those words."""

import re
from pathlib import Path

import pytest

from quizengine import BankError
from quizengine.bank import bank_schema, read_bank
from quizengine.extensions.shipped_types import quizengine_question_types

PAGE = (Path(__file__).parents[2] / "docs" / "bank-format.md").read_text(encoding="utf-8")
TYPES = {cls.type: cls for cls in quizengine_question_types()}
HEAD = "format: quizengine/1\ntitle: An example\nquestions:\n"
FENCE = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
WRONG = re.compile(r"^```yaml wrong\n(.*?)^```\n```text\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def as_bank(example: str) -> bytes:
    """An example as a whole file."""
    return (example if example.startswith("format:") else HEAD + example).encode()


EXAMPLES = [re.sub(f"^{indent}", "", text, flags=re.MULTILINE) for indent, text in FENCE.findall(PAGE)]
FAULTS = WRONG.findall(PAGE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read(example: str) -> None:
    reading = read_bank(as_bank(example), "my-quiz.yaml", TYPES)
    assert [str(finding) for finding in reading.findings] == []
    assert reading.quiz.questions


@pytest.mark.parametrize(("example", "message"), FAULTS)
def test_a_fault_is_told_in_the_words_of_the_page(example: str, message: str) -> None:
    try:
        found = [str(finding) for finding in read_bank(as_bank(example), "my-quiz.yaml", TYPES).findings]
    except BankError as fault:
        found = [str(fault)]
    assert [re.sub(r"^my-quiz\.yaml:\d+:\d+: ", "", line) for line in found] == [message]


def test_there_is_an_example_of_every_type() -> None:
    shown = {q.type for example in EXAMPLES for q in read_bank(as_bank(example), "my-quiz.yaml", TYPES).quiz.questions}
    assert shown == set(TYPES)


def test_every_field_is_named() -> None:
    schema = bank_schema(TYPES)
    fields = {name for part in (schema, *schema["$defs"].values()) for name in part["properties"]}
    assert [name for name in sorted(fields) if not re.search(f"`{name}[`:]", PAGE)] == []
