"""A "he" or "she" of a quotation is named in the question, where whom it means is certain; else nothing is asked."""

from random import Random

import pytest

from quizengine import Article, Question
from quizengine_quote_attribution import Quotation, ask, find

TITLE = "Ruth Abel and the harbour of Orra\n\n"
CREW = (
    "“Our bridge will be closed until spring,” said Ada Marsh, a weaver.\n\n"
    "“Nobody asked the families of Orra about boats,” said Tomas Lindqvist, a baker.\n\n"
    "“Our ferry carried 4,000 cars on a normal day,” said Peter Oduya, an engineer.\n\n"
)
SAID = "“She has sold more boats to Norway than anybody else in our harbour,” Helen Trevose, a pilot, said.\n\n"


def stems(before: str, said: str = SAID) -> list[str]:
    facts = list(find(Article(f"{TITLE}{CREW}{before} {said}")))
    last = [one for one in facts if isinstance(one, Quotation) and one.name == "Helen Trevose"]
    first = (next(iter(ask(fact, facts, Random(1)))) for fact in last)
    return [q.stem for q in first if isinstance(q, Question)]


def test_whom_the_article_is_about_is_named() -> None:
    assert stems("Ruth Abel left Norway in May.") == [
        "Who said of Ruth Abel, “She has sold more boats to Norway than anybody else in our harbour”?"
    ]


@pytest.mark.parametrize(
    "before",
    [
        "Ruth Abel left Ada Marsh in May.",
        "Ada Marsh left Norway in May.",
        "The mayor left Norway in May.",
    ],
)
def test_where_another_may_be_meant_nothing_is_asked(before: str) -> None:
    assert stems(before) == []


def test_somebody_who_only_stands_inside_of_the_words_is_not_what_they_are_about() -> None:
    said = "“Fishermen of our harbour in Norway could hardly hear what she sings,” Helen Trevose, a pilot, said.\n\n"
    assert stems("Ruth Abel left Norway in May.", said) == []


def test_what_the_speaker_thinks_of_somebody_is_about_that_one() -> None:
    said = "“I do not think that she sings for the fishermen of our harbour,” Helen Trevose, a pilot, said.\n\n"
    words = "I do not think that she sings for the fishermen of our harbour"
    assert stems("Ruth Abel left Norway in May.", said) == [f"Who said of Ruth Abel, “{words}”?"]
