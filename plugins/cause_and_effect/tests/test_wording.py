"""Words of an article turned into questions."""

import pytest

from quizengine import Article
from quizengine.language.chunks import chunks, verb_groups
from quizengine.language.clauses import simple_clause
from quizengine.language.sentences import sentences
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.wording import inverted, running, third, third_person, why

WHY = [
    ("The council closed the bridge.", "Why did the council close the bridge"),
    ("The bridge has been closed since May.", "Why has the bridge been closed since May"),
    ("Traders were angry about the closure.", "Why were traders angry about the closure"),
    ("Farmers grow less wheat.", "Why do farmers grow less wheat"),
    ("The mill closes at noon.", "Why does the mill close at noon"),
    ("On Monday, Maria Ray did not vote.", "Why did Maria Ray not vote"),
    ("The old mill had two wheels.", "Why did the old mill have two wheels"),
]


@pytest.mark.parametrize(("text", "expected"), WHY, ids=[text for text, _ in WHY])
def test_why_moves_the_auxiliary_or_brings_in_do(text: str, expected: str) -> None:
    clause = simple_clause(chunks(sentences(Article(text))[0])[:-1])
    assert clause is not None
    assert why(clause, running(clause.subject)) == expected


def test_a_verb_that_is_the_same_in_the_past_is_not_turned_round() -> None:
    group = verb_groups(sentences(Article("The quarries cut their output."))[0])[0]
    with pytest.raises(ValueError, match="past or present"):
        inverted(group, "the quarries")


def test_what_takes_a_singular_verb() -> None:
    def first(text: str) -> str:
        return third_person(verb_groups(sentences(Article(text))[0])[0])

    assert first("The storms have caused floods.") == "has caused"
    assert first("The storms cause floods.") == "causes"
    assert first("The storms also caused floods.") == "caused"


def test_the_third_person_is_spelt_as_it_should_be() -> None:
    assert [third(base) for base in ("cause", "carry", "push", "go", "have")] == [
        "causes", "carries", "pushes", "goes", "has"
    ]  # fmt: skip


def test_running_words_lose_the_capital_that_only_begins_a_sentence() -> None:
    article = Article("The old mill closed. Maria Ray left. Korean farmers came.")
    first = [sentence.text.split(" ")[0] for sentence in sentences(article)]
    assert [running(sentence).split(" ")[0] for sentence in sentences(article)] == [first[0].lower(), *first[1:]]


ALONE = [("The storm of 1953", True), ("The dam and its gates", True), ("It", False), ("This delay", False),
         ("Its gates", False), ("Our gates", False), ("The incident", False), ("Such storms", False)]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALONE, ids=[text for text, _ in ALONE])
def test_words_stand_alone_when_nothing_in_them_points_outside(text: str, expected: bool) -> None:
    article = Article(text)
    assert stands_alone(article.span(0, len(text))) is expected


def test_a_plural_that_only_begins_a_sentence_is_no_name() -> None:
    article = Article("Protesters left. Other protesters stayed.")
    assert running(sentences(article)[0]) == "protesters left."
