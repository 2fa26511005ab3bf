"""People whom an article invents as examples: "Anna, for example, has £1,000 in an account".

Nobody can say who they are, and no figure about them is worth a question. Next: `self_containment`.
"""

import re

from quizengine.language.names.given_names import is_given_name
from quizengine.language.syntax.tree import Tree
from quizengine.text.article import Article, cache_per_article

_BEFORE_A_CAPITAL = re.compile(r"\S+(?= [A-Z][a-z])")
_START = re.compile(r"\b")
_SUPPOSING = re.compile(r"\b(?:for example|for instance|suppose|imagine|let us say|hypothetical)\b", re.IGNORECASE)


def is_hypothetical(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if a token is a given name alone, in a paragraph that supposes something, of somebody not in the title."""
    token = tree.tokens[index]
    if token.upos != "PROPN" or not is_given_name(token.form.lower()):
        return False
    beside = tree.tokens[max(index - 1, 0)], tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    if any(each.upos == "PROPN" and each is not token for each in beside):
        return False
    span = token.span
    title = span.article.title
    if title is not None and token.form in title.text:
        return False
    paragraph = span.paragraph
    told = span.article.text[paragraph.start : paragraph.end]
    return _SUPPOSING.search(told) is not None and token.form not in _before_capitals(span.article)


@cache_per_article
def _before_capitals(article: Article) -> frozenset[str]:
    """Everything from the start of a word to its end, where a word with a capital follows: "Lee" before "Lee Dean"."""
    words = set(_BEFORE_A_CAPITAL.findall(article.text))
    return frozenset(word[start.start() :] for word in words for start in _START.finditer(word))
