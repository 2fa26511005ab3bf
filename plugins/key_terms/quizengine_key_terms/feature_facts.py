"""Everything that an article tells of names and terms, as facts.

Next: `feature_questions`.
"""

from collections.abc import Collection, Iterator

from quizengine import Article, Refusal
from quizengine.language import Tree, trees
from quizengine_key_terms.features import Feature, Told, told_in
from quizengine_key_terms.under_laws import told_under


def term_features(article: Article, defined: Collection[str]) -> Iterator[Feature | Refusal]:
    """Yield one feature of each term that is not defined, and a refusal for each that only looks like one."""
    known = {term.casefold() for term in defined}
    for tree in trees(article):
        for found in all_told_in(tree):
            if isinstance(found, Refusal):
                yield found
            elif found.words.casefold() not in known:
                known.add(found.words.casefold())
                yield found.feature


def all_told_in(tree: Tree) -> Iterator[Told | Refusal]:
    """Yield what a sentence tells of names and terms, and a refusal with its reason where it tells nothing of one."""
    yield from told_in(tree)
    yield from told_under(tree)
