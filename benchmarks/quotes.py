"""The cost of finding names and quotations in an article of about 1,000 words, warm, best of several rounds.

python benchmarks/quotes.py [ARTICLE]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from quizengine.language.names import names_in
from quizengine.language.sentences import sentences_in
from quizengine.text.article import Article

ROUNDS = 15
HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE / "plugins" / "quote_attribution"))


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


def shared(article: Article) -> None:
    """Find what other generators need as well."""
    sentences_in(article)
    names_in(article)


def main() -> None:
    from quizengine_quote_attribution import find

    path = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "seeds" / "north-korean-troops.txt"
    text = path.read_text("utf-8")
    count = len(text.split())
    text = text * max(1, round(1000 / count))
    print(f"{path.name}: {len(text.split())} words, {len([*find(Article(text))])} quotations and refusals")
    print(f"sentences         {best(sentences_in, text, lambda a: None):6.2f} ms")
    print(f"names             {best(names_in, text, sentences_in):6.2f} ms")
    print(f"quotations alone  {best(lambda a: [*find(a)], text, shared):6.2f} ms")
    print(f"all three         {best(lambda a: [*find(a)], text, lambda a: None):6.2f} ms")


if __name__ == "__main__":
    main()
