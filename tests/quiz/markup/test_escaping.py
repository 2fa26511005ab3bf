"""Plain words as Markdown: they read as before, and are left alone where nothing in them is a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.quiz.markup import escape_markdown, plain

SIGNS = st.text(st.sampled_from("a1 .)-+*_`~^$&|<>![]()\\#=;:\n"), max_size=30)


@pytest.mark.parametrize("words", ["Which river?", "It's 3.5 km (about 2 miles).", "a - b", "x"])
def test_ordinary_words_are_left_alone(words: str) -> None:
    assert escape_markdown(words) == words


@pytest.mark.parametrize("words", ["2*3*4", "- not a list", "1. Not a list", "a_b_c and ~x~", "H^2^", "$5 or $6$"])
def test_signs_of_markdown_stay_signs(words: str) -> None:
    assert plain(escape_markdown(words)) == words


@given(SIGNS)
def test_any_words_read_as_before(words: str) -> None:
    told = [" ".join(line.split()) for line in words.splitlines() if line.strip()]
    read = [" ".join(line.split()) for line in plain(escape_markdown(words)).splitlines() if line.strip()]
    assert read == told
