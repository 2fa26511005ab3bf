"""Times each format on 1,000 questions, to report, to write and to read: python benchmarks/formats.py [COUNT].

The seconds are those of the processor, of all threads together, so that other work on the machine does not count.
"""

import sys
import time
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
    start,
)

Result = TypeVar("Result")


def question(number: int) -> Question:
    """A question of one of seven types in turn, with a rationale."""
    said = {"rationale": f"The article says so in line {number}.", "tags": ("rivers",)}
    match number % 7:
        case 0:
            return TrueFalseQuestion(stem=f"River {number} is long.", answer=True, **said)
        case 1:
            return ChoiceQuestion(stem=f"Which is {number}?", answer="Elbe", distractors=("Po", "Rhine"), **said)
        case 2:
            margin = Tolerance(percent=Decimal(5))
            return NumericQuestion(stem=f"How long is {number}?", answer=Decimal(number), tolerance=margin, **said)
        case 3:
            return ShortTextQuestion(stem=f"Who named {number}?", answer="Zoë O’Brien", **said)
        case 4:
            return ClozeQuestion(stem="Fill the gap.", text=f"River {number} is {{long}}.", **said)
        case 5:
            pairs = (Pair(left="Elbe", right="Hamburg"), Pair(left=f"River {number}", right="Paris"))
            return MatchingQuestion(stem=f"What lies where ({number})?", pairs=pairs, **said)
        case _:
            return OrderingQuestion(stem=f"Order ({number}).", answer=("one", "two", "three"), **said)


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return the result of some work, and the seconds that the processor took for it."""
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def main() -> None:
    """Print a line for each format: seconds to report, to write and to read, and the bytes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    quiz = Quiz("Rivers", tuple(question(number) for number in range(1, count + 1)))
    engine = start()
    types = engine.registry.question_types
    small = Quiz("Rivers", quiz.questions[:14])
    print(f"{'format':16} {'report':>8} {'write':>8} {'read':>8} {'bytes':>12}")
    for name, form in engine.registry.formats.items():
        if form.write is None:
            continue
        form.written(small)  # what is imported on first use is not part of it
        _, reported = timed(lambda form=form: form.lost(quiz))
        data, wrote = timed(lambda form=form: form.write(quiz) if form.write else b"")
        read = ""
        if form.read:
            form.reading(form.written(small)[0], f"x{form.suffix}", types)
            _, seconds = timed(lambda form=form, data=data: form.reading(data, f"x{form.suffix}", types))
            read = f"{seconds:8.2f}"
        print(f"{name:16} {reported:8.2f} {wrote:8.2f} {read:8} {len(data):12,}")


if __name__ == "__main__":
    main()
