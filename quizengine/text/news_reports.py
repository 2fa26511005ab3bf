"""Tells reports of the news from other articles, by how often they tell what somebody said.

Next: `facts`.
"""

import re

from quizengine.text.article import Article, cache_per_article

_SAID = re.compile(r"\b(?:said|says|told)\b", re.IGNORECASE)
"""Words before or behind what somebody says; "according to" stands in textbooks, too."""
_OFTEN = 0.003
"""The share of such words from which an article is a report; most news items have more, and few other texts."""
_TWICE = 2


@cache_per_article
def is_news_report(article: Article) -> bool:
    """Return whether an article tells again and again what people say, as news does."""
    said = len(_SAID.findall(article.text))
    return said >= _TWICE and said > _OFTEN * len(article.text.split())
