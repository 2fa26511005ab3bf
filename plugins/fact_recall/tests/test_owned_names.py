"""Who or what somebody has is asked for by its owner, if the article names one only."""

import pytest

from quizengine import Article
from quizengine_fact_recall.glosses import gloss_question
from quizengine_fact_recall.owned_names import owned_names

TITLE = "Bread in Orra"


def asked(text: str) -> list[str]:
    found = owned_names(Article(f"{TITLE}\n\n{text}\n"), frozenset())
    return [f"{each.stem} {each.name.full}" for each in found]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Ada Moss painted in Lisbon. The town thanked her mentor Jan Lund in 1950.",
            "Who is described in the article as Ada Moss’s mentor? Jan Lund",
        ),
        (
            "The town met Ada Moss’s attorney, Jan Lund, in 1950.",
            "Who is described in the article as Ada Moss’s attorney? Jan Lund",
        ),
        (
            "They sailed on the Orra Bank’s cruise ship Golden Loaf in 1950.",
            "What is described in the article as the Orra Bank’s cruise ship? Golden Loaf",
        ),
        (
            "They praised the Peruvian team’s coach, Jan Lund, in 1950.",
            "Who is described in the article as the Peruvian team’s coach? Jan Lund",
        ),
    ],
)
def test_a_name_is_asked_for_by_whose_it_is(text: str, question: str) -> None:
    assert asked(text) == [question]


@pytest.mark.parametrize(
    "text",
    [
        "The town met Ada Moss’s attorney, Jan Lund, in May. Later Moss’s attorney Ben Orr wrote.",  # there are two
        "The town met Ada Moss’s friend, Jan Lund, in 1950.",  # she has many
        "The town met Ada Moss’s father, Jan Lund, in 1950.",  # a relative named once
        "The town met Ada Moss’s next publisher, Jan Lund, in 1950.",
        "The town met Ada Moss’s attorney, Jan Lund and Ben Orr in 1950.",  # perhaps a list
        "The town met Ada Moss’s attorney, Jan Moss, in 1950.",  # tells half of the answer
        "“They met Ada Moss’s attorney, Jan Lund, in 1950,” he said.",
        "They met the new We Bake Company’s lately named coach, Jan Lund, in 1950.",  # half a company
        "They sang Ada Moss’s song Golden Loaf in 1950.",  # one of many
        "They knew Lisbon’s Roman name Felicitas julia, which they printed.",  # half a name
        "Ada Moss painted in Lisbon. When Clara Orr sailed in 1950, Moss met her mentor, Jan Lund, in Cork.",  # Orr's?
    ],
)
def test_what_somebody_may_have_several_of_is_not_asked_for(text: str) -> None:
    assert asked(text) == []


def test_a_surname_is_accepted_for_somebody() -> None:
    [fact] = owned_names(Article(f"{TITLE}\n\nThe town met Ada Moss’s attorney, Jan Lund, in 1950.\n"), frozenset())
    question = gloss_question(fact)
    assert (question.answer, "Lund" in question.accept) == ("Jan Lund", True)


def test_who_is_asked_for_by_another_description_is_not_asked_for_again() -> None:
    article = Article(f"{TITLE}\n\nThe town met Ada Moss’s attorney, Jan Lund, in 1950.\n")
    assert not list(owned_names(article, {"Jan Lund"}))


def test_a_sibling_by_a_given_name_is_not_asked_for_as_a_thing() -> None:
    assert asked("Ada Moss painted. In 1950 Ada Moss’s oldest sibling, Zelda, baked bread. Zelda left.") == []
