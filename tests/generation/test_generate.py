"""Generators are asked one by one; what one does wrong stays with it."""

import re
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

import pytest

from quizengine.extensions.records import Generator, Refusal
from quizengine.generation.generate import Generation, find_facts, generate
from quizengine.quiz.parts import Key, Part
from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.types import ChoiceQuestion, ClozeQuestion
from quizengine.text.article import Article
from quizengine.text.facts import Fact

ARTICLE = Article("It rained for 3 days. The river rose by 20 feet. Some 400 people fled.")


def find(article: Article) -> Iterator[Fact]:
    for number in article.find(r"\d+"):
        yield Fact("number", {"answer": number})


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    yield ClozeQuestion.around(fact.roles["answer"], stem=f"Fill gap {rng.randrange(10**6)} of {len(others)}.")


def ask_as_choice(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    key, *wrong = [fact, *(other for other in others if other is not fact)]
    texts = [one.roles["answer"].text for one in (key, *rng.sample(wrong, 1))]
    yield ChoiceQuestion(stem="Which?", answer=texts[0], distractors=tuple(texts[1:]), origin=Origin("picks", "any"))


NUMBERS = Generator("numbers", find, ask)
PICKS = Generator("picks", find, ask_as_choice)


def test_every_fact_is_asked_about_in_order() -> None:
    generation = generate(ARTICLE, [NUMBERS])
    [first, _, last] = generation.asked
    assert isinstance(first[0], ClozeQuestion) and isinstance(last[0], ClozeQuestion)
    assert (first[0].text, last[0].text) == ("It rained for {3} days.", "Some {400} people fled.")
    assert generation.refusals == generation.findings == ()


def test_a_question_without_an_origin_is_signed_with_its_generator_and_kind_of_fact() -> None:
    origins = {question.origin for ways in generate(ARTICLE, [NUMBERS, PICKS]).asked for question in ways}
    assert origins == {Origin("numbers", "number"), Origin("picks", "any")}


def test_equal_seeds_ask_equally_and_others_otherwise() -> None:
    assert generate(ARTICLE, [NUMBERS], 4) == generate(Article(ARTICLE.text), [NUMBERS], 4)
    assert generate(ARTICLE, [NUMBERS], 4).asked != generate(ARTICLE, [NUMBERS], 5).asked


def test_another_generator_leaves_the_questions_of_this_one_as_they_were() -> None:
    alone = generate(ARTICLE, [NUMBERS]).asked
    assert generate(ARTICLE, [PICKS, NUMBERS]).asked[3:] == alone
    assert generate(ARTICLE, [NUMBERS, PICKS]).asked[:3] == alone


def test_refusals_of_both_functions_are_kept_beside_the_questions() -> None:
    def find_some(article: Article) -> Iterator[Fact | Refusal]:
        first, *rest = article.find(r"\d+")
        yield Refusal(first, "too-small", "3 is a small number")
        yield from (Fact("number", {"answer": number}) for number in rest)

    def ask_some(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
        if fact.roles["answer"].text == "20":
            yield Refusal(fact.roles["answer"], "no-unit", "feet are no unit here")
        else:
            yield from ask(fact, others, rng)

    generation = generate(ARTICLE, [Generator("some", find_some, ask_some)])
    assert [refusal.rule for refusal in generation.refusals] == ["too-small", "no-unit"]
    assert [len(ways) for ways in generation.asked] == [0, 1]


def finding_then_raising(article: Article) -> Iterator[Fact]:
    yield from find(article)
    raise KeyError("no luck")


def exiting(*anything: object) -> Iterable[Any]:
    raise SystemExit(1)


def raising_at_20(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    if fact.roles["answer"].text == "20":
        raise ValueError("no luck")
    yield from ask(fact, others, rng)


@dataclass(frozen=True, kw_only=True)
class Broken(Question):
    """A question that cannot be shown."""

    type: ClassVar[str] = "broken"

    def check(self) -> None:
        """Nothing is wrong yet."""

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """Nothing can be shown."""
        raise ValueError("no parts")

    def key(self) -> Mapping[str, Key]:
        """No key."""
        return {}


HERE = "failed at tests/generation/test_generate.py, line N: "
LEFT = "; its other questions are left out"
WRONG = {
    "find raises at the end": (
        finding_then_raising,
        ask,
        f"find: {HERE}KeyError: 'no luck'",
        0,
    ),
    "find exits": (exiting, ask, f"find: {HERE}SystemExit: 1", 0),
    "find gives nothing": (lambda article: None, ask, "find: raised TypeError: 'NoneType' object is not iterable", 0),
    "find gives texts": (lambda article: ["x"], ask, "find: found str, expected Fact or Refusal", 0),
    "find gives questions": (
        lambda article: ask(next(find(article)), (), Random(0)),
        ask,
        "find: found ClozeQuestion, expected Fact or Refusal",
        0,
    ),
    "find is no function": (None, ask, "find: raised TypeError: 'NoneType' object is not callable", 0),
    "ask raises half way": (
        find,
        raising_at_20,
        f"ask: {HERE}ValueError: no luck",
        1,
    ),
    "ask exits": (find, exiting, f"ask: {HERE}SystemExit: 1", 0),
    "ask gives facts": (
        find,
        lambda fact, others, rng: [fact],
        "ask: found Fact, expected Question or Refusal",
        0,
    ),
    "ask takes too little": (
        find,
        lambda fact: (),
        "ask: raised TypeError: <lambda>() takes 1 positional argument but 3 were given",
        0,
    ),
    "a question cannot be asked": (
        find,
        lambda fact, others, rng: [ChoiceQuestion(stem="Which?", answer="a", distractors=("a",))],
        f"ask: {HERE}QuestionError: found the option “a” twice, expected it once",
        0,
    ),
    "a question cannot be shown": (
        find,
        lambda fact, others, rng: [Broken(stem="What?")],
        f"ask: {HERE}ValueError: no parts",
        0,
    ),
}


def told(generation: Generation) -> list[str]:
    """The findings, with N for the number of a line."""
    return [re.sub(r"line \d+", "line N", str(finding)) for finding in generation.findings]


@pytest.mark.parametrize(("finding", "asking", "words", "asked"), WRONG.values(), ids=WRONG)
def test_a_generator_that_does_it_wrong_is_named_and_the_others_go_on(
    finding: Any, asking: Any, words: str, asked: int
) -> None:
    generation = generate(ARTICLE, [Generator("wrong", finding, asking), NUMBERS])
    assert told(generation) == [f"generator wrong, {words}{LEFT}"]
    assert generation.asked[asked:] == generate(ARTICLE, [NUMBERS]).asked


def test_ctrl_c_is_not_taken_for_a_fault_of_a_generator() -> None:
    def interrupted(article: Article) -> Iterable[Fact]:
        signal.raise_signal(signal.SIGINT)
        return find(article)

    with pytest.raises(KeyboardInterrupt):
        generate(ARTICLE, [Generator("slow", interrupted, ask)])


def test_what_ctrl_c_raises_is_a_fault_of_the_generator_that_raises_it() -> None:
    def interrupting(article: Article) -> Iterable[Fact]:
        raise KeyboardInterrupt

    generation = generate(ARTICLE, [Generator("wrong", interrupting, ask), NUMBERS])
    assert told(generation) == [f"generator wrong, find: {HERE}KeyboardInterrupt{LEFT}"]
    assert generation.asked == generate(ARTICLE, [NUMBERS]).asked


def test_facts_are_found_without_asking() -> None:
    found, findings = find_facts(ARTICLE, [Generator("exits", exiting, ask), Generator("numbers", find, exiting)])
    assert [(one.generator.name, len(one.facts)) for one in found] == [("numbers", 3)]
    assert len(findings) == 1


def test_nothing_to_find_is_nothing_asked() -> None:
    assert generate(Article("It rained."), [NUMBERS]).asked == ()
    assert generate(ARTICLE, []).asked == ()


def test_a_question_that_rests_on_pages_of_the_article_is_left_out_alone() -> None:
    article = Article(f"It rained for 3 days. {'The river rose again. ' * 1_000}")

    def ask_widely(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
        for span in (fact.roles["answer"].paragraph, article.span(0, 21)):
            yield ClozeQuestion(stem="Fill it.", text="It rained for {3} days.", evidence=Evidence.of(span))

    made = generate(article, [Generator("wide", find, ask_widely)])
    assert [question.evidence.end for question in made.asked[0] if question.evidence] == [21]
    assert [(one.rule, one.reason) for one in made.refusals] == [
        ("wide/number", "it rests on more than 10,000 characters of the article")
    ]
