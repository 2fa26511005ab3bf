"""What is a headline, and no sentence of the article."""

import pytest

from quizengine import Article
from quizengine.language.sentences import sentences
from quizengine_cause_and_effect.headlines import PERHAPS, is_a_headline

REST = "\n\nThe bridge closed in May.\n\nFerries run late.\n\nThe mayor left."


@pytest.mark.parametrize(
    ("first", "words", "is_one"),
    [
        ("Foundation and donors complicate the bid.", 8, True),
        ("The storm of 1953 caused heavy losses among the fishing fleet.", 8, False),
        ("The storm of 1953 caused heavy losses among the fishing fleet.", PERHAPS, True),
        ("The storm of 1953 caused losses. The Board met.", 8, False),
    ],
)
def test_a_first_line_alone_and_short_is_a_headline(first: str, words: int, is_one: bool) -> None:
    sentence = next(one for one in sentences(Article("Tarn\n\n" + first + REST)) if one.text[:5] == first[:5])
    assert is_a_headline(sentence, words) is is_one


def test_a_short_text_has_no_headline() -> None:
    assert not is_a_headline(sentences(Article("The storm caused losses."))[0])


def test_capitals_make_a_headline_wherever_it_stands() -> None:
    article = Article("Ferries run late. Storm Causes Heavy Losses Among Fishing Fleet")
    assert [is_a_headline(one) for one in sentences(article)] == [False, True]
