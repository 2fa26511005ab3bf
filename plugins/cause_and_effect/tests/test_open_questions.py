"""Open questions about causes, with their model answers, and what is not asked."""

from random import Random

import pytest
from small_articles import not_openly_asked, openly_asked

from quizengine import Article, Fact, OpenQuestion
from quizengine.text.facts import Facts
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.causal_questions import ask
from quizengine_cause_and_effect.relations import CausalRelation

OPENING = "Ada Moss lives in Cork. "
FLOOD = "The storm of 1953 flooded the mills of Cork"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Ada Moss sold the mill of Kinsale because it had lost money for ten years.",
            "Why did Ada Moss sell the mill of Kinsale? Because it had lost money for ten years.",
        ),
        (
            "Because of rain, snow and ice, the roads of Ireland were closed.",
            "Why were the roads of Ireland closed? Because of rain, snow and ice.",
        ),
        (
            "In 1902, Ada Moss founded the school of Kinsale to teach the sailors of Ireland.",
            "Why did Ada Moss found the school of Kinsale in 1902? To teach the sailors of Ireland.",
        ),
        (
            "Ada Moss decided to move to Spain to learn how to bake.",
            "Why did Ada Moss decide to move to Spain? To learn how to bake.",
        ),
        (
            "Ada Moss won fame by exporting wool to the mills of Spain.",
            "How did Ada Moss win fame? By exporting wool to the mills of Spain.",
        ),
        (
            "The law of 1902 was meant to protect the weavers of Cork from fire.",
            "What was the law of 1902 meant to do? To protect the weavers of Cork from fire.",
        ),
        (
            "Ada Moss was awarded a medal for saving forty sailors of Kinsale.",
            "Why was Ada Moss awarded a medal? For saving forty sailors of Kinsale.",
        ),
        (
            "Ada Moss left Ireland for fear of losing the mill of Cork.",
            "Why did Ada Moss leave Ireland? For fear of losing the mill of Cork.",
        ),
        (
            "Salted butter can be kept for a year because bacteria cannot live in salt.",
            "Why can salted butter be kept for a year? Because bacteria cannot live in salt.",
        ),
        (
            "It is hard to bake bread in Cork because the flour of Ireland contains much water.",
            "Why is it hard to bake bread in Cork? Because the flour of Ireland contains much water.",
        ),
        (
            "Peter Okoye said Ada Moss sold the mill of Kinsale because it had lost money for ten years.",
            "According to Peter Okoye, why did Ada Moss sell the mill of Kinsale? "
            "Because it had lost money for ten years.",
        ),
        (
            "In Ireland, most towns grew along the coast because the bogs of the interior could not be crossed.",
            "In Ireland, why did most towns grow along the coast? "
            "Because the bogs of the interior could not be crossed.",
        ),
    ],
)
def test_a_reason_an_aim_or_a_means_is_asked_for(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "A sharp rise in the price of coal caused many bakers in Cork to close their shops.",
            "What caused many bakers in Cork to close their shops? A sharp rise in the price of coal.",
        ),
        (
            "The long strike of 1911 was caused by a sharp cut in the wages of weavers.",
            "What caused the long strike of 1911? A sharp cut in the wages of weavers.",
        ),
        (
            "The delay of the ferry to Spain stemmed from a lack of trained pilots.",
            "What did the delay of the ferry to Spain stem from? A lack of trained pilots.",
        ),
        (
            "The wealth of Cork was due to the export of salted butter.",
            "What was the reason for the wealth of Cork? The export of salted butter.",
        ),
        (
            "The peace of 1911 was the result of long talks between Ireland and Spain.",
            "What did the peace of 1911 result from? Long talks between Ireland and Spain.",
        ),
        (
            f"{FLOOD}, forcing Ada Moss to move to Spain.",
            f"What forced Ada Moss to move to Spain? {FLOOD}.",
        ),
        (
            f"{FLOOD}, which led to a shortage of bread in Ireland.",
            f"What led to a shortage of bread in Ireland? {FLOOD}.",
        ),
    ],
)
def test_what_led_to_something_is_asked_for(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"{FLOOD}. As a result, Ada Moss moved to Spain.", f"Why did Ada Moss move to Spain? {FLOOD}."),
        (f"{FLOOD}. That is why Ada Moss moved to Spain.", f"Why did Ada Moss move to Spain? {FLOOD}."),
        (
            f"{FLOOD}. This led to a shortage of bread in Ireland.",
            f"What led to a shortage of bread in Ireland? {FLOOD}.",
        ),
        (
            "Ada Moss moved to Spain in 1953. This is because the storm had flooded the mills of Cork.",
            "Why did Ada Moss move to Spain in 1953? Because the storm had flooded the mills of Cork.",
        ),
        (
            f"{FLOOD}, so Ada Moss moved to Spain.",
            f"Why did Ada Moss move to Spain? Because t{FLOOD.removeprefix('T')}.",
        ),
    ],
)
def test_one_sentence_or_clause_may_explain_another(text: str, asked: str) -> None:
    assert openly_asked(OPENING + text) == [asked]


def test_the_evidence_of_two_sentences_is_both() -> None:
    text = f"{OPENING}{FLOOD}. As a result, Ada Moss moved to Spain."
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    (question,) = [each for fact in facts for each in ask(fact, facts, Random(0)) if isinstance(each, OpenQuestion)]
    assert question.evidence is not None
    assert question.evidence.quote == text.removeprefix(OPENING)
    assert question.rationale == f"The article says: “{text.removeprefix(OPENING)}”"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Ada Moss sold the mill of Kinsale because it also made much noise.",
            "it is one reason of several",
        ),
        (
            "Ada Moss sold the mill of Kinsale because it had lost money. Another reason was the noise of its wheels.",
            "the sentence after it adds another reason",
        ),
        (
            "Ada Moss sold the mill of Kinsale because it had lost money. In 1903 Ada Moss sold the mill of Kinsale to "
            "pay the bakers of Cork.",
            "the article gives another reason for it",
        ),
        (
            f"Secondly, t{FLOOD.removeprefix('T')}. As a result, Ada Moss moved to Spain.",
            "it is one reason of several",
        ),
        (
            "He sold the mill of Kinsale because it had lost money for ten years.",
            "it points to what is told elsewhere",
        ),
        (
            "Ada Moss sold the mill of Kinsale because they had lost money in Dublin.",
            "the answer points to what is told elsewhere: “they”",
        ),
        (
            "Ada Moss refused to sell the mill of Cork to pay the bakers of Kinsale.",
            "whose aim it is is not certain",
        ),
        (
            "The mill of Kinsale lies between Cork and the sea. It is therefore a port of Ireland.",
            "it may only be concluded",
        ),
        (
            f"“The mill is old. {FLOOD}, so Ada Moss moved to Spain. She works there,” Peter Okoye said.",
            "who says so is told elsewhere",
        ),
        (
            "Because bread was dear in Cork, Ada Moss has repainted and further enlarged her boats for Ireland.",
            "what it is done to is told only after another verb",
        ),
        (
            "Because Ada Moss had sold a mill, the $5 million was paid to Peter Okoye in Cork.",
            "which sum of money is meant is told elsewhere",
        ),
        (
            "The Irish bread industry, the world's second largest, has been hit by declining sales in Cork and the "
            "growing popularity of Spanish cakes.",
            "how the sentence is built is not certain",
        ),
        ("Large losses led to smaller shops.", "it does not tell where or of whom that was so"),
        (
            "Peter Okoye said that Ada Moss had gone, because there was no bread in Kinsale.",
            "why somebody says so is not certain",
        ),
        ("Ada Moss was thought to have won fame by exporting wool to Spain.", "who did so is not certain"),
        ("The ninth century gave rise to large towns in Ireland.", "it tells when, not what led to it"),
        ("Ada Moss built a wall so that the sea flooded the mills of Kinsale.", "it may only tell what came of it"),
        ("Ada Moss and Peter Okoye arrive to speak at a school in Cork.", "its sentence is a caption"),
    ],
)
def test_what_is_not_asked_says_why(text: str, reason: str) -> None:
    assert openly_asked(OPENING + text) == []
    assert reason in not_openly_asked(OPENING + text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss sold the mill of Kinsale after the storm of 1953.",
        "Ada Moss may sell the mill of Kinsale because it has lost money for ten years.",
        "Ada Moss collected books to give to the schools of Cork.",
        "A crowd of weavers led to the mill of Ada Moss.",
    ],
)
def test_what_came_first_or_is_not_certain_is_no_reason(text: str) -> None:
    assert openly_asked(OPENING + text) == []


def test_a_name_stays_short_where_it_is_part_of_another() -> None:
    text = "Ada Moss moved from Cork, Ohio, to Spain because the storm of 1953 had flooded the mills."
    asked = "Why did Ada Moss move from Cork, Ohio, to Spain? Because the storm of 1953 had flooded the mills."
    assert openly_asked("Ada Moss works at Cork University. " + text) == [asked]


IRB = "Every school needs an IRB. The IRB reads plans. "


def test_an_abbreviation_has_its_article() -> None:
    text = f"{IRB}It visits farms in Cork to ensure that animals are well."
    assert openly_asked(text) == ["Why does the IRB visit farms in Cork? To ensure that animals are well."]


def test_it_stands_for_no_name_of_long_before() -> None:
    text = (
        "Every school needs an institutional review board (IRB). The IRB is a committee of bakers. It reads plans. "
        "This committee is charged with tests of animals. It visits farms in Cork to ensure that animals are well."
    )
    assert openly_asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "After an hour, the team lost a point, leading to a rush of success by the Irish team of Ada Moss.",
        "Because Cork has many rivers, the bridge of Cork is between 6.8 and 7.2 metres long.",
    ],
)
def test_what_only_its_neighbours_explain_is_not_asked(text: str) -> None:
    assert openly_asked(OPENING + text) == []


def test_the_parts_of_a_sentence_that_is_read_in_parts_are_those_of_its_fact() -> None:
    text = "Because many mills of Cork are old, mills of Ireland are acceptable homes for weavers of Spain."
    (fact,) = [fact for fact in find(Article(text)) if isinstance(fact, CausalRelation)]
    assert fact.rule == "reason by its word"
    assert fact.cause.text == "many mills of Cork are old"
    assert fact.effect.text == "mills of Ireland are acceptable homes for weavers of Spain"
