"""Bare Flask for `serving.py`: a page that says hello, and a route that saves an answer, as one writes it by hand.

python benchmarks/bare_flask.py bridge|wsgi PORT WORKERS FILE

With `bridge` it is served as our app is, and the answers that come at once are committed together. With `wsgi` it is
served over granian's own WSGI, where nothing can be committed together, so it only says hello. The table of answers
knows no attempts, no time limits and no classes, and whoever sends an answer is believed.
"""

import gc
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, redirect, request

from quizengine.store.batch import Write
from quizengine.system.file_lock import FileLock
from quizengine.web.server import one_process, workers
from quizengine.web.server.bridge import Bridge
from quizengine.web.server.commits import Commits

LARGEST = 256 * 1024
PREPARE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "CREATE TABLE IF NOT EXISTS answers (student TEXT, question INTEGER, answer TEXT, PRIMARY KEY (student, question))",
)
SAVE = "INSERT OR REPLACE INTO answers VALUES (:student, :question, :answer)"


class Answers:
    """A table of answers in a file, written by `Commits`: those that came together in one commit, which is on disk."""

    def __init__(self, file: str) -> None:
        self._turn = FileLock(Path(f"{file}.lock"), 30)
        self._connection = sqlite3.connect(file, isolation_level=None)
        with self._turn:
            for statement in PREPARE:
                self._connection.execute(statement)
        self._pending: list[Write] = []
        self._block: list[Write] = []

    @contextmanager
    def putting_off(self) -> Iterator[list[Write]]:
        """A block whose answers the next commit writes."""
        self._block = []
        yield self._block

    def save(self, student: str, question: int, answer: str) -> None:
        """Put an answer off."""
        write = Write(SAVE, {"student": student, "question": question, "answer": answer})
        self._block.append(write)
        self._pending.append(write)

    def commit(self) -> None:
        """Write all that was put off, on disk when this returns."""
        writes, self._pending = self._pending, []
        if not writes:
            return
        with self._turn:
            self._connection.execute("BEGIN IMMEDIATE")
            for each in writes:
                each.kept = self._connection.execute(each.statement, each.values).rowcount > 0
            self._connection.execute("COMMIT")


def app_that_saves(file: str) -> tuple[Flask, Commits]:
    """The app, and what commits its answers."""
    app, answers = Flask("bare"), Answers(file)
    app.add_url_rule("/", view_func=lambda: "hello")

    @app.post("/answers/<student>/<int:question>")
    def save(student: str, question: int):
        answers.save(student, question, request.form["part-1"])
        return redirect("/", 303)

    return app, Commits(answers)


def bridge(made: tuple[Flask, Commits]) -> Bridge:
    """The bridge in place of our own, which knows the commits of our own app alone."""
    gc.freeze()  # as ours does
    return Bridge(made[0], LARGEST, made[1])


def main() -> None:
    kind, port, number, file = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]

    def announce() -> None:
        print(f"http://127.0.0.1:{port}/", flush=True)

    one_process.bridge = workers.bridge = bridge
    if kind == "wsgi":
        from granian import Granian

        server = Granian("bare", port=port, interface="wsgi", workers=number, blocking_threads=1, log_enabled=False)
        server.on_startup(announce)
        server.serve(target_loader=lambda: app_that_saves(file)[0], wrap_loader=False)
    elif number == 1:
        one_process.serve_here("127.0.0.1", port, app_that_saves(file), announce)
    else:
        workers.serve_with(number, "127.0.0.1", port, lambda: app_that_saves(file), announce)


if __name__ == "__main__":
    main()
