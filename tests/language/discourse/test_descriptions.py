"""Which names bare descriptions mean."""

import pytest

from quizengine import Article
from quizengine.language import entities_in, full_names, main_clause, realised, statement, trees


def last_statement(text: str) -> str | None:
    """The last sentence of an article with names in full."""
    clause = main_clause(trees(Article(text))[-1])
    assert clause is not None
    said = realised(clause, full_names(clause.tree, clause.tokens))
    return statement(said) if said else None


FILLER = "Many people live by the sea. " * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Orra\n\nToday Orra is a city of bridges. {FILLER}In 1950 the city opened a museum.\n",
            "In 1950, Orra opened a museum.",
        ),
        (
            f"News\n\nPeter Okoye founded Brightway, a company from Kano. {FILLER}Nobody knew Brightway. "
            "In 1950 the company bought ships.\n",
            "In 1950, Brightway bought ships.",
        ),
        (
            f"News\n\nThe Harlow Bridge spans the Senn. {FILLER}The Harlow Bridge is old. "
            "In 1950 the bridge collapsed.\n",
            "In 1950, the Harlow Bridge collapsed.",
        ),
        (
            "News\n\nThousands of ships sail to France. In 1950 the country opened a museum.\n",
            "In 1950, France opened a museum.",
        ),
        (
            f"News\n\nThe Treaty of Orra came first. {FILLER}The Treaty of Senn ended the war. "
            "In 1950 the treaty lost its force.\n",
            "In 1950, the Treaty of Senn lost its force.",
        ),
        (f"Peru\n\nPeru lies by the sea. {FILLER}The nation exported copper.\n", "Peru exported copper."),
    ],
)
def test_the_name_that_a_description_means_stands_in_its_place(text: str, expected: str) -> None:
    assert last_statement(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "News\n\nShips sail from Spain to France. In 1950 the country opened a museum.\n",
        "News\n\nOrra is a city. Senn is a city. Orra and Senn trade. In 1950 the city opened a museum.\n",
        f"Orra\n\nOrra is a port. {FILLER}The country exported copper.\n",
        f"News\n\nThe Harlow Bridge spans the Senn. A stone bridge stood there. {FILLER}In 1950 the bridge fell.\n",
        f"News\n\nThe Treaty of Orra came first. {FILLER}The Treaty of Senn ended the war. "
        "It cost much. The ships left. The treaty was annulled by the Treaty of Tarn in 1950.\n",
        "News\n\nThe Treaty of Orra and the Treaty of Senn ended the war. In 1950 the treaty was annulled.\n",
        f"News\n\nThe Harlow Bridge spans the Senn. Two bridges fell. {FILLER}In 1950 the bridge fell.\n",
    ],
)
def test_a_description_that_several_fit_means_none(text: str) -> None:
    article = Article(text)
    assert not [each for entity in entities_in(article) for each in entity.mentions if each.form == "description"]


def test_a_name_with_a_number_before_it_is_no_name_for_a_description() -> None:
    text = f"News\n\nAda Moss represents the 1st Torrent District. {FILLER}The 1st Torrent District is old. "
    assert last_statement(f"{text}In 1950 the district bought ships.\n") == "In 1950, the district bought ships."
    war = "News\n\nAda Moss was hurt in the First World War. The First World War was long. "
    assert last_statement(f"{war}After the war Moss sold ships.\n") == "After the war, Ada Moss sold ships."
