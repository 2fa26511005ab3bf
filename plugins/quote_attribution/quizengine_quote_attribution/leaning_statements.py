"""Reported statements that lean on what the article told before them: "the boats were also late", "that estimate".

Next: `asking_reported`, which asks for none of them.
"""

import re
from collections.abc import Sequence

from quizengine.language import FINITE_TAGS, Tree, is_a, word_set

_ADDING = word_set("also too either")
_JOINS = word_set("and but or while because since as although though if when")
_NEVER_BARE = word_set(
    "estimate figure number report study survey plan proposal claim idea statement argument step measure decision"
)
"""Nouns that have an article or the like in the singular, so that a "that" before them alone is theirs."""
_DEGREE = frozenset({"ADJ", "ADV", "DET"})


def adds_to_the_untold(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether the first thing that is said only adds to another that is not: "the boats were also late".

    Not where the words tell both: "not only dear but also late", "It carries salt, and it also carries bread".
    """
    for at in tokens:
        word = tree.tokens[at].form.lower()
        if word not in _ADDING or (word != "also" and _counts(tree, at)):
            continue
        before = [tree.tokens[each] for each in tokens if each < at]
        told = any(token.xpos in FINITE_TAGS or token.upos == "VERB" for token in before[:-1])
        joined = any(token.form.lower() in _JOINS or token.form == "," for token in before)
        relative = any(token.xpos in ("WDT", "WP") for token in before)
        if not (told and (joined or relative)) and not any(token.form.lower() == "only" for token in before):
            return True
    return False


def _counts(tree: Tree, at: int) -> bool:
    """Return whether "too" or "either" belongs to the next word: "too late", "either of them"."""
    behind = tree.tokens[at + 1] if at + 1 < len(tree.tokens) else None
    return behind is not None and behind.upos != "PUNCT" and (behind.upos in _DEGREE or tree.tokens[at].form != "too")


def takes_up_a_noun(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a "that" after a verb of saying points: "says that estimate is low", where "an estimate" is told.

    A bare noun in the singular is the subject that has to have an article, or of which the article has one with "a".
    """
    at = tokens[0]
    if not at or tree.tokens[at - 1].form.lower() != "that" or tree.tokens[at].xpos != "NN":
        return False
    noun = tree.tokens[at]
    alone = is_a(noun.relation, "nsubj") and set(tree.children[at]) <= {at - 1}
    told = rf"(?i)\b(?:an?|one|this|these)(?: [\w-]+)? {re.escape(noun.lemma)}\b|\b{re.escape(noun.lemma)}s\b"
    return alone and (noun.lemma.lower() in _NEVER_BARE or re.search(told, noun.span.article.text) is not None)
