"""Whether a quotation stands by itself, or begins with a word that points at what was said before."""

from collections.abc import Collection

from quizengine.language import pointers, tree_at
from quizengine.language.word_lists import listed
from quizengine_quote_attribution.quotation import Quotation

_OPENERS = listed("and but so or yet well because then also still now look")
_FIRST = 3
"""So many words from the start: what points back further on mostly points at these."""
_SHORT = 8
"""In so few words nothing else tells what one of them points at."""


def points_back(quotation: Quotation, kinds: Collection[str] = ("who", "which")) -> bool:
    """Whether its first words ask "who?" or "which?": “He was bankrupt”, “The company was bankrupt”, “That is true”."""
    piece = quotation.quote[0]
    tree = tree_at(piece)
    if tree is None:
        return False
    tokens = [at for at in tree.tokens_in(piece) if tree.tokens[at].upos != "PUNCT"]
    while tokens and tree.tokens[tokens[0]].form.lower() in _OPENERS:
        tokens = tokens[1:]
    whole = [at for at in tokens if tree.tokens[at].xpos != "PRP$"] if len(tokens) <= _SHORT else []
    first = [*tokens[:_FIRST], *whole]
    return any(pointer.token in first and pointer.kind in kinds for pointer in pointers(tree, tokens))
