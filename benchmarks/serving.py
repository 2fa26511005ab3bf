"""What a server gives out with our app, beside a bare Flask route on the same server: wrk, 16 connections, in turn.

python benchmarks/serving.py            granian with 2 workers
python benchmarks/serving.py waitress   the server of `serve` without --workers

With granian, bare Flask is served through our bridge, as our app is; over granian's own WSGI it is shown too.

Needs wrk (Debian: apt-get install wrk). Only loopback; each round lasts a few seconds, and all end by themselves.
The answers are saved durably: one attempt for each of 16 students, each answer another.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

CONNECTIONS, SECONDS, ROUNDS = 16, 3, 7
FOLDER = Path(__file__).parent.parent / "tests" / "folder"
QUIZ, QUESTION, FIELD = "paper-mill", 5, "part-1"

BARE = """
import sys
from flask import Flask
from waitress import serve
from quizengine.web.workers import serve_with

app = Flask("bare")
app.add_url_rule("/", view_func=lambda: "hello")
told = lambda: print("http://127.0.0.1:" + sys.argv[2] + "/", flush=True)
if sys.argv[1] == "granian":
    serve_with(2, "127.0.0.1", int(sys.argv[2]), lambda: app, told)
elif sys.argv[1] == "granian-wsgi":
    from granian import Granian

    server = Granian("bare", port=int(sys.argv[2]), interface="wsgi", workers=2, blocking_threads=1, log_enabled=False)
    server.on_startup(told)
    server.serve(target_loader=lambda: app, wrap_loader=False)
else:
    told()
    serve(app, host="127.0.0.1", port=int(sys.argv[2]), threads=4, ident="bare")
"""
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


def wrk(address: str, script: Path | None = None) -> tuple[float, float, int]:
    """Requests a second, the 99th percentile in milliseconds, and how many answers were errors."""
    arguments = ["-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", *(["-s", str(script)] if script else [])]
    out = subprocess.run(["wrk", *arguments, address], check=True, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    tail = re.search(r"99%\s+([\d.]+)(us|ms|s)", out)
    bad = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", out)))
    bad += sum(int(number) for line in re.findall(r"Socket errors: (.*)", out) for number in re.findall(r"\d+", line))
    assert rate and tail, out
    return float(rate[1]), float(tail[1]) * {"us": 0.001, "ms": 1, "s": 1000}[tail[2]], bad


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("server", nargs="?", choices=("granian", "waitress"), default="granian")
    kind = parser.parse_args().server
    with ExitStack() as running, tempfile.TemporaryDirectory() as folder:
        python = sys.executable
        bare = running.enter_context(server(python, "-c", BARE, kind, "8471"))
        ours = running.enter_context(
            server(
                *(python, "-u", "-m", "quizengine", "serve", str(FOLDER), "--port", "8472"),
                *("--workers", "2" if kind == "granian" else "1", "--attempts", f"{folder}/attempts.db"),
            )
        )
        cases: dict[str, tuple[str, Path | None]] = {"bare Flask": (bare, None)}
        if kind == "granian":
            by_itself = running.enter_context(server(python, "-c", BARE, "granian-wsgi", "8473"))
            cases["bare, granian's WSGI"] = (by_itself, None)
        time.sleep(1)
        lua = ", ".join(f'{{"{path}", "{cookie}"}}' for path, cookie in students(ours))
        for name, number in (("page", QUESTION + 1), ("save", QUESTION)):
            script = Path(folder) / f"{name}.lua"
            script.write_text(WRK % (lua, name, number, number, FIELD))
            cases[name] = (ours, script)
        for address, script in cases.values():
            wrk(address, script)
        rounds = [{name: wrk(*case) for name, case in cases.items()} for _ in range(ROUNDS)]
    print(f"{kind}, {CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} seconds")
    for name in cases:
        rate, tail, _ = (statistics.median(column) for column in zip(*(one[name] for one in rounds), strict=True))
        share = sorted(one[name][0] / one["bare Flask"][0] for one in rounds)
        errors = sum(one[name][2] for one in rounds)
        print(
            f"{name:20} {rate:7.0f} requests/s   p99 {tail:6.1f} ms   "
            f"{statistics.median(share):5.1%} of bare Flask ({share[0]:.1%} to {share[-1]:.1%})   {errors} errors"
        )


if __name__ == "__main__":
    main()
