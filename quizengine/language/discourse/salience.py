"""The importance of a sentence in its article, by words of the title, position, and the names in it.

It uses the features of extractive summaries since Edmundson, "New methods in automatic extracting" (1969): title words,
position and key words; here the key words are the entities that the article mentions most.
"""

import re
from collections import Counter
from collections.abc import Iterable

from quizengine.language.content_stems import content_words
from quizengine.language.names import mentions_between, name_at, names_in
from quizengine.language.syntax.clauses import main_clause
from quizengine.language.syntax.tree import Tree, cache_per_tree, trees
from quizengine.text.article import Article, Span, cache_per_article

_ASIDE = re.compile(
    r"(?:Figure|Fig\.|Table|Photo|Image|Source|Credit|Caption|See also|Note|Editor|Read more|Related|Copyright)\b"
    r"|By (?-i:[A-Z])"
    r"|[(\[].*[)\]]\W*\Z|.*(?:contributed to this report|all rights reserved)",
    re.IGNORECASE | re.DOTALL,
)
_CITATION = re.compile(r"\((?:[A-Z][\w.&’' -]+,? )?(?:1[89]|20)\d\d[a-z]?(?:[;,][^)]*)?\)|\bet al\b|\bdoi\b|\bpp?\. \d")
_LONG_ENOUGH = 4
"""The least number of letters of a name: shorter words occur inside others."""
_LAST = 2
"""Paragraphs in which a note on the author may be."""
_EARLY = 0.25
"""The part of an article that tells what the rest is about."""


@cache_per_tree
def salience(tree: Tree) -> float:
    """Return how much a sentence matters, from 0 (an aside, a caption, a citation) to 1."""
    span = tree.sentence.span
    if _ASIDE.match(span.text) or _CITATION.search(span.text) or _is_a_note_on_the_author(tree):
        return 0.0
    title = _words_of_the_title(span.article)
    own = frozenset(content_words(span.text))
    shared = min(1.0, len(own & title) / 2) if title else 0.0
    begins = 1.0 if span.paragraph.start == span.start else 0.5
    place = 1.0 if _position(tree) < _EARLY else 0.5
    return round(0.3 * shared + 0.15 * begins + 0.15 * place + 0.4 * _salience(span), 3)


@cache_per_article
def _words_of_the_title(article: Article) -> frozenset[str]:
    return frozenset(content_words(article.title.text)) if article.title else frozenset()


def _is_a_note_on_the_author(tree: Tree) -> bool:
    """Return whether one of the last two paragraphs says who a person is of whom nothing was told before."""
    span = tree.sentence.span
    clause = main_clause(tree) if span.paragraph in span.article.paragraphs[-_LAST:] else None
    if clause is None or clause.subject is None:
        return False
    name = name_at(tree.tokens[clause.subject.head].span)
    is_one = clause.verb.copular and clause.verb.tense == "present" and not clause.verb.negated
    return is_one and name is not None and name.kind == "person" and name.mentions[0].paragraph == span.paragraph


@cache_per_article
def central_names(article: Article) -> tuple[str, ...]:
    """The full names that carry an article: mentioned at least a third as often as its most frequent one."""
    counts = Counter({name.full: len(name.mentions) for name in names_in(article)})
    most = max(counts.values(), default=0)
    return tuple(name for name, count in counts.most_common() if count >= max(2, most / 3))


def names_the_topic(tree: Tree, tokens: Iterable[int]) -> bool:
    """True if some words name what the title names, or one of the two names that an untitled article mentions most.

    In an article without either all words do. Of questions about figures whose words did, readers who judged them blind
    took 39 of 59, of the others 7 of 40.
    """
    article = tree.sentence.span.article
    told = article.title.text if article.title else " ".join(central_names(article)[:2])
    names = {tree.tokens[index].form for index in tokens if tree.tokens[index].form[:1].isupper()}
    return not told or any(len(name) >= _LONG_ENOUGH and name.casefold() in told.casefold() for name in names)


@cache_per_article
def _mentions(article: Article) -> dict[str, int]:
    return {name.full: len(name.mentions) for name in names_in(article)}


def _salience(span: Span) -> float:
    """The mentions of the most frequent name of a sentence, as a share of those of the article's most frequent one."""
    counts = _mentions(span.article)
    here = [counts[name.full] for _, name in mentions_between(span.article, span.start, span.end)]
    return max(here, default=0) / max(counts.values(), default=1)


def _position(tree: Tree) -> float:
    """Return where a sentence is in the body, from 0 to 1."""
    found = trees(tree.sentence.span.article)
    return tree.sentence.span.start / max(1, found[-1].sentence.span.end)
