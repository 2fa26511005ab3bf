"""Forty-three good questions, as a careful teacher writes them on many subjects: no check finds anything in them."""

from pathlib import Path

from quizengine import start
from quizengine.checking import check_bank

BANK = Path(__file__).parent / "good_items.yaml"


def test_nothing_is_found_in_good_questions() -> None:
    quiz, findings = check_bank(start(), BANK)
    assert len(quiz.questions) == 43
    assert [str(finding) for finding in findings] == []
