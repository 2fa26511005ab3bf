"""Sentences that only the one before them completes, although every pronoun in them is clear.

Next: `missing_names`, which has no gap in them.
"""

import re
from collections.abc import Callable

from quizengine.language import Tree, is_a, word_set

_BOTH = re.compile(r"\ABoth (?!\S+(?: \S+){0,4}? and\b)")
"""A "both" that counts what has been told: not "both Moss and Reed"."""
_FEELING = frozenset({"ADJ", "VERB"})
_COMPARATIVES = frozenset({"JJR", "RBR"})
_DEGREES = word_set("much far slightly somewhat considerably significantly substantially even")
_RESULTS = frozenset({"better", "worse"})
"""Say what became of something: "made it much better"."""
_CLAUSES = ("advcl", "root", "conj", "ccomp", "acl:relcl")
_ANSWERING = word_set("react respond reply")
_OCCASIONS, _NEAR = frozenset({"when", "after", "because", "as"}), 4
"""Words that tell what somebody answers, and the tokens behind the verb among which a "to" does."""


def depends_on_the_one_before(tree: Tree, shown: str) -> bool:
    """True if a sentence, as it is shown, says how it goes on from something that it does not tell."""
    return _BOTH.match(shown) is not None or any(fault(tree) for fault in _FAULTS)


def _opens_with_a_feeling(tree: Tree) -> bool:
    """Return whether a participle or an adjective alone opens it: "Outraged, Moss left" (at what?)."""
    first = tree.tokens[0]
    return len(tree.tokens) > 1 and tree.tokens[1].form == "," and first.upos in _FEELING and first.xpos != "VB"


def _compares_without_than(tree: Tree) -> bool:
    """Return whether something is "much smaller" or "was older", and no "than" tells than what."""
    if any(token.form.lower() == "than" for token in tree.tokens):
        return False
    return any(
        token.xpos in _COMPARATIVES
        and (
            (index > 0 and tree.tokens[index - 1].form.lower() in _DEGREES and token.form.lower() not in _RESULTS)
            or (is_a(token.relation, *_CLAUSES) and tree.dependent(index, "cop") is not None)
        )
        for index, token in enumerate(tree.tokens)
    )


def _answers_the_untold(tree: Tree) -> bool:
    """Return whether somebody "has reacted by …", and neither the words behind it nor a "when" tell to what."""
    if any(token.form.lower() in _OCCASIONS for token in tree.tokens):
        return False
    return any(
        token.upos == "VERB"
        and token.lemma.lower() in _ANSWERING
        and not any(each.form in ("to", "with") for each in tree.tokens[index + 1 : index + _NEAR])
        for index, token in enumerate(tree.tokens)
    )


_FAULTS: tuple[Callable[[Tree], bool], ...] = (_opens_with_a_feeling, _compares_without_than, _answers_the_untold)
