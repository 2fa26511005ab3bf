"""The title stands before a question that leans on it, cut where it goes on, and never beside another opening."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities
from quizengine_numeric_recall.framing import short_title
from quizengine_numeric_recall.stems import LONGEST, LONGEST_TITLED, wording_of


def stem(text: str) -> str:
    """How the first figure of a text is asked for; empty where it is left alone."""
    wording = wording_of(quantities(Article(text))[0])
    return wording.stem if wording else ""


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("A Bridge for Kilmore", "A Bridge for Kilmore"),
        ("Troops Sent to Aid Harland in the War, New Reports Reveal", "Troops Sent to Aid Harland in the War"),
        ("How a Railway Made, and Nearly Ruined, Port Ansel", "How a Railway Made, and Nearly Ruined, Port Ansel"),
        ("2.1 Early Ideas in Chemistry", "Early Ideas in Chemistry"),
        ("The “Shackles” Are Off", ""),
        ("A Title of So Many Words That No Question Could Ever Bear It Before Its Own Words", ""),
    ],
)
def test_a_title_is_cut_where_it_goes_on(title: str, short: str) -> None:
    assert short_title(Article(f"{title}\n\nIt rained.\n\nIt snowed.")) == short


def test_a_noun_that_the_title_tells_leans_on_the_title() -> None:
    text = "A New Bridge for Kilmore\n\nThe council met.\n\nNorway paid 80 million euros for the bridge."
    assert stem(text) == "In the article “A New Bridge for Kilmore”, how much did Norway pay for the bridge?"


def test_a_pronoun_before_the_only_name_stays_open() -> None:
    assert stem("Honours\n\nIt rained.\n\nIn 2012, she was praised by Ada Moss for services to architecture.") == ""


def test_a_noun_that_the_article_tells_of_again_and_again_leans_on_the_title() -> None:
    text = "Port Ansel\n\nThe railway was old.\n\nThe railway needed coal.\n\nThe railway closed its last mine in 1915."
    assert stem(text) == "In the article “Port Ansel”, in which year did the railway close its last mine?"


def test_a_noun_of_which_there_are_others_is_left_alone() -> None:
    text = "Ada Moss\n\nAda Moss made videos.\n\nOne video was short.\n\nNorway watched the video 40 times."
    assert stem(text) == ""


def test_a_winter_or_a_place_behind_a_noun_says_which() -> None:
    assert stem("Ada Moss bought 48 boats for the winter.") == "How many boats did Ada Moss buy for the winter?"
    assert "the strike at Leeds Hospital" in stem("Some 700 nurses have joined the strike at Leeds Hospital.")


@pytest.mark.parametrize("count", range(3, 30, 3))
def test_no_stem_is_longer_than_can_be_read_at_once(count: int) -> None:
    buyers = ", ".join(f"Sven Dahl of Oslo {letter}" for letter in "ABCDEFGHIJKLMNO"[: count // 2])
    found = stem(f"Ada Moss sold 340 boats to {buyers} in Bergen.")
    assert len(found.split()) <= (LONGEST_TITLED if found.startswith("In the article") else LONGEST)
