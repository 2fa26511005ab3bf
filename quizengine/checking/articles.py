"""Finds the article of a bank: where the bank says, beside it, in the working folder or among the shipped seeds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizengine.engine import Engine
from quizengine.errors import ArticleError
from quizengine.extensions.shipped import shipped_folder
from quizengine.quiz.quiz import ArticleReference
from quizengine.system.files import STANDARD
from quizengine.text.article import Article


@dataclass(frozen=True)
class ArticleLocation:
    """The article as it was when the bank was made, or the one that took its place."""

    article: Article | None = None
    changed: Article | None = None
    """A file in the place of the article that has another text."""
    place: Path | None = None


def locate_article(engine: Engine, reference: ArticleReference | None, bank: str | Path) -> ArticleLocation:
    """Look for the article of a bank in every place where it may lie; the right text wins over the right place."""
    other = ArticleLocation()
    for place in _places(engine, reference, bank) if reference else ():
        try:
            article = engine.read_article(place)
        except ArticleError:
            continue
        if reference and article.sha256 == reference.sha256:
            return ArticleLocation(article, None, place)
        other = other if other.changed else ArticleLocation(None, article, place)
    return other


def _places(engine: Engine, reference: ArticleReference, bank: str | Path) -> Iterator[Path]:
    if not reference.file:
        return
    yield Path(reference.file)
    beside = [] if str(bank) == STANDARD else [Path(bank).parent, Path(bank).parent.parent]
    folders = [*beside, engine.folder, shipped_folder("seeds").parent]
    yield from (folder / reference.file for folder in folders if folder)
