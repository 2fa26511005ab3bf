"""The cost of reading and writing a bank: 2,000 questions of seven types, in one process.

python benchmarks/banks.py
"""

import statistics
import time
from collections.abc import Callable
from decimal import Decimal

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Origin,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.bank import dump_bank, read_bank
from quizengine.extensions.shipped_types import quizengine_question_types

QUESTIONS = 2_000
ROUNDS = 5
TYPES = {cls.type: cls for cls in quizengine_question_types()}


def question(number: int) -> Question:
    evidence = Evidence(number, number + 40, f"the river was {number} kilometres long, they said")
    more = {
        "evidence": evidence,
        "origin": Origin("benchmark", "river"),
        "tags": ("rivers",),
        "rationale": "See there.",
    }
    stem = f"How long was river number {number} when it was first measured?"
    ways: list[Callable[[], Question]] = [
        lambda: ChoiceQuestion(stem=stem, answer=f"{number} km", distractors=("1 m", "2 m", "3 m"), **more),
        lambda: TrueFalseQuestion(stem=stem, answer=number % 2 == 0, **more),
        lambda: NumericQuestion(stem=stem, answer=Decimal(number), tolerance=Tolerance(percent=Decimal(5)), **more),
        lambda: ShortTextQuestion(stem=stem, answer=f"{number} km", accept=(f"{number} kilometres",), **more),
        lambda: ClozeQuestion(stem=stem, text=f"It was {{{number}}} kilometres long.", **more),
        lambda: MatchingQuestion(
            stem=stem, pairs=(Pair(left="one", right="short"), Pair(left="two", right="long")), **more
        ),
        lambda: OrderingQuestion(stem=stem, answer=("brook", "river", "stream"), **more),
    ]
    return ways[number % len(ways)]()


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    quiz = Quiz("Two thousand rivers", tuple(map(question, range(QUESTIONS))))
    data = dump_bank(quiz)
    print(f"{QUESTIONS:,} questions, {len(data):,} bytes")
    print(f"first reading (with what is imported and built once): {seconds(lambda: read_bank(data, 'b', TYPES)):.2f} s")
    assert read_bank(data, "b", TYPES).quiz == quiz
    for name, work in {"read": lambda: read_bank(data, "b", TYPES), "write": lambda: dump_bank(quiz)}.items():
        print(f"{name}: {statistics.median(seconds(work) for _ in range(ROUNDS)):.2f} s (median of {ROUNDS})")


if __name__ == "__main__":
    main()
