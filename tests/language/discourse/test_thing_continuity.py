"""What "it" and "they" mean by grammar, and the words that take their place."""

import pytest

from quizengine import Article
from quizengine.language import full_names, trees


def said(text: str, pronoun: str) -> str:
    """What takes the place of the last such pronoun of a text; the pronoun itself where nothing is certain."""
    for tree in reversed(trees(Article(f"A title\n\n{text}\n"))):
        for index in reversed(range(len(tree.tokens))):
            if tree.tokens[index].form.lower() == pronoun:
                return full_names(tree, [index]).get(index, pronoun)
    raise AssertionError(f"no {pronoun} in the text")


@pytest.mark.parametrize(
    ("text", "pronoun", "words"),
    [
        ("The French government closed the mine. It paid the miners.", "it", "the French government"),
        ("The French government met in May. It closed the mine. It paid the miners.", "it", "the French government"),
        ("Farmers of Orra sold bread. In 1952, they left.", "they", "farmers of Orra"),
        ("Democratic farmers sold bread. They left.", "they", "Democratic farmers"),
        ("The Bank of Orra bought the mine. It is the third largest of the country.", "it", "the Bank of Orra"),
        ("The Bank of Orra bought the mine. It was one of the last buyers.", "it", "the Bank of Orra"),
        ("The Bank of Orra bought the mine in 1952. In 1960, it sold the mine.", "it", "the Bank of Orra"),
    ],
)
def test_the_subject_before_a_pronoun_takes_its_place(text: str, pronoun: str, words: str) -> None:
    assert said(text, pronoun) == words


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("The government closed the mine. It paid the miners.", "it"),
        ("The Bank of Orra bought the mine. It is a long trip from Orra to visit Peru.", "it"),
        ("During the Civil War Harwick sold wool to Spain. It was besieged for seven weeks.", "it"),
        ("A French bank closed the mine. It paid the miners.", "it"),
        ("The French government closed the mine. It was one of the few times that miners won.", "it"),
        ("The French government closed the mine. It is clear that the miners lost money.", "it"),
        ("The French government closed the mine. It turned out that the miners lost money.", "it"),
        ("Many farmers sold bread. They left.", "they"),
        ("Ann Moss, 42, and Peter Okoye sold bread. They left.", "they"),
        ("The scenarios of the report changed. They estimated the cost.", "they"),
        ("The French government closed the mine.\n\nIt paid the miners.", "it"),
        ("The Bank of Orra sold the mine, so that the Kerr Museum lost its money. It closed in 1952.", "it"),
    ],
)
def test_in_doubt_nothing_takes_its_place(text: str, pronoun: str) -> None:
    assert said(text, pronoun) == pronoun
