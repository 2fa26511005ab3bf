"""The words that stand in place of others in a clause that is cut out of its sentence."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_contexts import contexts_of
from quizengine_numeric_recall.figure_stems import wording_of
from quizengine_numeric_recall.sound_clauses import owners, sound_clause


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ("Ada Moss", ["Ada Moss’s"]),
        ("Ada Moss of Orra", []),  # as far as grammar tells, the play may be the town's
        ("Sven Dahl and Ada Moss", []),
    ],
)
def test_a_whose_becomes_the_name_right_before_it_where_that_alone_can_be_meant(owner: str, shown: list[str]) -> None:
    [tree] = trees(Article(f"The miller {owner}, whose long play was printed in 1902, praised Oslo.\n"))
    whose = next(at for at, token in enumerate(tree.tokens) if token.form == "whose")
    assert list(owners(tree, range(whose, whose + 7)).values()) == shown
    assert owners(tree, range(len(tree.tokens))) == {}


@pytest.mark.parametrize(
    ("sentence", "sound"),
    [
        ("Ada Moss was caught by sailors of Oslo, and detained for over eight months in the old harbour.", False),
        ("Ada Moss was caught by sailors of Oslo, and she stayed for over eight months in the old harbour.", True),
    ],
)
def test_a_participle_that_shares_a_was_is_no_active_verb(sentence: str, *, sound: bool) -> None:
    months = next(one for one in quantities_in(Article(f"{sentence}\n")) if one.unit == "month")
    found = [sound_clause(context) for context in contexts_of(months) if context.part is not None]
    assert any(found) == sound


def test_what_came_before_a_dated_deed_is_left_out_where_nothing_tells_which_it_was() -> None:
    text = (
        "Ada Moss\n\nAfter a series of disputes, Ada Moss captured the mayor of Orra at the Battle of Senn in 1532.\n"
    )
    found = wording_of(quantities_in(Article(text))[0])
    assert found is not None
    assert found.stem == "In which year did Ada Moss capture the mayor of Orra at the Battle of Senn?"
