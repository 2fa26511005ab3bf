"""Marks in words made of tokens: money in one piece, capitals behind quotation marks."""

import pytest

from quizengine import Article
from quizengine.language import surface_text, trees


def words(sentence: str) -> str:
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    return surface_text(tree, range(len(tree.tokens)))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Ada Moss paid $ 800 for a mill.", "Ada Moss paid $800 for a mill."),
        ('Moss was called "Queen of Cork" by bakers.', 'Moss was called "Queen of Cork" by bakers.'),
        ('Moss said, "Bread is cheap in Cork."', 'Moss said, "bread is cheap in Cork."'),
    ],
)
def test_marks_in_words(sentence: str, said: str) -> None:
    assert words(sentence) == said
