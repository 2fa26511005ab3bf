"""Which events of a life are of no weight, so that nobody asks in which year they were."""

import pytest

from quizengine import Article
from quizengine.language import full_names, realised
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_contexts import contexts_of
from quizengine_numeric_recall.minor_events import is_a_minor_event


def is_minor(sentence: str) -> bool:
    """Return whether the clause of the last figure of a sentence tells a minor event."""
    context = next(contexts_of(quantities_in(Article(sentence))[-1]))
    said = realised(context.clause)
    assert said
    said = realised(context.clause, full_names(context.tree, said.tokens))
    assert said
    return is_a_minor_event(context, said)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss appeared in the second season of The Mill in 2014.",
        "Ada Moss submitted her first play to a jury in Oslo in 1874.",
        "Ada Moss made an appearance in Oslo in 1874.",
        "Her book The Mill was published in a Norwegian translation in 1995.",
        "Ada Moss has been in a relationship with Sven Dahl since 2005.",
        "Ada Moss was named player of the year in District 6 in 2005.",
        "Ada Moss won the prize of her high school in 2005.",
        "Ada Moss took matters into her own hands in 1859.",
        "Ada Moss returned home to her father in 1859.",
        "A notable event of the reign of Ada Moss occurred in 1605.",
    ],
)
def test_nobody_asks_when_these_were(sentence: str) -> None:
    assert is_minor(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Moss appeared in the film The Mill in 2014.",
        "Ada Moss made her last film in Oslo in 1874.",
        "Her book The Mill was published in Norway in 1995.",
        "Norway has been in a trade relationship with Peru since 2005.",
        "Ada Moss was named player of the year in Norway in 2005.",
        "Ada Moss left the high school of Oslo in 2005.",
        "Ada Moss took the harbour of Oslo in 1859.",
        "Ada Moss returned to Oslo in 1859.",
    ],
)
def test_these_are_events_of_a_life(sentence: str) -> None:
    assert not is_minor(sentence)
