"""Bounds for `Token.certainty`, each with how often tokens that reach it were right."""

from enum import IntEnum

NOT_JUDGED = -(2**15)
"""The certainty of tokens in what is not a sentence, and of a subject that cannot be one."""


class Certainty(IntEnum):
    """Bounds for the certainty of a token, which is 48 times the natural logarithm of the odds that it is right.

    Right are its head and its relation. The shares are those of the treebanks' development parts, counted over the
    tokens that hold a clause together (roots, subjects, objects, obliques, auxiliaries, copulas, conjuncts, clauses and
    what marks them); tools/evaluate_language.py measures them. As they are odds, they hold for every model.
    """

    PLAUSIBLE = -80
    """Right in 84 % of what reaches it, and in 1 of 5 of what only just does.

    Enough where a question keeps the words in the article's order, so that it matters little what they depend on.
    """

    EVEN_ODDS = 0
    """Right in 90 % of what reaches it; what only just does is as likely wrong as right."""

    LIKELY = 20
    """Right in 92 % of what reaches it, and in 6 of 10 of what only just does. Enough for the few tokens relied on."""

    FIRM = 30
    """Right in 92 % of what reaches it, and in 2 of 3 of what only just does. Enough where all of a clause is."""
