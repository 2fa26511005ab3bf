"""Full names in place of short ones."""

from quizengine import Article
from quizengine.language import full_names, trees

TEXT = "Ada Bergson founded a firm. Bergson moved to Oslo. Bergson raised its prices in 1952."


def test_a_surname_that_has_its_own_is_a_company_and_no_person() -> None:
    _, moved, raised = trees(Article(TEXT))
    assert full_names(moved, range(len(moved.tokens))) == {0: "Ada Bergson"}
    assert full_names(raised, range(len(raised.tokens))) == {}
