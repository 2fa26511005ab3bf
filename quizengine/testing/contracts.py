"""The contracts of questions, generators and formats, each as a function that raises AssertionError."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random

from quizengine.extensions.records import Format, Generator, QuestionTypes, Refusal
from quizengine.quiz.grading import Score
from quizengine.quiz.parts import (
    Choice,
    ChoiceKey,
    Gap,
    Key,
    ModelAnswer,
    NumberKey,
    Ordering,
    OrderKey,
    Part,
    Response,
    Text,
    TextKey,
)
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import has_model_answer
from quizengine.text.article import Article
from quizengine.text.facts import Fact, Facts


def right_response(question: Question) -> Response:
    """Return the response of a student who knows the key."""
    return {name: _right(key) for name, key in question.key().items()}


def check_question(question: Question) -> None:
    """Check that a question is fair: its key earns all points, an empty response none, and no part reveals the key.

    A model answer earns them once somebody has marked it so. Also: the same seed gives the same parts, every key
    belongs to a part, and the id depends on content only.
    """
    parts = question.parts(Random(7))
    assert parts == question.parts(Random(7)), f"{question.id}: equal randomness gave different parts"
    assert isinstance(parts[0], Text), f"{question.id}: expected a Text first, found {parts[0]}"
    answerable = [part.name for part in parts if not isinstance(part, Text)]
    assert sorted(answerable) == sorted(question.key()), f"{question.id}: parts {answerable}, keys {[*question.key()]}"
    full, none = _grade_as_right(question), question.grade({})
    assert full.full and full.possible > 0, f"{question.id}: responding by the key earned {full}"
    assert none.earned == 0 and none.possible == full.possible, f"{question.id}: an empty response earned {none}"
    for part in parts:
        _check_part_is_silent(question, part)


def _grade_as_right(question: Question) -> Score:
    """The points of the response by the key, with full marks for what only people can mark."""
    if has_model_answer(question):
        return question.grade_by(question.key(), right_response(question), by_people=Fraction(1))
    return question.grade(right_response(question))


def check_shown_text(question: Question) -> None:
    """Check that no text shown to students contains what a gap accepts: its words, or its number of two digits."""
    shown = " ".join(part.text for part in question.parts(Random(0)) if isinstance(part, Text)).casefold()
    for key in question.key().values():
        for text in _typed(key):
            words = rf"(?<![\w.,]){re.escape(text.casefold())}(?!\w|[.,]\d)"
            assert not re.search(words, shown), f"{question.id}: the text of the question contains the key {text!r}"


def _typed(key: Key) -> tuple[str, ...]:
    """The key of a gap as texts have it; a number of one digit is in many texts without giving it away."""
    if isinstance(key, NumberKey):
        spelled = (format(key.value, "f"), format(key.value, ",f"))
        return tuple(dict.fromkeys(text for text in spelled if len(text) > 1))
    return key.accepted if isinstance(key, TextKey) else ()


def check_generator(generator: Generator, article: Article, seed: int = 0) -> list[Question]:
    """Check that a generator keeps the contract on an article; returns its questions.

    `find` and `ask` are pure (a second run gives the same result), all evidence is in the article, and every question
    has a rationale and passes `check_question`. An origin names the generator; the engine adds one where there is none.
    """
    first, second = (_run(generator, article, seed) for _ in range(2))
    assert first == second, f"{generator.name}: two runs on one article gave different questions"
    for question in first:
        what = f"{generator.name}, {question.stem!r}"
        assert question.evidence is not None, f"{what}: expected evidence, found none"
        assert question.evidence.holds_in(article), f"{what}: the evidence does not stand in the article"
        assert question.rationale, f"{what}: expected a rationale, found none"
        own = question.origin is None or question.origin.generator == generator.name
        assert own, f"{what}: origin {question.origin}"
        check_question(question)
    return first


def check_format(form: Format, quiz: Quiz, types: QuestionTypes) -> None:
    """A format that reads and writes gives back the quiz it was given, and the same bytes for the same quiz.

    Where it names losses, it gives back each question that it does not drop, and those that no loss names as they were.
    """
    assert form.write, f"{form.name}: expected a function that writes"
    data, losses = form.written(quiz)
    assert data == form.write(quiz), f"{form.name}: writing twice gave different bytes"
    if not form.read:
        return
    reading = form.read(data, f"quiz{form.suffix}", types)
    assert not reading.findings, f"{form.name}: found fault with its own writing: {reading.findings[0]}"
    if not losses:
        assert reading.quiz == quiz, f"{form.name}: expected {quiz}, read back {reading.quiz}"
    dropped = {loss.number for loss in losses if loss.effect == "drops"}
    touched = {loss.number for loss in losses}
    kept = [number for number in range(1, len(quiz.questions) + 1) if number not in dropped]
    back = reading.quiz.questions
    assert len(back) == len(kept), f"{form.name}: expected {len(kept)} questions, read back {len(back)}"
    for number, found in zip(kept, back, strict=True):
        expected = quiz.questions[number - 1]
        same = number in touched or found == expected
        assert same, f"{form.name}: expected {expected}, read back {found}, and no loss names question {number}"


@dataclass(frozen=True)
class Case:
    """A readable test case: an article in a line or more, and the lines that are expected of it."""

    title: str
    article: Article
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return self.title


def read_cases(path: str | Path) -> list[Case]:
    """The cases in a Markdown file: `## title`, the article as a `>` block quote, what is expected in a fence."""
    cases = []
    for section in re.split(r"(?m)^## ", Path(path).read_text("utf-8"))[1:]:
        title, _, rest = section.partition("\n")
        quoted = "\n".join(line.removeprefix(">").removeprefix(" ") for line in rest.splitlines() if line[:1] == ">")
        fenced = re.search(r"(?ms)^```\w*\n(.*?)^```", rest)
        assert quoted.strip(), f"{path}, case {title}: expected an article in lines that begin with >"
        assert fenced, f"{path}, case {title}: expected a fenced block of what is expected"
        cases.append(Case(title.strip(), Article(quoted, title.strip()), tuple(fenced[1].splitlines())))
    assert cases, f"{path}: expected cases under headings that begin with ##"
    return cases


def _run(generator: Generator, article: Article, seed: int) -> list[Question]:
    article = Article(article.text, article.name)
    facts = Facts(fact for fact in generator.find(article) if isinstance(fact, Fact))
    return [question for number, fact in enumerate(facts) for question in _asked(generator, fact, facts, seed, number)]


def _asked(generator: Generator, fact: Fact, facts: Sequence[Fact], seed: int, number: int) -> Iterable[Question]:
    asked = generator.ask(fact, facts, Random(f"{seed}/{generator.name}/{number}"))
    return [question for question in asked if not isinstance(question, Refusal)]


def _right(key: Key) -> tuple[str, ...]:
    match key:
        case ChoiceKey(ids):
            return tuple(sorted(ids))
        case TextKey(accepted):
            return (accepted[0],)
        case NumberKey(value):
            return (format(value, "f"),)
        case OrderKey(ids):
            return ids
        case ModelAnswer(text):
            return (text,)


def _check_part_is_silent(question: Question, part: Part) -> None:
    """Options are shuffled, the right order is shown about as often as any other, and no gap's label holds the key."""
    if isinstance(part, Gap):
        key = question.key()[part.name]
        shown = f"{part.label} {part.unit}".casefold()
        accepted = key.accepted if isinstance(key, TextKey) else ()
        assert not any(text.casefold() in shown for text in accepted), f"{question.id}: the gap's label holds the key"
    if isinstance(part, Choice | Ordering) and len(part.options) > 2:
        orders = [_order(question, part.name, seed) for seed in range(40)]
        assert len(set(orders)) > 1, f"{question.id}: the options stand in the same order for every seed"
        key = question.key()[part.name]
        right = orders.count(key.ids) if isinstance(key, OrderKey) else 0
        assert right <= 20, f"{question.id}: shown in the right order for {right} of 40 seeds, expected 7 at most or so"


def _order(question: Question, name: str, seed: int) -> tuple[str, ...]:
    """The ids of a part's options as a seed shuffles them."""
    of_part = (part for part in question.parts(Random(seed)) if isinstance(part, Choice | Ordering))
    return next(tuple(option.id for option in part.options) for part in of_part if part.name == name)
