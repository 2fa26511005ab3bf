"""The kinds of adjuncts, by the shipped model: told where the words tell, and left open where they do not."""

import pytest

from quizengine import Article
from quizengine.language import main_clause, trees


def kind_of(words: str, sentence: str) -> str:
    """The circumstance of the adjunct of the main clause with these words."""
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    clause = main_clause(tree)
    assert clause is not None
    return next(part.circumstance for part in clause.adjuncts() if part.text == words)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("hardly", "I could hardly hear the speaker."),
        ("especially", "Moss was especially proud of the garden."),
        ("Still", "Still, the king had great confidence in his army."),
        ("Honestly", "Honestly, I do not know the mayor."),
        ("However", "However, the farmers sold the land."),
        ("then", "If the river rises, then the farmers should leave the valley."),
        ("reportedly", "The mayor reportedly left the town."),
        ("by 25 percent", "The price was reduced by 25 percent."),
        ("by hand", "The letter was written by hand."),
        ("for Seven Days", "She was praised for Seven Days."),
        ("At the same time", "At the same time, the council sold the mill."),
        ("to the world", "The girls will prove to the world that they can win."),
        ("in season four", "The captain appeared in season four."),
        ("from Peter Okoye", "The letter came from Peter Okoye."),
    ],
)
def test_no_kind_is_told_where_the_words_do_not_tell_it(words: str, sentence: str) -> None:
    assert kind_of(words, sentence) == ""


@pytest.mark.parametrize(
    ("words", "kind", "sentence"),
    [
        ("quickly", "manner", "The farmers quickly sold the land."),
        ("very slowly", "manner", "The train moved very slowly."),
        ("recently", "time", "The council recently sold the mill."),
        ("on Sunday", "time", "The farmers met on Sunday."),
        ("this year", "time", "The council sold the mill this year."),
        ("for seven days", "duration", "The farmers stayed in Cork for seven days."),
        ("by three farmers", "agent", "The land was bought by three farmers."),
        ("by storing water", "means", "The farmers saved the harvest by storing water."),
        ("to Lisbon", "place", "Ada Moss moved to Lisbon."),
        ("in the village", "place", "The farmers met in the village."),
    ],
)
def test_a_kind_is_told_where_the_words_tell_it(words: str, kind: str, sentence: str) -> None:
    assert kind_of(words, sentence) == kind


@pytest.mark.parametrize(("last", "kind"), [("long", "duration"), ("before", "")])
def test_a_length_before_a_point_in_time_is_no_duration(build_tree, last: str, kind: str) -> None:
    tree = build_tree(
        *("Ada/Ada/PROPN/NNP/2/nsubj", "left/leave/VERB/VBD/0/root", "two/two/NUM/CD/4/nummod"),
        *("weeks/week/NOUN/NNS/2/obl:unmarked", f"{last}/{last}/ADV/RB/2/advmod", "././PUNCT/./2/punct"),
    )
    clause = main_clause(tree)
    assert clause is not None
    assert next(part.circumstance for part in clause.adjuncts() if part.head == 3) == kind
