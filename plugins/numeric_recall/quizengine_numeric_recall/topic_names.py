"""Checks that a question names what the article is about; otherwise readers asked "which?" of most figures."""

import re

from quizengine import Article, cache_per_article
from quizengine.language import PEOPLES, central_names, names_in, plain_form, word_set

_NAME = re.compile(r"[A-Z][\w’'.-]*[^\W\d_][\w-]*")
_IN_FULL = re.compile(r"(?:[A-Z][\w’'.-]+ (?:of |for |the |de |von )*)+[A-Z][\w’'-]+")
_WORDS_OF_A_QUESTION = frozenset(
    {"According", "About", "After", "Before", "From", "Since", "Until", "What", "When", "Which", "With", "Article"}
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_FUNCTION_WORDS = word_set(
    """
    with from after over that this have been into will about than what when were does more most year years many much
    says said their they them before under without against could would should which where while first last next
    article through between percent million billion
    """
)
_LONG_ENOUGH = 4
"""The least number of letters of a name: shorter words occur inside others."""
_TWO = 2
_KINDS = frozenset({"person", "place", "organisation"})


def names_the_title(article: Article, stem: str) -> bool:
    """Return whether a question names what the title names; of an untitled article, what it names most.

    Two names that carry the article will do as well, and any two names in full. Where the title names nothing, any two
    names make clear enough what is meant, for a year one; where nothing is named twice, no name is asked for.
    """
    told, names = _told(article), _names(stem)
    if not told.strip() or any(name.casefold() in told for name in names) or _shares_a_word(article, stem):
        return True
    if len({name for name in names if name in _carrying(article)}) >= _TWO or len(_IN_FULL.findall(stem)) >= _TWO:
        return True
    enough = 1 if stem.startswith("In which year") else _TWO
    return not is_of_a_name(article) and len(names) >= enough


def _shares_a_word(article: Article, stem: str) -> bool:
    """Return whether a long word of the title that is not a name is in a question: "ozone" says what is meant."""
    title = article.title.text.casefold() if article.title else ""
    told = set(_LONG_WORD.findall(title)) - _FUNCTION_WORDS
    return any(re.search(rf"\b{word}", stem) for word in told)


def names_somebody(stem: str) -> bool:
    """Return whether a question names anybody or anything after its first word, and not only a people: "Canadians"."""
    names = _names(stem.partition(" ")[2])
    return any(plain_form(name).removesuffix("s") not in PEOPLES for name in names)


def _names(stem: str) -> list[str]:
    """The words of a question that begin names, without those that only begin the question."""
    found = (name[0].removesuffix("’s").removesuffix("'s") for name in _NAME.finditer(stem))
    return [name for name in found if len(name) >= _LONG_ENOUGH and name not in _WORDS_OF_A_QUESTION]


@cache_per_article
def _carrying(article: Article) -> frozenset[str]:
    """The words of the names that the article mentions at least a quarter as often as its most frequent one."""
    counts = {name.full: len(name.mentions) for name in names_in(article)}
    most = max(counts.values(), default=0)
    return frozenset(word for full, count in counts.items() if count >= max(_TWO, most / 4) for word in full.split())


@cache_per_article
def _told(article: Article) -> str:
    title = article.title.text if article.title else ""
    return " ".join((title, *(() if title else central_names(article)[:_TWO]))).casefold()


@cache_per_article
def is_of_a_name(article: Article) -> bool:
    """True if the title names a person, a place or an organisation that matters in the article, or there is none."""
    return article.title is None or bool(_kinds_in_the_title(article) & _KINDS)


@cache_per_article
def is_of_a_person(article: Article) -> bool:
    """Return whether the title names a person whom the article keeps coming back to, or there is none."""
    return article.title is None or "person" in _kinds_in_the_title(article)


@cache_per_article
def _kinds_in_the_title(article: Article) -> frozenset[str]:
    told, carrying = _told(article), set(central_names(article))
    return frozenset(
        name.kind
        for name in names_in(article)
        if name.full in carrying and any(word.casefold() in told for word in name.full.split() if len(word) > 3)
    )
