"""Three hundred questions as teachers of programming, mathematics, languages, spreadsheets and chemistry write them.

The tags of a question name the checks that should find something in it; no other check may.
"""

from pathlib import Path

import pytest

from quizengine import start
from quizengine.checking import check_bank

BANK = Path(__file__).parent / "realistic_items.yaml"
QUIZ, FINDINGS = check_bank(start(), BANK)
BY_STEM = {question.stem: question for question in QUIZ.questions}


def found(stem: str) -> set[str]:
    """The checks that find something in the question with a stem."""
    question = BY_STEM[stem]
    return {finding.check for finding in FINDINGS if finding.path == question.id}


def test_all_of_them_can_be_asked() -> None:
    assert len(QUIZ.questions) >= 300


@pytest.mark.parametrize("stem", list(BY_STEM))
def test_a_question_is_blamed_for_what_is_wrong_with_it_and_for_nothing_else(stem: str) -> None:
    assert found(stem) == set(BY_STEM[stem].tags)
