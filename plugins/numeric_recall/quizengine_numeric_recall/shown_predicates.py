"""Decides whether the rest of a sentence still is one: a predicate with a tense and a subject of its own.

Next: `whole_sentences`, which leaves further clauses out.
"""

from collections.abc import Sequence

from quizengine.language import TENSED, WH_WORDS, Tree, is_a


def has_its_own_subject(tree: Tree, index: int) -> bool:
    """Return whether a predicate has a tense and a subject of its own, no "who" or "which"."""
    verbs = [index, *tree.dependents(index, "aux", "cop")]
    tensed = any(tree.tokens[each].xpos in TENSED for each in verbs)
    subjects = tree.dependents(index, "nsubj", "expl")
    return tensed and any(tree.tokens[each].xpos not in ("WDT", "WP") for each in subjects)


def is_clause(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether some tokens hold a predicate with a tense and a subject, both shown."""
    shown = set(tokens)
    last = max(tokens, default=-1)
    behind = tree.tokens[min(last + 1, len(tree.tokens) - 1)].form
    if (
        last >= 0
        and tree.tokens[last].upos in ("ADJ", "DET", "ADP")
        and (tree.tokens[last].head > last or behind == ",")
    ):
        return False  # "his voice took on a deeper"
    return any(
        has_its_own_subject(tree, each)
        and not _tells_more_of_a_noun(tree, each)
        and bool(shown & set(tree.dependents(each, "nsubj", "expl")))
        for each in tokens
    )


def has_a_tense(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a verb with a tense, or a modal, is among some tokens after a noun."""
    nouns = [each for each in tokens if tree.tokens[each].upos in ("NOUN", "PROPN", "PRON")]
    verbs = (each for each in tokens if tree.tokens[each].xpos in (*TENSED, "MD") and each > min(nouns, default=each))
    return any(not _tells_more_of_a_noun(tree, each) for each in verbs)


def _tells_more_of_a_noun(tree: Tree, verb: int) -> bool:
    """Return whether a verb is that of a relative clause only, as in the headline "Cruz channeling strategy he used".

    Where there is no "which", the subject is right after the noun, and that is what the verb has for an object;
    what is parsed so otherwise is a sentence.
    """
    over = tree.tokens[verb].head if is_a(tree.tokens[verb].relation, "aux", "cop") else verb
    if not is_a(tree.tokens[over].relation, "acl:relcl"):
        return False
    if any(tree.tokens[each].xpos in WH_WORDS for each in tree.subtree(over)):
        return True
    subject = tree.dependent(over, "nsubj")
    behind = subject is not None and tree.subtree(subject)[0] == tree.tokens[over].head + 1
    return behind and tree.dependent(over, "obj") is None
