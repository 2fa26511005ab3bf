"""What an article tells that can be recalled, as facts: its events and its lists."""

from collections.abc import Iterator

from quizengine import Article, Fact
from quizengine_fact_recall.events import events
from quizengine_fact_recall.lists import listings


def find(article: Article) -> Iterator[Fact]:
    """Yield the events of the body, in order, then its lists."""
    yield from events(article)
    yield from listings(article)
