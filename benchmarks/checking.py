"""Checks banks of growing size: `python benchmarks/checking.py [SECONDS]`, and SECONDS is what none may exceed.

Prints processor seconds for a bank of 1,000 and of 5,000 questions of each kind in tests/checking/nasty_banks.py, and
for one that lies beside the article that it is on.
"""

import gc
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from quizengine.checking import check_bytes
from quizengine.engine import Engine, start

SIZES = (1000, 5000)


def main() -> None:
    """Print a line for each kind of bank; the exit code is 1 if one took longer than allowed."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "checking"))
    from nasty_banks import MANY, article

    allowed = float(sys.argv[1]) if len(sys.argv) > 1 else float("inf")
    engine = start()
    check_bytes(engine, MANY["plain questions"](5), "first")
    slowest = 0.0
    print(f"{'questions':36}", *(f"{size:>9,}" for size in SIZES))
    for name, make in MANY.items():
        taken = [_seconds(engine, make(size), Path("bank.yaml")) for size in SIZES]
        slowest = max(slowest, *taken)
        print(f"{name:36}", *(f"{one:7.2f} s" for one in taken), flush=True)
    taken = []
    for size in SIZES:
        with TemporaryDirectory() as folder:
            (Path(folder) / "article.txt").write_text(article(size), "utf-8")
            taken.append(_seconds(engine, MANY["questions on an article"](size), Path(folder) / "bank.yaml"))
    slowest = max(slowest, *taken)
    print(f"{'the same, beside its article':36}", *(f"{one:7.2f} s" for one in taken))
    sys.exit(1 if slowest > allowed else 0)


def _seconds(engine: Engine, data: bytes, place: Path) -> float:
    gc.collect()
    begun = time.process_time()
    check_bytes(engine, data, place)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
