"""Families of terms: the nouns that several of them end with, as the somatic and the autonomic nervous system.

Next: `tellings`.
"""

from collections import Counter
from collections.abc import Sequence

from quizengine import Article, cache_per_article
from quizengine.language import Tree, surface_text, trees, word_set
from quizengine_key_terms.in_bold import is_in_bold, nouns_in_bold

_COLOURS = word_set("red orange yellow green blue purple violet black white grey gray brown pink")
_SAYS_HOW_MUCH = word_set(
    """
    additional extra further whole entire overall certain particular initial final main new old previous former
    increased reduced larger smaller different other
    """
)
"""Words before a noun that say how much or which of it, and make no term with it: "additional schooling"."""
_OFTEN = 2
"""Times that an article uses a term before it is asked about."""
_PAIR = 2


def family_of(tree: Tree, tokens: Sequence[int]) -> str:
    """The words after the first one of a term, where the article has another such term; both are used repeatedly.

    Of two terms in bold with one noun, this noun; they may be plurals.
    """
    last = tree.tokens[tokens[-1]]
    if last.xpos not in ("NN", "NNS") or any(tree.tokens[each].form.lower() in _COLOURS for each in tokens):
        return ""
    noun = last.form.lower()
    if len(tokens) == _PAIR and is_in_bold(tree, tokens) and nouns_in_bold(last.span.article)[noun] > 1:
        return noun
    if last.xpos != "NN":
        return ""
    words = surface_text(tree, tokens).lower()
    if words.split()[0] in _SAYS_HOW_MUCH:
        return ""
    article = tree.sentence.span.article
    first, _, rest = words.partition(" ")
    others = _phrases(article).get(rest, Counter())
    repeated = [word for word, count in others.items() if count >= _OFTEN]
    return rest if first in repeated and len(repeated) > 1 else ""


@cache_per_article
def _phrases(article: Article) -> dict[str, Counter[str]]:
    """Count the words that begin noun phrases of two or three words, by the rest of the phrase."""
    found: dict[str, Counter[str]] = {}
    for tree in trees(article):
        for index, token in enumerate(tree.tokens):
            if token.upos != "NOUN" or token.relation == "compound":
                continue
            before = index
            while before and index - before < 2 and _belongs(tree, before - 1, index):
                before -= 1
            if before < index:
                first = tree.tokens[before].form.lower()
                rest = " ".join(tree.tokens[each].form.lower() for each in range(before + 1, index + 1))
                found.setdefault(rest, Counter())[first] += 1
    return found


def _belongs(tree: Tree, index: int, noun: int) -> bool:
    token = tree.tokens[index]
    return token.upos in ("NOUN", "ADJ") and token.relation in ("amod", "compound") and noun in tree.ancestors(index)
