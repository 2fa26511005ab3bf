"""Requests that come at once: their answers are committed together, and each page says what became of its own."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from werkzeug.test import TestResponse

from quizengine.quiz.quiz import Quiz
from quizengine.store import Store
from quizengine.web.server.commits import Commits

Result = TypeVar("Result")
Request = Callable[[], TestResponse]
ORIGIN = {"Origin": "http://localhost"}


def together(store: Store, *requests: Request) -> list[TestResponse]:
    """What a worker answers to requests that are all there at the same time."""

    async def answered() -> list[TestResponse]:
        commits = Commits(store.batch)
        return await asyncio.gather(*(commits.acknowledged(each) for each in requests))

    return run(answered)


def run(work: Callable[[], Coroutine[object, object, Result]]) -> Result:
    """The result of a coroutine, in a thread of its own: browsers of other tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


def saving(browser, attempt: str, text: str) -> Request:
    return lambda: browser.post(f"{attempt}/5", data={"part-1": text}, headers=ORIGIN)


def stored(tmp_path: Path, quiz: Quiz) -> dict[str, str]:
    """What each attempt gave to question 5, as it stands in the file."""
    with closing(sqlite3.connect(tmp_path / "attempts.db")) as file:
        asked = (quiz.questions[4].id,)
        rows = file.execute("SELECT attempt, given FROM responses WHERE question = ?", asked).fetchall()
    return {f"/attempts/{attempt}": given for attempt, given in rows}


@pytest.fixture
def attempts(student) -> list[str]:
    return [student.begin(f"Student {number}") for number in range(8)]


def test_answers_that_come_at_once_are_one_commit(store, student, attempts, tmp_path: Path, quiz, commits):
    before = commits(tmp_path / "attempts.db")
    answers = together(store, *(saving(student, attempt, f"answer {attempt}") for attempt in attempts))
    assert {answer.status_code for answer in answers} == {303}
    assert commits(tmp_path / "attempts.db") == before + 1
    found = stored(tmp_path, quiz)
    assert all(f"answer {attempt}" in found[attempt] for attempt in attempts)


def test_answers_whose_forms_arrive_one_after_another_are_one_commit(
    store, student, attempts, tmp_path: Path, quiz, commits
):
    async def answered() -> list[TestResponse]:
        together = Commits(store.batch, longest_wait=60)

        async def form(turns: int) -> None:
            for _ in range(turns):
                await asyncio.sleep(0)

        async def one(turns: int, attempt: str) -> TestResponse:
            await together.expecting(form(turns))
            return await together.acknowledged(saving(student, attempt, "Ida"))

        return await asyncio.gather(*(one(turns, attempt) for turns, attempt in enumerate(attempts, 1)))

    before = commits(tmp_path / "attempts.db")
    assert {answer.status_code for answer in run(answered)} == {303}
    assert set(stored(tmp_path, quiz)) == set(attempts)
    assert commits(tmp_path / "attempts.db") == before + 1


def test_a_form_that_does_not_arrive_delays_others_once(store, student, attempts):
    async def answered() -> list[int]:
        commits = Commits(store.batch)
        slow = asyncio.ensure_future(commits.expecting(asyncio.Event().wait()))
        await asyncio.sleep(0)
        first = await asyncio.wait_for(commits.acknowledged(saving(student, attempts[0], "Ida")), 5)
        second = asyncio.ensure_future(commits.acknowledged(saving(student, attempts[1], "Ida")))
        for _ in range(5):
            await asyncio.sleep(0)
        assert second.done() and not slow.done()
        slow.cancel()
        return [first.status_code, second.result().status_code]

    assert run(answered) == [303, 303]


def test_nothing_is_acknowledged_before_it_is_on_the_disk(store, student, attempts, tmp_path: Path, quiz):
    seen = []

    async def answered() -> None:
        commits = Commits(store.batch)

        async def one(attempt: str) -> None:
            await commits.acknowledged(saving(student, attempt, "Ida"))
            seen.append(attempt in stored(tmp_path, quiz))

        under_way = [asyncio.ensure_future(one(attempt)) for attempt in attempts]
        await asyncio.sleep(0)  # each has been answered, and none has been told
        assert (stored(tmp_path, quiz), seen) == ({}, [])
        await asyncio.gather(*under_way)

    run(answered)
    assert seen == [True] * len(attempts)


def test_the_later_of_two_answers_to_one_question_is_kept(store, student, attempts, tmp_path: Path, quiz):
    requests = [saving(student, attempts[0], text) for text in ("first", "second", "third")]
    assert [answer.status_code for answer in together(store, *requests)] == [303] * 3
    assert '"third"' in stored(tmp_path, quiz)[attempts[0]]


def test_an_attempt_that_is_closed_is_said_to_be_and_the_others_are_kept(
    store, student, attempts, tmp_path: Path, quiz
):
    student.send(f"{attempts[1]}/submit")
    answers = together(store, *(saving(student, attempt, "late") for attempt in attempts[:3]))
    assert [answer.status_code for answer in answers] == [303, 409, 303]
    assert "submitted already" in answers[1].text
    assert set(stored(tmp_path, quiz)) == {attempts[0], attempts[2]}


def test_a_submission_that_comes_just_after_an_answer_counts_it(store, student, attempts, right):
    def give() -> TestResponse:
        return student.post(f"{attempts[0]}/5", data=right[4], headers=ORIGIN)

    def submit() -> TestResponse:
        return student.post(f"{attempts[0]}/submit", headers=ORIGIN)

    assert [answer.status_code for answer in together(store, give, submit)] == [303, 303]
    assert "1 of 11 points" in student.get(f"{attempts[0]}/result").text


def test_an_answer_that_ends_the_attempt_is_part_of_it(store, student, attempts, right, tmp_path: Path):
    """As the page of a timed attempt sends it when the time is up."""
    with closing(sqlite3.connect(tmp_path / "attempts.db")) as file, file:
        file.execute("UPDATE attempts SET seconds = 60, clock_at = started_at, deadline = started_at")

    def give() -> TestResponse:
        return student.post(f"{attempts[0]}/5", data={**right[4], "then": "time"}, headers=ORIGIN)

    first, second = together(store, give, give)
    assert (first.status_code, first.location) == (303, f"{attempts[0]}/result")
    assert second.status_code == 409
    assert "1 of 11 points" in student.get(f"{attempts[0]}/result").text


def test_another_s_attempt_is_not_found(store, student, other, attempts, tmp_path: Path, quiz):
    other.begin("Eve")
    answers = together(store, saving(student, attempts[0], "mine"), saving(other, attempts[0], "Eve's"))
    assert [answer.status_code for answer in answers] == [303, 404]
    assert '"mine"' in stored(tmp_path, quiz)[attempts[0]]


def test_a_locked_file_is_said_on_every_page_after_one_wait(store, student, attempts, tmp_path: Path, quiz):
    waits = []
    with closing(sqlite3.connect(tmp_path / "attempts.db", isolation_level=None)) as someone:
        someone.execute("BEGIN IMMEDIATE")
        for _ in range(3):
            began = time.monotonic()
            answers = together(store, *(saving(student, attempt, f"typed in {attempt}") for attempt in attempts))
            waits.append(time.monotonic() - began)
    for answer, attempt in zip(answers, attempts, strict=True):
        assert answer.status_code == 503
        assert "Your answer is not saved" in answer.text and f"typed in {attempt}" in answer.text
    assert waits[0] >= 0.2 and min(waits) < 0.2 * len(attempts)  # the patience of the store in these tests
    assert stored(tmp_path, quiz) == {}
    answers = together(store, *(saving(student, attempt, "again") for attempt in attempts))
    assert {answer.status_code for answer in answers} == {303}


def test_a_fault_of_one_answer_fails_no_other(store, student, attempts, tmp_path: Path, quiz):
    def broken() -> TestResponse:
        store.respond(attempts[1].rsplit("/", 1)[1], "nobody", "q", {"answer": ("half a \ud800 letter",)})
        return student.get("/")

    async def answered() -> list[object]:
        commits = Commits(store.batch)
        requests = (saving(student, attempts[0], "before"), broken, saving(student, attempts[2], "after"))
        return await asyncio.gather(*(commits.acknowledged(each) for each in requests), return_exceptions=True)

    first, second, third = run(answered)
    assert (first.status_code, third.status_code) == (303, 303)
    assert isinstance(second, UnicodeEncodeError)
    assert set(stored(tmp_path, quiz)) == {attempts[0], attempts[2]}
