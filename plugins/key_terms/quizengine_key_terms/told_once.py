"""Decides whether what is said of a thing in the past tells what happened once, or what was a custom of its time.

Next: `essence`.
"""

from collections.abc import Sequence

from quizengine.language import Tree, word_set
from quizengine_key_terms.patterns.candidate import Candidate

_CUSTOMS = word_set(
    "system code practice belief policy tax law doctrine custom right ritual ceremony philosophy method"
)


def is_generic(candidate: Candidate) -> bool:
    """Return whether a past definition is one of a whole class: of a plural without article, or of a custom."""
    tree = candidate.tree
    plural = tree.tokens[candidate.term[-1]].xpos in ("NNS", "NNPS") and tree.tokens[candidate.term[0]].upos != "DET"
    return plural or is_a_custom(candidate)


def is_a_custom(candidate: Candidate) -> bool:
    """Return whether a term is a custom or a rule of its time: "feudalism was a system in which …"."""
    tree = candidate.tree
    first = tree.tokens[candidate.term[0]]
    return tree.tokens[candidate.head].lemma.lower() in _CUSTOMS and (
        first.upos != "DET" or first.form.lower() in ("a", "an")
    )


def is_a_story(tree: Tree, head: int, tokens: Sequence[int]) -> bool:
    """Return whether a verb inside tells a single event, or what is said of the thing: a past tense, a perfect."""
    if any(tree.tokens[each].xpos == "NNS" for each in tokens[:3]):  # "farmers who worked land"
        return False
    inside = set(tokens)
    for noun in _nouns_of(tree, head, inside):
        for child in tree.dependents(noun, "acl:relcl"):
            helpers = [tree.tokens[each] for each in tree.dependents(child, "aux", "cop")]
            finite = [*helpers, tree.tokens[child]]
            if child in inside and any(
                token.xpos == "VBD" or (token.lemma == "have" and token.upos == "AUX") for token in finite
            ):
                return True
    return False


def _nouns_of(tree: Tree, head: int, inside: set[int]) -> list[int]:
    """The noun and those that depend on it: a relative clause may belong to any of them."""
    found = [head]
    for noun in found:
        found += [
            child
            for child in tree.dependents(noun, "nmod", "conj", "appos", "compound")
            if child in inside and child not in found
        ]
    return found
