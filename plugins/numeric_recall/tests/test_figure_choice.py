"""Few figures a sentence are asked about, the most telling first, and none that the title tells."""

import sys
from collections import Counter
from random import Random
from types import FrameType

import pytest

from quizengine import Article, Fact, NumericQuestion, Refusal
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall import GENERATOR
from quizengine_numeric_recall.figure_choice import choices
from quizengine_numeric_recall.figure_contexts import LONGEST


def left(text: str, title: str = "") -> dict[str, str]:
    """The figures of a text with the rule by which each is left alone, empty for one that is asked about."""
    article = Article(f"{title}\n\n{text}\n\nIt rained." if title else text)
    found = quantities_in(article)
    return {
        one.number.text: choice.refusal.rule if choice.refusal else ""
        for one, choice in zip(found, choices(found), strict=True)
        if one.span.text in text
    }


def test_two_figures_of_a_sentence_are_asked_about_at_most() -> None:
    found = left("Tarn Mill sold 340 tons of salt to Oslo, sold 210 tons of flour to Cork and paid $95 to Bergen.")
    assert sorted(found.values()) == ["", "", "another-figure"]


def test_no_question_shows_the_figure_that_another_asks_for() -> None:
    found = left("Ferry Nord bought 40 boats for $950 in Bergen in 1931.")
    assert found == {"950": "", "40": "another-figure", "1931": "another-figure"}


@pytest.mark.parametrize(("shown", "rule"), [(9, ""), (10, "another-figure")])
def test_a_single_digit_that_another_question_shows_gives_nothing_away(shown: int, rule: str) -> None:
    article = Article(f"The {shown} mills of Ferry Nord burned in 1931. The city of Oslo hired {shown} horses in Cork.")
    last = choices(quantities_in(article))[-1]
    assert (last.refusal.rule if last.refusal else "") == rule


def test_no_two_questions_of_an_article_have_the_same_answer() -> None:
    article = Article("The city of Oslo sold 31 old boats to Cork. Ferry Nord hired 31 old horses in Bergen.")
    found = [choice.refusal.rule if choice.refusal else "" for choice in choices(quantities_in(article))]
    assert found == ["", "told-twice"]


@pytest.mark.parametrize(
    ("title", "rule"),
    [("The Boats of 1931", "in-the-title"), ("The Boats", "")],
)
def test_what_the_title_tells_is_not_asked(title: str, rule: str) -> None:
    assert left("Ferry Nord bought boats for Bergen in 1931.", title)["1931"] == rule


def test_a_century_in_the_title_tells_a_hundred_years() -> None:
    found = left("Snow fell on Hvar for the first time in about 100 years.", "The First Snow in a Century")
    assert found == {"100": "in-the-title"}


LEANING = (
    "When it was over, they found that some of the hulls, which nobody had painted, had been left out for {} years."
)


def offered(text: str) -> dict[str, str]:
    """The rule and the stem that a teacher is offered for each figure that is left alone and can be shown."""
    facts = list(GENERATOR.find(Article(text)))
    found = [one for fact in facts if isinstance(fact, Fact) for one in GENERATOR.ask(fact, facts, Random(0))]
    return {one.rule: one.offer.stem for one in found if isinstance(one, Refusal) and one.offer}


def test_a_figure_whose_sentence_leans_on_others_is_offered_in_that_sentence() -> None:
    assert offered(LEANING.format(17)) == {
        "no-context": "Which number is missing? “When it was over, they found that some of the hulls had been left out "
        "for _____ years.”"
    }


@pytest.mark.parametrize(
    "text",
    [
        LEANING.format(2),  # guessed
        LEANING.format("17 to 19"),
        "Boats were sold in their 1920s.",  # a reason that nobody can overrule
        LEANING.format("17").replace("over", " ".join(["over"] * 40)),  # too long to read
    ],
)
def test_no_other_figure_is_offered(text: str) -> None:
    assert offered(text) == {}


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
    quantities_in(article)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        facts = [fact for fact in GENERATOR.find(article) if isinstance(fact, Fact)]
        for fact in facts:
            list(GENERATOR.ask(fact, facts, Random(1)))
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize(("bound", "asked"), [("fewer than", False), ("about", True)])
def test_nobody_is_asked_for_a_limit_that_was_not_reached(bound: str, asked: bool) -> None:
    article = Article(f"Ada Moss\n\nAda Moss completed {bound} 40 mills in Norway.\n\nIt rained.")
    facts = tuple(GENERATOR.find(article))
    questions = [
        one for fact in facts for one in GENERATOR.ask(fact, facts, Random(1)) if isinstance(one, NumericQuestion)
    ]
    assert bool(questions) == asked
