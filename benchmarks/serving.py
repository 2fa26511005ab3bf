"""Measures a server with our app beside a bare Flask route on the same server: wrk, 16 connections, in turn.

python benchmarks/serving.py                with 2 workers
python benchmarks/serving.py --workers 1    in one process, as `serve` does without --workers
python benchmarks/serving.py --database postgresql://…    with the answers in an empty database, beside those in a file

Bare Flask is served through our bridge, as our app is; over granian's own WSGI it is shown too. So is bare Flask that
saves, which reads a field of a form and commits it as our app does, but does nothing else: what durable answers cost
without us (`bare_flask.py`).

Needs wrk (Debian: apt-get install wrk). Only loopback; each round lasts a few seconds, and all end by themselves.
The answers are saved durably: one attempt for each of 16 students, each answer another.

What else runs on the machine takes from all, and not evenly, so each measurement says how much that was (on Linux). A
round is quiet when others took at most 5 % of the processors in each of its measurements; figures are given of all
rounds, and of the quiet ones. `--quiet N` continues until there are N of these, at most for `--rounds`.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

CONNECTIONS, SECONDS, ROUNDS = 16, 3, 7
QUIET = 0.05
"""The most that others may take of the processors in a round that counts as quiet."""
HERE = Path(__file__).parent
FOLDER = HERE.parent / "tests" / "folder"
BARE, BARE_SAVE = "bare Flask", "bare Flask that saves"
QUIZ, QUESTION, FIELD = "paper-mill", 5, "part-1"

WRK = """
local students = {%s}
local at, count = 0, 0
function request()
  at = at %% #students + 1
  count = count + 1
  local student = students[at]
  local headers = {Cookie = student[2], ["Sec-Fetch-Site"] = "same-origin"}
  if "%s" == "page" then return wrk.format("GET", student[1] .. "/%d", headers) end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  return wrk.format("POST", student[1] .. "/%d", headers, "%s=Ida+Marsh+" .. count)
end
"""


@contextmanager
def server(*command: str) -> Iterator[str]:
    """A server process; gives its address."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield found[0]
                break
    finally:
        process.terminate()
        process.stdout.close()
        process.wait(30)


def students(address: str) -> list[tuple[str, str]]:
    """Attempts that have begun: the path of each, and the cookie that opens it."""
    begun = []
    for number in range(CONNECTIONS):
        jar = CookieJar()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
        page = opener.open(f"{address}quizzes/{QUIZ}", timeout=20).read().decode()
        once = re.search(r'name="once" value="([^"]+)"', page)
        form = urlencode({"student": f"Student {number}", "once": once[1] if once else ""}).encode()
        request = urllib.request.Request(f"{address}quizzes/{QUIZ}", form, {"Origin": address.rstrip("/")})
        with opener.open(request, timeout=20) as first:
            path = "/" + first.url.removeprefix(address).rsplit("/", 1)[0]
        begun.append((path, "; ".join(f"{each.name}={each.value}" for each in jar)))
    return begun


def script(path: str, students: list[tuple[str, str]], kind: str, number: int) -> Path:
    """A script for wrk in which the students open a question, or save an answer to it, one after another."""
    lua = ", ".join(f'{{"{path}", "{cookie}"}}' for path, cookie in students)
    Path(path).write_text(WRK % (lua, kind, number, number, FIELD))
    return Path(path)


@dataclass(frozen=True)
class Measured:
    """The measurements of wrk, and of what else ran meanwhile."""

    rate: float
    """Requests a second."""
    tail: float
    """The 99th percentile of how long an answer took, in milliseconds."""
    errors: int
    spent: float
    """Processor time of one request, wrk's own included, in microseconds; 0 if it cannot be told."""
    others: float
    """The share of all processors that others took, from 0 to 1."""


def processor_seconds() -> tuple[float, float]:
    """The seconds of the whole machine, and those of this process and its children; zeros where they are not told."""
    if sys.platform != "linux":
        return 0, 0
    tick = os.sysconf("SC_CLK_TCK")
    fields = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    machine = sum(fields[:3] + fields[5:8]) / tick  # all but idle and waiting for the disk; guests are in it already
    spent, parents = {}, {}
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            told = Path("/proc", process, "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended since
            continue
        parents[int(process)], spent[int(process)] = int(told[1]), sum(map(int, told[11:15])) / tick
    ours = {os.getpid()}
    while found := {process for process, parent in parents.items() if parent in ours} - ours:
        ours |= found
    return machine, sum(spent[process] for process in ours)


def measured(address: str, script: Path | None = None) -> Measured:
    """One measurement of some seconds."""
    machine, own = processor_seconds()
    began = time.perf_counter()
    rate, tail, errors = wrk(address, script)
    lasted = time.perf_counter() - began
    machine, own = (now - then for now, then in zip(processor_seconds(), (machine, own), strict=True))
    others = max(0.0, (machine - own) / lasted / (os.cpu_count() or 1))
    return Measured(rate, tail, errors, own / (rate * SECONDS) * 1e6, others)


def wrk(address: str, script: Path | None) -> tuple[float, float, int]:
    """Requests a second, the 99th percentile in milliseconds, and how many answers were errors."""
    arguments = ["-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", *(["-s", str(script)] if script else [])]
    out = subprocess.run(["wrk", *arguments, address], check=True, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    bad = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", out)))
    bad += sum(int(number) for line in re.findall(r"Socket errors: (.*)", out) for number in re.findall(r"\d+", line))
    assert rate and tail, out
    return float(rate[1]), float(tail[1]) * {"us": 0.001, "ms": 1, "s": 1000}[tail[2]], bad


def rounds_of(cases: dict[str, tuple[str, Path | None]], most: int, quiet: int) -> list[dict[str, Measured]]:
    """Rounds in which each case is measured in turn: `most` of them, or until that many were quiet."""
    for case in cases.values():
        measured(*case)  # so that what is done once has been done
    rounds: list[dict[str, Measured]] = []
    while len(rounds) < most and (not quiet or sum(map(is_quiet, rounds)) < quiet):
        rounds.append({name: measured(*case) for name, case in cases.items()})
    return rounds


def is_quiet(round_: dict[str, Measured]) -> bool:
    return max(each.others for each in round_.values()) <= QUIET


def show(rounds: list[dict[str, Measured]]) -> None:
    """Print each case's medians and its share of bare Flask, round by round; of saving, beside one that saves, too."""
    for name in rounds[0]:
        found = [each[name] for each in rounds]
        rate, tail, spent, others = (
            statistics.median(getattr(each, field) for each in found) for field in ("rate", "tail", "spent", "others")
        )
        share = sorted(each[name].rate / each[BARE].rate for each in rounds)
        of_saving = statistics.median(each[name].rate / each[BARE_SAVE].rate for each in rounds)
        print(
            f"{name:21} {rate:6.0f} requests/s   p99 {tail:5.1f} ms   {statistics.median(share):6.1%} of bare Flask "
            f"({share[0]:.1%} to {share[-1]:.1%})   "
            + (f"{of_saving:.1%} of one that saves   " if name.startswith("save") else "")
            + f"{sum(each.errors for each in found)} errors   "
            f"{spent:4.0f} µs each, others took {others:.0%}, at most {max(each.others for each in found):.0%}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--database", default="")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quiet", type=int, default=0)
    asked = parser.parse_args()
    workers = str(asked.workers)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:  # the servers end before their files do
        python = sys.executable
        bare_flask = (python, str(HERE / "bare_flask.py"))
        bare = running.enter_context(server(*bare_flask, "bridge", "8471", workers, f"{folder}/bare.db"))
        by_itself = running.enter_context(server(*bare_flask, "wsgi", "8473", workers, f"{folder}/wsgi.db"))
        nobody = [(f"/answers/student-{number}", "") for number in range(CONNECTIONS)]
        cases: dict[str, tuple[str, Path | None]] = {
            BARE: (bare, None),
            "bare, granian's WSGI": (by_itself, None),
            BARE_SAVE: (bare, script(f"{folder}/bare.lua", nobody, "save", QUESTION)),
        }
        places = {"": f"{folder}/attempts.db"} | ({", database": asked.database} if asked.database else {})
        for port, (kind, attempts) in enumerate(places.items(), 8474):
            serve = (python, "-u", "-m", "quizengine", "serve", str(FOLDER), "--port", str(port))
            ours = running.enter_context(server(*serve, "--workers", workers, "--attempts", attempts))
            time.sleep(1)
            begun = students(ours)
            for name, number in (("page", QUESTION + 1), ("save", QUESTION)):
                cases[name + kind] = (ours, script(f"{folder}/{name}{kind}.lua", begun, name, number))
        rounds = rounds_of(cases, asked.rounds, asked.quiet)
    print(f"workers: {workers}, {CONNECTIONS} connections, {len(rounds)} rounds of {SECONDS} seconds")
    show(rounds)
    quiet = [each for each in rounds if is_quiet(each)]
    print(f"of these, {len(quiet)} quiet rounds")
    if quiet:
        show(quiet)


if __name__ == "__main__":
    main()
