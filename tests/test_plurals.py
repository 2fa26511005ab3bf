"""One of a thing is one thing, and two are several."""

import pytest

from quizengine.plurals import plural_form, with_number


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 questions"), (1, "1 question"), (2, "2 questions"), (1200, "1,200 questions")]
)
def test_a_number_stands_with_what_it_counts(count: int, words: str) -> None:
    assert with_number(count, "question") == words


def test_a_plural_of_its_own_is_given() -> None:
    assert [with_number(count, "quiz", "quizzes") for count in (1, 2)] == ["1 quiz", "2 quizzes"]


def test_only_exactly_one_is_singular() -> None:
    assert [plural_form(seconds, "second") for seconds in (0.5, 1, 1.0)] == ["seconds", "second", "second"]
