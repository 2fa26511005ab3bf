"""No order tells a key: an attacker who knows the code but not the server's secret gets no further than by guessing."""

import itertools
import re
import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from flask import Flask

from quizengine.desk.library import Entry, Library
from quizengine.engine import Engine, start
from quizengine.quiz.parts import Choice, ChoiceKey, Key, Option, Ordering, Part, Text
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.shuffling import Shuffle
from quizengine.quiz.types import ChoiceQuestion, MatchingQuestion, OrderingQuestion, Pair
from quizengine.store import Store
from quizengine.testing import right_response
from quizengine.web import create_app
from quizengine.web.render.forms import opaque_id
from tests.web.conftest import KEY, TOKEN, another

QUESTIONS = 60
WORDS = ("amber", "birch", "cedar", "dune")


@dataclass(frozen=True, kw_only=True)
class NaiveQuestion(ChoiceQuestion):
    """A plugin's type that offers the right option first before it shuffles, and whose ids say which it is."""

    type: ClassVar[str] = "naive"

    def parts(self, rng: Random) -> tuple[Part, ...]:
        options = [Option("right", self.keys[0]), *(Option(f"wrong-{text}", text) for text in self.distractors)]
        rng.shuffle(options)
        return Text(self.stem), Choice("answer", tuple(options))

    def key(self) -> Mapping[str, Key]:
        return {"answer": ChoiceKey(frozenset({"right"}))}


def choices(stem: str) -> list[Question]:
    return [ChoiceQuestion(stem=stem, answer=key, distractors=tuple(w for w in WORDS if w != key)) for key in WORDS]


def several(stem: str) -> list[Question]:
    pairs = list(itertools.combinations(WORDS, 2))
    return [ChoiceQuestion(stem=stem, answer=two, distractors=tuple(w for w in WORDS if w not in two)) for two in pairs]


def matchings(stem: str) -> list[Question]:
    lefts = ("one", "two", "three")
    return [
        MatchingQuestion(
            stem=stem,
            pairs=tuple(Pair(left=left, right=right) for left, right in zip(lefts, rights, strict=True)),
            distractors=WORDS[3:],
        )
        for rights in itertools.permutations(WORDS[:3])
    ]


def orderings(stem: str) -> list[Question]:
    return [OrderingQuestion(stem=stem, answer=order) for order in itertools.permutations(WORDS[:3])]


def naive(stem: str) -> list[Question]:
    return [NaiveQuestion(stem=stem, answer=key, distractors=tuple(w for w in WORDS if w != key)) for key in WORDS]


CANDIDATES: dict[str, Callable[[str], list[Question]]] = {
    "one option": choices,
    "several options": several,
    "matching": matchings,
    "ordering": orderings,
    "a plugin's": naive,
}
"""For each type that shuffles, all questions that look alike: one for each key that may be the right one."""


Shown = list[tuple[str, str]]
"""All labels and all options in lists of a question, from top to bottom."""


def on_page(page: str) -> Shown:
    form = page[page.index('id="question"') : page.index('class="option flag"')]
    return re.findall(r'class="kept">([^<]+)</label>|<option value="[0-9a-f]{8}">([^<]+)<', form)


def in_parts(parts: tuple[Part, ...]) -> Shown:
    found: Shown = []
    for part in parts:
        if isinstance(part, Choice) and part.label:
            found += [(part.label, ""), *(("", option.text) for option in part.options)]
        elif isinstance(part, Choice | Ordering):
            found += [(option.text, "") for option in part.options]
    return found


def earlier_order(question: Question, number: int) -> tuple[Part, ...]:
    """As orders once followed from the key: by the seed of the bank and the id."""
    return question.parts(Random(f"0/{question.id}"))


def guessed_secret(secret: bytes) -> Callable[[Question, int], tuple[Part, ...]]:
    """As orders follow from a secret that the attacker takes for the server's."""
    return lambda question, number: question.parts(Shuffle(secret, "").randomness(number, question.stem))


def in_a_standard_order(question: Question, number: int) -> tuple[Part, ...]:
    return question.parts(Random(0))


ATTACKS = {
    "by the seed and the id": earlier_order,
    "by no secret": guessed_secret(b""),
    "by the cookies' secret": guessed_secret(KEY),
    "by a standard order": in_a_standard_order,
}


@pytest.fixture
def plugged(folder: Path) -> Engine:
    """An engine of its own, with a question type of a plugin."""
    found = start(folder)
    types = {**found.registry.question_types, NaiveQuestion.type: NaiveQuestion}
    return replace(found, registry=replace(found.registry, question_types=types))


@pytest.fixture(params=CANDIDATES)
def candidates(request) -> list[list[Question]]:
    """Questions of one type, each as all that it may be."""
    return [CANDIDATES[request.param](f"Question {number}: which?") for number in range(1, QUESTIONS + 1)]


@pytest.fixture
def guesses(candidates) -> Quiz:
    """A quiz for which chance has chosen the keys."""
    return Quiz("Guesses", tuple(map(Random(2026).choice, candidates)))


def library_of(quiz: Quiz) -> Library:
    return Library((Entry("guesses", quiz, Path("guesses.yaml")),), ())


def pages_of(app: Flask) -> list[str]:
    """The pages of all questions as a student of its own sees them."""
    student = another(app)
    attempt = student.begin(quiz="guesses")
    return [student.get(f"{attempt}/{number}").text for number in range(1, QUESTIONS + 1)]


@pytest.fixture
def pages(plugged: Engine, guesses: Quiz, store: Store, monkeypatch) -> list[str]:
    chance = Random(7)
    monkeypatch.setattr(secrets, "token_urlsafe", lambda size: chance.randbytes(size).hex())  # the same at every run
    return pages_of(create_app(plugged, library_of(guesses), store, secret_key=KEY, teacher_token=TOKEN))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_who_tries_every_key_finds_it_no_more_often_than_by_guessing(
    candidates, guesses: Quiz, pages: list[str], attack
):
    """Keys that reproduce what is seen are kept, or all where none does; of those kept, chance takes one."""
    found = by_guessing = 0.0
    assert len(pages) == len(candidates) == QUESTIONS
    for number, (may_be, right, page) in enumerate(zip(candidates, guesses.questions, pages, strict=True), 1):
        seen = on_page(page)
        assert len(seen) >= 3
        kept = [each for each in may_be if in_parts(attack(each, number)) == seen] or may_be
        found += (right in kept) / len(kept)
        by_guessing += 1 / len(may_be)
    assert abs(found - by_guessing) <= 4.5 * by_guessing**0.5


def test_no_place_is_more_often_right_than_another(guesses: Quiz, pages: list[str]):
    """Where the right option stands, or whether the right order is shown, says no more than chance."""
    places = Counter()
    for question, page in zip(guesses.questions, pages, strict=True):
        seen = [label or option for label, option in on_page(page)]
        if isinstance(question, ChoiceQuestion):
            places[seen.index(question.keys[0])] += 1
        elif isinstance(question, OrderingQuestion):
            places["right" if tuple(seen) == question.answer else "wrong"] += 1
        else:
            places[tuple(seen[1:5])] += 1
    assert len(places) > 1
    share = 1 / 6 if "right" in places else 1 / 24 if len(places) > 4 else 1 / 4
    most = places["right"] if "right" in places else max(places.values())
    assert most <= QUESTIONS * share + 5.5 * (QUESTIONS * share) ** 0.5


def test_the_browser_is_told_what_is_meant_by_its_words_and_never_by_an_id_of_a_type(pages: list[str]):
    assert len(pages) == QUESTIONS
    for page in pages:
        values = re.findall(r'<(?:input type="(?:radio|checkbox)"|option) [^>]*value="([^"]+)"', page)
        assert {each for each in values if len(each) > 1} <= set(map(opaque_id, WORDS))
        assert '"right"' not in page and "wrong-" not in page


def test_two_students_see_other_orders_and_each_the_same_after_a_restart(
    plugged: Engine, guesses: Quiz, tmp_path: Path
):
    seen = []
    with closing(Store(tmp_path / "attempts.db")) as store:
        first, second = (
            create_app(plugged, library_of(guesses), store, secret_key=KEY, teacher_token=TOKEN) for _ in range(2)
        )
        for name in ("Ada", "Ben"):
            student = another(first)
            attempt = student.begin(name, quiz="guesses")
            addresses = [f"{attempt}/{number}" for number in range(1, QUESTIONS + 1)]
            seen.append([on_page(student.get(address).text) for address in addresses])
            again = another(second)
            cookie = student.get_cookie(first.config["SESSION_COOKIE_NAME"])
            again.set_cookie(cookie.key, cookie.value)
            assert [on_page(again.get(address).text) for address in addresses] == seen[-1]
    alike = sum(one == other for one, other in zip(*seen, strict=True))
    assert alike <= QUESTIONS / 2
    assert seen[0] != seen[1]


def test_a_form_says_what_is_meant_wherever_it_stands(student, other, quiz: Quiz, right):
    """The same forms are right for two students who see other orders, and what is stored are ids of options."""
    for client in (student, other):
        attempt = client.begin()
        for number, form in enumerate(right, 1):
            client.send(f"{attempt}/{number}", form)
        assert "11 of 11 points" in client.send(f"{attempt}/submit")


def test_an_attempt_begun_under_an_earlier_version_goes_on_and_is_marked(student, store: Store, quiz: Quiz):
    """Earlier versions stored ids of options, as this one does, so what was given is found in any order."""
    attempt = student.begin()
    attempt_id = attempt.rsplit("/", 1)[1]
    owner = store.owner_by_code(store.load(attempt_id, None).code, "here")[1]
    for question in quiz.questions:
        store.respond(attempt_id, owner, question.id, right_response(question))
    chosen = student.get(f"{attempt}/1").text
    assert re.search(r'checked[^>]*><?\s*<label for="[^"]+" class="kept">The stream ran dry\.', chosen)
    assert "11 of 11 points" in student.send(f"{attempt}/submit")


def earlier_form(quiz: Quiz, number: int) -> dict[str, list[str]]:
    """What a page of an earlier version sends: options by their ids, fields and lines by their places in its order."""
    parts = enumerate(quiz.questions[number - 1].parts(Random(0)))
    return {
        f"part-{place}": [part.options[0].id] if isinstance(part, Choice) else ["1", "2", "3", "4"]
        for place, part in parts
        if isinstance(part, Choice | Ordering)
    }


@pytest.mark.parametrize("number", [3, 7, 8])
def test_a_page_of_an_earlier_version_is_refused_where_it_would_be_misread(student, quiz: Quiz, number: int):
    attempt = student.begin()
    form = earlier_form(quiz, number)
    answer = student.post(f"{attempt}/{number}", data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 400 and "load the page again" in answer.text
    assert student.get(f"{attempt}/check").text.count("Not answered") == 8


@pytest.mark.parametrize("number", [1, 2])
def test_a_page_of_an_earlier_version_is_read_where_it_says_what_is_meant(student, quiz: Quiz, number: int):
    attempt = student.begin()
    student.send(f"{attempt}/{number}", earlier_form(quiz, number))
    meant = quiz.questions[number - 1].parts(Random(0))[1].options[0].text
    assert meant in unescape(student.get(f"{attempt}/check").text)
