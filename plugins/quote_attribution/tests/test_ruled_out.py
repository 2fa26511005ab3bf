"""Who is no option beside a speaker, as every reader sees."""

import pytest

from quizengine import Article
from quizengine.language import Name, names_in
from quizengine_quote_attribution.ruled_out import is_ruled_out, tells_of_a_sex

TEXT = """A tax on peat

Karen Holt says that the bogs are dry. Democratic candidate Dana Reed is against it.

The tax works, said Peter Oduya, an engineer at the mill. Mayor Sven Dahl and Senator Ada Moss opposed it.
"""


def named(full: str) -> Name:
    return next(name for name in names_in(Article(TEXT)) if name.full == full)


@pytest.mark.parametrize("known", ["Karen Holt", "Dana Reed"])
def test_whom_everybody_knows_is_no_option_beside_somebody_who_has_to_be_introduced(known: str) -> None:
    assert is_ruled_out(named(known), named("Peter Oduya"), "The tax works.")
    assert not is_ruled_out(named("Peter Oduya"), named(known), "The tax works.")


def test_among_politicians_a_candidate_is_an_option() -> None:
    assert not is_ruled_out(named("Dana Reed"), named("Ada Moss"), "The tax works.")
    assert is_ruled_out(named("Karen Holt"), named("Ada Moss"), "The tax works.")


def test_nobody_speaks_of_the_own_office_as_of_another() -> None:
    speaker = named("Ada Moss")
    assert is_ruled_out(named("Sven Dahl"), speaker, "The mayor is going to keep his word.")
    assert not is_ruled_out(named("Sven Dahl"), speaker, "The mayor of Cork is going to keep his word.")
    assert not is_ruled_out(named("Sven Dahl"), speaker, "The council is going to keep its word.")


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("I am the proud daughter of a miner.", True),
        ("As a grandfather I know what peat is.", True),
        ("My wife rows every day.", True),
        ("The daughter of the miner rows.", False),
    ],
)
def test_some_words_tell_whether_a_man_or_a_woman_speaks(said: str, tells: bool) -> None:
    assert tells_of_a_sex(said) is tells
