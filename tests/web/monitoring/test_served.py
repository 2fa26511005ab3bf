"""What a real server shows of itself: health, metrics that all its processes share, and a log without names."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import sleep

import pytest
from prometheus_client.parser import text_string_to_metric_families
from real_servers import Student

NAME = "Zebedee Quill"


@dataclass
class Seen:
    """What was seen of a server on which a student began, answered twice, was lost once, and met a fault."""

    metrics: dict[tuple[str, str], float]
    """The value of each sample, by its name and its labels."""
    log: list[dict[str, object]]
    text: str
    """The log as it was written."""
    fault_page: str
    not_ready: tuple[int, str, str]


def samples(text: str) -> dict[tuple[str, str], float]:
    return {
        (sample.name, " ".join(f"{key}={value}" for key, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def metrics_with_the_last_answer(student: Student) -> dict[tuple[str, str], float]:
    """The metrics once a process has counted the last answer, which it does after its student has the page."""
    found: dict[tuple[str, str], float] = {}
    for _ in range(50):
        found = samples(student.ask_once("GET", "/metrics")[1])
        counted = found.get(("quizengine_requests_total", "route=answer status=303"))
        if counted == found.get(("quizengine_answers_saved_total", "")) == 3:
            break
        sleep(0.1)
    return found


@pytest.fixture(
    scope="module",
    params=[1, pytest.param(2, marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked"))],
)
def seen(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    place = tmp_path_factory.mktemp("watched")
    attempts, log = place / "attempts.db", place / "log"
    command = [sys.executable, "-m", "quizengine", "serve", str(folder), "--attempts", str(attempts), "--port", "0"]
    command += ["--workers", str(request.param), "--metrics", "--log-format", "json"]
    with open(log, "w", encoding="utf-8") as written:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=written, text=True)
    try:
        assert process.stdout is not None
        listening = process.stdout.readline()
        port = int(re.search(r":(\d+)/", json.loads(listening)["students"][0])[1])
        student = Student(NAME, port)
        student.begin()
        for number in (1, 2):
            student.answer(number)
        assert student.ask_once("GET", "/nowhere?name=Zebedee")[0] == 404
        shutil.move(attempts, place / "moved.db")
        assert student.ask_once("POST", f"{student.attempt}/5", {"part-1": "answer 9"})[0] == 503
        _, fault_page, _ = student.ask_once("POST", "/quizzes/paper-mill", {"student": NAME, "once": "again"})
        not_ready = student.ask_once("GET", "/health/ready")
        shutil.move(place / "moved.db", attempts)
        student.answer(3)
        assert student.ask_once("GET", "/health/live")[:2] == (200, "alive\n")
        found = metrics_with_the_last_answer(student)
    finally:
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 0
    text = log.read_text("utf-8")
    return Seen(found, [json.loads(line) for line in text.splitlines()], listening + text, fault_page, not_ready)


def test_every_process_counts_towards_the_same_metrics(seen: Seen) -> None:
    assert seen.metrics["quizengine_answers_saved_total", ""] == 3
    assert seen.metrics["quizengine_save_seconds_count", ""] == 3
    assert seen.metrics["quizengine_requests_total", "route=answer status=303"] == 3
    assert seen.metrics["quizengine_requests_total", "route=answer status=503"] == 1
    assert seen.metrics["quizengine_requests_total", "route=unknown status=404"] == 1
    assert seen.metrics["quizengine_failed_saves_total", "reason=file lost"] == 2
    assert seen.metrics["quizengine_request_seconds_bucket", "le=+Inf route=answer"] == 4
    assert seen.metrics["quizengine_drafts_waiting", ""] == 0


def test_a_server_that_cannot_save_answers_is_not_ready_and_says_no_more(seen: Seen) -> None:
    assert seen.not_ready[:2] == (503, "not ready: answers cannot be saved\n")


def test_each_request_is_one_line_of_the_log(seen: Seen) -> None:
    requests = [line for line in seen.log if line["event"] == "request"]
    answers = [line for line in requests if line["route"] == "answer"]
    assert [(line["status"], line.get("saved"), line.get("unsaved")) for line in answers] == [
        (303, True, None),
        (303, True, None),
        (503, None, "file lost"),
        (303, True, None),
    ]
    assert {line["rule"] for line in answers} == {"/attempts/<attempt_id>/<int:number>"}
    assert len({line["request"] for line in requests}) == len(requests) == 11


def test_no_name_no_answer_and_no_address_is_in_the_log(seen: Seen) -> None:
    assert not re.search(r"Zebedee|Quill|answer \d|token|nowhere|[0-9a-f]{32}", seen.text)


def test_an_error_page_names_the_request_as_the_log_does(seen: Seen) -> None:
    number = re.search(r"this number: ([0-9a-f]{8})", seen.fault_page)[1]
    lines = [line for line in seen.log if line.get("request") == number]
    assert [(line["event"], line["rule"]) for line in lines][-1:] == [("request", "/quizzes/<name>")]
    faults = {line["process"]: line["message"] for line in seen.log if line["event"] == "fault"}
    assert faults and all("was deleted, moved or renamed" in message for message in faults.values())
