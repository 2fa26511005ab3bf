"""An article that takes too long is stopped by its budget: what was found so far is kept, and what was not is said."""

import itertools
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from quizengine import Article, ClozeQuestion, Fact, Generator, Question, Refusal, start
from quizengine.engine import Engine
from quizengine.errors import OutOfTime
from quizengine.generation.budget import WORKED, Budget
from quizengine.generation.selection import select
from quizengine.generation.timed_generation import growing_prefixes

ARTICLE = Article("It rained for 3 days. The river rose by 20 feet. Some 400 people fled.", "flood.txt")
BUDGET = 3.0


def find(article: Article) -> Iterator[Fact]:
    for number in article.find(r"\d+"):
        yield Fact("number", {"answer": number})


def ask(fact: Fact, others: object, rng: Random) -> Iterator[Question]:
    yield ClozeQuestion.around(fact.roles["answer"])


def never_ending() -> None:
    for _ in itertools.count():
        pass


def finds_for_ever(article: Article) -> Iterator[Fact]:
    yield from itertools.islice(find(article), 2)
    never_ending()


def catches_everything(article: Article) -> Iterable[Fact]:
    while True:
        try:
            never_ending()
        except Exception:  # as a plugin may well do
            continue


def asks_for_ever(fact: Fact, others: Any, rng: Random) -> Iterator[Question]:
    if fact is others[1]:
        never_ending()
    yield from ask(fact, others, rng)


def engine(*generators: Generator, budget: float = BUDGET) -> Engine:
    return replace(start(budget=budget), generators=generators)


def given_time(done: Callable[[float], bool]) -> None:
    """Assert what comes of a budget of so many seconds; a machine that is busy with something else is given more."""
    assert any(done(seconds) for seconds in (BUDGET, 4 * BUDGET, 16 * BUDGET))


GOOD = Generator("good", find, ask)


def test_what_is_done_in_time_is_as_it_is_without_a_budget() -> None:
    assert engine(GOOD).draft(ARTICLE) == engine(GOOD, budget=1000).draft(ARTICLE)


def test_the_facts_that_were_found_in_time_are_asked_about() -> None:
    def done(seconds: float) -> bool:
        draft = engine(Generator("endless", finds_for_ever, ask), budget=seconds).draft(ARTICLE)
        [finding] = draft.findings
        said = f"flood.txt: not complete, as an article may take {seconds:g} seconds: endless had found 2 facts"
        assert (draft.left_out, finding.level) == (finding.message, "warning")
        quotes = [question.evidence.quote for question in draft.quiz.questions if question.evidence]
        return (quotes, str(finding)) == (["It rained for 3 days.", "The river rose by 20 feet."], said)

    given_time(done)


def test_the_questions_that_were_asked_in_time_are_kept() -> None:
    def done(seconds: float) -> bool:
        draft = engine(Generator("endless", find, asks_for_ever), budget=seconds).draft(ARTICLE)
        return len(draft.quiz.questions) == 1 and "endless had asked about 1 of 3 facts" in draft.left_out

    given_time(done)


def test_a_slow_generator_leaves_the_others_their_time() -> None:
    def done(seconds: float) -> bool:
        draft = engine(Generator("endless", catches_everything, ask), GOOD, budget=seconds).draft(ARTICLE)
        return len(draft.quiz.questions) == 3 and "endless had found 0 facts" in draft.left_out

    given_time(done)


def test_facts_are_found_within_the_budget_too() -> None:
    def done(seconds: float) -> bool:
        found, [finding] = engine(Generator("endless", finds_for_ever, ask), GOOD, budget=seconds).facts(ARTICLE)
        facts = [(one.generator.name, len(one.facts), one.stopped) for one in found]
        return facts == [("endless", 2, True), ("good", 3, False)] and "endless had found 2 facts" in str(finding)

    given_time(done)


def test_a_question_that_was_not_checked_in_time_is_not_asked() -> None:
    def look(question: Question, article: Article | None) -> Iterable[str]:
        if "20" in str(question.key()):
            never_ending()
        return ()

    def done(seconds: float) -> bool:
        slow = engine(GOOD, budget=seconds)
        checks = {"slow": replace(next(iter(slow.registry.checks.values())), name="slow", look=look, between=None)}
        draft = replace(slow, registry=replace(slow.registry, checks=checks)).draft(ARTICLE)
        said = "the questions about 1 of 3 facts were checked" in draft.left_out
        return len(draft.quiz.questions) == 1 and said

    given_time(done)


def test_a_choice_that_takes_too_long_is_made_of_what_was_looked_at() -> None:
    questions = engine(GOOD).draft(ARTICLE).quiz.questions

    def clash(one: Question, other: Question) -> str:
        raise OutOfTime

    chosen = select([[question] for question in questions], clash=clash)
    assert (len(chosen.chosen), chosen.stopped, len(chosen.verdicts)) == (1, True, 3)
    assert {verdict.reason for verdict in chosen.verdicts if not verdict.taken} == {
        "the time was up before it was looked at"
    }


def test_refusals_of_one_that_is_stopped_are_kept() -> None:
    def refuses(article: Article) -> Iterator[Refusal]:
        yield Refusal(article.span(0, 2), "short", "too short")
        never_ending()

    assert [one.rule for one in engine(Generator("endless", refuses, ask), budget=1).draft(ARTICLE).refusals] == [
        "short"
    ]


def test_time_ends_only_within_its_part() -> None:
    budget = Budget(0.2)
    with pytest.raises(OutOfTime), budget.part():
        never_ending()
    time.sleep(0.6)  # the clock would ring again by now


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no timers that ring")
def test_a_budget_of_work_is_not_spent_by_waiting() -> None:
    budget = Budget(0.3, clock=WORKED)
    with budget.part():
        time.sleep(1)
    assert budget.spent < 1
    with pytest.raises(OutOfTime), budget.part():
        never_ending()


def test_a_draft_that_has_to_wait_for_others_is_whole() -> None:
    def waits(article: Article) -> Iterator[Fact]:
        time.sleep(1.5)
        yield from find(article)

    draft = replace(engine(Generator("waits", waits, ask), budget=1), by_work=True).draft(ARTICLE)
    assert (len(draft.quiz.questions), draft.left_out) == (3, "")


def test_in_another_thread_the_clock_is_looked_at_before_each_result() -> None:
    counted: list[int] = []

    def endless(article: Article) -> Iterator[Fact]:
        for number in itertools.count():
            counted.append(number)
            yield Fact("number", {"number": number})

    found: list[Any] = []
    slow = engine(Generator("endless", endless, lambda fact, others, rng: ()), budget=0.2)
    thread = threading.Thread(target=lambda: found.append(slow.facts(ARTICLE)))
    thread.start()
    thread.join(60)
    assert counted and "endless had found" in str(found[0][1])


pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""The signal may come while memory is collected: what is raised there is dropped, and raised again."""

LONG = Article("\n\n".join(f"The river rose by {feet} feet in the north of the town." for feet in range(100, 20_100)))


def test_a_long_article_is_read_in_growing_beginnings_that_end_with_a_paragraph() -> None:
    parts = list(growing_prefixes(LONG))
    assert parts[-1] is LONG and len(parts) == 3
    assert all(LONG.text.startswith(part.text) for part in parts)
    assert all(part.text.rstrip().endswith("of the town.") for part in parts)
    assert all(3 * len(one.text) < len(other.text) for one, other in itertools.pairwise(parts))
    assert list(growing_prefixes(ARTICLE)) == [ARTICLE]


def collects_before_it_yields(seconds: float) -> Generator:
    """Finds three facts, once all of a text has been looked at, for which most of the budget is too short."""

    def collects(article: Article) -> Iterable[Fact]:
        time.sleep(len(article.text) / 1_200_000 * seconds)
        return list(itertools.islice(find(article), 3))

    return Generator("thorough", collects, ask)


def prepares_before_it_asks(seconds: float) -> Generator:
    """The same for what is done with a fact."""

    def prepares(fact: Fact, others: object, rng: Random) -> Iterable[Question]:
        time.sleep(len(fact.roles["answer"].article.text) / 1_200_000 * seconds)
        return list(ask(fact, others, rng))

    return Generator("thorough", lambda article: itertools.islice(find(article), 3), prepares)


@pytest.mark.parametrize("thorough", [collects_before_it_yields, prepares_before_it_asks])
def test_what_is_too_much_for_the_time_as_a_whole_is_asked_of_the_beginning(
    thorough: Callable[[float], Generator],
) -> None:
    def done(seconds: float) -> bool:
        draft = engine(thorough(seconds), budget=seconds).draft(LONG)
        assert all(question.evidence and question.evidence.holds_in(LONG) for question in draft.quiz.questions)
        return len(draft.quiz.questions) == 3 and "thorough read the first" in draft.left_out

    given_time(done)


def test_facts_that_only_the_beginning_leaves_time_for_are_kept() -> None:
    def done(seconds: float) -> bool:
        [found], [finding] = engine(collects_before_it_yields(seconds), budget=seconds).facts(LONG)
        return len(found.facts) == 3 and f"of {len(LONG.text):,} characters" in str(finding)

    given_time(done)


def test_a_part_ends_where_it_says_and_takes_its_share_of_what_is_left() -> None:
    now = 0.0
    budget = Budget(10, clock=replace(WORKED, now=lambda: now, signal="SIGSEGV"))  # nothing rings: somebody has it

    def ended(moment: float) -> bool:
        nonlocal now
        now = moment
        try:
            budget.check()
        except OutOfTime:
            return True
        return False

    for begun, given, end in ((0, {}, 10), (0, {"until": 0.5}, 5), (2, {"share": 0.25}, 4), (2, {"until": 0.5}, 5)):
        now = begun
        with budget.part(**given):
            assert (ended(end), ended(end + 0.1)) == (False, True)
    now = 5
    assert budget.spent == 0.5
    with pytest.raises(OutOfTime), budget.part(until=0.5):
        raise AssertionError("there is no time for it")


def test_time_that_is_excused_is_not_spent() -> None:
    now, excused = 0.0, 0.0
    budget = Budget(10, lambda: excused, replace(WORKED, now=lambda: now, signal="SIGSEGV"))
    now, excused = 8, 6
    assert budget.spent == 0.2
    with budget.part():
        now = 16
        budget.check()
