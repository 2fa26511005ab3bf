"""Registers the readers of articles that come with quizengine, in the same way as any plugin."""

from collections.abc import Iterable

from quizengine.extensions.hookspecs import hookimpl
from quizengine.text.documents import ARTICLE_READERS, ArticleReader


@hookimpl
def quizengine_article_readers() -> Iterable[ArticleReader]:
    """Offer all of them."""
    return ARTICLE_READERS
