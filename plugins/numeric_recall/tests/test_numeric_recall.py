"""Figures of an article become questions with the right key, in words that stand alone, or are refused."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, NumericQuestion, Question, Refusal
from quizengine.language.numbers.quantities import read_amount
from quizengine.quiz.parts import Choice
from quizengine.quiz.quiz import Quiz, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.testing import Case, check_generator, read_cases
from quizengine_numeric_recall import GENERATOR, QuantityFact

CASES = read_cases(Path(__file__).with_name("cases.md"))
SEED_ARTICLE = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"


def asked(article: Article, seed: int = 0) -> list[tuple[QuantityFact, list[Question | Refusal]]]:
    """Each fact with what came of it."""
    facts = [fact for fact in GENERATOR.find(article) if isinstance(fact, QuantityFact)]
    return [(fact, list(GENERATOR.ask(fact, facts, Random(f"{seed}/{n}")))) for n, fact in enumerate(facts)]


def questions(article: Article, seed: int = 0) -> list[Question]:
    """All questions about an article."""
    return [one for _, found in asked(article, seed) for one in found if not isinstance(one, Refusal)]


def key_of(question: Question) -> str:
    """The key as the cases write it."""
    if isinstance(question, ChoiceQuestion):
        return str(question.answer)
    assert isinstance(question, NumericQuestion)
    low, high = question.accepted
    ends = f"{low:f}" if low == high else f"{low:f} to {high:f}"
    return f"{ends} {question.unit}".strip()


def lines(article: Article) -> list[str]:
    """What came of an article, one line each: the first way of asking about a fact, or the refusal."""
    found = []
    for fact, results in asked(article):
        for result in results[:1]:
            if isinstance(result, Refusal):
                found.append(f"refused {result.rule}: {fact.quantity.span.text}")
            else:
                assert result.origin
                found.append(f"{result.origin.rule}: {result.stem} = {key_of(result)}")
    return found


@pytest.fixture(scope="module")
def troops() -> Article:
    return Article.from_bytes(SEED_ARTICLE.read_bytes(), SEED_ARTICLE.name)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_questions_that_it_expects(case: Case) -> None:
    assert lines(case.article) == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_question_keeps_the_contract(case: Case) -> None:
    check_generator(GENERATOR, case.article)


def test_the_users_article_gives_its_figures(troops: Article) -> None:
    found = check_generator(GENERATOR, troops)
    keys = {question.answer for question in found if isinstance(question, ChoiceQuestion)}
    assert {"10,000", "$2,000", "$200 million", "50,000 to 100,000", "700,000"} <= keys
    typed = [question for question in found if isinstance(question, NumericQuestion)]
    values = {question.answer: question.accepted for question in typed}
    assert values[Decimal(10_000)] == (9_500, 10_500)  # "around"
    assert values[Decimal(2_000)] == (2_000, 2_000)
    assert len({question.evidence for question in found}) >= 4
    assert sum(any(not isinstance(one, Refusal) for one in results) for _, results in asked(troops)) >= 6


def test_a_range_is_chosen_for_its_middle_stands_nowhere(troops: Article) -> None:
    about = next(results for fact, results in asked(troops) if fact.quantity.low == 50_000)
    assert about and all(isinstance(one, ChoiceQuestion) for one in about)


def test_stems_neither_point_back_nor_show_another_key(troops: Article) -> None:
    found = questions(troops)
    keys = {question.answer for question in found if isinstance(question, ChoiceQuestion)}
    assert keys and found
    for question in found:
        assert not question.stem.partition("“")[2].startswith(("This", "…"))
        assert not [key for key in keys if str(key) in question.stem], question.stem


def test_one_figure_stated_twice_is_asked_once(troops: Article) -> None:
    about = [results for fact, results in asked(troops) if fact.quantity.low == 10_000]
    assert sorted(len([one for one in results if isinstance(one, Refusal)]) for results in about) == [0, 1]


def test_the_keys_size_tells_nothing(troops: Article) -> None:
    places: Counter[int] = Counter()
    for seed in range(200):
        facts = [fact for fact in GENERATOR.find(troops) if isinstance(fact, QuantityFact)]
        fact = next(fact for fact in facts if fact.quantity.low == 2_000)
        choice = next(q for q in GENERATOR.ask(fact, facts, Random(seed)) if isinstance(q, ChoiceQuestion))
        sizes = sorted(Decimal(text.strip("$").replace(",", "")) for text in (*choice.keys, *choice.distractors))
        places[sizes.index(Decimal(2_000))] += 1
    assert set(places) == {0, 1, 2, 3}
    assert min(places.values()) > 25


def test_no_distractor_is_true() -> None:
    article = Article(
        "Mara Holm said the port shipped 40 tons of salt in 1902 and between 60 and 80 tons of fish in 1903."
    )
    for seed in range(100):
        for question in questions(article, seed):
            if isinstance(question, ChoiceQuestion) and question.answer == "40":
                assert not [text for text in question.distractors if 60 <= int(text) <= 80]


FLEETS = Article(
    "Norway sold about 340 boats to Peru. Peru sold around 12,000 nets to Oslo. Chile gave Norway some 80 tons of salt."
    "\n\nOslo sent Chile about $30 million. Some 700 nurses walked out in Oslo. Peru owns about 4,500 boats."
)


@pytest.mark.parametrize(
    "article", [Article.from_bytes(SEED_ARTICLE.read_bytes(), "troops"), FLEETS], ids=["troops", "fleets"]
)
def test_no_option_lies_within_the_tolerance_of_the_typed_question(article: Article) -> None:
    compared = 0
    for seed in range(25):
        for _, results in asked(article, seed):
            typed = {one.evidence: one for one in results if isinstance(one, NumericQuestion)}
            for choice in (one for one in results if isinstance(one, ChoiceQuestion)):
                if one := typed.get(choice.evidence):
                    low, high = one.accepted
                    amounts = [read_amount(text) for text in choice.distractors]
                    assert not [each for each in amounts if each is None or low <= each.low <= high]
                    compared += len(amounts)
    assert compared > 50


def test_over_500_seeds_the_key_stands_in_each_place_about_equally_often(troops: Article) -> None:
    facts = [fact for fact in GENERATOR.find(troops) if isinstance(fact, QuantityFact)]
    fact = next(fact for fact in facts if fact.quantity.low == 10_000 and fact.wording)
    places: Counter[int] = Counter()
    for seed in range(500):
        asks = GENERATOR.ask(fact, facts, Random(seed))
        question = next(one for one in asks if isinstance(one, ChoiceQuestion))
        (asked,) = sheet(Quiz("Troops", (question,)), Shuffle(b"", f"student {seed}"))
        (choice,) = (part for part in asked.parts if isinstance(part, Choice))
        places[[option.text for option in choice.options].index(str(question.answer))] += 1
    assert sum((count - 125) ** 2 / 125 for count in places.values()) < 16.3  # chi-squared, one in a thousand
    assert len(places) == 4


def test_every_fact_is_told_asked_or_not(troops: Article) -> None:
    rows = [fact.values() for fact in GENERATOR.find(troops) if isinstance(fact, QuantityFact)]
    assert len(rows) == 11
    ranged = next(row for row in rows if row["low"] == 50_000)
    assert (ranged["amount"].text, ranged["high"], ranged["unit"]) == ("50,000 and 100,000 tons", 100_000, "ton")


def test_equal_seeds_give_equal_questions(troops: Article) -> None:
    assert questions(troops, 5) == questions(Article(troops.text, troops.name), 5)


def choices_for(text: str) -> list[ChoiceQuestion]:
    """The questions to choose from that a text gives."""
    return [one for one in questions(Article(text)) if isinstance(one, ChoiceQuestion)]


def test_the_figure_of_another_beside_it_is_the_first_wrong_option() -> None:
    text = "Norway paid Oslo thirteen dollars for a boat. Sweden paid Leeds ten dollars for a boat."
    for question in choices_for(text):
        assert {"thirteen dollars", "ten dollars"} <= {question.answer, *question.distractors}
    assert choices_for(text)


def test_a_pair_is_no_option_for_the_members_of_a_great_council() -> None:
    text = "Sweden sent Oslo 15 ships in 1931. Norway sent Leeds two ships in 1932. Peru sent Cork 9 ships in 1933."
    [great] = [question for question in choices_for(text) if question.answer == "15"]
    assert not {"2", "two"} & set(great.distractors)


def test_nobody_is_older_than_people_get() -> None:
    ages = {age for text in LIVES for question in choices_for(text) for age in (question.answer, *question.distractors)}
    assert {"47", "70"} <= ages
    assert not {age for age in ages if int(age) > 99}


LIVES = [
    f"Ada Moss and the rain of {place}\n\nIt rained.\n\nAda Moss won the race of {place} at the age of {age}."
    for age in (47, 70)
    for place in ("Oslo", "Bergen", "Cork", "Leeds", "Lisbon", "Faro", "Lima", "Rome")
]


def test_no_weaker_bound_is_a_wrong_option() -> None:
    assert choices_for("More than two billion people in Asia live near the sea.") == []
    assert choices_for("Ferry Nord paid Oslo nearly £300,000 for the quay in Bergen.")


def test_a_rationale_says_whom_a_short_name_means() -> None:
    article = Article("Ada Moss\n\nAda Moss was a painter. In 1931, Moss moved to Lisbon.\n\nIt rained.")
    [asked_about] = {question.rationale for question in questions(article)}
    assert asked_about == "The article says: “In 1931, [Ada Moss] moved to Lisbon.”"
