"""Decides which statements can be shown with a gap for their figure: short ones about somebody or something named.

Strict readers accepted about one gap in three; those say something worth knowing about a named subject.
"""

import re

from quizengine.language import CLAUSE_VERBS, GAP, Realised, clauses_of, is_beside_the_point
from quizengine_numeric_recall.exclusion_predicates import has_more_digits
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.question_words import ERAS
from quizengine_numeric_recall.stem_content import is_named

_TELLING = frozenset({"money", "percent", "share", "duration", "year"})
_DIGITS = 3
"""The most digits, without filling zeros, of a count in a gap."""
_FEW = 10
"""A smaller count is filled by guessing, and counts children or degrees in an aside."""
_ALIKE = {"year": ("year", "decade")}
"""Kinds of figures that tell about how large one of another kind is."""


def is_fit_for_a_gap(context: Context, said: Realised) -> bool:
    """Return whether a clause may be shown with a gap for the figure."""
    return (
        is_named(context, said)
        and _has_a_named_subject(context, said)
        and not context.tree.tokens[min(said.tokens)].xpos.startswith("VB")
        and [context.tree.tokens[each].form.lower() for each in said.tokens[:2]] != ["as", "for"]
        and context.clause.verb.lemma not in CLAUSE_VERBS
        and not _is_told_by_its_article(context)
        and not _is_a_small_count(context)
        and not _is_of_an_era(context)
        and not has_more_digits(context.quantity, _DIGITS)
        and not _is_told_in_passing(context)
        and not is_beside_the_point(context.tree, context.figure)
        and not _shows_a_figure_like_it(context, said)
    )


def rules_out_options(context: Context, said: Realised) -> bool:
    """True if the sentence shows another figure of the same kind, which tells about how large this one is; an age."""
    alike = _ALIKE.get(context.quantity.kind, (context.quantity.kind,))
    return context.quantity.kind == "age" or any(
        one != context.quantity and one.kind in alike for one in context.figures_shown(said.tokens)
    )


def _has_a_named_subject(context: Context, said: Realised) -> bool:
    """Return whether what the clause is about bears a name, or belongs to somebody who does."""
    tree, subject = context.tree, context.clause.subject
    if subject is None:
        return False
    own = [each for each in subject.tokens if each in said.tokens]
    return any(tree.tokens[each].upos == "PROPN" or each in said.replaced for each in own)


def _is_told_by_its_article(context: Context) -> bool:
    """True if an article tells the figure: "an", which only eight, eleven, eighteen and eighty have, or "a million"."""
    first = min(context.figure)
    if context.quantity.kind != "share" and re.match(r"an? ", context.quantity.number.text, re.IGNORECASE):
        return True
    return first > 0 and context.tree.tokens[first - 1].form.lower() == "an"


def _is_a_small_count(context: Context) -> bool:
    return context.quantity.kind not in _TELLING and context.quantity.high < _FEW


def _is_of_an_era(context: Context) -> bool:
    """Return whether a count is a year: "347 AD"."""
    tokens = context.tree.tokens
    return tokens[min(max(context.figure) + 1, len(tokens) - 1)].form.lower() in ERAS


def _is_told_in_passing(context: Context) -> bool:
    """True if the figure is in a clause within the one shown, after "with", or before a hyphen: "18-fold"."""
    tree, figure = context.tree, set(context.figure)
    size = len(context.clause.tokens)
    inner = [each for each in clauses_of(tree) if figure <= set(each.tokens) and len(each.tokens) < size]
    above = [context.top, *tree.ancestors(context.top)]
    inside = above[: above.index(context.clause.head)] if context.clause.head in above else above
    marks = {tree.tokens[child].form.lower() for each in inside for child in tree.dependents(each, "case", "mark")}
    behind = tree.tokens[min(max(figure) + 1, len(tree.tokens) - 1)].form
    hyphened = behind == "-" or "-" in context.quantity.span.text
    return hyphened or "with" in marks or any(each.verb.finite for each in inner)


def _shows_a_figure_like_it(context: Context, said: Realised) -> bool:
    """True if the statement shows another figure of the same kind, so that it is a comparison or a table in words."""
    return any(
        one != context.quantity and one.kind == context.quantity.kind for one in context.figures_shown(said.tokens)
    )


def gap_tokens(context: Context) -> dict[int, str]:
    """Return what is in place of the figure: a gap in its first token and nothing in the others."""
    quantity, tokens = context.quantity, context.tree.tokens
    whole = quantity.span if quantity.kind in ("money", "share") else quantity.number
    first, *others = context.tree.tokens_in(whole)
    if quantity.ranged and context.hedged[0] not in context.figure:
        first, others = context.hedged[0], [first, *others]
    in_one = not others and tokens[first].span != whole  # "28-city" is one token
    gap = tokens[first].form.replace(whole.text, GAP) if in_one else GAP
    article = {first - 1: "a(n)"} if first and tokens[first - 1].form.lower() == "an" else {}
    return {first: gap} | dict.fromkeys(others, "") | article
