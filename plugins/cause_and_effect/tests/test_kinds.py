"""What sort of thing a phrase is about."""

import pytest

from quizengine import Article, Span
from quizengine_cause_and_effect.kinds import happens, is_bare, is_counted, is_measure, is_people


def phrase(text: str) -> Span:
    return Article(text).span(0, len(text))


@pytest.mark.parametrize(("text", "expected"), [("The length of the quay", True), ("The quay", False)])
def test_a_measure(text: str, expected: bool) -> None:
    assert is_measure(phrase(text)) is expected


@pytest.mark.parametrize(("text", "expected"), [("14 old ramps", True), ("Old ramps", False)])
def test_what_is_counted(text: str, expected: bool) -> None:
    assert is_counted(phrase(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Young soldiers", True), ("A scientist", True), ("A cold winter", False)]
)
def test_people(text: str, expected: bool) -> None:
    assert is_people(phrase(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("A long strike", True), ("Heavy pollution", True), ("Young eels", False)]
)
def test_what_happens(text: str, expected: bool) -> None:
    assert happens(phrase(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("The accident", True), ("The accident of 1891", False), ("A long accident", False)]
)
def test_a_bare_noun(text: str, expected: bool) -> None:
    assert is_bare(phrase(text)) is expected
