"""A "he" or "she" beside a quotation names nobody where another may have come in between, by name or description."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find

MET = "Ruth Abel met Tomas Lindqvist at the pier.\n\n“Nobody rang the bell,” Lindqvist said. "
WORDS = "“The pumps in the harbour failed in the night,” he said."


def speakers(text: str) -> list[str]:
    return [one.name for one in find(Article(text)) if isinstance(one, Quotation)]


@pytest.mark.parametrize(
    "between",
    [
        "The storm had cost the Frenchman a boat.",
        "The mayor shook hands with everybody.",
        "It was, as everybody knew, the end of the ferry, the mayor said.",
        "“Stormbird” laughed at everybody.",
    ],
)
def test_who_came_in_between_may_be_meant(between: str) -> None:
    assert speakers(f"{MET}{between}\n\n{WORDS}") == ["Tomas Lindqvist"]


@pytest.mark.parametrize("between", ["", "He shook hands with the mayor. ", "The sale had cost the town forty boats. "])
def test_who_spoke_last_is_meant_where_nobody_came_in_between(between: str) -> None:
    assert speakers(MET + between + WORDS) == ["Tomas Lindqvist"] * 2


def test_a_paragraph_that_goes_on_with_other_words_is_not_joined_to_the_next() -> None:
    text = (
        "Ruth Abel met Tomas Lindqvist.\n\n“Forty boats are enough,” Abel said. “The harbour needs no more.\n\n"
        "“The weavers of the town pay for it,” Lindqvist said.\n"
    )
    assert speakers(text) == ["Ruth Abel"]
