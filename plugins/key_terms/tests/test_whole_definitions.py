"""Definitions that a textbook gives in other forms than "a weir is a wall that …": each is read as a whole."""

import pytest
from asked_terms import asked

from quizengine import ShortTextQuestion

_OPENING = "Work and trade\n\nPeople share out what there is to do.\n\n"
_TYPED = "Which term does the article use for {}?"


def _typed(told: str) -> list[tuple[str, str]]:
    found = asked(_OPENING + told)
    return [(each.stem, each.answer) for each in found if isinstance(each, ShortTextQuestion)]


@pytest.mark.parametrize(
    ("told", "term", "meaning"),
    [
        (
            "Rents that rise with every harvest are called mobile rents.",
            "mobile rents",
            "rents that rise with every harvest",
        ),
        (
            "Rents that rise with every harvest are called fixed rents.",
            "fixed rents",
            "rents that rise with every harvest",
        ),
        (
            "Villagers who bought out their duties were called freed tenants.",
            "freed tenants",
            "villagers who bought out their duties",
        ),
        (
            "The price at which a miller sells flour is known as the mill rate.",
            "mill rate",
            "the price at which a miller sells flour",
        ),
        ("Boats that carry coal, called colliers, sail by night.", "colliers", "boats that carry coal"),
        (
            "The added cost of baking one more loaf is the marginal cost.",
            "marginal cost",
            "the added cost of baking one more loaf",
        ),
        (
            "A group of mills that has no owner is called a free group.",
            "free group",
            "a group of mills that has no owner",
        ),
        (
            "The policy that keeps foreign goods out is protection.",
            "protection",
            "the policy that keeps foreign goods out",
        ),
        ("A moraine is a mass of rock that ice leaves behind.", "moraine", "a mass of rock that ice leaves behind"),
        ("The muscle that closes a shell is the adductor.", "adductor", "the muscle that closes a shell"),
        (
            "The heat required to melt ice is the latent heat.",
            "latent heat",
            "the heat required to melt ice",
        ),
        (
            "When a town grows without any limit, this is called open sprawl.",
            "open sprawl",
            "what happens when a town grows without any limit",
        ),
        (
            "Loose rules, on the other hand, are customs that people learn by watching.",
            "loose rules",
            "customs that people learn by watching",
        ),
        (
            "Stereotypes are false beliefs about the members of a group.",
            "stereotypes",
            "false beliefs about the members of a group",
        ),
        ("The loss of water from leaves is called transpiration.", "transpiration", "the loss of water from leaves"),
        (
            "A poorhouse is a place in which debtors live and work.",
            "poorhouse",
            "a place in which debtors live and work",
        ),
        (
            "Drift refers to random changes in customs from one generation to the next.",
            "drift",
            "random changes in customs from one generation to the next",
        ),
        (
            "Farmers live by bartering, the exchange of goods without money.",
            "bartering",
            "the exchange of goods without money",
        ),
        (
            "Trade depends on arbitrage, the buying of goods that are cheap elsewhere.",
            "arbitrage",
            "the buying of goods that are cheap elsewhere",
        ),
        ("A violation of customs is called deviance.", "deviance", "a violation of customs"),
        (
            "A pledge is a certificate by which a debtor promises to pay.",
            "pledge",
            "a certificate by which a debtor promises to pay",
        ),
    ],
)
def test_a_definition_is_read_whole(told: str, term: str, meaning: str) -> None:
    assert _typed(told) == [(_TYPED.format(meaning), term)]


@pytest.mark.parametrize(
    "told",
    [
        "Rents that bring more than rents of old farms are called mobile rents.",
        "The rent at which the harvest expected meets the harvest gathered is known as the mill rate.",
    ],
)
def test_the_end_of_a_clause_is_no_meaning(told: str) -> None:
    assert all("for rents of" not in stem and "for the harvest" not in stem for stem, _ in _typed(told))


@pytest.mark.parametrize(
    "told",
    [
        "The tax that people hate is the main tax.",  # it names nothing
        "Tools that are not stable are called unstable tools.",  # the opposite gives it away
        "In a trial, the fee that the judge sets is paid by the loser.",  # a clause of its own behind the comma
        "Rest is told of wheels. Ebb is the phase in which it rests.",  # what rests?
        "The man who built the mill is the miller.",  # somebody
        "The problem that worries farmers most is the drought.",  # ranked
        "The muscle that closed the shell is the adductor.",  # a single one
        "The highest tax that a town takes is the salt tax.",  # one of several, ranked
        "Boats of traders that carry sails, called sloops and yawls, sail by night.",  # several names
        "When guilds let in no new members, this was called closure.",  # it happened
        "Loose rules, as people say, are bad for trade.",  # a remark of somebody
        "The town lived by trade, the lifeblood of its region.",  # a judgement
        "The guild lost the war, the cause of its decline.",  # it sums up
        "The guild sold fish, the catch of a demand for lent, the time of hunger.",  # one of several
    ],
)
def test_what_only_looks_like_a_definition_is_refused(told: str) -> None:
    assert _typed(told) == []
