"""The events and lists of an article as facts."""

from collections.abc import Iterator

from quizengine import Article, Fact
from quizengine_fact_recall.dated import dated_events
from quizengine_fact_recall.described import described_people
from quizengine_fact_recall.events import events
from quizengine_fact_recall.glosses import glosses
from quizengine_fact_recall.lists import listings
from quizengine_fact_recall.missing_names import missing_names


def find(article: Article) -> Iterator[Fact]:
    """Yield the events of the body, in order, then its lists."""
    told = list(events(article))
    yield from told
    yield from listings(article)
    yield from dated_events(article, told)
    yield from glosses(article)
    yield from described_people(article)
    yield from missing_names(article)
