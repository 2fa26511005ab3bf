"""The cost of finding figures and asking about them: articles per second and the share of each stage, warm.

python benchmarks/quantities.py [ARTICLE ...]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from quizengine.language.names import name_mentions
from quizengine.language.numbers import quantities_in
from quizengine.language.sentences import sentences_in
from quizengine.language.syntax import trees
from quizengine.text.article import Article
from quizengine.text.facts import Fact

ROUNDS = 5
HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE / "plugins" / "numeric_recall"))


def asked(article: Article) -> int:
    """Ask about every figure; gives how many questions came of it."""
    from quizengine_numeric_recall import GENERATOR

    facts = [fact for fact in GENERATOR.find(article) if isinstance(fact, Fact)]
    return sum(1 for number, fact in enumerate(facts) for _ in GENERATOR.ask(fact, facts, Random(number)))


STAGES: tuple[tuple[str, Callable[[Article], object]], ...] = (
    ("sentences", sentences_in),
    ("quantities", quantities_in),
    ("trees", trees),
    ("names", name_mentions),
    ("questions", asked),
)
"""Each stage rests on those before it, which are done by then."""


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted((HERE / "seeds").glob("*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    spent = dict.fromkeys((name for name, _ in STAGES), 0.0)
    asked(Article(texts[0]))
    for _ in range(ROUNDS):
        for text in texts:
            article = Article(text)
            for name, work in STAGES:
                began = time.perf_counter()
                work(article)
                spent[name] += time.perf_counter() - began
    total = sum(spent.values())
    print(f"{len(texts)} articles of {sum(len(text.split()) for text in texts) // len(texts)} words on average")
    print(f"{ROUNDS * len(texts) / total:.1f} articles a second")
    for name, seconds in spent.items():
        print(f"{name:18}{100 * seconds / total:5.1f} %  {1000 * seconds / ROUNDS / len(texts):7.2f} ms an article")


if __name__ == "__main__":
    main()
