"""Names that are put in place of words that mean something else: the Lovelace of an earl, the capital of another time.

Next: `stem_faults`, all reasons not to ask about a clause.
"""

from quizengine.language import Realised, word_set
from quizengine_numeric_recall.figure_contexts import Context

_FOR_A_TIME = word_set("capital seat headquarters residence")
"""Nouns for what one place is now and another was before."""


def names_what_moves(context: Context, said: Realised) -> bool:
    """Return whether a place is named for "the capital", which was another in the year asked for, or moved there."""
    subject = context.clause.subject
    if context.quantity.kind != "year" or subject is None:
        return False
    moves = context.tree.tokens[subject.head].lemma.lower() in _FOR_A_TIME
    return moves and any(said.replaced.get(each) for each in subject.core)


def names_half_a_title(context: Context, said: Realised) -> bool:
    """Return whether a longer name stands for part of one: "Earl of Ada Moss", "the charter of Ada Moss the Bold"."""
    tokens = context.tree.tokens
    for each, name in said.replaced.items():
        if tokens[each].upos != "PROPN" or not name or name == tokens[each].form:
            continue
        before = [token.form for token in tokens[max(0, each - 2) : each]]
        behind = [token.form for token in tokens[each + 1 : each + 3]]
        of_a_title = len(before) > 1 and before[0][:1].isupper() and before[1] == "of"
        if of_a_title or (len(behind) > 1 and behind[0] == "the" and behind[1][:1].isupper()):
            return True
    return False
