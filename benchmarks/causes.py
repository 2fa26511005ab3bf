"""Measures finding causes in an article of about 1,000 words, beside the language work under it, and asking.

Warm, best of several rounds. The ratio is the cost of finding to that of the language work, which it leaves done for
other generators.

python benchmarks/causes.py [ARTICLE]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from quizengine import Fact
from quizengine.language import names_in, trees
from quizengine.text.article import Article
from quizengine.text.facts import Facts

ROUNDS = 15
HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE / "plugins" / "cause_and_effect"))


def best(work: Callable[[Article], object], text: str, prepare: Callable[[Article], object] = len) -> float:
    """Milliseconds of the fastest of ROUNDS runs, each on a fresh article."""
    fastest = float("inf")
    for _ in range(ROUNDS):
        article = Article(text)
        prepare(article)
        began = time.perf_counter()
        work(article)
        fastest = min(fastest, time.perf_counter() - began)
    return fastest * 1000


def nothing(article: Article) -> None:
    """Leave an article as it is."""


def language(article: Article) -> None:
    """Analyse every sentence and find the names, as other generators need it, too."""
    trees(article)
    names_in(article)


def main() -> None:
    from quizengine_cause_and_effect import ask, find

    def ask_all(article: Article) -> int:
        facts = Facts(fact for fact in find(article) if isinstance(fact, Fact))
        return sum(1 for fact in facts for _ in ask(fact, facts, Random(0)))

    path = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "seeds" / "north-korean-troops.txt"
    text = path.read_text("utf-8")
    text = "\n\n".join([text] * max(1, round(1000 / len(text.split()))))
    found = [*find(Article(text))]
    print(f"{path.name}: {len(text.split())} words, {sum(isinstance(one, Fact) for one in found)} facts")
    under, alone = best(language, text, nothing), best(lambda article: [*find(article)], text, language)
    print(f"language         {under:7.2f} ms")
    print(f"finding          {alone:7.2f} ms, {alone / under:.2f} of the language work")
    print(f"finding, asking  {best(ask_all, text, language):7.2f} ms")
    print(f"all three        {best(ask_all, text, nothing):7.2f} ms")


if __name__ == "__main__":
    main()
