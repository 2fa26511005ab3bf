"""The events and lists of an article as facts."""

from collections.abc import Iterator

from quizengine import Article, Fact
from quizengine_fact_recall.birthplaces import birthplaces
from quizengine_fact_recall.borders import borders
from quizengine_fact_recall.dated import dated_events
from quizengine_fact_recall.described import described_people
from quizengine_fact_recall.described_things import described_things
from quizengine_fact_recall.enumerations import enumerations
from quizengine_fact_recall.events import events
from quizengine_fact_recall.glosses import glosses
from quizengine_fact_recall.happenings import happenings
from quizengine_fact_recall.lists import listings
from quizengine_fact_recall.makers import makers
from quizengine_fact_recall.missing_names import missing_names
from quizengine_fact_recall.open_parts import open_parts
from quizengine_fact_recall.owned_names import owned_names
from quizengine_fact_recall.unique_attributes import unique_attributes


def find(article: Article) -> Iterator[Fact]:
    """Yield the events of the body, in order, then its lists."""
    told = list(events(article))
    yield from told
    yield from listings(article)
    yield from dated_events(article, told)
    glossed = list(glosses(article))
    people = list(described_people(article))
    known = {each.name.full for each in glossed}
    owned = list(owned_names(article, known | {each.name.full for each in people}))
    yield from glossed
    yield from people
    yield from owned
    made = list(makers(article, known))
    yield from made
    yield from unique_attributes(article)
    yield from borders(article)
    yield from birthplaces(article)
    yield from described_things(article, known | {each.name.full for each in (*owned, *made)})
    yield from missing_names(article)
    yield from open_parts(article)
    yield from enumerations(article)
    yield from happenings(article)
