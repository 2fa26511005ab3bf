"""Measures how long a quiz takes to make from texts that are nasty to read, and how that grows with their length.

    python benchmarks/growth.py                      the seconds at 20,000 characters, and at twice as many
    python benchmarks/growth.py 1000000 60           at a million, each stopped after 60 seconds of processor time
    python benchmarks/growth.py 20000 60 names dots  of these texts only

Every generator is switched on. Times are processor time of one core. The texts: tests/growth/nasty_texts.py.
"""

import gc
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "growth"))

from nasty_texts import NASTY_TEXTS

from quizengine.engine import Engine, start
from quizengine.text.article import Article


class OutOfTime(BaseException):
    """The text took longer than it was given; no plugin's `except` may catch this."""


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    names = sys.argv[3:] or list(NASTY_TEXTS)
    engine = start()
    engine = replace(engine, generators=tuple(one for _, one in sorted(engine.registry.generators.items())))
    engine.draft(Article(NASTY_TEXTS["mixed in turn"](2_000)))
    signal.signal(signal.SIGVTALRM, stop)
    sizes = (size, 2 * size) if size < 500_000 else (size,)
    print("| text |", " | ".join(f"{one:,}" for one in sizes), "|")
    print("|---|" + "---:|" * len(sizes))
    for name in names:
        print(f"| {name} |", " | ".join(measured(engine, name, one, most) for one in sizes), "|", flush=True)


def measured(engine: Engine, name: str, size: int, most: int) -> str:
    article = Article(NASTY_TEXTS[name](size))
    gc.collect()
    gc.freeze()
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        engine.draft(article)
    except OutOfTime:
        return f"> {most}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.unfreeze()
    return f"{time.process_time() - began:.2f}"


def stop(number: int, frame: FrameType | None) -> None:
    raise OutOfTime


if __name__ == "__main__":
    main()
