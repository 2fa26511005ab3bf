"""The year of what a subject did or had done to it is asked for where its predicate tells it."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.predicate_years import predicate_year


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Ada Moss is a painter born in 1958.", "In which year was Ada Moss born?"),
        (
            "The Orra Museum is a museum which opened to the public in 1974.",
            "In which year did the Orra Museum open to the public?",
        ),
        ("Orra College was a dissenting school, which closed in 1783.", "In which year did Orra College close?"),
        ("Ada Moss is a painter who visited Senn in 1958.", None),
        ("Ada Moss is a painter whose mother moved to Senn in 1958.", None),
        ("Orra is the chief town in the Fjord area, which opened a port in 1974.", None),
        ("Ada Moss was a descendant of Tom Moss, who migrated to Orra in 1638.", None),
        ("Orra is the seat of the Fjord Museum, founded in 1958.", None),
        ("Orra is a town which had a total population of 900 in 1974.", None),
        ("Ada Moss is a painter who had moved to Senn in 1958.", None),
    ],
)
def test_the_year_of_what_the_predicate_tells(sentence: str, stem: str | None) -> None:
    found = predicate_year(quantities_in(Article(f"Ada Moss\n\n{sentence}\n"))[0])
    assert (found[1] if found else None) == stem
