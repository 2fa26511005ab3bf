"""Every ground for leaving a figure alone has a figure that it holds for and one that it does not."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.exclusion_rules import GROUNDS, figure_exclusion

HITS = {
    "label": "Flight 370 was late.",
    "two-ways": "The berth cost 3.250 euros.",
    "name": "They bought a Boeing 737 jet.",
    "decade": "Jazz was popular in the 1920s here.",
    "aside": "Nora Bell (34 years in the chair) won the race.",
    "nameless": "Nora Bell saw a bill that became law in 1920.",
    "half-a-range": "Nora Bell was the rector in 1920 – 21.",
    "quoted": "The “40 Days” are a song by Nora Bell.",
    "part-number": "The riot began on day 40 of the strike.",
    "half-a-unit": "The boat drifted for half a mile.",
    "half-a-change": "Norway is up from 40 boats.",
    "one-of": "She asked six in 10 farmers.",
    "crowd": "She spoke to a crowd of 4,000 farmers.",
    "passing-year": "The 2011 elections were long.",
    "listed": "They sell four colours: red, blue, green and grey.",
    "title": "She starred in Twelve Monkeys.",
    "address": "He lives at 45 Fleet Street now.",
    "tiny-count": "They bought two goats.",
    "compound": "It is a three-bedroom flat.",
    "old-year": "In 348 Nora Bell died.",
    "further": "She sold a further 40,000 shirts.",
    "no-noun": "He spoke to 15 of them.",
    "told-before": "The six sisters met again.",
    "not-really": "Nobody knew if 40 ships had sunk.",
    "deictic": "It rained twelve days ago.",
    "loose": "It takes a week or 12 days.",
    "score": "She went 4-for-5 that night.",
    "all-or-nothing": "I am 100 percent sure.",
    "date": "The duel took place on 30 May.",
    "round-list": "Oslo is one of the top 10 towns.",
    "too-exact": "Nora Bell was elected with 58,825 votes.",
    "timetable": "The ferry goes five days a week.",
}
MISSES = {
    "label": "Some 370 flights were late.",
    "two-ways": "The berth cost 3.25 euros.",
    "name": "They gave Norway 300 jets.",
    "decade": "Jazz came to town in 1920 and stayed.",
    "aside": "Nora Bell won the race after 34 years in the chair.",
    "nameless": "Nora Bell saw Westmoor, founded by sailors in 1920.",
    "half-a-range": "Nora Bell was the rector in 1920.",
    "quoted": "“Oslo sold 40 boats,” said Nora Bell.",
    "part-number": "The riot began on 40 ships.",
    "half-a-unit": "The boat drifted for 0.5 miles.",
    "half-a-change": "Norway is up to 40 boats.",
    "one-of": "She asked in 10 towns.",
    "crowd": "She spoke to 4,000 farmers.",
    "passing-year": "The survey began in 2011 in Oslo.",
    "listed": "They sell four colours and many more.",
    "title": "Twelve monkeys escaped from the zoo.",
    "address": "He counted 45 streets in the town.",
    "tiny-count": "They bought nine goats.",
    "compound": "It is a 30-bedroom hotel.",
    "old-year": "In 348 towns the bell rang.",
    "further": "She sold 40,000 shirts further north.",
    "no-noun": "He spoke to 15 farmers.",
    "told-before": "Six sisters met again.",
    "not-really": "It was clear that 40 ships had sunk.",
    "deictic": "It rained for twelve days.",
    "loose": "It earned £78,000, or 65 percent of the sum.",
    "score": "She won 45 games that year.",
    "all-or-nothing": "I am 90 percent sure.",
    "date": "The duel took place 30 miles away.",
    "round-list": "Oslo is one of 10 towns.",
    "too-exact": "Nora Bell was elected with 58,800 votes.",
    "timetable": "The ferry took five days.",
}


def rules(text: str) -> list[str]:
    """The grounds against the figures of a text, empty for a figure that is worth asking about."""
    grounds = [figure_exclusion(quantity) for quantity in quantities_in(Article(text))]
    return [ground.rule if ground else "" for ground in grounds]


def test_every_ground_has_its_examples() -> None:
    assert {ground.rule for ground in GROUNDS} == set(HITS) == set(MISSES)


@pytest.mark.parametrize("rule", HITS)
def test_a_ground_holds_where_it_should(rule: str) -> None:
    assert rule in rules(HITS[rule])


COLOURS = "red, blue, green, grey, white, black, brown, pink, gold"


@pytest.mark.parametrize(
    ("number", "more", "expected"), [("ten", "and mauve", ["listed"]), ("eleven", "mauve and ochre", [""])]
)
def test_up_to_ten_things_that_are_listed_can_be_counted(number: str, more: str, expected: list[str]) -> None:
    assert rules(f"They sell {number} colours: {COLOURS}, {more}.") == expected


@pytest.mark.parametrize("rule", MISSES)
def test_a_ground_does_not_hold_where_it_should_not(rule: str) -> None:
    assert rule not in rules(MISSES[rule])


def test_a_sum_is_as_exact_as_a_count_that_nobody_keeps_in_mind() -> None:
    assert rules("Orra Mills paid $260.75 billion for Senn.") == ["too-exact"]
    assert rules("Orra Mills paid $260.7 billion for Senn.") == [""]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Nora Bell spoke four days ahead of the race.", "deictic"),
        ("Nora Bell was helped by the number 10 and 11 batsmen.", "part-number"),
    ],
)
def test_a_place_in_a_row_and_a_time_before_another_are_no_amounts(text: str, rule: str) -> None:
    assert rules(text)[-1] == rule


@pytest.mark.parametrize(("text", "rule"), [("Oslo sold 32m bicycles.", "two-ways"), ("The mast is 32m high.", None)])
def test_a_number_before_m_and_a_plural_may_be_millions(text: str, rule: str | None) -> None:
    (found,) = quantities_in(Article(text))
    ground = figure_exclusion(found)
    assert (ground and ground.rule) == rule
