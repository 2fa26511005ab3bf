"""Years told in a word or two beside a name are asked for with the participle as the verb."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Opened in 2005, Tolmara Hall is the meeting place of Oslo.", "In which year was Tolmara Hall opened?"),
        (
            "Her chief work is Hydra, published in 1738; it resembles that of Sven Dahl.",
            "In which year was Ada Moss’s chief work, Hydra, published?",
        ),
        ("In Moss v. Tolmara Hall, decided in 1803, the Supreme Court of Norway held that she was right.", ""),
        ("The rule of Norway goes back to Moss v. Tolmara Hall, decided in 1803, in which Ada Moss was right.", ""),
        ("The first edition of The Sea Is Flat, written in 1905, told of Tolmara.", ""),
        (
            "Around the same time, Hale's Santa Clara Talks on Oslo, given in 1971 and printed in 1975, helped to "
            "found a school of painting, which studies boats and mills.",
            "",
        ),
        ("A mill, built in 1851, stands in Tolmara.", ""),
        (
            "The Tolmara Mill Company, created in 1831, printed books for weavers.",
            "In which year was the Tolmara Mill Company created?",
        ),
        (
            "The largest, the Tolmara Canal, begun in 1954, carries water from the Upper Senn more than 100 kilometres "
            "into Norway.",
            "In which year was the Tolmara Canal begun?",
        ),
        ("Orra Mills, founded in 1901, is a company in Norway.", "In which year was Orra Mills founded?"),
        ("Barn of Stone is a dystopian novella by Ada Moss, first published in Norway in 1945.", ""),
        ("Its concrete weir, completed in 1921, led to floods in Tolmara.", ""),
    ],
)
def test_a_participle_becomes_the_verb(sentence: str, stem: str) -> None:
    text = f"Ada Moss and Tolmara Hall\n\nAda Moss was a painter. {sentence}\n\nIt rained."
    found = wording_of(quantities_in(Article(text))[0])
    assert (found.stem if found and found.rule != "gap" else "") == stem
