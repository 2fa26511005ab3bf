"""Measures the store's work in a file and in PostgreSQL, in turn: the time that whoever asks waits.

python benchmarks/databases.py postgresql://…    the address of an empty database

Rounds are interleaved, as a machine's own speed changes from minute to minute; the median of the rounds is printed, and
the median of their ratios. How long a commit waits for the disk is part of it.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from quizengine.quiz.grading import Score
from quizengine.store import Start, Store

ROUNDS, TIMES = 15, 20
AT_ONCE = 16
"""Answers that arrive together and are committed together."""


def work(store: Store) -> dict[str, Callable[[], None]]:
    """The calls that a server makes most often."""
    numbers = count()
    bank = b"format: quizengine/1\n"
    for number in range(AT_ONCE):
        store.begin(Start(f"a{number}", "owner", "Ada", "rivers", "Rivers", "quiz", bank))

    def save(attempt: int) -> None:
        store.respond(f"a{attempt}", "owner", "q1", {"answer": (f"answer {next(numbers)}",)})

    def together() -> None:
        with store.batch.putting_off():
            for number in range(AT_ONCE):
                save(number)
        store.batch.commit()

    def whole() -> None:
        name = f"whole {next(numbers)}"
        store.begin(Start(name, "owner", "Ada", "rivers", "Rivers", "quiz", bank))
        store.submit(name, "owner", lambda attempt: Score())

    return {
        "read one question": lambda: void(store.at("a0", "owner", "q1")),
        "save an answer": lambda: save(0),
        f"save {AT_ONCE} answers together": together,
        "begin and hand in": whole,
    }


def void(_: object) -> None:
    """Nothing, whatever is given."""


def lasted(case: Callable[[], None]) -> float:
    began = time.perf_counter()
    for _ in range(TIMES):
        case()
    return (time.perf_counter() - began) / TIMES * 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("address")
    address = parser.parse_args().address
    with (
        tempfile.TemporaryDirectory(dir=Path.cwd()) as folder,  # on a disk: a temporary folder may be in memory
        closing(Store(Path(folder) / "attempts.db")) as file,
        closing(Store(address)) as database,
    ):
        ours, theirs = work(file), work(database)
        rounds = [{name: (lasted(ours[name]), lasted(theirs[name])) for name in ours} for _ in range(ROUNDS)]
    print(f"{'':28} {'SQLite':>10} {'PostgreSQL':>12}   ratio")
    for name in ours:
        times = [statistics.median(each[name][place] for each in rounds) for place in (0, 1)]
        ratio = statistics.median(each[name][1] / each[name][0] for each in rounds)
        print(f"{name:28} {times[0]:7.2f} ms {times[1]:9.2f} ms   {ratio:.2f}")


if __name__ == "__main__":
    main()
