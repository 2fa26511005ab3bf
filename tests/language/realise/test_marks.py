"""Marks in words made of tokens: money in one piece, capitals behind quotation marks."""

import pytest

from quizengine import Article
from quizengine.language import clauses_of, question, realised, surface_text, trees
from quizengine.language.realise.surface_text import without_full_stops_in_marks


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


def test_no_full_stop_is_left_in_the_marks_of_a_question() -> None:
    assert without_full_stops_in_marks('Who met "the other bakers." in May') == 'Who met "the other bakers" in May'
    assert without_full_stops_in_marks("Who met “the bakers of Moss Jr.”?") == "Who met “the bakers of Moss Jr.”?"


def test_a_straight_mark_without_its_word_is_in_no_question() -> None:
    text = 'Her mother, "after 24 difficult years in France, returned to England with Jeanne’s sister, Michelle."'
    [tree] = trees(Article(f"A title\n\n{text}\n"))
    [clause] = [each for each in clauses_of(tree) if each.verb.lemma == "return"]
    said = realised(clause)
    assert said is not None and any(tree.tokens[each].form == '"' for each in said.tokens)
    [place] = [part for part in clause.parts if part.text == "to England"]
    assert question(said, place, "to which country") is None
