"""What only adds to a clause is left out of the question, and the rest says the same of the figure."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Ada Moss's first film of a religious kind, a history of Orra, was shown in Oslo in 1980.",
            "In which year was Ada Moss's first film of a religious kind shown in Oslo?",
        ),
        (
            "Following the advice of Sven Dahl, Ada Moss returned to Oslo in August 1988.",
            "In which year did Ada Moss return to Oslo?",
        ),
        (
            "In 1953, Ada Moss had assisted Sven Dahl in the rescue of Oslo Mills.",
            "In which year did Ada Moss assist Sven Dahl in the rescue of Oslo Mills?",
        ),
        (
            "In 1931, Ada Moss painted in Oslo after months of rain and snow, and tens of walls, perhaps hundreds.",
            "In which year did Ada Moss paint in Oslo after months of rain and snow?",
        ),
        ("According to a recent poll of Peru voters, Ada Moss won 30 percent of the votes in Oslo.", ""),
        (
            "After the Moss Bridge was completed in 1970, Oslo gained visitors.",
            "In which year was the Moss Bridge completed?",
        ),
        (
            "Sven Dahl has sold 340 boats to Ada Moss, roughly 250 of them old.",
            "How many boats has Sven Dahl sold to Ada Moss?",
        ),
        ("If the Moss Bridge was completed in 1970, Oslo gained visitors.", ""),
        (
            "The Moss Party of Oslo won four million votes, about one in eight, and received one seat.",
            "How many votes did the Moss Party of Oslo win?",
        ),
        (
            "For 131 years the Moss family has baked oat bread in the Orra town of Tolmara, through two wars, a flood "
            "and a fire.",
            "For how many years has the Moss family baked oat bread in the Orra town of Tolmara?",
        ),
        (
            "Ada Moss entered the Bank of Oslo in 1877 when she was 17.",
            "In which year did Ada Moss enter the Bank of Oslo?",
        ),
        (
            "Ada Moss won seven gold cups and two bowls in Oslo in 2001.",
            "How many gold cups did Ada Moss win in Oslo in 2001?",
        ),
        ("After the death of Sven Dahl in 1833, Ada Moss turned her attention to the silver mines of Oslo.", ""),
        ("Ada Moss turned her attention to the silver mines of Oslo after the death of Sven Dahl in 1833.", ""),
        ("Ada Moss died in 1953.", "In which year did Ada Moss die?"),
        ("As for Ada Moss, Oslo Bank put her worth at $45 billion.", ""),
    ],
)
def test_a_question_says_no_more_than_it_needs(sentence: str, stem: str) -> None:
    found = wording_of(quantities_in(Article(f"Ada Moss\n\n{sentence}\n\nIt rained."))[0])
    assert (found.stem if found and found.rule != "gap" else "") == stem
