"""Clauses with "whose" that the article has without their verb, or with one of another number.

Next: `gapped_sentences`.
"""

from quizengine.language.syntax import TENSED, Tree


def breaks_off_behind_whose(tree: Tree, index: int) -> bool:
    """Return whether a word is a "whose" without a verb that agrees: "a star whose brightness increase at odd times".

    The tagger takes such a verb for a noun, so that none is left, or for a plural behind a noun in the singular.
    """
    if tree.tokens[index].form.lower() != "whose":
        return False
    verb = next((each for each in range(index, len(tree.tokens)) if tree.tokens[each].xpos in TENSED | {"MD"}), 0)
    before = [token.xpos for token in tree.tokens[index:verb]]
    singular = "NN" in before and not {"NNS", "NNPS", "CC"}.intersection(before)
    return not verb or (singular and tree.tokens[verb].xpos == "VBP")
