"""A plain question for a year in place of a sentence with a gap: "In which year did Moss lose most of her savings?".

The words of the sentence keep their order, so that it matters little what they depend on.
Next: `figure_stems`, which shows the sentence with a gap where no plain question can be made of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quizengine.language import Clause, Realised, Tree, inverted, is_a, surface_text, word_set
from quizengine_numeric_recall.dated_lists import with_one_item
from quizengine_numeric_recall.event_dates import may_date_an_event
from quizengine_numeric_recall.figure_contexts import Context, holding
from quizengine_numeric_recall.lost_words import loses_its_matter
from quizengine_numeric_recall.question_words import MONTHS, YEAR
from quizengine_numeric_recall.sound_clauses import loose_times
from quizengine_numeric_recall.whole_statements import (
    aside_behind_the_subject,
    asked_of_the_past,
    is_a_comma,
    is_one_statement,
    is_the_subject,
    up_to_its_verb,
)
from quizengine_numeric_recall.year_faults import BORNE_BY_A_GAP, YEAR_FAULTS

_BORNE = BORNE_BY_A_GAP | {"no-date"}
"""Faults that do no harm: what is a date is looked for here."""
_DAYS = 31
_PLAIN_MARKERS = frozenset({"in", "on"})
_LASTS = frozenset({"since", "until"})
_ASKED = _LASTS | {"by"}
"""Prepositions of a date that a question repeats: "By which year …?"."""
_PARTS_OF_A_YEAR = frozenset({"early", "late", "back"})
_OPENS = frozenset({"ADP", "SCONJ", "VERB", "ADJ", "ADV"})
_BINDING = word_set("if unless except according unlike instead without not like once")
_AGED = re.compile(r"(?:at (?:the )?age (?:of )?|at |(?:when )?aged )(?:only |just )?\w+(?: - \w+)?(?: years old)?")
_MEANING_TO = word_set("want plan aim hope intend expect promise pledge")
"""Verbs for what somebody means to do by some year."""
_OTHER_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "nsubj", "appos")
"""Relations between a year and its verb that make it the year of something else."""
_FIRSTS = frozenset({"first", "youngest", "oldest"})
_FINAL = frozenset({".", ",", ";", ":"})


def plain_year(context: Context, said: Realised) -> str | None:
    """The question in which year a whole sentence came true; None if it holds several statements or no bare date."""
    if context.quantity.kind != "year":
        return None
    tree = context.tree
    clause = next((each for each in holding(context.quantity) if each.verb.finite), None)
    date = _date(tree, min(context.figure), said.tokens)
    if clause is None or not date:
        return None
    told = with_one_item(clause, said.tokens, min(context.figure))
    first_to_do_it = _is_the_first_to_do_it(clause)
    listed = len(told) < len(said.tokens)
    if not (first_to_do_it or listed or _is_its_year(context, clause, date)):
        return None
    aside = {*_opening(clause, said.tokens, date), *aside_behind_the_subject(clause), *_age(context, said.tokens)}
    aside |= loose_times(clause)
    rest = [each for each in told if each not in (*date, *context.figure) and each not in aside]
    while rest and tree.tokens[rest[-1]].form in _FINAL:
        rest.pop()
    marker = _marker(tree, date)
    asking = replace(said, opening=(), subject=(), said=tuple(rest))
    if any(holds(context, asking) for name, holds in YEAR_FAULTS if name not in _borne(clause, marker)):
        return None
    if loses_its_matter(context, asking):
        return None
    first = clause.verb.first
    before = [each for each in rest if each < first and not (date[0] == min(said.tokens) and is_a_comma(tree, each))]
    behind = [each for each in rest if each > first]
    if not is_the_subject(clause, before) or first not in rest or not is_one_statement(clause, rest):
        return None
    became = first_to_do_it and marker not in _LASTS
    worded = _became if became else _WORDED.get(marker, asked_of_the_past)
    asked = worded(said, clause, before, behind)
    return f"{marker.capitalize() if marker in _ASKED else 'In'} which year {asked}?" if asked else None


def _borne(clause: Clause, marker: str) -> frozenset[str]:
    """The faults of a year that do no harm to a question about a clause."""
    past_state = clause.verb.copular or clause.verb.lemma == "have"
    lasts = {"state", "no-event"} if marker in _LASTS else set()
    return _BORNE | ({"election"} if past_state else set()) | lasts


def _date(tree: Tree, year: int, shown: Sequence[int]) -> list[int]:
    """The tokens before a year that belong to its date, from "in", "on", "by", "since" or "until" on, or none."""
    at = year - 1
    while at >= 0 and _is_of_a_date(tree.tokens[at].form):
        at -= 1
    if at < 0 or tree.tokens[at].form.lower() not in _ASKED | _PLAIN_MARKERS or at not in shown:
        return []
    if tree.tokens[min(year + 1, len(tree.tokens) - 1)].form.startswith(("'", "’")):
        return []  # "in 2008's best film"
    start = at
    if at and tree.tokens[at - 1].form.lower() in _PARTS_OF_A_YEAR and at - 1 in shown:
        start = at - 1
    elif tree.tokens[at].form.lower() == "until" and _is_a_beginning(tree, at):
        start = at - 2
    return list(range(start, year))


def _is_a_beginning(tree: Tree, until: int) -> bool:
    """Return whether "from 1946" is before an "until"."""
    from_a_year = until > 1 and tree.tokens[until - 2].form.lower() == "from"
    return from_a_year and YEAR.fullmatch(tree.tokens[until - 1].form) is not None


def _marker(tree: Tree, date: Sequence[int]) -> str:
    """The preposition of a date."""
    forms = [tree.tokens[each].form.lower() for each in date]
    return next(form for form in reversed(forms) if form in _ASKED | _PLAIN_MARKERS)


def _opening(clause: Clause, shown: Sequence[int], date: Sequence[int]) -> list[int]:
    """The tokens before the subject that only add to what is dated: "Short of money, in 1862 Otto …".

    None where a condition, a contrast or another statement is among them.
    """
    tree, subject = clause.tree, clause.subject
    if subject is None or clause.relation != "root":
        return []
    before = [each for each in shown if each < subject.tokens[0]]
    inside = [each for each in before if each not in date]
    opens = bool(before) and (before[0] == date[0] or tree.tokens[before[0]].upos in _OPENS)
    ends = bool(before) and (is_a_comma(tree, before[-1]) or date[-1] + 1 == before[-1])
    inner = date[0] in before and date[0] != before[0] and not is_a_comma(tree, date[0] - 1)
    binding = {tree.tokens[each].form.lower() for each in inside} & _BINDING
    return inside if opens and ends and not inner and not binding else []


def _age(context: Context, shown: Sequence[int]) -> list[int]:
    """The tokens of an age after a comma that ends what is shown and tells the year: ", at the age of 13"."""
    comma = max((each for each in shown if is_a_comma(context.tree, each)), default=-1)
    behind = [each for each in shown if each > comma]
    words = " ".join(context.tree.tokens[each].form.lower() for each in behind)
    return [comma, *behind] if comma > max(context.figure) and _AGED.fullmatch(words) else []


def _is_of_a_date(form: str) -> bool:
    return form.lower() in MONTHS or form == "," or (form.isdecimal() and int(form) <= _DAYS)


def _of_what_lasts(said: Realised, clause: Clause, before: Sequence[int], behind: Sequence[int]) -> str | None:
    """The words with "has" before the subject; None if nothing says that it still lasts."""
    verb, tree = clause.verb, clause.tree
    first = tree.tokens[verb.first]
    if first.xpos not in ("VBZ", "VBP") or not verb.perfect or verb.negated or verb.modal:
        return None
    return f"{first.form} {surface_text(tree, before, said.replaced)} {surface_text(tree, behind, said.replaced)}"


def _is_its_year(context: Context, clause: Clause, date: Sequence[int]) -> bool:
    """True if only phrases are between the year and the verb of its clause, and no event with its date.

    A date that opens the sentence and a comma behind it are of the main verb, whatever the parser takes them for.
    """
    behind = context.tree.tokens[min(max(context.figure) + 1, len(context.tree.tokens) - 1)].form
    if date[0] == 0 and behind == "," and clause.relation == "root":
        return True
    between = up_to_its_verb(clause, context.top)
    if between is None or any(is_a(context.tree.tokens[each].relation, *_OTHER_CLAUSES) for each in between):
        return False
    return not may_date_an_event(replace(context, clause=clause), date[0])


def _by_then(said: Realised, clause: Clause, before: Sequence[int], behind: Sequence[int]) -> str | None:
    """The words for what was done by a year, "had Moss sold", or is meant to be: "does Oslo want to double"."""
    verb, tree = clause.verb, clause.tree
    first = tree.tokens[verb.first]
    if verb.negated or verb.modal or verb.copular:
        return None
    if verb.perfect and first.form.lower() == "had":
        return f"had {surface_text(tree, before, said.replaced)} {surface_text(tree, behind, said.replaced)}"
    meant = (
        verb.lemma in _MEANING_TO and verb.first == verb.head and any(tree.tokens[each].form == "to" for each in behind)
    )
    return inverted(replace(said, clause=clause, subject=tuple(before), said=(verb.first, *behind))) if meant else None


def _is_the_first_to_do_it(clause: Clause) -> bool:
    """True if a clause says that somebody was "the first woman to win it": a year in it is that of both."""
    tree, head = clause.tree, clause.head
    firsts = [tree.tokens[each].form.lower() for each in tree.dependents(head, "amod")]
    deeds = [each for each in tree.dependents(head, "acl") if tree.tokens[each].xpos == "VB"]
    others = [each for each in tree.subtree(head) if tree.tokens[each].upos == "VERB" and each not in deeds]
    past = clause.verb.copular and clause.verb.tense == "past" and not clause.verb.negated and not clause.verb.modal
    return past and bool(_FIRSTS & set(firsts)) and len(deeds) == 1 and not others


def _became(said: Realised, clause: Clause, before: Sequence[int], behind: Sequence[int]) -> str:
    """The words with "become" for "was": "did Moss become the first woman to win it"."""
    tree = clause.tree
    while behind and tree.tokens[behind[-1]].form in _FINAL:
        behind = behind[:-1]
    return f"did {surface_text(tree, before, said.replaced)} become {surface_text(tree, behind, said.replaced)}"


_WORDED: dict[str, Callable[[Realised, Clause, Sequence[int], Sequence[int]], str | None]] = {
    "since": _of_what_lasts,
    "by": _by_then,
}
"""The words of a question by the preposition of its date; any other is of the past."""
