"""What points outside a quotation is not asked about; what speakers say of anybody, or tell themselves, is."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.anaphora import unresolved_words
from quizengine_quote_attribution.excerpts import excerpt

OPEN = "whom or what its words mean is not told"


def reason(words: str) -> str:
    return next(
        excerpt(one).reason for one in find(Article(f"“{words},” Ruth Abel said.")) if isinstance(one, Quotation)
    )


@pytest.mark.parametrize(
    "words",
    [
        "Nobody in Norway understood the depth of this crisis until May",
        "Our fishermen rowed one of these boats to Norway",
        "Every fisherman of Orra could read them before the winter",
        "The timing of it is quite suspect for fishermen",
        "No casualties were left at the location when our boats arrived",
        "She bought our boats and sold lamps in Norway",
        "The letter was the boldest piece of writing from Norway",
        "Boats will sail to Norway next month",
        "I am no lawyer. She would have left the harbour of Norway",
        "On the great issues of weavers and markets, they are very good for Norway",
        "There is a map that shows that it lowers the harbour of Norway",
        "There is, at noon, when the fishermen of Norway are out with their boats",
        "I heard them shouting in the harbour of Norway. I thought, we’ve not done that since September",
    ],
)
def test_a_word_that_points_outside_is_refused(words: str) -> None:
    assert reason(words) == OPEN


@pytest.mark.parametrize(
    "words",
    [
        "Pregnant women in Norway get half as much iodine as they require every day",
        "Each candidate talks to nobody in Norway, they talk to those they might persuade",
        "People in Norway sold forty boats because they wanted the money of the Danes",
        "A fisherman from Norway knows his boat and his harbour better than we do",
        "Facts lose their value in today’s world of boats and lamps",
        "We have come close to breaking the existing tax system with our boats",
        "When a guy rows to Norway and works hard, well, that’s fine with our fishermen",
        "The promises we made to fishermen cost Norway forty boats",
        "We came to Norway tonight because losing boats is like losing fishermen",
        "I think it’s time for fishermen of Norway to have a look at boats and lamps",
        "Having built and mended forty boats myself, I can tell you that fishermen love lamps",
        "There is, I think, no harbour in Norway with as many boats and lamps",
    ],
)
def test_a_word_that_is_told_or_means_anybody_is_fine(words: str) -> None:
    assert reason(words) == ""


@pytest.mark.parametrize(
    "words",
    [
        "Our fishermen in Norway have seen a winter of hunger caused by that neglect",
        "Our fishermen in Norway bought forty boats from him, and so did Anna Petrova",
        "The letter was the boldest piece of political writing from northern Norway",
        "Our harbour is so full of boats and lamps yet they don’t repair its crumbling wall",
    ],
)
def test_words_that_say_much_may_leave_something_open(words: str) -> None:
    assert reason(words) == ""


def test_words_that_leave_nothing_open_are_shown_before_others() -> None:
    text = (
        "“These boats from Norway carried bread, lamps, coats and bells to hungry fishermen. Boats from Orra carried "
    )
    (fact,) = (one for one in find(Article(text + "coal to Norway,” Ruth Abel said.")) if isinstance(one, Quotation))
    assert excerpt(fact).words == "Boats from Orra carried coal to Norway"


def test_of_a_quotation_only_the_sentences_that_stand_alone_are_shown() -> None:
    text = "“This was a hard decision for him. Fishermen from Norway bought forty boats in May,” Ruth Abel said."
    (fact,) = (one for one in find(Article(text)) if isinstance(one, Quotation))
    assert excerpt(fact).words == "Fishermen from Norway bought forty boats in May"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("... rowed forty boats to Norway and sold lamps to fishermen", "dots stand for some of its words"),
        ("We rowed forty boats [...] and sold lamps to fishermen", "dots stand for some of its words"),
        ("Hoping that the harbour of Norway sells lamps to fishermen", "it is a part of a sentence only"),
        ("To row to Norway, to sell lamps to fishermen", "it is a part of a sentence only"),
        ("Further efforts are urgently needed in Norway", "its words say too little to be told from others"),
        ("We are in contact with all relevant parties in Norway", "its words say too little to be told from others"),
        ("I want to thank all people of Norway for everything", "its words say too little to be told from others"),
    ],
)
def test_fragments_and_formulae_are_refused(words: str, why: str) -> None:
    assert reason(words) == why


def test_an_extent_is_not_what_it_stands_for() -> None:
    said = "To the extent that fishermen predicted it, Norway was glad."
    assert unresolved_words([next(Article(said).find(said))]) == ("it",)


@pytest.mark.parametrize(
    "said",
    [
        "It is lonely being a weaver in Norway.",
        "It has been forty days since Ruth Abel sank.",
        "It is vital that we start now to plan for future years and accept that resources will continue to shrink.",
    ],
)
def test_an_empty_pronoun_and_a_that_before_many_point_at_nothing(said: str) -> None:
    assert unresolved_words([next(Article(said).find(said))]) == ()
