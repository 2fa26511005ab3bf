"""The cost of starting: `quizengine --help` compared with `python -c "import click"`, whole processes in turn.

python benchmarks/startup.py [--rounds 15]
"""

import argparse
import statistics
import subprocess
import sys
import time

ROUNDS = 15
CASES = {
    "python -c pass": ["-c", "pass"],
    "import click": ["-c", "import click"],
    "import quizengine": ["-c", "import quizengine"],
    "quizengine --help": ["-m", "quizengine", "--help"],
    "generate (seed article)": ["-m", "quizengine", "generate", "seeds/north-korean-troops.txt", "-o", "/dev/null"],
}


def seconds(arguments: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args().rounds
    rounds = [{name: seconds(arguments) for name, arguments in CASES.items()} for _ in range(asked)]
    for name in CASES:
        times = [one[name] for one in rounds]
        ratio = statistics.median(one[name] / one["import click"] for one in rounds)
        print(f"{name:26} median {statistics.median(times) * 1000:6.0f} ms   {ratio:5.2f} x import click")


if __name__ == "__main__":
    main()
