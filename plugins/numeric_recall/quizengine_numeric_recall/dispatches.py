"""Figures of the day: those of an article that is dated by the day it was written on, which no question tells.

What "has" been counted in such an article holds for that day only, and a rise or a fall without a time is that of the
weeks before it. Elsewhere both may be lasting: "naturalists have described 400 kinds".
"""

import re

from quizengine import Article, cache_per_article
from quizengine.language import TIME_NOUNS, Realised, is_a, word_set
from quizengine_numeric_recall.figure_contexts import Context, holding
from quizengine_numeric_recall.question_words import MONTHS
from quizengine_numeric_recall.sound_clauses import WEEKDAYS

_DAYS = "|".join(day.title() for day in sorted(WEEKDAYS))
_OF_THE_DAY = re.compile(
    rf"(?:(?<![\w’'-])[a-z]+|[,.;:)”\"]) (?:{_DAYS})(?:’s|'s)?(?! ?(?:\d|\(|[A-Z])|, (?:\d|[A-Z]\w+ \d))\b"
    r"|\b(?:[Yy]esterday|[Tt]onight|[Oo]vernight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b"
    r"|\b(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month|year)\b"
    r"|\b(?:\w+ed|said|told|was|were|has|have|been) today\b"
)
"""A weekday without a date and without a name before it ("Black Friday"), or a day counted from that of writing."""
_SAID = re.compile(r"\b(?:said|says)\b")
_MOST_SAID = 0.004
"""The share of these words from which an article is a dispatch; textbooks and biographies have less."""
_COUNTED = frozenset({"count", "money", "percent", "share", "points"})
_CHANGES = word_set(
    "rise fall grow drop climb soar increase decrease decline jump slump growth reduction slide surge shrink"
)
_NOW = word_set("now currently still")
_STAYING = word_set("remain stay")
_GATHERING = word_set("march demonstrate rally protest parade gather")
_SINCE = word_set("since until during after before")
_MONTHS = "|".join(month.title() for month in sorted(MONTHS))
_PERIOD = re.compile(
    r"\b(?:weeks|months|quarter|half|year) (?:ended|ending|to|through|until|till) (?:the end of )?(?:\d{1,2} )?"
    rf"(?:{_MONTHS})\b(?!(?: \d{{1,2}})?,? \d{{4}})"
)
"""A span of time that ends on a day of no year: "in the three months to 30 June"."""


@cache_per_article
def is_dispatch(article: Article) -> bool:
    """Return whether an article is dated by the day it was written on, or tells mostly what people say."""
    said = len(_SAID.findall(article.text))
    often = said > 1 and said > _MOST_SAID * len(article.text.split())
    return often or _OF_THE_DAY.search(article.text) is not None


def is_of_the_day(context: Context, said: Realised) -> bool:
    """Return whether something goes on, or a dispatch tells what has been, who are held or who marched on its day."""
    clause = next((each for each in holding(context.quantity) if each.verb.finite), context.clause)
    verb, kind = clause.verb, context.quantity.kind
    if verb.lemma in _GATHERING and kind == "count" and is_dispatch(context.tree.sentence.span.article):
        return _is_undated(context, said)
    if verb.tense != "present" or verb.modal or not _is_undated(context, said):
        return False
    if verb.progressive:
        return kind in _COUNTED or kind == "duration"
    if not is_dispatch(context.tree.sentence.span.article):
        return False
    if verb.perfect and kind == "duration":
        return context.part is None or context.part.marker_text != "for"
    now = any(context.tree.tokens[each].form.lower() in _NOW for each in clause.tokens)
    return (kind in _COUNTED and verb.perfect) or (kind == "count" and (now or _stays(context, said)))


def _stays(context: Context, said: Realised) -> bool:
    """Return whether so many are held or remain somewhere: "400 homes remain without power", "70 men are held"."""
    behind = (context.tree.tokens[each] for each in said.tokens if each > max(context.figure))
    verb = next((token for token in behind if token.upos in ("VERB", "AUX")), None)
    held = verb is not None and verb.lemma == "be" and is_a(verb.relation, "aux")
    return verb is not None and verb.xpos in ("VBP", "VBZ") and (held or verb.lemma in _STAYING)


def changes_at_no_time(context: Context, said: Realised) -> bool:
    """Return whether a dispatch tells by how much something rose or fell, and not when."""
    shown = [context.tree.tokens[each] for each in said.tokens if each not in context.hedged]
    dispatch = is_dispatch(context.tree.sentence.span.article)
    if not dispatch or context.quantity.kind not in _COUNTED or not _is_undated(context, said):
        return False
    timed = any(token.lemma.lower() in TIME_NOUNS and token.upos != "VERB" for token in shown)
    return not timed and any(token.lemma.lower() in _CHANGES for token in shown)


def ends_in_no_year(context: Context, said: Realised) -> bool:
    """Return whether a figure is that of a span of time which ends on a day of no year."""
    return _PERIOD.search(context.tree.span(said.tokens).text) is not None


def _is_undated(context: Context, said: Realised) -> bool:
    """Return whether some words tell no year, and nothing since or after which a figure holds."""
    forms = {context.tree.tokens[each].form.lower() for each in said.tokens}
    years = any(one.kind in ("year", "decade") for one in context.figures_shown(said.tokens))
    return not years and not forms & _SINCE
