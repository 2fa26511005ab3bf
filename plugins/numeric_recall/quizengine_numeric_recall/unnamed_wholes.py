"""Decides whether a statement names the whole of a percentage or a share: "40 percent of the votes"."""

from quizengine.language import Realised, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.magnitudes import magnitude_question

_RATES = word_set(
    """
    rate rating share proportion turnout vote approval support unemployment inflation interest ratio chance odds
    probability likelihood popularity participation capacity favorability quota tax growth yield accuracy efficiency
    discount commission literacy humidity majority minority rest
    """
)
"""Nouns that are told in percent."""


def is_of_an_unnamed_whole(context: Context, said: Realised) -> bool:
    """True if nobody is told of what a percentage is: "Pfizer will own 56 percent", "Lee climbed to 35 percent"."""
    quantity, tokens = context.quantity, context.tree.tokens
    if quantity.kind not in ("percent", "share") or _has_an_of(context):
        return False
    behind = [each.upos for each in tokens[max(context.figure) + 1 : max(context.figure) + 3]]
    counts = behind[:1] == ["NOUN"] or behind == ["ADJ", "NOUN"]  # "a 35 percent rise", "10 percent local voters"
    told = counts or any(tokens[each].lemma.lower() in _RATES for each in said.tokens)
    if magnitude_question(context) is not None:
        return _is_of_somebody(context) and not told  # a rise of so many percent is of what rises
    if context.part is not None and context.part.role not in ("subject", "object") and quantity.kind == "share":
        return quantity.span.text.lower() == "a quarter"
    return not told


def _has_an_of(context: Context) -> bool:
    """Return whether "of" is right after the figure; a quarter without it may be one of a town or of a year."""
    return context.tree.tokens[min(max(context.figure) + 1, len(context.tree.tokens) - 1)].form.lower() == "of"


def _is_of_somebody(context: Context) -> bool:
    """Return whether a clause is about a person, who rises to so many percent of something."""
    subject = context.clause.subject
    token = context.tree.tokens[subject.head] if subject is not None else None
    if token is None or token.form.lower() == "it":
        return False
    return token.xpos == "PRP" or context.person is not None
