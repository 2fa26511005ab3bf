"""Measures the banks of an archive on one core and on all: articles a second, processor time, memory; in turns.

    python benchmarks/archive.py [--articles 100] [--jobs 1 2] [--rounds 3] [DUMP]

Without a DUMP (JSON Lines), the archive is made of the paragraphs of the articles in seeds/. Each run is `quizengine
generate` in a process of its own, with an empty folder; what it takes to start is part of it. The processor time counts
all its processes: what more jobs need more for an article is the cost of working in parallel. The last line is the time
of the one process that leads the others: it reads the archive, keeps the journal and writes the banks.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quizengine.archive.executing import on_this_machine
from quizengine.archive.job import Job, run_job
from quizengine.archive.reading.sources import Source

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Run:
    """One run over the archive."""

    seconds: float
    processor: float
    """Seconds of all its processes together."""
    memory: float
    """The most that the process which was asked had at a time, in megabytes."""
    worker_memory: float
    """The same for the largest of its workers."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--jobs", type=int, nargs="+", default=sorted({1, os.cpu_count() or 1}))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("dump", nargs="?", type=Path, metavar="DUMP")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        dump = Path(name) / "articles.jsonl"
        with dump.open("w", encoding="utf-8") as file:
            file.writelines(islice(lines_of(chosen.dump), chosen.articles))
        rounds = [
            {jobs: run(dump, Path(name) / f"out-{number}-{jobs}", jobs) for jobs in chosen.jobs}
            for number in range(chosen.rounds)
        ]
        leading = leading_seconds(dump, Path(name) / "out", max(chosen.jobs))
    show(rounds, chosen.articles)
    print(f"leading takes {1000 * leading / chosen.articles:.2f} ms of it an article, without starting")


def lines_of(dump: Path | None) -> Iterator[str]:
    """The lines of a dump, or articles of one to five paragraphs each, all different, without end."""
    if dump is not None:
        with dump.open(encoding="utf-8") as file:
            yield from file
        return
    texts = [path.read_text("utf-8").strip().split("\n\n") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    number = 0
    while True:
        title, *paragraphs = texts[number % len(texts)]
        first = number // len(texts) % max(len(paragraphs) - 5, 1)
        text = "\n\n".join(paragraphs[first : first + 1 + number % 5])
        yield json.dumps({"id": number, "title": f"{title} ({number})", "text": text}) + "\n"
        number += 1


def run(dump: Path, output: Path, jobs: int) -> Run:
    """Make the banks of the archive once."""
    command = [sys.executable, "-m", "quizengine", "generate", str(dump), "--jobs", str(jobs), "-o", str(output)]
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    most = [0.0]
    watcher = threading.Thread(target=watch, args=(process.pid, most))
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    watcher.join()
    assert process.returncode == 0, command
    return Run(seconds, used.ru_utime + used.ru_stime, most[0], used.ru_maxrss / 1024)


def leading_seconds(dump: Path, output: Path, jobs: int) -> float:
    """The processor time of the process that leads, which is this one."""
    began = time.process_time()
    run_job(Job(Source(dump), output), lambda making: on_this_machine(making, jobs), lambda progress: None)
    return time.process_time() - began


def watch(process: int, most: list[float]) -> None:
    """Keep the most memory that a process had, in megabytes, until it ends; 0 where the system does not tell it."""
    while True:
        try:
            told = Path(f"/proc/{process}/status").read_text()
        except OSError:
            return
        most[0] = max([most[0], *(int(line.split()[1]) / 1024 for line in told.splitlines() if "VmHWM" in line)])
        time.sleep(0.2)


def show(rounds: list[dict[int, Run]], articles: int) -> None:
    """Print the medians, and how much faster more jobs are, round by round."""
    print(f"{articles} articles, {len(rounds)} rounds")
    fewest = min(rounds[0])
    for jobs in rounds[0]:
        runs = [each[jobs] for each in rounds]
        rate = statistics.median(articles / each.seconds for each in runs)
        processor = statistics.median(each.processor for each in runs) / articles
        faster = sorted(each[fewest].seconds / each[jobs].seconds for each in rounds)
        print(
            f"{jobs:>3} jobs: {rate:6.1f} articles/s, {statistics.median(faster):4.2f} times {fewest} "
            f"({faster[0]:.2f} to {faster[-1]:.2f}), processor {1000 * processor:.0f} ms an article, "
            f"memory {max(each.memory for each in runs):.0f} MB and {max(each.worker_memory for each in runs):.0f} MB "
            "for each worker"
        )


if __name__ == "__main__":
    main()
