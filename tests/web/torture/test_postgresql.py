"""Real servers on one PostgreSQL, of which a worker and the database are killed; and two servers that share a class."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from real_servers import (
    KILLS,
    POSIX,
    STUDENTS,
    Server,
    Student,
    acknowledged_by,
    answering,
    lost,
    wait_for_more_answers,
)
from throwaway_postgresql import Cluster, running_cluster

from quizengine.quiz.quiz import Quiz
from quizengine.store import Store
from quizengine.store.opening import open_database

pytestmark = [POSIX, pytest.mark.alone]
CLASS = "/teacher/quizzes/paper-mill/class"


@pytest.fixture
def durable(postgresql: Cluster) -> Iterator[Cluster]:
    """A server that keeps what it has acknowledged, as those of schools do, and that may be killed."""
    with running_cluster(durable=True) as cluster:
        yield cluster


def stored(address: str, question: str) -> dict[str, int]:
    """What the database holds: the number of each attempt's answer."""
    found = "SELECT attempt, given FROM responses WHERE question = :question"
    with closing(open_database(address, 5)) as database:
        rows = database.read(found, {"question": question})
    return {f"/attempts/{row['attempt']}": int(re.search(r"answer (\d+)", row["given"])[1]) for row in rows}


def test_every_acknowledged_answer_outlives_every_kill_of_a_worker_and_of_the_database(
    folder: Path, durable: Cluster, quiz: Quiz
):
    address, question = durable.address(), quiz.questions[4].id
    server, chance = Server(folder, address, 2), Random(7)

    students = [Student(f"Student {number}", server.port) for number in range(STUDENTS)]
    with server.running(), answering(students):
        for number in range(KILLS):
            wait_for_more_answers(students, chance)
            if number % 2:
                server.kill_one_worker()
                continue
            acknowledged = acknowledged_by(students)
            durable.stop()
            durable.start()
            assert lost(acknowledged, stored(address, question)) == {}
    assert min(student.acknowledged for student in students) > 1
    assert stored(address, question) == acknowledged_by(students)
    with closing(Store(address)) as store:
        assert sorted(each.attempt.student for each in store.submitted()) == sorted(each.name for each in students)


def test_two_servers_share_a_class_with_its_cookies_and_its_teacher(folder: Path, postgresql: Cluster, quiz: Quiz):
    address, question = postgresql.address(), quiz.questions[4].id
    one, other = Server(folder, address, 1), Server(folder, address, 1)
    with one.running(), other.running():
        teacher, ada, ben = Student("teacher", one.port), Student("Ada", one.port), Student("Ben", other.port)
        teacher.ask("GET", "/")  # the server has made what it keeps secret
        with closing(Store(address)) as store:
            token = store.secret("teacher").read().decode()
        assert teacher.ask("GET", f"/teacher?token={token}")[0] == 303
        code = re.search(r'name="once" value="([^"]+)"', teacher.ask("GET", CLASS)[1])[1]
        assert teacher.ask("POST", CLASS, {"once": code, "mode": "test", "minutes": ""})[0] == 303
        for student in (ada, ben):
            once = re.search(r'name="once" value="([^"]+)"', student.ask("GET", f"/join/{code}")[1])[1]
            _, _, place = student.ask("POST", f"/join/{code}", {"student": student.name, "once": once})
            student.attempt = place.rsplit("/", 1)[0]
            student.answer(1)
        second = Student("Ada", other.port)
        once = re.search(r'name="once" value="([^"]+)"', second.ask("GET", f"/join/{code}")[1])[1]
        assert second.ask("POST", f"/join/{code}", {"student": "Ada", "once": once})[0] == 422
        ada.go_to(other.port)
        ada.answer(2)
        teacher.go_to(other.port)
        assert {"Ada", "Ben"} <= set(re.findall("Ada|Ben", teacher.ask("GET", f"/teacher/classes/{code}")[1]))
        teacher.ask("POST", f"/teacher/classes/{code}/close", {})
        assert ben.ask("POST", f"{ben.attempt}/5", {"part-1": "answer 2"})[0] == 409
        ada.go_to(one.port)
        assert ada.ask("POST", f"{ada.attempt}/5", {"part-1": "answer 3"})[0] == 409
    assert stored(address, question) == {ada.attempt: 2, ben.attempt: 1}
