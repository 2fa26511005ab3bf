"""Whether a question names what the article is about, without which readers asked "which?" of most figures."""

import re

from quizengine import Article, per_article
from quizengine.language import carriers, names_in

_NAME = re.compile(r"[A-Z][\w’'.-]*[^\W\d_][\w-]*")
_WORDS_OF_A_QUESTION = frozenset(
    {"According", "About", "After", "Before", "From", "Since", "Until", "What", "When", "Which", "With", "Article"}
)
_LONG_ENOUGH = 4
"""Letters of a name: shorter words stand in others."""
_TWO = 2


def names_the_topic(article: Article, stem: str) -> bool:
    """Whether a question names what the title names; of an untitled article, what it names most.

    Two names that carry the article will do as well. Where the title names nothing, any two names make clear enough
    what is meant, and where nothing is named twice, no name is asked for.
    """
    told, names = _told(article), _names(stem)
    if not told.strip() or any(name.casefold() in told for name in names):
        return True
    if len({name for name in names if name in _carrying(article)}) >= _TWO:
        return True
    return not _titled_by_a_name(article) and len(names) >= _TWO


def _names(stem: str) -> list[str]:
    """The words of a question that begin names, without those that only begin the question."""
    found = (name[0].removesuffix("’s").removesuffix("'s") for name in _NAME.finditer(stem))
    return [name for name in found if len(name) >= _LONG_ENOUGH and name not in _WORDS_OF_A_QUESTION]


@per_article
def _carrying(article: Article) -> frozenset[str]:
    """The words of the names that the article mentions at least a quarter as often as its most frequent one."""
    counts = {name.full: len(name.mentions) for name in names_in(article)}
    most = max(counts.values(), default=0)
    return frozenset(word for full, count in counts.items() if count >= max(_TWO, most / 4) for word in full.split())


@per_article
def _told(article: Article) -> str:
    title = article.title.text if article.title else ""
    return " ".join((title, *(() if title else carriers(article)[:_TWO]))).casefold()


@per_article
def _titled_by_a_name(article: Article) -> bool:
    """Whether a name that the article keeps coming back to stands in its title, or it has none."""
    told = _told(article)
    return any(word.casefold() in told for name in carriers(article) for word in name.split() if len(word) > 3)
