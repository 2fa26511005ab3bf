"""A figure that the others in its sentence give by arithmetic is not asked for, and any other may be."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.whole_sentences import whole_sentence
from quizengine_numeric_recall.worked_out import is_worked_out


def is_given_away(sentence: str, figure: str) -> bool:
    quantity = next(one for one in quantities_in(Article(sentence)) if one.span.text == figure)
    context, said = next(whole_sentence(quantity))
    return is_worked_out(context, said)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Shares in Orra Mills rose 56 pence, or 7.6%, to 797 pence.", "56 pence"),
        ("Shares in Orra Mills rose 56 pence, or 7.6%, to 797 pence.", "7.6%"),
        ("Shares in Orra Mills rose 56 pence, or 7.6%, to 797 pence.", "797 pence"),
        ("Orra Mills sold 1,200 looms, 30% of its 4,000 looms.", "1,200"),
        ("Orra Mills raised its price by 5% to $2.10 from $2.00.", "5%"),
        ("Orra Mills has 90 weavers, 60 women and 30 men.", "60"),
    ],
)
def test_a_figure_is_worked_out_from_the_others(sentence: str, figure: str) -> None:
    assert is_given_away(sentence, figure)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Shares in Orra Mills rose 56 pence, or 7.6%, in a week.", "56 pence"),
        ("Orra Mills sold 1,200 looms and kept 30% of its $4,000.", "1,200"),
        ("Orra Mills raised its price by 5% in 2 years.", "5%"),
        ("Orra Mills has 90 weavers, 60 of them women.", "60"),
    ],
)
def test_a_figure_of_which_too_little_is_told_is_not(sentence: str, figure: str) -> None:
    assert not is_given_away(sentence, figure)
