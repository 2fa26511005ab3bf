"""Years that a whole sentence cannot be shown with a gap for: parts of names, and dates of what is told in passing."""

import re

from quizengine.language import Realised, is_a, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.year_faults import BEFORE_A_YEAR

_REACH = 8
"""Words before a year that tell what it is the year of."""
_PASSING = word_set("death birth wedding paper article journal study report survey")
_DATED = re.compile(
    r"\b(?:treaty|act|war|revolt|peace|rebellion|revolution|memorandum|constitution|fire|crisis|agreement|compromise"
    r"|election|battle|law|spring|summer|autumn|fall|winter|start|end|beginning|outset|" + "|".join(MONTHS) + r")\Z"
)


def is_in_no_date(context: Context, said: Realised) -> bool:
    """Return whether a gap would take the year out of a name: "the 2012 Lifetime Achievement Award"."""
    if context.quantity.kind != "year":
        return False
    before = context.tree.tokens[max(0, min(context.figure) - 1)].form.lower()
    words = [context.tree.tokens[each].form.lower() for each in said.tokens if each < min(context.figure)]
    if words[-2:] == ["as", "of"] or (words[-1:] and words[-1] in MONTHS and words[-3:-1] == ["as", "of"]):
        return True  # when something was counted is not an event
    if words[-1:] == ["of"] and not _DATED.search(" ".join(words[-_REACH:-1])):
        return True  # "the synagogue of 1912"
    with_a_day = before in MONTHS or before == ","
    if before.isdecimal() or (with_a_day and words[-2:-1] and words[-2].isdecimal()):
        return True  # "on 14 March _____" asks for a part of a date
    recently = before == "as" and context.tree.tokens[max(0, min(context.figure) - 2)].upos == "ADV"
    tokens, behind = context.tree.tokens, max(context.figure) + 1
    named = behind < len(tokens) and tokens[behind].upos == "PROPN" and before not in ("in", "by", "since", "after")
    if named:
        return True  # a list runs on: "March 23, 2015 Cruz dropped out"
    counts = behind < len(tokens) and tokens[behind].upos in ("NOUN", "PROPN") and tokens[behind].head != -1
    inside = counts and is_a(tokens[context.top].relation, "nummod", "compound", "amod")
    return (before not in BEFORE_A_YEAR and not recently) or inside


def dates_no_event(context: Context, said: Realised) -> bool:
    """Return whether a year is that of a death or a paper told in passing, or of what somebody was doing then."""
    before = [context.tree.tokens[each] for each in said.tokens if each < min(context.figure)][-_REACH:]
    passing = any(token.upos == "NOUN" and token.lemma.lower() in _PASSING for token in before)
    return context.quantity.kind == "year" and (passing or context.clause.verb.progressive)
