"""A name keeps its capital wherever it goes, although its first word is no name by itself."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, realised, trees
from quizengine.language.realise.surface_text import surface_text


def test_a_name_that_begins_with_an_adjective_keeps_its_capital() -> None:
    clause = main_clause(trees(Article("Alternative PAC is spending $50,000 in Torrent. It has no alternative.\n"))[0])
    assert clause is not None
    said = realised(clause)
    assert said is not None
    assert said.words(said.subject) == "Alternative PAC"


def test_an_adjective_before_an_abbreviation_and_a_small_noun_has_no_capital() -> None:
    clause = main_clause(trees(Article("Early HSDPA systems offer 2 megabits per second. Phones use HSDPA.\n"))[0])
    assert clause is not None
    said = realised(clause)
    assert said is not None
    assert said.words(said.subject) == "early HSDPA systems"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ('"The Old Dam" was printed in Oslo. Nobody read the old dam.', "The Old Dam"),
        ("A Dam of Straw\n\nA Dam of Straw won the Lind Award in 1993.", "A Dam of Straw"),
        ("Dams of Orra\n\nA Senn ferry sank in 1993.", "a Senn ferry"),
    ],
)
def test_a_title_keeps_the_capital_of_its_article(text: str, subject: str) -> None:
    clause = main_clause(trees(Article(f"{text}\n"))[-1 if "\n" in text else 0])
    assert clause is not None
    said = realised(clause)
    assert said is not None
    assert said.words(said.subject).strip('"') == subject


def test_a_subtitle_keeps_its_capital_and_a_sentence_behind_a_colon_has_none() -> None:
    title, told = trees(Article("Moss printed Dams: A History. Moss knew one thing: A dam is old.\n"))
    assert surface_text(title, range(len(title.tokens))) == "Moss printed Dams: A History."
    assert surface_text(told, range(len(told.tokens))) == "Moss knew one thing: a dam is old."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Adobe buildings offer cool rooms. The bricks of adobe are large.", "adobe"),
        ("Vowelless alphabets are called abjads.", "vowelless"),
        ("Ford engines keep the heat. People rode across the ford in a Ford.", "Ford"),
    ],
)
def test_a_word_before_a_plural_is_no_name_where_the_article_writes_it_small(text: str, first: str) -> None:
    clause = main_clause(trees(Article(text))[0])
    assert clause is not None
    said = realised(clause)
    assert said is not None
    assert said.words(said.subject).startswith(first)
