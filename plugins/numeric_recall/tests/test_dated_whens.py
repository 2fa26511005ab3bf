"""A year with "when" behind it is asked for by what happened then."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The boom began there in 1719, when Ada Moss declared Tolmara a free port.",
            "In which year did Ada Moss declare Tolmara a free port?",
        ),
        (
            "All hopes were lost in May 1834, however, when Sven Dahl sold Tolmara Hall.",
            "In which year did Sven Dahl sell Tolmara Hall?",
        ),
        (
            "Sven Dahl found himself in court again in 1719 when Ada Moss declared Tolmara a free port.",
            "In which year did Ada Moss declare Tolmara a free port?",
        ),
        ("When Ada Moss retired in 1748, she sailed to Spain.", "In which year did Ada Moss retire?"),
        (
            "The Book of Tolmara was liked by all when it was first published in 1792.",
            "In which year was the Book of Tolmara first published?",
        ),
        ("Nobody knew in 1719 when Ada Moss would sell Tolmara Hall.", ""),
        ("The boom began there in 1719, when Ada Moss was 17.", ""),
    ],
)
def test_what_happened_when(sentence: str, stem: str) -> None:
    text = f"Ada Moss and Tolmara\n\nAda Moss lived in Tolmara. Sven Dahl did not. {sentence}\n\nIt rained."
    found = wording_of(quantities_in(Article(text))[0])
    assert (found.stem if found and found.rule != "gap" else "") == stem
