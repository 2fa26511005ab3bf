"""Open questions that ask for all of what an article announces by its number and then lists."""

import re

from quizengine import OpenQuestion, Refusal
from quizengine.language import (
    capitalised,
    has_balanced_marks,
    pointers,
    question,
    surface_text,
    with_source,
    word_set,
)
from quizengine_fact_recall.enumerations import Enumeration, items_in
from quizengine_fact_recall.event_faults import (
    GARBLED,
    NOT_CUT_OUT,
    NOT_PLAIN,
    POINTS_OUT,
    Unasked,
    event_stem_fault,
)
from quizengine_fact_recall.event_stems import said_without
from quizengine_fact_recall.open_part_wording import SLIGHT, exclusion
from quizengine_fact_recall.open_question import question_in_sentence
from quizengine_fact_recall.short_names import with_full_names

RULE, RULE_WITHOUT_A_MARK = "name-all", "name-all-in-a-clause"
_EXISTING = frozenset({"exist", "be"})
_CONCEDING = re.compile(r"\b(?:although|though|while|whereas)\b")
_BARE = 3
"""Tokens of what is announced that do not say of what: "two old mills"."""
_PREPOSITIONS = word_set("in of at on by for to from with")
_LONGEST_ITEM = 14
"""Words of one thing in a list."""


def enumeration_question(fact: Enumeration) -> OpenQuestion | Refusal:
    """The question for all that an enumeration lists, or the reason why it is not asked."""
    listed = " ".join(fact.items.text.split())
    stem = _flaw_of(listed) or _stem(fact)
    if isinstance(stem, Unasked):
        return Refusal(fact.announced, stem.rule, stem.reason)
    rule = RULE if fact.behind_a_mark else RULE_WITHOUT_A_MARK
    return question_in_sentence(stem, f"{capitalised(listed)}.", fact.clause.tree, rule)


def _flaw_of(listed: str) -> Unasked | None:
    """Return why a list is no model answer; None if it is one."""
    items = items_in(listed)
    if not all(items) or max(len(item.split()) for item in items) > _LONGEST_ITEM:
        return SLIGHT
    broken = GARBLED.search(listed) or not has_balanced_marks(listed) or listed.split()[-1].lower() in _PREPOSITIONS
    return NOT_CUT_OUT if broken else None


def _stem(fact: Enumeration) -> str | Unasked:
    """The question for all that is announced, or the reason why none stands alone."""
    clause, tree = fact.clause, fact.clause.tree
    if flaw := exclusion(clause):
        return flaw
    if fact.part.role in ("existent", "subject") and clause.verb.lemma in _EXISTING:
        if pointers(tree, fact.tokens, {}):
            return POINTS_OUT
        return f"Name the {surface_text(tree, fact.tokens)}." if len(fact.tokens) > _BARE else SLIGHT
    said = said_without(clause, frozenset(range(fact.tokens[-1] + 1, len(tree.tokens))))
    if said is None or fact.part.role not in ("object", "adjunct"):
        return NOT_CUT_OUT
    if pointers(tree, said.tokens, said.replaced):
        return POINTS_OUT
    word = f"{fact.part.marker_text} which".strip() if fact.part.role == "adjunct" else "which"
    asked = with_source(clause, question(said, fact.part, word, fact.tokens))
    stem = with_full_names(asked, clause.span.article, "") if asked else None
    if stem is None or _CONCEDING.search(stem):
        return NOT_PLAIN
    return event_stem_fault(clause, stem) or stem
