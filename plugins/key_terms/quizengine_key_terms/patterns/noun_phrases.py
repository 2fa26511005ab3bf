"""Noun phrases read off the words of a sentence, where a tree would often be cut wrong.

Next: `attachment`.
"""

import re
from collections.abc import Sequence

from quizengine import Article, cache_per_article
from quizengine.language import WH_WORDS, Tree, word_set

OPENING_QUOTES = frozenset({"“", '"', "‘", "'", "``"})
CLOSING_QUOTES = frozenset({"”", '"', "’", "'", "''"})
NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_SETS = frozenset({"at", "on", "off", "under"})
"""Before a noun without an article: "the process at work, a loss of …" does not say what work is."""
_ON_PURPOSE = word_set("purposely deliberately intentionally knowingly consciously willingly")


def _leads_to_a_noun(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    leads = token.upos in ("DET", "PUNCT", "ADV", "ADJ", "NUM") or token.xpos in ("VBN", "PRP$")
    return leads or _is_a_participle_of_a_noun(tree, index)


def _is_a_participle_of_a_noun(tree: Tree, index: int) -> bool:
    """Return whether a participle describes the noun behind it: "a leading baker", and not "the baking of bread"."""
    if tree.tokens[index].xpos != "VBG" or not 0 < index < len(tree.tokens) - 1:
        return False
    return tree.tokens[index - 1].form.lower() in ("a", "an") and tree.tokens[index + 1].upos in ("NOUN", "ADJ")


def _joins_adjectives(tree: Tree, index: int) -> bool:
    """Return whether an "and" is between two adjectives of one noun: "a secret and sworn league"."""
    beside = [tree.tokens[each].upos for each in (index - 1, index + 1) if 0 <= each < len(tree.tokens)]
    return tree.tokens[index].upos == "CCONJ" and beside == ["ADJ", "ADJ"]


def head_of(tree: Tree, tokens: Sequence[int]) -> int:
    """The noun or verb that a stretch begins with: the last of a row of nouns, or what is done; 0 in an empty one."""
    if not tokens:
        return 0
    at = 0
    while at < len(tokens) and (_leads_to_a_noun(tree, tokens[at]) or _joins_adjectives(tree, tokens[at])):
        token = tree.tokens[tokens[at]]
        if token.xpos in WH_WORDS or (token.upos == "PUNCT" and token.form not in OPENING_QUOTES | {",", "-"}):
            return tokens[at]
        at += 1
    if at < len(tokens) and tree.tokens[tokens[at]].xpos == "VBG":
        return tokens[at]
    if at < len(tokens) and tree.tokens[tokens[at]].upos not in ("NOUN", "PROPN"):
        return tokens[at]
    while at + 1 < len(tokens) and tree.tokens[tokens[at + 1]].upos in ("NOUN", "PROPN"):
        at += 1
    if at + 2 < len(tokens) and tree.tokens[tokens[at + 1]].form in ("’s", "'s"):  # "the group’s shared practices"
        return head_of(tree, tokens[at + 2 :])
    return tokens[min(at, len(tokens) - 1)]


def is_deed(tree: Tree, index: int) -> bool:
    """Return whether a word says what is done: "lying under oath", and "purposely misleading" whatever its tag."""
    if tree.tokens[index].xpos == "VBG":
        return True
    on_purpose = index > 0 and tree.tokens[index - 1].form.lower() in _ON_PURPOSE
    return on_purpose and tree.tokens[index].form.endswith("ing")


def rest_from(tree: Tree, start: int) -> tuple[int, ...]:
    """The tokens from one to the end of the sentence, or of the brackets around it, without the full stop."""
    depth = 0
    for end in range(start, len(tree.tokens)):
        depth += tree.tokens[end].form == "("
        depth -= tree.tokens[end].form == ")"
        if depth < 0:
            return tree.trimmed(range(start, end)) if end > start else ()
    return tree.trimmed(range(start, len(tree.tokens))) if start < len(tree.tokens) else ()


def noun_phrase_from(tree: Tree, start: int) -> tuple[int, ...]:
    """The tokens of the name that begins at a token: to its closing quotation mark, or to the next mark or verb."""
    quoted = start < len(tree.tokens) and tree.tokens[start].form in OPENING_QUOTES
    found: list[int] = []
    for index in range(start + quoted, len(tree.tokens)):
        token = tree.tokens[index]
        if quoted and token.form in CLOSING_QUOTES:
            return (start, *found)
        leads = not found and (token.upos == "DET" or token.form == "its")  # "the area is called its basin"
        inside = token.upos in NAMING or token.form == "-" or leads or _describes_a_noun(tree, index)
        joined = token.form.lower() in ("of", "in", "or") and bool(found) and tree.tokens[index - 1].upos in NAMING
        if not quoted and not inside and not joined:
            break
        found.append(index)
    while found and tree.tokens[found[-1]].upos not in NAMING:
        found.pop()
    return () if quoted else tuple(found)


def _describes_a_noun(tree: Tree, index: int) -> bool:
    """Return whether a participle is an adjective of the noun right behind it: "fixed costs"."""
    behind = tree.tokens[index + 1 : index + 2]
    participle = tree.tokens[index].xpos == "VBN" and tree.tokens[index].relation == "amod"
    return participle and bool(behind) and behind[0].upos == "NOUN"


def noun_phrase_before(tree: Tree, end: int) -> tuple[int, ...]:
    """The tokens of the noun phrase that ends before a token, with its article and quotation marks."""
    found: list[int] = []
    for index in range(end - 1, -1, -1):
        token = tree.tokens[index]
        if token.upos not in NAMING and token.form not in OPENING_QUOTES | CLOSING_QUOTES | {"-"}:
            if token.xpos in ("POS", "PRP$"):  # "Mr. Lee’s populism" is not what the word means
                return ()
            if token.upos == "DET":
                found.append(index)
            break
        found.append(index)
    return tuple(reversed(found))


def is_in_a_set_phrase(tree: Tree, first: int) -> bool:
    """Return whether a noun may belong to the preposition before it: "at work", and not "they depend on trade"."""
    before = tree.tokens[max(0, first - 2) : first]
    return bool(before) and before[-1].form.lower() in _SETS and before[0].upos != "VERB"


def comes_small(tree: Tree, index: int) -> bool:
    """Return whether the article writes a word with a small letter somewhere, so that it is no name."""
    return tree.tokens[index].form.lower() in _small(tree.sentence.span.article)


@cache_per_article
def _small(article: Article) -> frozenset[str]:
    """Every word that the article writes with a small letter somewhere."""
    return frozenset(re.findall(r"(?<![\w’'-])[a-z][\w’'-]*", article.text))
