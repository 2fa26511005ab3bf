"""A percentage is asked for only where it is told of what."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.unnamed_wholes import is_of_an_unnamed_whole
from quizengine_numeric_recall.whole_sentences import whole_sentence


def lacks_its_whole(sentence: str) -> bool:
    article = Article(f"The Mills of Tolmara\n\n{sentence}\n\nIt rained.")
    [(context, said), *_] = whole_sentence(quantities_in(article)[0])
    return is_of_an_unnamed_whole(context, said)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss of Tolmara had climbed to 35 percent in Oslo.",
        "Ada Moss of Tolmara is underwater at 41 percent favorable.",
        "Ada Moss of Tolmara will own 56 percent.",
    ],
)
def test_nobody_knows_of_what_these_are(sentence: str) -> None:
    assert lacks_its_whole(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss of Tolmara had climbed to 35 percent of the votes in Oslo.",
        "Ada Moss, whose approval ratings have risen above 50 percent, visited Tolmara.",
        "The price of bread in Tolmara had climbed by 35 percent in Oslo.",
        "Ada Moss of Tolmara has a 41 percent chance in Oslo.",
    ],
)
def test_everybody_knows_of_what_these_are(sentence: str) -> None:
    assert not lacks_its_whole(sentence)
