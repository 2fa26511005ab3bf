"""A question that leans on what stands elsewhere is left alone, and who says so goes before it."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.context_sentences import leaves_open_who
from quizengine_numeric_recall.figure_stems import LONGEST, wording_of


def stem(text: str) -> str:
    """The plain question for the first figure of a text; empty where there is none."""
    wording = wording_of(quantities_in(Article(text))[0])
    return wording.stem if wording and wording.rule != "gap" else ""


@pytest.mark.parametrize(
    "text",
    [
        "A New Bridge for Kilmore\n\nThe council met.\n\nNorway paid the firm 80 million euros for the bridge.",
        "Port Ansel\n\nThe railway was old.\n\nThe railway needed coal.\n\nThe railway closed its last mine in 1915.",
        "Ada Moss\n\nAda Moss made videos.\n\nOne video was short.\n\nNorway watched the video 40 times.",
        "Honours\n\nIt rained.\n\nIn 2012, she was praised by Ada Moss for services to architecture.",
    ],
)
def test_what_leans_on_the_article_is_left_alone(text: str) -> None:
    assert stem(text) == ""


def test_what_a_report_suggests_is_told_by_the_report() -> None:
    text = (
        "Norway Sends Boats\n\nIt rained.\n\nA recent report from The Oslo Herald has drawn attention by citing "
        "statements from Ada Moss, suggesting that Norway has sent 340 boats to Bergen."
    )
    assert stem(text) == "According to a report from The Oslo Herald, how many boats has Norway sent to Bergen?"


def test_an_arrangement_is_named_by_those_who_made_it() -> None:
    text = (
        "Trade between Norway and Peru\n\nIt rained.\n\nThe report told of a barter between Norway and Peru. "
        "The arrangement involves 700 tons of grain."
    )
    assert stem(text) == "How many tons of grain does the arrangement between Norway and Peru involve?"
    others = text.replace("The arrangement", "There was a war between Chile and Spain. The arrangement")
    assert stem(others) == ""


def test_a_winter_or_a_place_behind_a_noun_says_which() -> None:
    assert stem("Ada Moss bought 48 boats for the winter.") == "How many boats did Ada Moss buy for the winter?"
    assert "the strike at Leeds Hospital" in stem("Some 700 nurses have joined the strike at Leeds Hospital.")


def test_what_goes_with_the_verb_says_not_which_place_is_meant() -> None:
    assert stem("It rained.\n\nAda Moss brought 48 boats to the port with Sven Dahl.") == ""


def test_it_is_nobody_who_says_so() -> None:
    text = "Minds\n\n{0} was old. The mind is big. {0}, a baker, argued that it holds about 340 letters at once."
    assert wording_of(quantities_in(Article(text.format("Ghana Rail")))[0]) is not None
    assert wording_of(quantities_in(Article(text.format("George Lind")))[0]) is None


@pytest.mark.parametrize("count", range(3, 30, 3))
def test_no_stem_is_longer_than_can_be_read_at_once(count: int) -> None:
    buyers = ", ".join(f"Sven Dahl of Oslo {letter}" for letter in "ABCDEFGHIJKLMNO"[: count // 2])
    found = stem(f"Ada Moss sold 340 boats to {buyers} in Bergen.")
    assert len(found.split()) <= LONGEST


def test_a_name_behind_a_comma_says_which_is_meant() -> None:
    text = "Ada Moss\n\nIt rained.\n\nIn 2007, Ada Moss served as host of Oslo's horror series, Room Nine, which ended."
    assert stem(text) == "In which year did Ada Moss serve as host of Oslo's horror series Room Nine?"
    town = "Ada Moss\n\nIt rained.\n\nIn 1907, Ada Moss built a mill near the modern town of Esna, Egypt."
    assert "town of Esna" in stem(town) and "town Egypt" not in stem(town)


def test_the_parliament_is_that_of_the_country_named() -> None:
    text = "Peru Votes\n\nIt rained.\n\nPeru sold 340 boats to the navy."
    assert stem(text) == "How many boats did Peru sell to the navy?"
    asked = stem(text.replace("Peru sold", "Ada Moss sold the fleet").replace("Peru Votes", "Ada Moss"))
    assert asked == ""  # whose fleet, and whose navy?


def test_there_is_the_place_that_the_title_names() -> None:
    opening = "Lisbon\n\nLisbon is a city in Portugal. Many people live in Lisbon."
    text = f"{opening} The Moss Bank was established there in 1831."
    assert stem(text) == "In which year was the Moss Bank established in Lisbon?"
    assert stem(text.replace("live in Lisbon", "went to Paris")) == ""


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "South Orra is a bare region stretching some 500 miles inland from the Senn Sea.",
            "About how many miles does South Orra stretch inland from the Senn Sea?",
        ),
        (
            "Orra is a town in Norway, lying around 30 km southwest of Bergen, 40 km east of Oslo, 50 west of Cork.",
            "About how many kilometres does Orra lie southwest of Bergen?",
        ),
    ],
)
def test_a_participle_is_asked_of_the_subject_and_for_one_figure(told: str, asked: str) -> None:
    assert stem(f"Orra\n\nOrra is old.\n\n{told}") == asked


def test_he_is_one_person_in_the_sentence_before() -> None:
    tree = trees(Article("Sven Dahl\n\nSven Dahl praised Tom Moss. He was caught in 1011."))[-1]
    assert leaves_open_who(tree, "Sven Dahl praised Tom Moss.", "In which year was he caught?")
    assert not leaves_open_who(tree, "Sven Dahl praised learning.", "In which year was he caught?")
