"""Measures how long a student waits for a saved answer while 2,000 clients hold connections and do little else.

python benchmarks/held_connections.py                  one process and two workers, each kind of client in turn
python benchmarks/held_connections.py --number 950 --workers 1 --kinds half-headers unread

The clients are those of the tests, in a process of their own on the same processors; a connection that is closed is
opened again. Only loopback; each case lasts some seconds, and all end by themselves.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
sys.path.append(str(TESTS / "web" / "torture"))

import slow_clients  # noqa: E402 # it lies beside the tests that use it, too
from real_servers import Server, Student  # noqa: E402 # they are the tests' own


def case(kind: str, number: int, workers: int, seconds: float) -> None:
    """Measure one kind of client against a fresh server, and print what the student saw."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(TESTS / "folder", Path(folder) / "attempts.db", workers)
        with server.running():
            student, waits = Student("Ada", server.port), list[float]()
            student.begin()
            command = [sys.executable, slow_clients.__file__, str(server.port), str(number), kind]
            with subprocess.Popen(command, stdout=subprocess.PIPE) as clients:
                assert clients.stdout is not None
                clients.stdout.readline()
                until = time.monotonic() + seconds
                while time.monotonic() < until:
                    began = time.monotonic()
                    student.answer(len(waits) + 1)
                    waits.append(time.monotonic() - began)
                    time.sleep(0.05)
                clients.kill()
    waits.sort()
    middle, tail, last = (each * 1000 for each in (statistics.median(waits), waits[int(len(waits) * 0.99)], waits[-1]))
    print(
        f"{kind:16} {number:5} clients   workers: {workers}   {len(waits):4} answers saved   "
        f"median {middle:6.0f} ms   p99 {tail:6.0f} ms   longest {last:6.0f} ms",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--number", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kinds", nargs="+", choices=slow_clients.KINDS, default=list(slow_clients.KINDS))
    asked = parser.parse_args()
    for workers in asked.workers:
        for kind in asked.kinds:
            case(kind, asked.number, workers, asked.seconds)


if __name__ == "__main__":
    main()
