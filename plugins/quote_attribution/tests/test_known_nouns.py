"""A noun with "the" or "this" needs nothing before it where everybody knows it, or words around it tell which."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine_quote_attribution.known_nouns import is_known_noun, is_the_speakers


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("The insurance companies are getting rich on boats.", "companies"),
        ("Norway bought the biggest boat in May.", "boat"),
        ("Norway fears the extremists.", "extremists"),
        ("Nobody will pick up the phone in Norway.", "phone"),
        ("Norway was the only buyer.", "buyer"),
        ("Norway missed the moon landing.", "landing"),
    ],
)
def test_some_nouns_are_known(words: str, noun: str) -> None:
    (tree,) = trees(Article(f"Boats\n\n{words}\n"))
    at = next(each for each, token in enumerate(tree.tokens) if token.form == noun)
    assert is_known_noun(tree, at, tree.tokens[:at])


@pytest.mark.parametrize("words", ["Norway bought the boat in May.", "The location was empty.", "It sold the lamps."])
def test_others_are_not(words: str) -> None:
    (tree,) = trees(Article(f"Boats\n\n{words}\n"))
    at = next(each for each, token in enumerate(tree.tokens) if token.form in ("boat", "location", "lamps"))
    assert not is_known_noun(tree, at, tree.tokens[:at])


@pytest.mark.parametrize(
    ("words", "noun", "own"),
    [
        ("This country needs boats.", "country", True),
        ("This notion that Norway sold boats is wrong.", "notion", True),
        ("This harbour needs boats.", "harbour", False),
        ("This letter, if judged by its ideas, is the best one.", "letter", False),
    ],
)
def test_this_country_is_the_speakers(words: str, noun: str, own: bool) -> None:
    (tree,) = trees(Article(f"Boats\n\n{words}\n"))
    at = next(each for each, token in enumerate(tree.tokens) if token.form == noun)
    assert is_the_speakers(tree, at) == own
