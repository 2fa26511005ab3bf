"""A name keeps its capital wherever it goes, although its first word is no name by itself."""

from quizengine import Article
from quizengine.language import main_clause, realised, trees


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


def test_a_title_in_quotation_marks_keeps_the_capital_of_its_article() -> None:
    clause = main_clause(trees(Article('"The Old Dam" was printed in Oslo. Nobody read the old dam.\n'))[0])
    assert clause is not None
    said = realised(clause)
    assert said is not None
    assert said.words(said.subject).strip('"') == "The Old Dam"
