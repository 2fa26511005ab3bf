"""A plain question for a year in place of a sentence with a gap: "In which year did Moss lose most of her savings?".

The words of the sentence keep their order, so that it matters little what they depend on.
Next: `figure_stems`, which shows the sentence with a gap where no plain question can be made of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quizengine.language import TENSED, Clause, Realised, Tree, inverted, is_a, surface_text, word_set
from quizengine_numeric_recall.dated_lists import with_one_item
from quizengine_numeric_recall.event_dates import may_date_an_event
from quizengine_numeric_recall.figure_contexts import Context, holding
from quizengine_numeric_recall.lost_words import loses_its_matter
from quizengine_numeric_recall.question_words import MONTHS, YEAR
from quizengine_numeric_recall.sound_clauses import loose_times
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
_INNER = ("acl", "advcl", "ccomp")
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
    aside = {*_opening(clause, said.tokens, date), *_aside_behind_the_subject(clause), *_age(context, said.tokens)}
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
    before = [each for each in rest if each < first and not (date[0] == min(said.tokens) and _is_a_comma(tree, each))]
    behind = [each for each in rest if each > first]
    if not _is_the_subject(clause, before) or first not in rest or not _is_one_statement(clause, rest):
        return None
    became = first_to_do_it and marker not in _LASTS
    worded = _became if became else _WORDED.get(marker, _of_the_past)
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
    ends = bool(before) and (_is_a_comma(tree, before[-1]) or date[-1] + 1 == before[-1])
    inner = date[0] in before and date[0] != before[0] and not _is_a_comma(tree, date[0] - 1)
    binding = {tree.tokens[each].form.lower() for each in inside} & _BINDING
    return inside if opens and ends and not inner and not binding else []


def _age(context: Context, shown: Sequence[int]) -> list[int]:
    """The tokens of an age after a comma that ends what is shown and tells the year: ", at the age of 13"."""
    comma = max((each for each in shown if _is_a_comma(context.tree, each)), default=-1)
    behind = [each for each in shown if each > comma]
    words = " ".join(context.tree.tokens[each].form.lower() for each in behind)
    return [comma, *behind] if comma > max(context.figure) and _AGED.fullmatch(words) else []


def _is_of_a_date(form: str) -> bool:
    return form.lower() in MONTHS or form == "," or (form.isdecimal() and int(form) <= _DAYS)


def _is_a_comma(tree: Tree, index: int) -> bool:
    return tree.tokens[index].form == ","


def _aside_behind_the_subject(clause: Clause) -> list[int]:
    """Return the tokens between two commas that only add to a name: "Ada Moss, who owned a mill, left"."""
    tree, subject = clause.tree, clause.subject
    if subject is None or tree.tokens[subject.head].upos != "PROPN" or tree.dependent(subject.head, "conj") is not None:
        return []
    commas = [each for each in range(subject.head + 1, clause.verb.first) if _is_a_comma(tree, each)]
    if not commas:
        return []
    behind = [tree.tokens[each].upos for each in range(commas[-1] + 1, clause.verb.first)]
    name = set(range(subject.head + 1, commas[0])) <= set(subject.tokens)
    adds = len(commas) > 1 and name and set(behind) <= {"ADV"}
    return list(range(commas[0], commas[-1] + 1)) if adds else []


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
    between = _up_to_its_verb(clause, context.top)
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


def _up_to_its_verb(clause: Clause, index: int) -> list[int] | None:
    """A token and those above it up to the verb of a clause, without that; None if it does not depend on the verb."""
    above = [index, *clause.tree.ancestors(index)]
    return above[: above.index(clause.head)] if clause.head in above else None


def _is_the_subject(clause: Clause, before: Sequence[int]) -> bool:
    """Return whether only the subject and adverbs right before the verb are before it."""
    if clause.subject is None or clause.shares_subject:
        return False
    last = max((each for each in before if each in clause.subject.tokens), default=-1)
    inside = range(clause.subject.tokens[0], last + 1)
    rest = [each for each in before if each not in inside]
    if before and clause.tree.tokens[before[0]].upos in ("ADP", "SCONJ", "VERB"):
        return False  # a phrase that was taken for a part of the subject
    while last + 1 in rest and clause.tree.tokens[last + 1].upos == "PROPN":
        last += 1  # the name of "her partner Tom Reed", which was taken for something else
        rest.remove(last)
    return last >= 0 and all(each > last and clause.tree.tokens[each].upos == "ADV" for each in rest)


def _is_one_statement(clause: Clause, tokens: Sequence[int]) -> bool:
    """Return whether every other verb with a tense is in a clause within this one."""
    tree = clause.tree
    own = (*clause.verb.tokens, *_second_verb(clause))
    others = [each for each in tokens if tree.tokens[each].xpos in TENSED and each not in own]
    return all(
        any(is_a(tree.tokens[one].relation, *_INNER) for one in _up_to_its_verb(clause, each) or ()) for each in others
    )


def _second_verb(clause: Clause) -> tuple[int, ...]:
    """The verb in the past right behind that of a clause and an "and", with whose object it goes: "built and sold"."""
    tokens, last = clause.tree.tokens, max(clause.verb.tokens)
    pair = tokens[last + 1 : last + 3]
    joined = len(pair) > 1 and pair[0].form == "and" and pair[1].xpos == "VBD" == tokens[last].xpos
    return (last + 2,) if joined and last == clause.verb.first else ()


def _of_the_past(said: Realised, clause: Clause, before: Sequence[int], behind: Sequence[int]) -> str | None:
    """The words with the verb before the subject: "was it built", "did Moss sell"; None for a time that is not past."""
    verb, tree = clause.verb, clause.tree
    first = tree.tokens[verb.first]
    if first.xpos != "VBD" or verb.negated or verb.modal or (verb.perfect and (verb.passive or verb.copular)):
        return None
    main = tree.tokens[verb.head]
    if (verb.perfect or not (verb.copular or first.upos == "AUX")) and not main.form.islower():
        return None  # a name that was taken for a verb
    second = {each: tree.tokens[each].lemma for each in _second_verb(clause)}
    words = replace(
        said,
        clause=clause,
        subject=tuple(before),
        said=(verb.first, *behind),
        replaced={**said.replaced, **second},
    )
    if not verb.perfect:
        return inverted(words)
    asked = replace(words, replaced={**said.replaced, verb.head: main.lemma})  # not "had Moss sold"
    return f"did {asked.words(before)} {asked.words(behind)}"


_WORDED: dict[str, Callable[[Realised, Clause, Sequence[int], Sequence[int]], str | None]] = {
    "since": _of_what_lasts,
    "by": _by_then,
}
"""The words of a question by the preposition of its date; any other is of the past."""
