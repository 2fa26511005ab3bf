"""Dates for which a whole sentence is not shown with a gap: parts of names, of what is told in passing, weekdays."""

import re
from dataclasses import replace

from quizengine.language import Realised, is_a, verbs_of, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.sound_clauses import WEEKDAYS
from quizengine_numeric_recall.stem_faults import fault_named
from quizengine_numeric_recall.year_faults import BEFORE_A_YEAR

FAULTS_OF_A_GAP = frozenset({"no-date"})
"""Faults of a gap alone: "on 14 March _____" asks for a part of a date, "in which year" does not."""
_REACH = 8
"""Words before a year that tell what it is the year of."""
_PASSING = word_set("death birth wedding paper article journal study report survey")
_LATE = word_set("recently late lately")
"""Adverbs that count from the day of writing: "as recently as 1995"."""
_STANDING = word_set("be have rank remain")
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_DECADE = 10
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
    ahead = context.tree.tokens[max(0, min(context.figure) - 2)]
    as_early = before == "as" and ahead.upos == "ADV" and ahead.form.lower() not in _LATE
    tokens, behind = context.tree.tokens, max(context.figure) + 1
    named = behind < len(tokens) and tokens[behind].upos == "PROPN" and before not in ("in", "by", "since", "after")
    if named:
        return True  # a list runs on: "March 23, 2015 Cruz dropped out"
    counts = behind < len(tokens) and tokens[behind].upos in ("NOUN", "PROPN") and tokens[behind].head != -1
    inside = counts and is_a(tokens[context.top].relation, "nummod", "compound", "amod")
    return (before not in BEFORE_A_YEAR and not as_early) or inside


def dates_no_event(context: Context, said: Realised) -> bool:
    """Return whether a year is that of a death or a paper told in passing, or of what somebody was doing then."""
    before = [context.tree.tokens[each] for each in said.tokens if each < min(context.figure)][-_REACH:]
    passing = any(token.upos == "NOUN" and token.lemma.lower() in _PASSING for token in before)
    return context.quantity.kind == "year" and (passing or context.clause.verb.progressive)


def dates_a_standing(context: Context, said: Realised) -> bool:
    """Return whether a year is that of a table: "In 2023, Oslo had the highest rents"."""
    tokens, verb = context.tree.tokens, context.clause.verb
    stands = verb.lemma.lower() in _STANDING or verb.copular
    most = any(tokens[each].xpos in _SUPERLATIVES for each in said.tokens)
    return context.quantity.kind == "year" and stands and (most or verb.lemma == "rank")


def shows_its_decade(context: Context, said: Realised) -> bool:
    """Return whether a decade is shown beside a gap for a year in it or close to it: "the party of the 1930s"."""
    year = context.quantity
    return year.kind == "year" and any(
        one.kind == "decade" and abs(one.low - year.low) <= _DECADE for one in context.figures_shown(said.tokens)
    )


def points_along(context: Context, said: Realised) -> bool:
    """Return whether a word goes on from what was told before, or only a weekday says when it happened."""
    shown = replace(said, said=tuple(each for each in said.said if not _dates_an_aside(context, each)))
    return fault_named("points-along")(context, shown)


def _dates_an_aside(context: Context, day: int) -> bool:
    """Return whether a weekday is that of a relative clause, or of the saying of what was told: ", she said Monday"."""
    tokens = context.tree.tokens
    above = [tokens[each] for each in context.tree.ancestors(day)]
    said_so = day > max(context.figure) and above and above[0].lemma.lower() in verbs_of("asserts")
    aside = any(is_a(each.relation, "acl:relcl") for each in above)
    return tokens[day].form.lower() in WEEKDAYS and bool(said_so or aside)
