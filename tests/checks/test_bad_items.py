"""A bank of thirty bad questions after examples of the literature: at least 27 are caught, by the right check."""

from pathlib import Path

import pytest

from quizengine import start
from quizengine.checking import check_bank
from quizengine.extensions.records import Finding
from quizengine.quiz.questions import Question

BANK = Path(__file__).parent / "bad_items.yaml"
QUIZ, FINDINGS = check_bank(start(), BANK)


def found(question: Question, findings: tuple[Finding, ...] = FINDINGS) -> set[str]:
    return {finding.check for finding in findings if finding.path == question.id}


def test_all_thirty_can_be_read() -> None:
    assert len(QUIZ.questions) == 30 and [str(one) for one in FINDINGS if one.check == "bank-file"] == []


def test_at_least_27_are_caught_by_a_check() -> None:
    assert sum(bool(found(question)) for question in QUIZ.questions) >= 27


@pytest.mark.parametrize("question", QUIZ.questions, ids=lambda question: question.stem[:40])
def test_each_is_caught_by_the_check_for_its_fault(question: Question) -> None:
    fault = question.tags[0]
    assert fault in found(question) | {"undecidable"}, found(question)
