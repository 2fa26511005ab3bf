"""Which names are titles of works."""

import pytest

from quizengine.language.names.mentions import mentions
from quizengine.language.names.works import is_work
from quizengine.text.article import Article


@pytest.mark.parametrize(
    ("sentence", "name", "work"),
    [
        ("Critics praised the film Green Lagoon in May.", "Green Lagoon", True),
        ("Green Lagoon is a novel about the sea.", "Green Lagoon", True),
        ("The song Lennon wrote was long.", "Lennon", False),
        ("The film was shown in Lisbon.", "Lisbon", False),
    ],
)
def test_a_work_is_what_the_article_calls_one(sentence: str, name: str, work: bool) -> None:
    found = [one for one in mentions(Article(f"Arts\n\n{sentence}\n")) if " ".join(one.tokens) == name]
    assert found and is_work(found) is work
