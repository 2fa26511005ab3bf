"""The words for how usable a question is: every drawback is in the catalogue, and no figure promises too much."""

import pytest

from quizengine.generation import usability
from quizengine.generation.usability import Usability
from quizengine.web.render import usability_words
from quizengine.web.render.usability_words import how_usable, weak_points


def test_every_drawback_is_in_the_catalogue():
    assert sorted(usability_words.DRAWBACKS) == sorted(usability.DRAWBACKS.values())


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.02, "Fewer than 1 in 10 questions of this kind can be used as they stand."),
        (0.11, "About 1 in 10 questions of this kind can be used as they stand."),
        (0.88, "About 9 in 10 questions of this kind can be used as they stand."),
        (0.97, "Nearly all questions of this kind can be used as they stand."),
    ],
)
def test_the_probability_is_said_in_tenths(probability: float, words: str):
    assert how_usable(Usability(probability)) == words


def test_what_may_be_weak_is_one_sentence():
    assert weak_points(Usability(0.5, ("its stem is long", "its answer is typed"))) == (
        "What may be weak: its stem is long; its answer is typed."
    )
    assert weak_points(Usability(0.9)) == ""
