"""What a sentence tells beside its point."""

import pytest

from quizengine import Article
from quizengine.language import Tree, aside_around, is_beside_the_point, trees

TITLE = "The mills of Torrent\n\n"
ASIDES = (
    ("Senn, a town of 900 people, has lost its mill.", "900"),
    ("The institute in Orra, founded in 1980, gives courses.", "1980"),
    ("The judges rejected a bill that became law in 1912.", "1912"),
    ("Ada Moss, the senator from Vermont, is tired.", "Vermont"),
)
TOLD = (
    ("Ada Moss is a poet who sold 900 books.", "900"),
    ("There is a bird that weighs 900 grams.", "900"),
    ("Senn lost 900 people in the flood.", "900"),
    ("Ada Moss announced a plan to raise 900 pounds.", "900"),
    ("The council drafted its mayor, Ada Moss.", "Ada"),
    ("Ada Moss was convicted of a theft committed in 1994.", "1994"),
)


def tree_and_token(sentence: str, form: str) -> tuple[Tree, int]:
    tree = trees(Article(f"{TITLE}{sentence}\n"))[0]
    return tree, [token.form for token in tree.tokens].index(form)


@pytest.mark.parametrize(("sentence", "form"), ASIDES)
def test_what_describes_a_noun_is_an_aside(sentence: str, form: str) -> None:
    tree, token = tree_and_token(sentence, form)
    assert aside_around(tree, token) is not None
    assert is_beside_the_point(tree, [token])


@pytest.mark.parametrize(("sentence", "form"), TOLD)
def test_what_the_sentence_says_is_none(sentence: str, form: str) -> None:
    tree, token = tree_and_token(sentence, form)
    assert aside_around(tree, token) is None
    assert not is_beside_the_point(tree, [token])


def test_an_aside_knows_whether_its_noun_has_a_name() -> None:
    named = aside_around(*tree_and_token(*ASIDES[0]))
    nameless = aside_around(*tree_and_token("An institute in the hills, founded in 1980, gives courses.", "1980"))
    assert named is not None and named.describes_a_name and not named.is_a_clause
    assert nameless is not None and not nameless.describes_a_name and nameless.is_a_clause


def test_what_joins_two_names_is_kept_in_mind() -> None:
    tree, token = tree_and_token("Moss took part in the events that parted Norway from Sweden in 1905.", "1905")
    assert aside_around(tree, token) is not None
    assert not is_beside_the_point(tree, [token])


def test_what_somebody_does_whom_the_article_is_about_is_kept_in_mind() -> None:
    text = "Ada Moss, who lost 40 ships in the storm, went on. Ada Moss left Cork. Ada Moss returned.\n"
    tree = trees(Article(f"The life of Ada Moss\n\n{text}"))[0]
    [token] = [index for index, each in enumerate(tree.tokens) if each.form == "40"]
    assert aside_around(tree, token) is not None
    assert not is_beside_the_point(tree, [token])
