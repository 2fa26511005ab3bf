"""Which statements may be shown with a gap for their figure: short ones of somebody or something that is named.

Strict readers took about one gap in three; those they took tell of a named subject what is worth knowing of it.
"""

import re

from quizengine.language import Realised
from quizengine_numeric_recall.context import Context
from quizengine_numeric_recall.stem_faults import is_named

_FEW = 10
"""A smaller count is filled by guessing, and counts children or degrees in an aside."""


def is_fit_for_a_gap(context: Context, said: Realised) -> bool:
    """Whether a clause may be shown with a gap for the figure."""
    return (
        is_named(context, said)
        and _has_a_named_subject(context, said)
        and not _is_told_by_its_article(context)
        and not _is_a_small_count(context)
    )


def _has_a_named_subject(context: Context, said: Realised) -> bool:
    """Whether what the clause is about bears a name, or belongs to somebody who does."""
    tree, subject = context.tree, context.clause.subject
    if subject is None:
        return False
    own = [each for each in subject.tokens if each in said.tokens]
    return any(tree.tokens[each].upos == "PROPN" or each in said.replaced for each in own)


def _is_told_by_its_article(context: Context) -> bool:
    """Whether an article tells the figure: "an", which only eight, eleven, eighteen and eighty have, or "a million"."""
    first = min(context.figure)
    if context.quantity.kind != "share" and re.match(r"an? ", context.quantity.number.text, re.IGNORECASE):
        return True
    return first > 0 and context.tree.tokens[first - 1].form.lower() == "an"


def _is_a_small_count(context: Context) -> bool:
    return context.quantity.kind == "count" and context.quantity.high < _FEW
