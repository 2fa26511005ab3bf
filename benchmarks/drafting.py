"""Measures how long saving an answer takes with and without drafts being made, and what plugins cost at the start.

    python benchmarks/drafting.py [--articles 10] [--students 20] [--seconds 30]

A real server takes the answers of so many students, each of whom saves one, reads the next page and waits a moment, as
fast as a class in a hurry, while a teacher looks at the list of quizzes twice a second. First no article waits for a
draft; then as many as are asked for, each as long as the longest that is shipped. The columns are milliseconds until an
answer is acknowledged. The last is the longest wait of a process of its own that does only append a byte to a
file on the same disk and wait until the disk has it: no save can be faster than that.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "web" / "torture"))

from real_servers import Server, Student  # noqa: E402 # they are the tests' own

TOKEN = "a-token-for-the-teacher-alone"
PAUSE = 0.25
WATCHER = """
import os, select, sys, time
file = os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY)
worst = 0.0
while not select.select([sys.stdin], [], [], 0.02)[0]:
    began = time.monotonic()
    os.write(file, b".")
    os.fsync(file)
    worst = max(worst, time.monotonic() - began)
print(worst)
"""
PLUGIN = """
from quizengine import Generator, hookimpl

@hookimpl
def quizengine_generators():
    yield Generator("nothing", lambda article: (), lambda fact, others, rng: ())
"""


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    given.add_argument("--articles", type=int, default=10)
    given.add_argument("--students", type=int, default=20)
    given.add_argument("--seconds", type=float, default=30)
    options = given.parse_args()
    os.environ["QUIZENGINE_TEACHER_TOKEN"] = TOKEN
    print(
        f"{'workers':>7} {'drafts':>6} {'saves':>6} {'median':>7} {'99 %':>7} {'worst':>7} {'disk':>7}   "
        "drafts were made in"
    )
    for workers in (1, 2):
        for articles in (0, options.articles):
            with tempfile.TemporaryDirectory() as folder, disk_watched(Path(folder)) as disk:
                waits, made = measured(Path(folder), workers, articles, options.students, options.seconds)
                last = statistics.quantiles(waits, n=100)[98]
                figures = [1000 * figure for figure in (statistics.median(waits), last, max(waits), disk())]
            print(
                f"{workers:>7} {articles:>6} {len(waits):>6}",
                *(f"{each:>7.1f}" for each in figures),
                f"  {made:.1f} s" if articles else "",
                flush=True,
            )
    starts()


@contextmanager
def disk_watched(folder: Path) -> Iterator[Callable[[], float]]:
    """Watch how long the disk takes for a byte; gives a function that ends it and returns the longest, in seconds."""
    watcher = subprocess.Popen(
        [sys.executable, "-c", WATCHER, str(folder / "watched")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield lambda: float(watcher.communicate()[0])
    finally:
        watcher.kill()


def measured(place: Path, workers: int, articles: int, students: int, seconds: float) -> tuple[list[float], float]:
    """Return how long each save took, in seconds, and how long it took until every draft was there."""
    folder = Path(shutil.copytree(ROOT / "tests" / "folder", place / "folder"))
    server = Server(folder, place / "attempts.db", workers)
    waits: list[float] = []
    over = threading.Event()
    with server.running():
        teacher = Student("Teacher", server.port)
        teacher.ask("GET", f"/teacher?token={TOKEN}")
        taking = [Student(f"Student {number}", server.port) for number in range(students)]
        for student in taking:
            student.begin()
        threads = [threading.Thread(target=save, args=(student, waits, over)) for student in taking]
        for thread in threads:
            thread.start()
        time.sleep(1)
        waits.clear()
        began = time.monotonic()
        for number in range(articles):  # they come while the server runs, so that all of the drafting is measured
            shutil.copy(ROOT / "seeds" / "north-korean-troops.txt", folder / "seeds" / f"troops-{number}.txt")
        made = 0.0
        while not made if articles else time.monotonic() - began < seconds:
            page = teacher.ask("GET", "/teacher")[1]
            if (
                articles
                and page.count("troops-")
                and "draft: being made" not in page
                and page.count("/quizzes/troops-") >= articles
            ):
                made = time.monotonic() - began
            time.sleep(0.5)
        over.set()
        for thread in threads:
            thread.join()
    return waits, made


def save(student: Student, waits: list[float], over: threading.Event) -> None:
    """Save an answer, read the next page, wait a moment, and so on."""
    while not over.is_set():
        began = time.monotonic()
        student.answer(student.acknowledged + 1)
        waits.append(time.monotonic() - began)
        student.ask("GET", f"{student.attempt}/6")
        time.sleep(PAUSE)


def starts() -> None:
    """Print what the process of the plugins costs when a command starts."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plugins").mkdir()
        without = _start(folder)
        (Path(folder) / "plugins" / "nothing.py").write_text(PLUGIN)
        print(f"start with what is shipped {without:.2f} s, with one plugin more {_start(folder):.2f} s")


def _start(folder: str) -> float:
    """The median time of five starts, in seconds."""
    taken = []
    for _ in range(5):
        began = time.monotonic()
        code = "import sys, quizengine; quizengine.start(sys.argv[1])"
        subprocess.run([sys.executable, "-c", code, folder], check=True)
        taken.append(time.monotonic() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
