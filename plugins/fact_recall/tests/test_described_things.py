"""What an article describes in a phrase beside its name is asked for by that phrase, if it sets one thing apart."""

import pytest

from quizengine import Article
from quizengine_fact_recall.described_things import described_things


def asked(text: str, *known: str) -> list[str]:
    found = described_things(Article(f"Bread in Lisbon\n\n{text}\n"), known)
    return [f"{each.stem} {each.name.full}" for each in found]


CLUB = "They joined the Orra Club, an organisation of former bakers of the Peruvian army, in 1950."
SAID = "What is described in the article as “an organisation of former bakers of the Peruvian army”? Orra Club"


def test_a_thing_is_asked_for_by_its_description() -> None:
    assert asked(CLUB) == [SAID]


@pytest.mark.parametrize(
    "text",
    [
        "They read of Yevo, a dragon who had burned the 1984 harvest of the Peruvian army, in Senn.",  # of whom?
        "They read of Yevo, a dragon of the 1984 novel by the Peruvian army, in Senn.",  # it is told of like a person
        "They joined the Orra Club, an organisation of former bakers and old painters, in 1950.",  # there are many
        "They joined the Orra Club, an organisation of his former bakers in Peru, in 1950.",  # whose?
        "They joined the Orra Club, an organisation in Peru, in 1950.",  # tells little
        "Like the Salt Act, the Peruvian Acts mixed controversy and march in the Peruvian colonies.",  # what they did
        "They sailed to Orra, a half day’s sail west from Lima on the Peruvian coast, in 1950.",  # only where it is
        "They joined the Orra Club, one of the oldest organisations of bakers in Peru, in 1950.",
        "They joined the Orra Club, an old club of former bakers of the Peruvian army, in 1950.",  # tells its name
        "They joined the Orra Club, the Senn Society of Peruvian Bakers, and the Bank of Senn.",  # a list
        CLUB.replace("the Orra Club", "Edward VII").replace("organisation", "echo"),  # a person
        CLUB.replace("organisation", "echo"),  # nothing that readers learn by name
        "They fed Yevo, a dolphin at the old National Aquarium in Senn, in 1950.",  # an animal
        "Bread was dear, according to the Orra Club, an organisation of bakers of the Peruvian army.",  # a source
        "They feared the Orra Claw, the old bodyguard of a Peruvian mayor from Senn, in 1950.",  # a person
        f"{CLUB} They joined the Senn Society, an organisation of former bakers of the Peruvian army.",  # two are
    ],
)
def test_what_sets_nothing_apart_is_not_asked_for(text: str) -> None:
    assert asked(text) == []


def test_what_is_asked_for_otherwise_is_not_asked_for_again() -> None:
    assert asked(CLUB, "Orra Club") == []
