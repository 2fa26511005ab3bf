"""The functions that put plugins to the proof find what is wrong with a plugin, and pass what is right."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import pytest

from quizengine import (
    Article,
    ChoiceQuestion,
    Evidence,
    Fact,
    Format,
    Generator,
    Loss,
    OrderingQuestion,
    Origin,
    Question,
    Quiz,
    Reading,
    ShortTextQuestion,
)
from quizengine.quiz.parts import Choice, ChoiceKey, Gap, Key, Option, Ordering, OrderKey, Part, Text, TextKey
from quizengine.testing import check_format, check_generator, check_question, read_cases, right_response
from quizengine.text.facts import cache_per_facts

ARTICLE = Article("It rained for 3 days. The river rose by 20 feet.")
ELBE, ALPS, HARZ = map(Option.of, ("Elbe", "Alps", "Harz"))


@dataclass(frozen=True, kw_only=True)
class Odd(Question):
    """A type whose parts and key are handed in, to do anything wrong."""

    type: ClassVar[str] = "odd"

    shown: Callable[[Random], tuple[Part, ...]]
    keys: Mapping[str, Key]

    def check(self) -> None:
        """Whatever."""

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """What was handed in."""
        return self.shown(rng)

    def key(self) -> Mapping[str, Key]:
        """What was handed in."""
        return self.keys


def odd(shown: Callable[[Random], tuple[Part, ...]], **keys: Key) -> Odd:
    return Odd(stem="Odd?", id="odd", shown=shown, keys=keys)


RIVER = {"answer": ChoiceKey(frozenset({ELBE.id}))}
WRONG = {
    "random in itself": (
        odd(lambda rng: (Text(str(Random().random())), Gap("answer")), answer=TextKey(("x",))),
        "equal randomness gave different parts",
    ),
    "no stem": (odd(lambda rng: (Gap("answer"),), answer=TextKey(("x",))), "expected a Text first"),
    "no key": (odd(lambda rng: (Text("Who?"), Gap("answer"))), r"parts \['answer'\], keys \[\]"),
    "no part": (odd(lambda rng: (Text("Who?"),), answer=TextKey(("x",))), r"parts \[\], keys \['answer'\]"),
    "never shuffled": (
        odd(lambda rng: (Text("Which?"), Choice("answer", (ELBE, ALPS, HARZ))), **RIVER),
        "the options stand in the same order for every seed",
    ),
    "shown in order": (
        odd(
            lambda rng: (
                Text("Order."),
                Ordering("answer", (ELBE, ALPS, HARZ) if rng.random() < 0.9 else (HARZ, ALPS, ELBE)),
            ),
            answer=OrderKey((ELBE.id, ALPS.id, HARZ.id)),
        ),
        "shown in the right order for 3. of 40 seeds",
    ),
    "told by the label": (
        odd(lambda rng: (Text("Who?"), Gap("answer", label="Not Wi")), answer=TextKey(("Wi",))),
        "the gap's label holds the key",
    ),
    "a key that nothing meets": (
        odd(lambda rng: (Text("Who?"), Gap("answer")), answer=TextKey(("",))),
        "responding by the key earned",
    ),
}


@pytest.mark.parametrize(("question", "words"), WRONG.values(), ids=WRONG)
def test_an_unfair_question_is_found(question: Question, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        check_question(question)


def test_a_type_that_pays_for_nothing_is_found() -> None:
    class Generous(ShortTextQuestion):
        def grade(self, response: Any) -> Any:
            return super().grade(right_response(self))

    with pytest.raises(AssertionError, match="an empty response earned"):
        check_question(Generous(stem="Who?", answer="Wi"))


def test_the_right_response_is_what_the_key_says() -> None:
    order = OrderingQuestion(stem="Order.", answer=("a", "b"))
    assert right_response(order) == {"answer": (Option.of("a").id, Option.of("b").id)}
    assert right_response(ShortTextQuestion(stem="Who?", answer="Wi", accept=("W",))) == {"answer": ("Wi",)}


def find(article: Article) -> Iterator[Fact]:
    for number in article.find(r"\d+"):
        yield Fact("number", {"answer": number})


def good(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    span = fact.roles["answer"]
    yield ShortTextQuestion(
        stem=f"Which number stands at {span.start}?",
        answer=span.text,
        rationale="It stands there.",
        evidence=Evidence.of(span),
        origin=Origin("numbers", "place"),
        tags=("numbers",),
    )


def without(**fields: Any) -> Generator:
    """A generator that does it well but for some fields of its questions."""
    return Generator(
        "numbers", find, lambda fact, others, rng: [replace(q, id="", **fields) for q in good(fact, others, rng)]
    )


def test_a_good_generator_passes_and_its_questions_are_given() -> None:
    assert [question.id for question in check_generator(Generator("numbers", find, good), ARTICLE)] == [
        question.id for fact in find(ARTICLE) for question in good(fact, (), Random(0))
    ]


@pytest.mark.parametrize("generator", [without(origin=None), without(tags=())])
def test_what_the_engine_adds_or_nobody_needs_may_be_left_out(generator: Generator) -> None:
    assert check_generator(generator, ARTICLE)


@pytest.mark.parametrize(
    ("generator", "words"),
    [
        (without(evidence=None), "expected evidence, found none"),
        (without(evidence=Evidence(0, 2, "No")), "the evidence does not stand in the article"),
        (without(rationale=""), "expected a rationale, found none"),
        (without(origin=Origin("other", "place")), "origin Origin"),
    ],
)
def test_a_careless_generator_is_found(generator: Generator, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        check_generator(generator, ARTICLE)


def test_what_a_generator_works_out_of_all_facts_is_worked_out_once_in_each_run() -> None:
    worked_out: list[int] = []

    @cache_per_facts
    def numbers(facts: Sequence[Fact]) -> int:
        worked_out.append(len(facts))
        return len(facts)

    def counting(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
        for question in good(fact, others, rng):
            yield replace(question, id="", stem=f"{question.stem} There are {numbers(others)} numbers.")

    check_generator(Generator("numbers", find, counting), Article("It rained for 3 days, and 40 people fled."))
    assert worked_out == [2, 2]


def test_a_generator_that_remembers_is_found() -> None:
    asked: list[int] = []

    def remembering(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
        asked.append(1)
        for question in good(fact, others, rng):
            yield replace(question, id="", stem=f"{question.stem} ({len(asked)})")

    with pytest.raises(AssertionError, match="two runs on one article gave different questions"):
        check_generator(Generator("numbers", find, remembering), ARTICLE)


QUIZ = Quiz("Rivers", (ChoiceQuestion(stem="Which?", answer="Elbe", distractors=("Alps",)),))


def test_a_format_that_forgets_is_found() -> None:
    forgetting = Format("f", ".f", lambda quiz: b"x", lambda data, name, types: Reading(replace(QUIZ, title="")))
    with pytest.raises(AssertionError, match="f: expected Quiz"):
        check_format(forgetting, QUIZ, {})


SHORT = ChoiceQuestion(stem="Which is one?", answer="Elbe", distractors=("Alps",), rationale="It is.")
TWO = Quiz("Rivers", (*QUIZ.questions, SHORT))
BARE = Quiz("Rivers", (*QUIZ.questions, replace(SHORT, rationale="")))


@pytest.mark.parametrize(
    ("read_back", "lost", "words"),
    [
        (BARE, [Loss("the rationale", number=2)], ""),
        (BARE, [Loss("the rationale", number=1)], "and no loss names question 2"),
        (QUIZ, [Loss("all of it", effect="drops", number=2)], ""),
        (QUIZ, [Loss("the rationale", number=2)], "expected 2 questions, read back 1"),
    ],
)
def test_a_format_may_lose_what_it_names_and_nothing_else(read_back: Quiz, lost: list[Loss], words: str) -> None:
    lossy = Format("f", ".f", lambda quiz: b"x", lambda data, name, types: Reading(read_back), lambda quiz: lost)
    with pytest.raises(AssertionError, match=words) if words else nullcontext():
        check_format(lossy, TWO, {})


def test_a_format_that_writes_differently_each_time_is_found() -> None:
    with pytest.raises(AssertionError, match="writing twice gave different bytes"):
        check_format(Format("f", ".f", lambda quiz: str(Random().random()).encode()), QUIZ, {})


def test_a_format_that_reads_alone_is_found() -> None:
    with pytest.raises(AssertionError, match="expected a function that writes"):
        check_format(Format("f", ".f"), QUIZ, {})


CASES = """\
# Numbers

Words before the cases.

## a number in words

> Three people fled.
>
> It rained.

```text
three
  people
```

## none

> It rained.

```
```
"""


def test_cases_are_read_with_their_article_and_lines(tmp_path: Path) -> None:
    (tmp_path / "cases.md").write_text(CASES, "utf-8")
    first, second = read_cases(tmp_path / "cases.md")
    assert (str(first), first.article.text) == ("a number in words", "Three people fled.\n\nIt rained.")
    assert first.expected == ("three", "  people") and second.expected == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# No cases", "expected cases under headings"),
        ("## one\n\n```\nx\n```\n", "case one: expected an article"),
        ("## one\n\n> It rained.\n", "case one: expected a fenced block"),
    ],
)
def test_cases_that_cannot_be_read_are_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "cases.md").write_text(text, "utf-8")
    with pytest.raises(AssertionError, match=words):
        read_cases(tmp_path / "cases.md")
