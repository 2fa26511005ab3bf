"""Words that stand alone, and “he” named where it is certain."""

import pytest

from quizengine import Article
from quizengine_cause_and_effect.naming import NotNamed, named, stands_alone


def told(text: str, words: str) -> str:
    article = Article(text)
    start = article.text.rindex(words)
    return named(article.span(start, start + len(words)))


def test_he_is_the_one_person_named_before() -> None:
    text = "Samuel Okoye joined the harbour board in 1990. Later, his plan led to protests."
    assert told(text, "his plan") == "Samuel Okoye’s plan"


def test_he_is_nobody_when_two_people_are_named() -> None:
    text = "Samuel Okoye met Peter Lanyon in 1990. Later, his plan led to protests."
    with pytest.raises(NotNamed):
        told(text, "his plan")


def test_he_is_nobody_when_the_text_was_about_someone_else_before() -> None:
    text = "He joined the harbour board in 1990. His friend Samuel Okoye left it. Later, his plan led to protests."
    with pytest.raises(NotNamed):
        told(text, "his plan")


def test_he_is_not_a_woman() -> None:
    text = "Mrs. Maria Ellingsen joined the harbour board in 1990. Later, his plan led to protests."
    with pytest.raises(NotNamed):
        told(text, "his plan")


def test_a_pronoun_for_a_thing_is_never_replaced() -> None:
    with pytest.raises(NotNamed):
        told("The mill closed. Later, its owner moved.", "its owner")


def test_a_pronoun_after_its_noun_is_left_as_it_is() -> None:
    assert told("The mill and its gates burnt.", "The mill and its gates") == "the mill and its gates"


@pytest.mark.parametrize("text", ["our gates", "the incident", "such storms", "the said problem", "the one before"])
def test_words_that_need_the_text_before_do_not_stand_alone(text: str) -> None:
    assert not stands_alone(Article(text).span(0, len(text)))


def test_an_accident_of_the_article_stands_alone() -> None:
    assert stands_alone(Article("The accident").span(0, 12))


def test_he_is_named_over_a_paragraph_that_names_nobody() -> None:
    text = "Samuel Okoye joined the board.\n\n“I like it here,” he said.\n\nIn May, his plan led to protests."
    assert told(text, "his plan") == "Samuel Okoye’s plan"


def test_whom_a_quotation_names_is_not_he() -> None:
    text = "“Peter Lanyon is no friend,” Samuel Okoye said in May. Later, his plan led to protests."
    assert told(text, "his plan") == "Samuel Okoye’s plan"


def test_he_in_a_quotation_is_nobody_for_certain() -> None:
    with pytest.raises(NotNamed):
        told("Samuel Okoye left. “Well, his plan led to protests,” said the mayor.", "his plan")


def test_a_name_after_despite_can_be_what_a_sentence_is_about() -> None:
    assert told("Despite Samuel Okoye’s views, his plan led to protests.", "his plan") == "Samuel Okoye’s plan"


def test_her_is_not_the_man_named_before() -> None:
    with pytest.raises(NotNamed):
        told("Mr. Samuel Okoye cut into her numbers in May.", "Samuel Okoye cut into her numbers")


def test_of_a_man_and_a_woman_the_pronoun_tells_who() -> None:
    text = "Mr. Samuel Okoye met Mrs. Maria Ellingsen. Later, his plan led to protests."
    assert told(text, "his plan") == "Samuel Okoye’s plan"
