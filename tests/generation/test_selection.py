"""A quiz is chosen by its blueprint: the same from any order of the pool, with a reason for every candidate."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizengine.generation.blueprint import LEAST, Blueprint
from quizengine.generation.difficulty import band, difficulty
from quizengine.generation.selection import select
from quizengine.generation.usability import Usability
from quizengine.generation.verdicts import Selection
from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.types import ChoiceQuestion, OpenQuestion, ShortTextQuestion

FAMILIES = ("numbers", "quotes", "causes")


def asked(number: int, family: str = "numbers", place: int | None = None, typed: bool = False) -> Question:
    start = number * 20 if place is None else place
    beside = {"evidence": Evidence(start, start + 10, "ten letter"), "origin": Origin(family, "rule")}
    stem = f"What stands at number {number} of {family}?"
    if typed:
        return ShortTextQuestion(stem=stem, answer=f"word {number}", **beside)
    return ChoiceQuestion(stem=stem, answer=f"word {number}", distractors=("this one", "that one", "none"), **beside)


POOL = [[asked(number, FAMILIES[number % 3], typed=number % 2 == 0)] for number in range(500)]


def overlapping(one: Question, other: Question) -> bool:
    return one.evidence is not None and one.evidence == other.evidence


def ids(selection: Selection) -> list[str]:
    return [question.id for question in selection.chosen]


FIRST = select(POOL, Blueprint(10))


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_ten_of_500_are_the_same_from_any_order_of_the_pool(chance: Random) -> None:
    shuffled = POOL.copy()
    chance.shuffle(shuffled)
    again = select(shuffled, Blueprint(10))
    assert len(FIRST.chosen) == 10
    assert ids(again) == ids(FIRST) and again.verdicts == FIRST.verdicts


def test_everything_is_the_same_from_any_order_when_no_count_is_given() -> None:
    pool = [
        [asked(n, FAMILIES[n % 3], place=n // 2 * 20), asked(n, FAMILIES[n % 3], n // 2 * 20, True)] for n in range(40)
    ]
    first = select(pool)
    assert select(pool[::-1]) == first and len(first.chosen) == 40


def test_of_two_facts_that_clash_the_one_of_the_rarer_family_is_taken() -> None:
    numbers = [[asked(n, "numbers", place=n * 20)] for n in range(4)]
    quote = [asked(9, "quotes", place=60)]
    chosen = select(
        [*numbers, quote], clash=lambda one, other: "the same words" if overlapping(one, other) else ""
    ).chosen
    assert [q.origin.generator for q in chosen if q.origin] == ["numbers", "numbers", "numbers", "quotes"]


def test_of_two_facts_that_clash_the_likelier_usable_one_is_taken_whatever_its_family() -> None:
    numbers = [[asked(n, "numbers", place=n * 20)] for n in range(4)]
    quote = [asked(9, "quotes", place=60)]
    usable = {numbers[3][0].id: Usability(0.9), quote[0].id: Usability(0.5)}
    chosen = select(
        [*numbers, quote], clash=lambda one, other: "the same words" if overlapping(one, other) else "", usable=usable
    ).chosen
    assert [q.origin.generator for q in chosen if q.origin] == ["numbers"] * 4


def test_of_two_questions_with_one_answer_the_likelier_usable_one_is_taken() -> None:
    quotes = [[asked(n, "quotes")] for n in range(3)]
    described = [[asked(2, "descriptions", place=400)]]
    usable = {quotes[2][0].id: Usability(0.9), described[0][0].id: Usability(0.7)}
    verdicts = select([*quotes, *described], usable=usable).verdicts
    assert [one.question.origin.generator for one in verdicts if one.taken and one.question.origin] == ["quotes"] * 3


def test_families_take_turns_and_a_limit_on_one_is_kept() -> None:
    families = Counter(q.origin.generator for q in select(POOL, Blueprint(9)).chosen if q.origin)
    assert families == {"numbers": 3, "quotes": 3, "causes": 3}
    limited = Counter(q.origin.generator for q in select(POOL, Blueprint(9, {"quotes": 1})).chosen if q.origin)
    assert limited == {"numbers": 4, "quotes": 1, "causes": 4}


def test_the_parts_of_an_article_are_covered() -> None:
    starts = [q.evidence.start for q in select(POOL, Blueprint(10)).chosen if q.evidence]
    assert len({start * 10 // 10_000 for start in starts}) == 10


def test_only_the_difficulties_that_are_wanted_are_asked() -> None:
    hard = select(POOL, Blueprint(10, bands=frozenset({"hard"})))
    assert {band(difficulty(question)) for question in hard.chosen} == {"hard"}
    left = {verdict.reason[:8] for verdict in hard.verdicts if band(difficulty(verdict.question)) != "hard"}
    assert len(left) == 1 and left.pop().startswith("it is ")


def test_easy_and_hard_are_mixed() -> None:
    bands = Counter(band(difficulty(question)) for question in select(POOL, Blueprint(12)).chosen)
    assert len(bands) > 1 and max(bands.values()) - min(bands.values()) <= 4


def test_a_question_with_a_warning_comes_last_in_its_family() -> None:
    pool = [[asked(number)] for number in range(10)]
    warned = [ways[0].id for ways in pool[:5]]
    assert ids(select(pool, Blueprint(5), warned=warned)) == [ways[0].id for ways in pool[5:]]
    assert len(select(pool, Blueprint(8), warned=warned).chosen) == 8


def test_of_two_ways_to_ask_the_one_without_a_warning_is_taken() -> None:
    choice, typed = asked(1), asked(1, typed=True)
    for blueprint in (Blueprint(), Blueprint(1)):
        assert select([[choice, typed]], blueprint, warned=[choice.id]).chosen == (typed,)
        assert select([[choice, typed]], blueprint, warned=[typed.id]).chosen == (choice,)


def test_one_sentence_is_asked_about_once_where_that_is_wanted_and_else_avoided() -> None:
    pool = [[asked(number, place=number // 2 * 20)] for number in range(8)]
    assert len(select(pool, Blueprint(one_a_sentence=True)).chosen) == 4
    some = select(pool, Blueprint(4))
    assert len({q.evidence.start for q in some.chosen if q.evidence}) == 4
    assert len(select(pool, Blueprint(6)).chosen) == 6


@pytest.mark.parametrize("blueprint", [Blueprint(), Blueprint(3)])
def test_nothing_else_is_asked_about_words_that_an_open_question_asks_to_tell(blueprint: Blueprint) -> None:
    beside = {"evidence": Evidence(20, 60, "forty"), "origin": Origin("events", "what-did")}
    told = OpenQuestion(stem="What did Ada Moss found?", answer="A school for millers.", **beside)
    on_the_same, elsewhere = asked(2), asked(5)
    for pool in ([[told], [on_the_same], [elsewhere]], [[on_the_same], [elsewhere], [told]]):
        chosen = select(pool, blueprint).chosen
        assert elsewhere in chosen and len(chosen) == 2
    assert told not in select([[told], [on_the_same]]).chosen


def test_what_clashes_is_left_out_with_the_words_of_the_clash() -> None:
    pool = [[asked(1)], [asked(2)]]
    selection = select(pool, clash=lambda one, other: "they do not get on")
    assert len(selection.chosen) == 1
    assert [verdict.reason for verdict in selection.verdicts if not verdict.taken] == ["they do not get on"]


@pytest.mark.parametrize("blueprint", [Blueprint(), Blueprint(3), Blueprint(0), Blueprint(900)])
def test_every_candidate_has_one_verdict_with_a_reason(blueprint: Blueprint) -> None:
    pool = [[asked(number), asked(number, typed=True)] for number in range(12)]
    selection = select(pool, blueprint)
    judged = [verdict.question.id for verdict in selection.verdicts]
    assert sorted(judged) == sorted(way.id for ways in pool for way in ways)
    assert all(verdict.reason for verdict in selection.verdicts)
    assert {verdict.question.id for verdict in selection.verdicts if verdict.taken} == set(ids(selection))


def test_a_short_quiz_says_why_it_is_short() -> None:
    assert select(POOL, Blueprint(10)).shortfall == "" and select(POOL).shortfall == ""
    few = select([[asked(1), asked(1, typed=True)]], Blueprint(3))
    assert few.shortfall == "1 question instead of 3: 1 more would repeat or give away one of these"
    assert select([[asked(1)]], Blueprint(3)).shortfall.endswith("nothing else is certain enough to ask")
    unlikely = select([[asked(1)], [asked(2)]], Blueprint(3), usable={asked(2).id: Usability(0.2)}).shortfall
    assert unlikely == "1 question instead of 3: 1 more may need a change (--least sets the limit)"


def test_what_was_measured_takes_the_place_of_the_estimate() -> None:
    ways = [[asked(1)], [asked(2)]]
    hard = ways[0][0]
    chosen = select(ways, Blueprint(bands=frozenset({"hard"})), measured={hard.id: 0.9, ways[1][0].id: 0.1})
    assert ids(chosen) == [hard.id]
    assert {verdict.reason.split(")")[0] for verdict in chosen.verdicts} == {
        "taken: hard (0.90, measured",
        "it is easy (0.10, measured",
    }


@pytest.mark.parametrize(("probability", "taken"), [(0.95, "quotes"), (LEAST, "quotes"), (LEAST - 0.01, "numbers")])
def test_of_two_that_clash_and_are_likely_enough_the_one_of_the_rarer_family_is_taken(
    probability: float, taken: str
) -> None:
    pool = [[asked(n, "numbers", place=n * 20)] for n in range(4)] + [[asked(9, "quotes", place=60)]]
    usable = {way.id: Usability(0.95) for (way,) in pool} | {pool[4][0].id: Usability(probability)}
    chosen = select(pool, clash=lambda one, other: "the same words" if overlapping(one, other) else "", usable=usable)
    assert [q.origin.generator for q in chosen.chosen if q.origin] == ["numbers"] * 3 + [taken]


@pytest.mark.parametrize(("probability", "count"), [(LEAST, 1), (LEAST - 0.01, 0)])
def test_what_is_less_likely_usable_than_the_blueprint_says_is_not_taken(probability: float, count: int) -> None:
    one = asked(1)
    assert len(select([[one]], usable={one.id: Usability(probability)}).chosen) == count
