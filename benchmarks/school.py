"""A whole school starts at once: 1,000 students, each with 20 answers, and every one of them counted afterwards.

python benchmarks/school.py                       with `serve --workers 2`
python benchmarks/school.py --workers 1           with one process
python benchmarks/school.py --answers 1 --tail 2  6,000 requests; an error when 1 in 100 takes over 2 seconds

Only loopback; it ends by itself after ten minutes at the latest. Each student keeps a connection, as browsers do.
"""

import argparse
import asyncio
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

FOLDER = Path(__file__).parent.parent / "tests" / "folder"
QUIZ, QUESTION, FIELD = "paper-mill", 5, "part-1"
LONGEST = 600


class Student:
    """A browser with one connection and one cookie."""

    def __init__(self, number: int, port: int) -> None:
        self.number, self.port, self.cookie, self.waits = number, port, "", list[float]()

    async def take(self, answers: int) -> None:
        """Take the quiz from the beginning to the end."""
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        page, _ = await self.ask("GET", f"/quizzes/{QUIZ}", 200)
        once = re.search(r'name="once" value="([^"]+)"', page)
        form = {"student": f"Student {self.number}", "once": once[1] if once else ""}
        _, place = await self.ask("POST", f"/quizzes/{QUIZ}", 303, form)
        attempt = place.rsplit("/", 1)[0]
        for number in range(answers):
            await self.ask("GET", f"{attempt}/{QUESTION}", 200)
            await self.ask("POST", f"{attempt}/{QUESTION}", 303, {FIELD: f"answer {number}"})
        await self.ask("GET", f"{attempt}/check", 200)
        await self.ask("POST", f"{attempt}/submit", 303, {})
        self.writer.close()

    async def ask(self, method: str, path: str, status: int, form: dict[str, str] | None = None) -> tuple[str, str]:
        """The page and where it leads; SystemExit for any status but the one expected."""
        body = urlencode(form or {})
        kind = "Content-Type: application/x-www-form-urlencoded\r\n" if form else ""
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nOrigin: http://127.0.0.1:{self.port}\r\n"
            f"Cookie: {self.cookie}\r\n{kind}Content-Length: {len(body)}\r\n\r\n"
        )
        began = time.perf_counter()
        self.writer.write((head + body).encode())
        headers = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        fields = dict(re.findall(r"(?im)^([\w-]+): (.*?)\r$", headers.lower()))
        page = (await self.reader.readexactly(int(fields["content-length"]))).decode()
        self.waits.append(time.perf_counter() - began)
        if int(headers.split()[1]) != status:
            raise SystemExit(f"{method} {path}: expected {status}, found {headers.splitlines()[0]}")
        if cookie := re.search(r"(?im)^set-cookie: ([^;]+)", headers):
            self.cookie = cookie[1]
        place = re.search(r"(?im)^location: (.*?)\r$", headers)
        return page, place[1] if place else ""


async def school(students: int, answers: int, port: int) -> list[float]:
    """Return how long every request took, in seconds."""
    everyone = [Student(number, port) for number in range(students)]
    await asyncio.wait_for(asyncio.gather(*(each.take(answers) for each in everyone)), LONGEST)
    return [wait for each in everyone for wait in each.waits]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("students", 1000), ("answers", 20), ("workers", 2), ("port", 8474)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--tail", type=float, help="seconds within which 99 of 100 requests are to be answered")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        attempts = Path(folder) / "attempts.db"
        serve = ["-u", "-m", "quizengine", "serve", str(FOLDER), "--port", str(asked.port), "--attempts", str(attempts)]
        command = [sys.executable, *serve, "--workers", str(asked.workers)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            said = ""
            while "Stop with" not in said:
                said += server.stdout.readline()
            port = int(re.findall(r"127\.0\.0\.1:(\d+)", said)[0])
            began = time.perf_counter()
            try:
                waits = sorted(asyncio.run(school(asked.students, asked.answers, port)))
            finally:
                server.terminate()
            spent = time.perf_counter() - began
        with closing(sqlite3.connect(attempts)) as file:
            (submitted,) = file.execute("SELECT count(submitted_at) FROM attempts").fetchone()
            last = f'%answer {asked.answers - 1}"%'
            (kept,) = file.execute("SELECT count(*) FROM responses WHERE given LIKE ?", (last,)).fetchone()
    print(f"{asked.students} students, {asked.answers} answers each, {asked.workers} workers: {spent:.1f} seconds")
    print(f"submitted: {submitted}, last answers kept: {kept}, requests: {len(waits)}, errors: 0")
    middle, tail = statistics.median(waits), waits[int(len(waits) * 0.99)]
    print(f"wait: median {middle * 1000:.0f} ms, 99 % below {tail * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms")
    if (submitted, kept) != (asked.students, asked.students):
        raise SystemExit("answers are missing")
    if asked.tail and tail > asked.tail:
        raise SystemExit(f"one request in a hundred took more than {asked.tail} seconds")


if __name__ == "__main__":
    main()
