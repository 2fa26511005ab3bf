"""Measures a request inside the process: a question's page and a saved answer beside a bare Flask route, in turn.

python benchmarks/requests.py                 the ratios of processor time, and the same with many attempts stored
python benchmarks/requests.py --profile save  where the time goes (or: --profile page)

No server and no network: the app is called as a server calls it, over a store on disk. Rounds are interleaved, as
a machine's own speed changes from minute to minute; each round gives its ratio, and the median of them is printed.
"""

import argparse
import cProfile
import io
import pstats
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from werkzeug.test import EnvironBuilder

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app

ROUNDS, REQUESTS = 25, 60
WARMING = 20
"""Rounds before the first that counts: the store's log grows until it is first moved into the file, after about 1,000
answers, and is written over from then on; to make a file longer costs more than to write into it."""
STORED = (100, 100_000)
FOLDER = Path(__file__).parent.parent / "tests" / "folder"
QUIZ, QUESTION, FIELD = "paper-mill", 5, "part-1"
ORIGIN = {"Origin": "http://localhost"}
Case = Callable[[], None]


def bare() -> Case:
    app = Flask("bare")
    app.add_url_rule("/", view_func=lambda: "hello")
    environ = EnvironBuilder(path="/").get_environ()
    return lambda: called(app, environ, 200)


def called(app: Flask, environ: dict[str, Any], status: int, body: bytes = b"") -> None:
    """One request, as a server makes it."""
    seen = []
    environ = {**environ, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
    for _ in app.wsgi_app(environ, lambda line, *rest: seen.append(line)):
        pass
    if not seen[0].startswith(str(status)):
        raise SystemExit(f"expected status {status}, found {seen[0]}")


def student(app: Flask) -> dict[str, Case]:
    """A student in the middle of a quiz: a question's page, the page of one answered before, and an answer to that.

    What is given is each time another; the request says what Chromium says.
    """
    with app.test_client() as browser:
        once = re.search(r'name="once" value="([^"]+)"', browser.get(f"/quizzes/{QUIZ}").text)
        form = {"student": "Ada", "once": once[1] if once else ""}
        begun = browser.post(f"/quizzes/{QUIZ}", data=form, headers=ORIGIN)
        address = begun.location.rsplit("/", 1)[0]
        for number in range(1, QUESTION):
            browser.post(f"{address}/{number}", data={}, headers=ORIGIN)
        cookie = browser.get_cookie(app.config["SESSION_COOKIE_NAME"])
    headers = {**ORIGIN, "Sec-Fetch-Site": "same-origin", "Cookie": f"{cookie.key}={cookie.value}" if cookie else ""}
    page = EnvironBuilder(path=f"{address}/{QUESTION + 1}", headers=headers).get_environ()
    again = EnvironBuilder(path=f"{address}/{QUESTION}", headers=headers).get_environ()
    form_type = "application/x-www-form-urlencoded"
    save = EnvironBuilder(again["PATH_INFO"], method="POST", headers=headers, content_type=form_type).get_environ()
    words = iter(range(10**9))
    return {
        "page": lambda: called(app, page, 200),
        "page again": lambda: called(app, again, 200),
        "save": lambda: called(app, save, 303, urlencode({FIELD: f"Ida Marsh {next(words)}"}).encode()),
    }


def fill(store: Store, number: int) -> None:
    """Attempts of others, each with eight answers, as if they had been taken."""
    with store.batch.writing() as connection:
        quiz = connection.execute("SELECT sha256 FROM quizzes").fetchone()["sha256"]
        time_of_day = "2026-11-23T10:42:00.000+00:00"
        for first in range(0, number, 10_000):
            ids = [f"{attempt:032x}" for attempt in range(first, min(first + 10_000, number))]
            attempts = [
                {"id": each, "owner": each[::-1], "entry": QUIZ, "quiz": quiz, "now": time_of_day} for each in ids
            ]
            connection.executemany(
                "INSERT INTO attempts (id, owner, entry, title, quiz, quiz_id, student, started_at) "
                "VALUES (:id, :owner, :entry, :entry, :quiz, 'q', 'Bo', :now)",
                attempts,
            )
            answers = [{"id": each, "of": f"q{number}", "now": time_of_day} for each in ids for number in range(8)]
            connection.executemany(
                "INSERT INTO responses (attempt, question, given, saved_at) "
                """VALUES (:id, :of, '{"answer":["x"]}', :now)""",
                answers,
            )


def processor_time(case: Case) -> float:
    began = time.process_time()
    for _ in range(REQUESTS):
        case()
    return (time.process_time() - began) / REQUESTS


def compare(cases: dict[str, Case], beside: str) -> None:
    """Print each case's time and its ratio to the one it is held beside."""
    for case in cases.values():
        for _ in range(WARMING):
            processor_time(case)
    rounds = [{name: processor_time(case) for name, case in cases.items()} for _ in range(ROUNDS)]
    for name in cases:
        spent = statistics.median(one[name] for one in rounds) * 1e6
        ratios = sorted(one[name] / one[beside] for one in rounds)
        middle, spread = statistics.median(ratios), f"{ratios[2]:.2f} to {ratios[-3]:.2f}"
        print(f"{name:32} {spent:7.0f} µs   {middle:5.2f} x {beside} ({spread})")


def profile(case: Case) -> None:
    processor_time(case)
    watch = cProfile.Profile()
    watch.runcall(lambda: [processor_time(case) for _ in range(20)])
    pstats.Stats(watch).sort_stats("tottime").print_stats(45)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--profile", choices=("page", "page again", "save"))
    chosen = parser.parse_args().profile
    engine = start(FOLDER)
    library = open_library(engine)
    with tempfile.TemporaryDirectory() as folder:
        cases = {"bare Flask": bare()}
        for stored in STORED:
            store = Store(Path(folder) / f"{stored}.db")
            app = create_app(engine, library, store, secret_key=b"x" * 32, teacher_token="t" * 32, hosts=("localhost",))
            these = student(app)
            if chosen:
                return profile(these[chosen])
            fill(store, stored)
            cases |= {f"{name}, {stored:,} attempts stored": case for name, case in these.items()}
        compare(cases, "bare Flask")
    return None


if __name__ == "__main__":
    main()
