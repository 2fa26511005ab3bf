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


def test_a_surname_that_stands_bare_among_people_with_titles_is_a_company() -> None:
    text = (
        "Ada Bergson founded a firm. Mr. Hale and Ms. Okoye left. Ms. Bergson saw Mr. Hale. Bergson sold its mill. "
        "Bergson put his fortune at two pounds.\n"
    )
    *_, put = trees(Article(text))
    assert put.tokens[0].form == "Bergson"
    assert 0 not in full_names(put, range(len(put.tokens)))


def test_his_stays_beside_a_name_in_full_that_has_an_its_beside_it() -> None:
    [tree] = trees(Article("Ada Moss, a miller all her life, left after selling its last ferry.\n"))
    assert "Ada Moss’s" not in full_names(tree, range(len(tree.tokens))).values()


def test_a_song_is_not_named_by_one_word_of_its_title() -> None:
    title = "America the Fair"
    article = Article(
        f'{title}\n\n"{title}" is a patriotic song. It was printed in Cork. The song was widely known by 1929. '
        "At various times America has had other songs.\n"
    )
    said = next(tree for tree in trees(article) if "widely" in tree.sentence.span.text)
    assert full_names(said, range(len(said.tokens))) == {}
