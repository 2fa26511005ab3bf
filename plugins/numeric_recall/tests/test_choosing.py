"""Few figures a sentence are asked about, the most telling first, and none that the title tells."""

import sys
from collections import Counter
from random import Random
from types import FrameType

import pytest

from quizengine import Article, Fact
from quizengine.language.numbers import quantities
from quizengine_numeric_recall import GENERATOR
from quizengine_numeric_recall.choosing import refusals
from quizengine_numeric_recall.things import LONGEST


def left(text: str, title: str = "") -> dict[str, str]:
    """The figures of a text with the rule by which each is left alone, empty for one that is asked about."""
    article = Article(f"{title}\n\n{text}\n\nIt rained." if title else text)
    found = quantities(article)
    return {
        one.number.text: refusal.rule if refusal else ""
        for one, refusal in zip(found, refusals(found), strict=True)
        if one.span.text in text
    }


MORE = " The city of Oslo sold 31 old boats to Cork. The city of Bergen lost $950 in Cork."


def test_a_sentence_is_asked_about_once_for_figures_of_a_kind() -> None:
    found = left(
        "Tarn Mill, near Oslo, sold 340 tons of salt and 210 tons of flour and 75 tons of rye to Bergen." + MORE
    )
    assert (found["340"], found["210"], found["75"]) == ("", "another-figure", "another-figure")


def test_an_article_with_too_few_others_is_asked_for_figures_of_a_kind() -> None:
    found = left("Tarn Mill, near Oslo, sold 340 tons of salt and 210 tons of flour and 75 tons of rye to Bergen.")
    assert found == {"340": "", "210": "", "75": ""}


def test_money_comes_before_a_year_and_a_small_count() -> None:
    found = left("At Tarn Mill, as Ada Moss wrote in 1931, the six owners were fined $400 by a court in Oslo." + MORE)
    assert (found["$400"] if "$400" in found else found["400"], found.get("1931")) == ("", "another-figure")


def test_figures_of_different_kinds_are_asked_beside_each_other() -> None:
    found = left("Oslo says that, for $340 a day, up to 20 percent of it all and some 64 workers came from Bergen.")
    assert set(found.values()) == {""}


def test_a_range_and_a_figure_of_its_kind_are_both_asked() -> None:
    found = left("Oslo, wrote Ada Moss, may sell between 300 and 400 tons of salt, or in a good year 900 tons of it.")
    assert set(found.values()) == {""}


@pytest.mark.parametrize(
    ("title", "rule"),
    [("The First Snow in a Century", "in-the-title"), ("The Snow of 100 Years", "in-the-title"), ("The Snow", "")],
)
def test_what_the_title_tells_is_not_asked(title: str, rule: str) -> None:
    assert left("Snow fell on the island of Hvar for the first time in about 100 years.", title)["100"] == rule


def test_a_giant_sentence_is_left_alone() -> None:
    text = "Oslo sold " + ", ".join(f"{number} tons of salt" for number in range(100, 200)) + " to Bergen."
    assert len(text) > LONGEST
    assert set(left(text).values()) == {"too-long"}


@pytest.mark.parametrize("piece", ["40 tons,", "x9", "A year: $5.", "“9 men, ", "Oslo sold 40 tons to Bergen. "])
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    assert calls_for(piece * 400) < 2.6 * calls_for(piece * 200)


def calls_for(text: str) -> int:
    """How many functions are called to ask about a text, whatever the machine."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, arg: object) -> None:
        counted[event] += 1

    article = Article(text)
    quantities(article)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        facts = [fact for fact in GENERATOR.find(article) if isinstance(fact, Fact)]
        for fact in facts:
            list(GENERATOR.ask(fact, facts, Random(1)))
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]
