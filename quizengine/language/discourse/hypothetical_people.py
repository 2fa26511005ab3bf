"""People whom an article invents as examples: "Anna, for example, has £1,000 in an account".

Nobody can say who they are, and no figure about them is worth a question. Next: `self_containment`.
"""

import re

from quizengine.language.names.given_names import is_given_name
from quizengine.language.syntax.tree import Tree

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
    in_full = re.search(rf"\b{re.escape(token.form)} [A-Z][a-z]", span.article.text)
    return in_full is None and _SUPPOSING.search(told) is not None
