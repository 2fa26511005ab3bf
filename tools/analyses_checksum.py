"""Print a checksum of the analyses of articles, which should be the same on every machine and with every numpy.

python tools/analyses_checksum.py [ARTICLE ...]

It needs numpy alone, so that it runs in an environment with any version of it. Without articles, it takes the seeds.
"""

import argparse
import hashlib
import platform
from pathlib import Path

import numpy as np

from quizengine.language.syntax import analyse
from quizengine.text.article import Article

SEEDS = Path(__file__).parents[1] / "seeds"


def main() -> None:
    """Analyse the articles and print one line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLE", default=sorted(SEEDS.glob("*.txt")))
    checksum, tokens = hashlib.sha256(), 0
    for path in parser.parse_args().articles:
        for sentence in analyse(Article(path.read_text("utf-8"))):
            checksum.update(repr(sentence).encode())
            tokens += len(sentence.tokens)
    versions = f"Python {platform.python_version()}, numpy {np.__version__}"
    print(f"{checksum.hexdigest()[:16]}  {tokens:,} tokens, {versions}")


if __name__ == "__main__":
    main()
