"""Names in full in the words of an open question, except where a name is part of a noun or stands for itself.

Next: `stems`.
"""

from collections.abc import Sequence

from quizengine.language import Tree, full_names, is_a, word_set

_OF_WORDS = word_set("word term name surname title phrase")


def named_in_full(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return what is in place of some tokens, as `full_names` does: "iodine deficiency", "the word Einstein" stay."""
    return {each: words for each, words in full_names(tree, tokens).items() if not _stays(tree, each)}


def _stays(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.upos in ("PRON", "DET"):
        return False
    part = is_a(token.relation, "compound", "amod") and token.head > index and tree.tokens[token.head].upos == "NOUN"
    return part or (index > 0 and tree.tokens[index - 1].lemma.lower() in _OF_WORDS)
