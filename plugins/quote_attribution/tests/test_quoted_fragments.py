"""Words between marks that lean on those before them are only a part of a sentence."""

import pytest

from quizengine import Article
from quizengine_quote_attribution.quoted_fragments import is_part_of_sentence


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("there is a boat between the two piers, and that a bell is being rung by the master", True),
        ("there is a boat between the two piers, and a bell is being rung by the master", False),
    ],
)
def test_what_goes_on_with_and_that_leans_on_a_that_before_it(words: str, part: bool) -> None:
    article = Article(f"Ruth Abel says that “{words}”.")
    start = article.text.index(words)
    assert is_part_of_sentence(article.span(start, start + len(words))) is part
