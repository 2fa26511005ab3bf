"""Full names in place of short ones."""

from quizengine import Article
from quizengine.language import full_names, trees

TEXT = "Ada Bergson founded a firm. Bergson moved to Oslo. Bergson raised its prices in 1952."


def test_a_surname_that_has_its_own_is_a_company_and_no_person() -> None:
    _, moved, raised = trees(Article(TEXT))
    assert full_names(moved, range(len(moved.tokens))) == {0: "Ada Bergson"}
    assert full_names(raised, range(len(raised.tokens))) == {}


def test_the_river_is_the_senn_river_where_that_is_written_once() -> None:
    text = (
        "The old Senn River is long. Peter Okoye sold a mill on the Senn River in Orra. Ada Moss saw the river in 1952."
    )
    *_, saw = trees(Article(f"{text}\n"))
    assert "the Senn River" in full_names(saw, range(len(saw.tokens))).values()
