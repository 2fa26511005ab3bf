"""Words that begin and end where a phrase does, and words that are cut out of its middle."""

import pytest

from quizengine import Article, Span
from quizengine_cause_and_effect.borders import begins_amid, breaks_off, ends_amid


def found(text: str, words: str) -> Span:
    return Article(text).span(text.index(words), text.index(words) + len(words))


ENDS = [
    ("They asked for a wage of R16,000.", "a wage of R16", True),
    ("They asked for a wage of R16,000.", "a wage of R16,000", False),
    ("They fired a country - made pistol.", "a country", True),
    ("They spoke of the killing of a farmer.", "the killing of a", True),
    ("They spoke of the killing of a farmer.", "the killing of a farmer", False),
    ("They met in the hall (the old one) today.", "the hall", True),
]


@pytest.mark.parametrize(("text", "words", "expected"), ENDS, ids=[f"{words}: {text}" for text, words, _ in ENDS])
def test_words_end_amid_a_phrase(text: str, words: str, expected: bool) -> None:
    assert ends_amid(found(text, words)) is expected


def test_words_begin_amid_a_phrase_after_a_possessive() -> None:
    assert begins_amid(found("The owners’ association closed.", "association closed"))
    assert not begins_amid(found("In May, the association closed.", "the association closed"))


def test_a_sentence_that_goes_on_without_a_mark_breaks_off() -> None:
    text = "The storm caused heavy losses “as nobody had seen” on the island."
    assert breaks_off(found(text, "heavy losses"))
    assert not breaks_off(found("The storm caused heavy losses, and it rained.", "heavy losses"))
