"""Open questions about uses, journeys and clauses inside others, and the English of their words."""

import pytest
from small_articles import not_openly_asked, openly_asked

OPENING = "Ada Moss lives in Cork. "


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "The bakers of Cork used the old mill of Kinsale to store flour from Spain.",
            "What did the bakers of Cork use the old mill of Kinsale for? To store flour from Spain.",
        ),
        (
            "The salted butter of Cork is used to feed the sailors of Ireland.",
            "What is the salted butter of Cork used for? To feed the sailors of Ireland.",
        ),
        (
            "Ada Moss mapped the coast of Ireland using a small boat from Spain.",
            "How did Ada Moss map the coast of Ireland? By using a small boat from Spain.",
        ),
        (
            "Ada Moss went to Spain in 1902 to study the trade in wool.",
            "Why did Ada Moss go to Spain in 1902? To study the trade in wool.",
        ),
        (
            "The storm of 1953 was not foreseen in Cork, so Ada Moss lost the mill of Kinsale.",
            "Why did Ada Moss lose the mill of Kinsale? Because the storm of 1953 was not foreseen in Cork.",
        ),
    ],
)
def test_uses_and_journeys_and_what_was_not_are_asked_about(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "In 1902 the court of Cork heard Peter Okoye, who was fined for selling old bread to sailors.",
            "Why was Peter Okoye fined? For selling old bread to sailors.",
        ),
        (
            "Few mills of Ireland were sold in 1902, while Ada Moss left Cork to find work in Spain.",
            "Why did Ada Moss leave Cork? To find work in Spain.",
        ),
    ],
)
def test_a_clause_inside_another_is_read_alone(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ada Moss sold the mill of Kinsale to pay the bakers of Cork, feed the poor, and build a school.",
            "Why did Ada Moss sell the mill of Kinsale? To pay the bakers of Cork, feed the poor, and build a school.",
        ),
        (
            "Ada Moss went to Spain to learn how to bake, and founded a school in Cork.",
            "Why did Ada Moss go to Spain? To learn how to bake.",
        ),
    ],
)
def test_an_answer_has_every_aim_and_no_other_deed(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


def test_a_term_is_asked_for_what_it_led_to_and_is_no_answer_in_sentences() -> None:
    text = "The Cork Compromise led to the closure of most mills of Ireland."
    assert openly_asked(OPENING + text) == [
        "What did the Cork Compromise lead to? The closure of most mills of Ireland."
    ]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ada Moss successfully founded the school of Kinsale to teach the sailors of Ireland.",
            "Why did Ada Moss found the school of Kinsale? To teach the sailors of Ireland.",
        ),
        (
            "With the help of the mayor of Cork, Ada Moss founded the school of Kinsale to teach the sailors.",
            "Why did Ada Moss found the school of Kinsale? To teach the sailors.",
        ),
        (
            "Ada Moss went to Spain in 1902 to sell her old wool from Kinsale.",
            "Why did Ada Moss go to Spain in 1902? To sell her old wool from Kinsale.",
        ),
    ],
)
def test_a_question_and_its_answer_are_plain_english(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


@pytest.mark.parametrize(
    "text",
    [
        "The laws of Ireland forbid the export of wool, only allowing sales of cloth in Cork.",
        "The weavers of Cork sell wool to pay the bakers of Kinsale, and feed the poor.",
        "The bakers of Cork worked to sell as much bread as possible.",
        "Further arrangements were made for the visitors of Cork in order to please them.",
        "The rush is a move of weavers to the hills of Ireland. This led to the closure of the mills of Cork.",
    ],
)
def test_what_a_limit_or_a_second_reading_leaves_open_is_not_asked(text: str) -> None:
    assert openly_asked(OPENING + text) == []


def test_nobody_is_said_to_leave_what_is_not_told() -> None:
    assert openly_asked(f"{OPENING}Few mills were sold in 1902, while Ada Moss left to find work in Spain.") == []


def test_a_pronoun_of_an_answer_may_not_mean_another_person_than_the_question_names() -> None:
    text = (
        "Brown obtained an advance to build a loom. In Cork he met Peter Okoye, who became Brown's partner. Okoye "
        "persuaded Brown to make a new start in Spain. Brown travelled to Spain in 1850 to display his loom in a shop."
    )
    assert openly_asked(text) == []
    assert "whom the answer means is not certain: “his”" in not_openly_asked(text)


def test_what_something_is_is_not_asked_for_with_how() -> None:
    told = "Fulling is the cleaning of wool by removing grease or dirt before it can be dyed outside the mill."
    assert not [each for each in openly_asked(f"{OPENING}{told}") if each.startswith("How is")]
