"""Names in full in the words of an open question, except where a name is part of a noun or stands for itself.

Next: `stems`.
"""

from collections.abc import Sequence

from quizengine.language import Tree, full_names, is_a, place_type, word_set

_OF_WORDS = word_set("word term name surname title phrase")


def named_in_full(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return what is in place of some tokens so that whoever has a name is named in full where that can be meant."""
    return full_names(tree, tokens) | kept_as_written(tree, tokens)


def kept_as_written(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return the short names that stay: in “iodine deficiency”, in “the word Lee” and in “Cork, Ohio”."""
    replaced = full_names(tree, tokens)
    kept: dict[int, str] = {}
    for index in sorted(replaced):
        goes_on = index - 1 in kept and not replaced[index]
        if goes_on or _stays(tree, index):
            kept[index] = tree.tokens[index].form
    return kept


def _stays(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.upos in ("PRON", "DET"):
        return False
    part = is_a(token.relation, "compound", "amod") and token.head > index and tree.tokens[token.head].upos == "NOUN"
    behind = [other.form for other in tree.tokens[index + 1 : index + 3]]
    of_a_state = behind[:1] == [","] and len(behind) > 1 and place_type(behind[1]) == "state"
    return part or of_a_state or (index > 0 and tree.tokens[index - 1].lemma.lower() in _OF_WORDS)
