"""Phrases that a question asks about: whether they bear a name, and whether "was" or "were" goes with them."""

from collections.abc import Sequence

from quizengine.language import Tree, word_set

_MANY = word_set("accords acts agreements treaties articles laws games papers essays letters articles amendments")
"""Last words of names of which everybody takes several: "the Camp David Accords"."""


def names_something(tree: Tree, about: Sequence[int], names: dict[int, str]) -> bool:
    """Return whether what is asked about bears a name, or is said to be somebody's who does; no "a book" is."""
    indefinite = tree.tokens[about[0]].form.lower() in ("a", "an", "some", "another")
    return not indefinite and any(tree.tokens[each].upos == "PROPN" or each in names for each in about)


def may_be_plural(tree: Tree, about: Sequence[int]) -> bool:
    """True if a name ends like a plural, so that neither "was" nor "were" is certain: "the Santa Cruz Lectures"."""
    head = _head_of(tree, about)
    last = tree.tokens[max([head, *tree.dependents(head, "flat")])]
    ends_like_one = last.form.endswith("s") and not last.form.endswith(("ss", "us", "is"))
    plain = last.form.lower() in _MANY
    return not plain and last.xpos == "NNP" and ends_like_one and not _is_told_of_as_one(tree, about)


def takes_were(tree: Tree, about: Sequence[int]) -> bool:
    """Return whether "were" goes with a phrase rather than "was"."""
    head = _head_of(tree, about)
    if tree.tokens[about[-1]].form.lower() in _MANY and tree.tokens[head].upos == "PROPN":
        return not _is_told_of_as_one(tree, about)
    if tree.tokens[head].xpos == "NNPS" and _is_told_of_as_one(tree, about):
        return False
    many = tree.tokens[head].form.lower() in ("many", "several", "most", "all")
    return many or tree.tokens[head].xpos in ("NNS", "NNPS") or tree.dependent(head, "conj") in about


def _head_of(tree: Tree, about: Sequence[int]) -> int:
    return next((each for each in about if tree.tokens[each].head not in about), about[-1])


def _is_told_of_as_one(tree: Tree, about: Sequence[int]) -> bool:
    """Return whether the next verb with a tense is in the singular: "Orra Mills is a company"."""
    told = next((token for token in tree.tokens[about[-1] + 1 :] if token.xpos in ("VBZ", "VBP", "VBD")), None)
    return told is not None and (told.xpos == "VBZ" or told.form == "was")
