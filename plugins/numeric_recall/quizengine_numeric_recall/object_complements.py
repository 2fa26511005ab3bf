"""Complements that a question has to show: what an object is called or made, and what somebody is told.

"Surprising" in "he branded the council surprising", "that it was safe" in "he assured the council that it was safe".
"""

from quizengine.language import Realised, Tree, is_a, verbs_of, word_set
from quizengine_numeric_recall.figure_contexts import Context

_NAMING = word_set("brand deem dub label")
"""Verbs that say nothing without what they call their object."""
_NAMING_OR_OTHER = word_set("call consider declare find make pronounce render")
"""Verbs that may have an object alone, as in "found 40 boats", or what it is called, found or made besides."""
_TOLD = frozenset({"that", "of"})
"""Words that open what somebody was told."""
_CLOSING = frozenset({"”", '"', "''", "’", "'"})
_COMPLEMENTS = ("xcomp", "ccomp")


def loses_a_complement(context: Context, said: Realised) -> bool:
    """True if what is cut after a verb of calling or telling is what its object was called or told."""
    tree, last = context.tree, max(said.tokens)
    cut_off = [each for each in range(last + 1, len(tree.tokens)) if tree.tokens[each].form not in (".", "!")]
    return bool(cut_off) and any(_is_incomplete(tree, verb, said.tokens, cut_off) for verb in said.tokens)


def _is_incomplete(tree: Tree, verb: int, shown: tuple[int, ...], cut_off: list[int]) -> bool:
    """Return whether a verb has an object that is shown, and its complement may be in what is cut off."""
    token = tree.tokens[verb]
    lemma = token.lemma.lower()
    if token.upos == "VERB" and lemma in verbs_of("spoken to"):
        behind_commas = {tree.tokens[each].form.lower() for each in cut_off if tree.tokens[each - 1].form == ","}
        return tree.tokens[cut_off[0]].form.lower() in _TOLD or "that" in behind_commas
    if token.upos != "VERB" or lemma not in _NAMING | _NAMING_OR_OTHER or tree.dependent(verb, "obj") is None:
        return False
    if any(is_a(tree.tokens[each].relation, *_COMPLEMENTS) and each in shown for each in tree.children[verb]):
        return False
    quoted = tree.tokens[cut_off[-1]].form in _CLOSING
    words = [tree.tokens[each] for each in cut_off if tree.tokens[each].upos != "PUNCT"]
    return lemma in _NAMING or quoted or (bool(words) and words[-1].upos == "ADJ")
