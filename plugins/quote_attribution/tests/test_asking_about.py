"""What somebody said about something is asked for an answer in sentences, where it is said once and told whole."""

from random import Random

import pytest

from quizengine import Article, OpenQuestion
from quizengine_quote_attribution import ask, find

OPENING = "Herring and salt\n\nThe town of Orra met on the pier. Tomas Lindqvist left early. Ada Marsh stayed.\n\n"


def opened(text: str) -> list[tuple[str, str]]:
    facts = list(find(Article(OPENING + text)))
    found = [one for fact in facts for one in ask(fact, facts, Random(1))]
    return [(one.stem, one.answer) for one in found if isinstance(one, OpenQuestion)]


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "Ruth Abel said that the herring of Norway had been taxed twice by every baker of Tromsund.",
            "What did Ruth Abel say about the herring of Norway?",
            "Ruth Abel said that the herring of Norway had been taxed twice by every baker of Tromsund.",
        ),
        (
            "The herring of Norway had been taxed twice by every baker of Tromsund, according to Ruth Abel.",
            "What did Ruth Abel say about the herring of Norway?",
            "According to Ruth Abel, the herring of Norway had been taxed twice by every baker of Tromsund.",
        ),
        (
            "“Fishermen from Peru pay less for salt than any baker of Norway,” Ruth Abel said.",
            "What did Ruth Abel say about fishermen from Peru?",
            "Ruth Abel said: “Fishermen from Peru pay less for salt than any baker of Norway.”",
        ),
        (  # a noun that the article knows may stay open in the answer
            "Ruth Abel said that fishermen from Peru would bring the council more bread than salt.",
            "What did Ruth Abel say about fishermen from Peru?",
            "Ruth Abel said that fishermen from Peru would bring the council more bread than salt.",
        ),
    ],
)
def test_it_is_asked_by_its_topic(text: str, stem: str, answer: str) -> None:
    assert opened(text) == [(stem, answer)]


@pytest.mark.parametrize(
    "text",
    [
        # no topic but the speaker, or somebody who is not told
        "Ruth Abel said that she had sold forty boats from Norway to the bakers.",
        "Ruth Abel said that many people had sold forty boats from Norway to the bakers.",
        # said twice, or perhaps
        "Ruth Abel said that the herring of Norway had been taxed twice by the office. Nobody left. "
        "Ruth Abel said that the herring of Norway was sold by bakers from Peru.",
        "“Fishermen from Peru pay less for salt than any baker of Norway. They will not sell it in Orra for years, and "
        "nobody who rows to Tromsund in the winter will ever know what became of the last of the herring boats,” Ruth "
        "Abel said.",
        # one noun of the title, of which there may be many
        "Ruth Abel said that the herring would bring fishermen from Norway and Peru to Orra.",
        # cut before its end, or with something else that its speaker did
        "Ruth Abel said that the herring of Norway was a “danger to all the bakers” and might be sold in May.",
        "Ruth Abel said the herring of Norway was taxed twice and defended the harbour office of Tromsund.",
        # the person whom the article is about, of whom all may be said
        "Ada Marsh sang. Ada Marsh slept. Ada Marsh rowed. Ada Marsh came. Ada Marsh sailed. Ruth Abel said that many "
        "weavers from Peru had sold lamps to Ada Marsh in the winter of the storm.",
        # news of a paper, and what an organisation tells that somebody did
        "The Orra Times said that the herring of Norway had been taxed twice by every baker of Tromsund.",
        "The Harbour Ministry said that many weavers from Peru had sold lamps to Tomas Lindqvist in the winter.",
        # the name only describes whoever spoke
        "Orra Bakery president Ruth said the herring of Norway was taxed twice by the harbour office.",
    ],
)
def test_it_is_not_asked_where_no_topic_leads_to_one_whole_answer(text: str) -> None:
    assert opened(text) == []
