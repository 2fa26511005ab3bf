"""A figure behind a noun of size or a verb of change is asked for in plain words."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The new ovens of Tolmara Mills would have required an investment of £35m.",
            "How large an investment would the new ovens of Tolmara Mills have required?",
        ),
        (
            "The owners of Tolmara Mills had offered a rise of 4.5 per cent to the crews of Oslo.",
            "How large a rise had the owners of Tolmara Mills offered to the crews of Oslo?",
        ),
        (
            "The brig Tolmara sailed to Lisbon at a speed of 12 knots.",
            "At what speed did the brig Tolmara sail to Lisbon?",
        ),
        (
            "Mortality in Tolmara fell from 18 per cent to two per cent by June.",
            "To what percentage did mortality in Tolmara fall from 18 per cent by June?",
        ),
        ("Tolmara Mills raised its fares to $12 in May.", "To how much did Tolmara Mills raise its fares in May?"),
        ("Tolmara Mills cut its staff to 900 weavers.", "To how many weavers did Tolmara Mills cut its staff?"),
        (
            "The population of Tolmara had dropped to 50,000 by the summer.",
            "To how many had the population of Tolmara dropped by the summer?",
        ),
        (
            "Residents of Tolmara will be limited to 120 litres of water a day.",
            "To how many litres of water a day will residents of Tolmara be limited?",
        ),
        (
            "The price of bread in Tolmara rose 12 percent in May.",
            "By what percentage did the price of bread in Tolmara rise in May?",
        ),
        (
            "The investors of Tolmara acquired a 29 per cent stake in Oslo Mills.",
            "How large a stake did the investors of Tolmara acquire in Oslo Mills?",
        ),
        (
            "Tolmara Mills hopes to earn a bonus of $15,000 for every boat.",
            "How large a bonus does Tolmara Mills hope to earn for every boat?",
        ),
        ("Tolmara Mills failed to sell 40 boats to Oslo.", "How many boats did Tolmara Mills fail to sell to Oslo?"),
        ("Ada Moss had a lead of 200 delegates in Tolmara.", "How large a lead did Ada Moss have in Tolmara?"),
        ("The city of Tolmara has set aside $40,000.", "How much has the city of Tolmara set aside?"),
        (
            "Sven Dahl estimated the loss to Tolmara at $180,000.",
            "At how much did Sven Dahl estimate the loss to Tolmara?",
        ),
        (
            "Among the mayors of Tolmara, 40 percent lost a son.",
            "Among the mayors of Tolmara, what percentage lost a son?",
        ),
    ],
)
def test_a_size_a_level_or_a_change_is_asked_for(sentence: str, stem: str) -> None:
    found = [wording_of(each) for each in quantities_in(Article(f"Tolmara\n\nIt rained. {sentence}\n\nIt snowed."))]
    assert stem in [each.stem for each in found if each is not None]


def test_a_town_a_time_or_a_person_is_no_size() -> None:
    for sentence in ("Tolmara Mills moved to 40 towns.", "Ada Moss met a friend of 40 mayors of Tolmara."):
        (figure,) = quantities_in(Article(f"Tolmara\n\nIt rained. {sentence}\n\nIt snowed."))
        found = wording_of(figure)
        assert found is None or found.rule not in ("to-how-many", "how-large")


def test_how_long_something_has_gone_on_is_not_asked_where_something_else_is_counted() -> None:
    text = "Tolmara\n\nIt rained. In twenty-one years Ada Moss has sold boats on nineteen occasions.\n\nIt snowed."
    years, occasions = map(wording_of, quantities_in(Article(text)))
    assert years is None or years.rule == "gap"
    assert occasions is not None
    assert occasions.stem == "On how many occasions has Ada Moss sold boats in twenty-one years?"


def test_a_particle_is_no_preposition() -> None:
    text = "Tolmara\n\nIt rained. Tolmara Mills had taken on 34 trainees in the autumn.\n\nIt snowed."
    (found,) = map(wording_of, quantities_in(Article(text)))
    assert found is None or "On how many" not in found.stem


def test_a_year_that_a_gap_would_ask_for_is_asked_for_plainly() -> None:
    text = "Tolmara\n\nIt rained. Ada Moss defended her dissertation at Tolmara in 1891.\n\nIt snowed."
    (found,) = map(wording_of, quantities_in(Article(text)))
    assert found is not None
    assert found.stem == "In which year did Ada Moss defend her dissertation at Tolmara?"


def test_each_figure_of_a_change_is_asked_for_without_the_other() -> None:
    text = "Orra Mills\n\nSales of Orra Mills rose 12 percent to $4.3 billion in 2015.\n\nIt rained.\n"
    stems = [wording.stem for one in quantities_in(Article(text)) if (wording := wording_of(one)) is not None]
    assert stems[:2] == [
        "By what percentage did sales of Orra Mills rise in 2015?",
        "To how much did sales of Orra Mills rise in 2015?",
    ]


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Orra Park covers an area of 340 square kilometres.", "What area does Orra Park cover, in square kilometres?"),
        ("Mount Orra reaches a height of 4,810 metres.", "What height does Mount Orra reach, in metres?"),
        ("Orra Park covers an area of 340 square kilometres (131 square miles).", None),  # either would be right
        ("Orra Park needs an area of 340 square kilometres.", None),
    ],
)
def test_the_measure_that_something_covers_or_reaches(sentence: str, stem: str | None) -> None:
    wording = wording_of(quantities_in(Article(f"Orra Park\n\n{sentence}\n\nIt rained.\n"))[0])
    assert (wording.stem if wording and wording.rule == "what-measure" else None) == stem
