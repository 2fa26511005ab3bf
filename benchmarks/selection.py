"""The cost of selecting 10 of 10,000 candidates, in one process.

python benchmarks/selection.py
"""

import statistics
import time

from quizengine import ChoiceQuestion, Evidence, Origin, Question, ShortTextQuestion
from quizengine.generation.blueprint import Blueprint
from quizengine.generation.selection import select

CANDIDATES = 10_000
ROUNDS = 5
FAMILIES = ("numbers", "quotations", "causes")


def question(number: int) -> Question:
    evidence = Evidence(number * 30, number * 30 + 40, f"the river was {number} kilometres long, they said")
    stem = f"How long was river number {number} when it was first measured?"
    origin = Origin(FAMILIES[number % 3], "river")
    if number % 2:
        return ShortTextQuestion(stem=stem, answer=f"{number} km", evidence=evidence, origin=origin)
    return ChoiceQuestion(
        stem=stem, answer=f"{number} km", distractors=("1 m", "2 m", "3 m"), evidence=evidence, origin=origin
    )


def main() -> None:
    pool = [[question(number)] for number in range(CANDIDATES)]
    seconds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        chosen = select(pool, Blueprint(10)).chosen
        seconds.append(time.perf_counter() - began)
    print(f"{len(chosen)} of {CANDIDATES:,} candidates: {statistics.median(seconds):.2f} s")


if __name__ == "__main__":
    main()
