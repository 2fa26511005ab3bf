"""Who "he" and "she" are: the one person the text is about, or nobody for certain."""

import pytest

from quizengine import Article
from quizengine.language import full_names, realised, referent, statement, trees
from quizengine.language.syntax import main_clause


def meant(text: str, pronoun: str) -> str:
    """The full name behind the last such pronoun of a text; empty where nobody is certain."""
    article = Article(f"A title\n\n{text}\n")
    for tree in reversed(trees(article)):
        for index in reversed(range(len(tree.tokens))):
            if tree.tokens[index].form.lower() == pronoun:
                name = referent(tree, index)
                return name.full if name else ""
    raise AssertionError(f"no {pronoun} in the text")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Maria Lopes founded a bakery. She sold it in 1952.", "she", "Maria Lopes"),
        ("Maria Lopes founded a bakery. It did well. She sold it in 1952.", "she", "Maria Lopes"),
        ("Maria Lopes sold her bakery in 1952.", "her", "Maria Lopes"),
        ("Peter Okoye left Cork. He said that he missed his friends.", "his", "Peter Okoye"),
    ],
)
def test_the_one_person_that_the_text_is_about(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Maria Lopes met Clara Dean. She sold bread.", "she"),
        ("Peter Okoye asked him to leave.", "him"),
        ("A bakery opened. She sold bread.", "she"),
        ("Maria Lopes left. “She sold bread,” said Peter Okoye.", "she"),
        ("Bread was sold to Maria Lopes. She left.", "she"),
    ],
)
def test_in_doubt_it_is_nobody(text: str, pronoun: str) -> None:
    assert meant(text, pronoun) == ""


def test_a_sentence_read_alone_names_people_in_full() -> None:
    article = Article("A title\n\nMaria Lopes founded a bakery in Cork. Lopes moved to Lisbon in 1952.\n")
    tree = trees(article)[1]
    clause = main_clause(tree)
    assert clause is not None
    said = realised(clause)
    assert said is not None
    named = realised(clause, full_names(tree, said.tokens))
    assert named is not None
    assert statement(named) == "Maria Lopes moved to Lisbon in 1952."
