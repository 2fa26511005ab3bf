"""Plain questions for a figure, from the tree of its sentence: the surest and shortest way to ask.

Next: `plain_stems`, what such a question begins with; `stems`, the rules for sentences whose tree is not certain.
"""

from quizengine.language import Realised, attributed, full_names, question, realised, stands_alone
from quizengine.language.numbers import Quantity
from quizengine_numeric_recall.gaps import Wording
from quizengine_numeric_recall.plain_stems import asking
from quizengine_numeric_recall.quantity_context import Context, context_of

LONGEST = 25
"""Words of a stem; a longer one is read twice before it is understood."""
_SHORTEST = 5
_ENOUGH = 5
"""Content words that make clear what a sentence without a name is about."""


def plain_question(quantity: Quantity) -> Wording | None:
    """The question for a figure; None where its clause is not certain, or does not stand alone."""
    context = context_of(quantity)
    if context is None or context.part is None or not (context.clause.is_sure and context.clause.is_fact):
        return None
    asked, said = asking(context), _named(context)
    if asked is None or said is None or not _says_enough(context, said):
        return None
    stem = attributed(context.clause, question(said, context.part, asked.word, asked.rest, asked.stranded))
    if stem is None or not _SHORTEST <= len(stem.split()) <= LONGEST:
        return None
    whole = quantity.kind in ("money", "percent", "points")
    return Wording(stem, asked.rule, context.tree.sentence.span, whole=whole)


def _named(context: Context) -> Realised | None:
    """The clause with full names; None where it points to what is not told in it."""
    said = realised(context.clause)
    if said is None:
        return None
    names = full_names(context.tree, said.tokens)
    return realised(context.clause, names) if stands_alone(context.tree, said.tokens, names) else None


def _says_enough(context: Context, said: Realised) -> bool:
    """Whether a figure counts something told, and its clause makes clear what it is about."""
    if context.quantity.kind == "count" and context.counts_nothing:
        return False
    shown = [context.tree.tokens[each] for each in said.tokens if each not in context.hedged]
    content = sum(token.upos in ("NOUN", "VERB", "ADJ") for token in shown)
    return content >= _ENOUGH or any(token.upos == "PROPN" for token in shown)
