"""Whom an article takes as known."""

import pytest

from quizengine import Article
from quizengine.language import has_unknown_source, is_introduced, is_taken_as_known, names_in, trees


@pytest.mark.parametrize(
    "words",
    [
        "The ferry is late, said Karen Holt, a nurse in Orra.",
        "Senator Karen Holt left the hall.",
        "The reporter, Karen Holt, left the hall.",
        "Karen Holt, 42, left the hall.",
        "“It is late,” Dahl’s spokeswoman, Karen Holt, said in a statement.",
        "Karen Holt, who chairs the harbour board, left the hall.",
        "The hall was empty, said Karen Holt, Tom Moss’s first adviser.",
    ],
)
def test_a_phrase_beside_a_name_says_who_that_is(words: str) -> None:
    [holt] = [name for name in names_in(Article(f"A ferry\n\n{words}\n")) if name.full == "Karen Holt"]
    assert is_introduced(holt)
    assert not is_taken_as_known(holt)


def test_a_bare_name_is_taken_as_known() -> None:
    [holt] = names_in(Article("A ferry\n\nKaren Holt says that the sea is not rising.\n"))
    assert not is_introduced(holt)
    assert is_taken_as_known(holt)


def test_who_runs_for_an_office_of_the_nation_is_known_to_everybody() -> None:
    text = "Democratic candidate Karen Holt left. Vice President Tom Moss, a friend of Sara Lee, the baker, stayed.\n"
    known = {name.full: is_taken_as_known(name) for name in names_in(Article(f"A ferry\n\n{text}"))}
    assert known["Karen Holt"]
    assert not known["Tom Moss"] and not known["Sara Lee"]


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("Holt believes that the ferry is late.", True),
        ("In 1920 Mr. Holt argued that the ferry was late.", True),
        ("Karen Holt believes that the ferry is late.", False),
        ("Karen Older rows. Mr Older said using the new ferry had helped forty sailors.", False),
        ("Holt rowed the ferry home.", False),  # nobody asks who says so
        ("Orra believes that the ferry is late.", False),  # the title names it
        ("Tavra says that the ferry is late.", False),  # it may be a company
        ("Norway believes that the ferry is late.", False),
    ],
)
def test_a_bare_surname_does_not_tell_who_says_something(words: str, unknown: bool) -> None:
    tree = trees(Article(f"The ferry of Orra\n\n{words}\n"))[-1]
    assert has_unknown_source(tree, range(len(tree.tokens))) is unknown
