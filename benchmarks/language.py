"""What the analysis of an article costs: tokens a second of one core, time to load the model, memory.

Times are those of the processor, so that other work disturbs them less. The best of several rounds, each on a fresh
article; loading and memory are measured in a process of their own.

python benchmarks/language.py [ARTICLE ...]
"""

import subprocess
import sys
import time
from pathlib import Path

from quizengine.article import Article
from quizengine.language.syntax import analyse

ROUNDS = 7
SEEDS = Path(__file__).parents[1] / "seeds"

LOADING = """
import time
import numpy, json, zlib, importlib.resources
from quizengine.language import syntax
from quizengine.language.model.shipped import model
began = time.process_time()
model()
print((time.process_time() - began) * 1000)
"""
MEMORY = """
import pathlib, resource, sys
from quizengine.article import Article
from quizengine.language.syntax import analyse
for path in sys.argv[1:]:
    analyse(Article(pathlib.Path(path).read_text("utf-8")))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def best_seconds(text: str) -> float:
    """Seconds of the fastest of ROUNDS analyses."""
    fastest = float("inf")
    for _ in range(ROUNDS):
        article = Article(text)
        began = time.process_time()
        analyse(article)
        fastest = min(fastest, time.process_time() - began)
    return fastest


def measured(code: str, *arguments: str) -> float:
    """The number that a fresh process prints; the smallest of three."""
    command = [sys.executable, "-c", code, *arguments]
    return min(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(3))


def main() -> None:
    paths = sys.argv[1:] or sorted(map(str, SEEDS.glob("*.txt")))
    articles = [(Path(path).name, Path(path).read_text("utf-8")) for path in paths]
    articles.append(("all of them", "\n\n".join(text for _, text in articles)))
    articles.append(("ten times as much", "\n\n".join([articles[-1][1]] * 10)))
    analyse(Article("Load the model."))
    for name, text in articles:
        tokens = sum(len(sentence.tokens) for sentence in analyse(Article(text)))
        seconds = best_seconds(text)
        print(f"{name:28} {tokens:7,} tokens {seconds * 1000:8.1f} ms {tokens / seconds:9,.0f} tokens/s")
    print(f"load the model {measured(LOADING):6.1f} ms")
    print(f"memory of a process that has analysed all files {measured(MEMORY, *paths):6.1f} MB")


if __name__ == "__main__":
    main()
