"""The banks in tests/banks: good ones say what they read as, bad ones what is wrong with them.

A good bank ends in lines like `#> questions[0].answer = Mercury` (` | ` between several). A bad one ends in lines like
`#! 6:5: questions[0].anwser: found …` and `#! keeps 2`, or `#! refused: …`; where such lines would change what is read,
they stand in a file of the same name that ends in .expected.
"""

import re
from functools import reduce
from pathlib import Path

import pytest

from quizengine import BankError
from quizengine.bank import dump_bank, read_bank
from quizengine.extensions.shipped_types import quizengine_question_types

TYPES = {cls.type: cls for cls in quizengine_question_types()}
BANKS = Path(__file__).parents[1] / "banks"
GOOD = sorted((BANKS / "good").glob("*.yaml"))
BAD = sorted((BANKS / "bad").glob("*.yaml"))


def named(path: Path) -> str:
    """The name of a test."""
    return path.stem


def lines(path: Path, mark: str) -> list[str]:
    """The lines of a file that begin with a mark, without it."""
    text = path.read_bytes().decode("utf-8", "replace")
    return [line.removeprefix(mark) for line in text.splitlines() if line.startswith(mark)]


def shown(value: object, between: str = " | ") -> str:
    """A value as the good banks write it."""
    return between.join(shown(inner, "/") for inner in value) if isinstance(value, tuple) else str(value)


def at(value: object, path: str) -> object:
    """What stands at a path like `questions[0].answer`."""
    steps = re.findall(r"\w+", path)
    return reduce(lambda found, step: found[int(step)] if step.isdigit() else getattr(found, step), steps, value)


def read_as(path: Path) -> list[str]:
    """What a bank comes to, line by line as the bad banks list it."""
    try:
        reading = read_bank(path.read_bytes(), path.name, TYPES)
    except BankError as fault:
        return ["refused: " + str(fault).removeprefix(path.name + ":").strip()]
    findings = [str(finding).removeprefix(path.name + ":") for finding in reading.findings]
    return [*findings, f"keeps {len(reading.quiz.questions)}"]


def test_there_are_enough_of_both() -> None:
    assert len(GOOD) >= 40
    assert len(BAD) >= 40


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_a_good_bank_reads_as_it_says(path: Path) -> None:
    reading = read_bank(path.read_bytes(), path.name, TYPES)
    assert [str(finding) for finding in reading.findings] == []
    claims = lines(path, "#> ")
    assert claims
    for claim in claims:
        place, _, expected = claim.partition(" = ")
        assert shown(at(reading.quiz, place)) == expected, place


@pytest.mark.parametrize("path", GOOD, ids=named)
def test_a_good_bank_is_written_and_read_back_equal(path: Path) -> None:
    quiz = read_bank(path.read_bytes(), path.name, TYPES).quiz
    written = dump_bank(quiz)
    assert read_bank(written, path.name, TYPES).quiz == quiz
    assert dump_bank(read_bank(written, path.name, TYPES).quiz) == written


@pytest.mark.parametrize("path", BAD, ids=named)
def test_a_bad_bank_says_what_is_wrong_and_where(path: Path) -> None:
    beside = path.with_suffix(".expected")
    expected = beside.read_text(encoding="utf-8").splitlines() if beside.exists() else lines(path, "#! ")
    assert expected
    assert read_as(path) == expected


@pytest.mark.parametrize("path", BAD, ids=named)
def test_no_fault_is_told_in_the_words_of_a_library(path: Path) -> None:
    for word in ("token", "scalar", "block mapping", "Input should", "dataclass", "pydantic", "keyword", "decimal"):
        assert not any(word in line for line in read_as(path))
