"""A "he" or "she" who speaks is the one person of whom the paragraph tells; where another may be meant, nobody."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion
from quizengine_quote_attribution import Quotation, ask, find

OTHERS = "“The quay is closed until May,” said {}, a baker.\n\n"
SAID = "“The nets were torn by seals in April,” {} said."


def speaker(before: str, pronoun: str = "she") -> tuple[str, str] | None:
    baker = {"he": "Tomas Lindqvist", "she": "Ada Marsh"}[pronoun]
    facts = list(find(Article(f"Nets and seals\n\n{OTHERS.format(baker)}{before} {SAID.format(pronoun)}")))
    found = [one for one in facts if isinstance(one, Quotation) and one.name != baker]
    return (found[0].name, found[0].rule) if found else None


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Bridget Moss, who owns the 14-room Anchor Inn, has sold two boats. She lost 40 nets.", "she", "Bridget Moss"),
        ("The minister for fish, Oisin Marr, denied that there was a plan.", "he", "Oisin Marr"),
        ("Ngaire Pohatu of Tern Lane Nets blamed the weather.", "she", "Ngaire Pohatu"),
    ],
)
def test_the_paragraph_tells_of_one_person(before: str, pronoun: str, name: str) -> None:
    assert speaker(before, pronoun) == (name, "paragraph-subject")


def test_a_sentence_with_an_explanation_tells_of_whom_it_opens_with() -> None:
    before = "Declan Marr, who owns three of them, complained that the port had no plan for it."
    assert speaker(before, "he") == ("Declan Marr", "name-then-verb")


@pytest.mark.parametrize(
    ("before", "pronoun"),
    [
        ("Oisin Marr, who mends the nets, complained to his sister.", "she"),
        ("Mary Trevose, who owns two boats, has sold one of them. Her sister mends nets.", "she"),
        ("Mary Trevose, who owns two boats, has sold one to Helen Oduya.", "she"),
        ("Mary Trevose and Helen Oduya own two boats.", "she"),
        ("Two of the boats belong to Mary Trevose.", "he"),
        ("A friend of the mayor, Oisin Marr, denied that there was a plan.", "he"),
        ("Mary Trevose owns two boats. “No comment at all today,” a woman shouted from the quay.", "she"),
    ],
)
def test_another_may_be_meant(before: str, pronoun: str) -> None:
    found = speaker(before, pronoun)
    assert found is None or found[1] != "paragraph-subject"


def test_who_goes_by_he_or_she_is_asked_about_as_a_person() -> None:
    crew = "".join(
        f"“{words},” said {name}, a weaver.\n\n"
        for name, words in (
            ("Ada Marsh", "Our bridge will be closed until spring"),
            ("Helen Oduya", "Nobody asked the families of Orra about boats"),
            ("Mary Moss", "Our ferry carried 4,000 cars on a normal day"),
            ("Tomas Lindqvist", "Seals have eaten half of the herring in Orra"),
        )
    )
    said = "“Seals from Norway tore 900 nets off Orra in April,” she said."
    text = f"Nets and seals\n\n{crew}Ngaire Pohatu of Tern Lane Nets blamed the weather. {said}"
    facts = list(find(Article(text)))
    own = next(one for one in facts if isinstance(one, Quotation) and one.name == "Ngaire Pohatu")
    (question,) = (one for one in ask(own, facts, Random(1)) if isinstance(one, ChoiceQuestion))
    assert question.stem == "Who said, “Seals from Norway tore 900 nets off Orra in April”?"
    assert question.answer == "Ngaire Pohatu"
