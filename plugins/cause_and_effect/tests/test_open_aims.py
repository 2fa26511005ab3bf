"""Open questions about what was done for something, and about one reason of several."""

import pytest
from small_articles import not_openly_asked, openly_asked

OPENING = "Ada Moss lives in Cork. "


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ada Moss drained three marshes of Kinsale in 1902 to gain land for the weavers.",
            "Why did Ada Moss drain three marshes of Kinsale in 1902? To gain land for the weavers.",
        ),
        (
            "To help prop up the failing bank of Kinsale, the Irish Parliament authorized the Grain Act.",
            "Why did the Irish Parliament authorize the Grain Act? To help prop up the failing bank of Kinsale.",
        ),
        (
            "Certain newly built roads of Ireland were renamed to honour Peter Okoye.",
            "Why were certain newly built roads of Ireland renamed? To honour Peter Okoye.",
        ),
        (
            "At that point, Ada Moss abandoned the mill of Kinsale to begin work on a dam in Spain.",
            "Why did Ada Moss abandon the mill of Kinsale? To begin work on a dam in Spain.",
        ),
        (
            "Ireland and Spain have been pressing Norway to leave Kinsale, in order to open a route for their ships.",
            "Why have Ireland and Spain been pressing Norway to leave Kinsale?"
            " In order to open a route for their ships.",
        ),
        (
            "In 1902 the council of Cork voted to sell the Kinsale Mill in order to pay old debts.",
            "In 1902, why did the council of Cork vote to sell the Kinsale Mill? In order to pay old debts.",
        ),
        (
            "The Kinsale Plan of 1902 was designed to reduce the debts of the weavers.",
            "What was the Kinsale Plan of 1902 designed to do? To reduce the debts of the weavers.",
        ),
    ],
)
def test_an_aim_is_asked_for(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "Ireland and Spain have been accused of blocking the port in an attempt to force Norway to leave Cork.",
        "Ada Moss printed an invitation to drain the marshes of Kinsale.",
        "Many weavers of Cork are turning to eBay to help them find old looms.",
        "Ada Moss went to great lengths in Cork to defend the Grain Act.",
        "The council of Cork recommends counting the mills of Kinsale, so taxes can be set to fit local needs.",
    ],
)
def test_what_is_no_aim_of_a_deed_is_not_asked_for(text: str) -> None:
    assert openly_asked(OPENING + text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ada Moss sold the mill of Kinsale partly because it had lost money for ten years.",
            "What is one reason why Ada Moss sold the mill of Kinsale? Because it had lost money for ten years.",
        ),
        (
            "The bakers of Cork grew rich in the nineteenth century, in part due to the cheap wheat of Spain.",
            "What is one reason why the bakers of Cork grew rich in the nineteenth century?"
            " Due to the cheap wheat of Spain.",
        ),
        (
            "The bakers of Cork grew rich in 1902 mainly because Spain closed its ports to wheat from Norway.",
            "What is the main reason why the bakers of Cork grew rich in 1902?"
            " Because Spain closed its ports to wheat from Norway.",
        ),
    ],
)
def test_a_reason_that_is_one_of_several_is_asked_for_as_one(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


def test_an_answer_may_say_that_it_was_so_at_the_time() -> None:
    text = "Ada Moss closed the mill of Kinsale in 1902 because the bakers of Cork were on strike at the time."
    assert openly_asked(OPENING + text) == [
        "Why did Ada Moss close the mill of Kinsale in 1902? Because the bakers of Cork were on strike at the time."
    ]


def test_an_answer_leaves_out_when_its_sentence_says_it_was_only_beside_another() -> None:
    text = (
        "Ada Moss came to Kinsale in 1902. In that same year, Ireland allowed Kinsale to hold a weekly market. "
        "As a result, Kinsale saw a rise in trade and crafts."
    )
    assert openly_asked(OPENING + text) == [
        "Why did Kinsale see a rise in trade and crafts? Ireland allowed Kinsale to hold a weekly market."
    ]


def test_a_reason_behind_what_is_only_conceded_may_be_the_reason_of_that() -> None:
    text = (
        "The loaf of Kinsale is sold in Cork, although it was only renamed in 1902 so that the bakers could live on "
        "its fame."
    )
    assert openly_asked(OPENING + text) == []
    assert "whose reason it is is not certain" in not_openly_asked(OPENING + text)


def test_a_reason_does_not_go_on_with_others_than_the_one_it_is_about() -> None:
    text = (
        "The Mill Party drew weavers who rejected Peter Okoye because he was a miller, former members of the "
        "Grain Party, and other voters of Cork."
    )
    assert openly_asked(OPENING + text) == []
    assert "where the reason ends is not certain" in not_openly_asked(OPENING + text)


def test_what_somebody_was_is_not_what_led_to_something() -> None:
    text = "Peter Okoye was a student when he set up his mill, allowing bakers to grind and sell flour."
    assert openly_asked(OPENING + text) == []
