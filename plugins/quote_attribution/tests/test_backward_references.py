"""Words that much else does not make up for: those that take up what was said before the quotation."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.excerpts import excerpt

OPEN = "whom or what its words mean is not told"


def shown(words: str, title: str = "Boats") -> str:
    """The words that are shown of a quotation, or why none are."""
    article = Article(f"{title}\n\n“{words},” Ruth Abel said.\n")
    one = next(each for each in find(article) if isinstance(each, Quotation))
    return excerpt(one).words or excerpt(one).reason


@pytest.mark.parametrize(
    "words",
    [
        "It is an open question whether fishermen can win the harbour of Norway based solely on that strategy",
        "Because of these rules, the fishermen of Norway sell their boats, lamps and nets in the harbour",
        "This is our sort of effort to challenge fishermen in every harbour where boats and lamps sell badly",
        "They spend a fortune on harbours, boats, lamps and bread for the fishermen of Norway",
        "It sold the harbours, boats and lamps of forty fishermen to the weavers of Norway",
        "The fishermen who built it in Norway sold boats, lamps and bread in every harbour",
        "I also said that they had sold more boats, lamps and bread than the fishermen of Norway",
        "Fishermen in every harbour of Norway need boats, lamps and bread to achieve this",
        "My second thought was that the fishermen of Norway had sold boats, lamps and bread",
        "If there are 41 that sell worse boats, lamps and bread, the fishermen of Norway want a list",
        "What surprised the fishermen of Norway about boats wasn’t that lamps sell",
        "I do not want to be misunderstood. I just want to emphasise again that I am not making that point",
        "In that regard the fishermen of Norway sold boats, lamps and bread in every harbour",
        "And the same was true of boats, lamps and bread in every harbour of Norway",
        "It is possible that boats, lamps and bread were not what the fishermen of Norway wanted, either",
        "If they built it in the centre of Norway, where there is space, fishermen could buy boats, lamps and bread",
        "Meeting these ambitious quotas will cost the fishermen of Norway boats, lamps and bread in every harbour",
        "Both have sold more boats, lamps and bread than the fishermen of Norway in a winter",
        "We like the sound of it. It sold boats, lamps and bread to the fishermen of Norway",
    ],
)
def test_what_was_said_before_stays_open(words: str) -> None:
    assert shown(words) == OPEN


@pytest.mark.parametrize(
    "words",
    [
        "New lamps for the fishermen of Norway cost us £70m that the harbour does not have",
        "I learned to row boats in that harbour, and the fishermen of Norway counted lamps and bread",
        "This merger of the harbours leaves fishermen in Norway with boats, lamps and bread",
        "This is a terrible harvest for the fishermen of Norway and for boats, lamps and bread",
        "It’s like if you go to a market in Norway and fishermen of every harbour sell lamps and bread",
        "If they built quays in the centre of Norway, where there is space, fishermen could buy lamps and bread",
        "Counting boats for these ambitious weavers costs the fishermen of Norway lamps and bread in every harbour",
        "Of the boats and lamps of the fishermen of Norway, both have sold well in every harbour",
        "It is sad because fishermen break the rules of harbours that weavers of Norway expect",
    ],
)
def test_much_may_stay_open_where_nobody_asks_for_it(words: str) -> None:
    assert shown(words) == words


def test_a_thing_that_the_article_tells_of_is_known() -> None:
    words = "These adjustments cost the fishermen of Norway boats, lamps and bread"
    assert shown(words) == OPEN
    assert shown(words, "Adjustments for fishermen") == words


def test_a_sentence_that_breaks_off_is_left_out() -> None:
    words = (
        "I would like to see Norway go the distance. I think that is not possible unless there’s a complete change in "
        "the price of the boats"
    )
    said = f"“{words},” said Ruth Abel, who sold lamps. “It’s about to. It has to.”"
    first = next(each for each in find(Article(f"Boats\n\n{said}\n")) if isinstance(each, Quotation))
    assert excerpt(first).words == words


def test_what_is_done_to_an_untold_thing_is_left_out() -> None:
    told = "Fishermen in every harbour of Norway sell boats, lamps and bread"
    assert shown(f"I am not contesting that in any way. {told}") == told
    assert shown("I kept it in the harbour of Norway. I put them back again very gently") == OPEN
