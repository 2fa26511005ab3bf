"""A plain question for a year in place of a sentence with a gap: "In which year did Moss lose most of her savings?".

The words of the sentence keep their order, so that it matters little what they depend on.
Next: `figure_stems`, which shows the sentence with a gap where no plain question can be made of it.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizengine.language import TENSED, Clause, Realised, Tree, inverted, is_a, surface_text
from quizengine_numeric_recall.figure_contexts import Context, holding
from quizengine_numeric_recall.question_words import MONTHS, may_date_an_event
from quizengine_numeric_recall.year_faults import BORNE_BY_A_GAP, YEAR_FAULTS

_BORNE = BORNE_BY_A_GAP | {"no-date"}
"""Faults that do no harm: what is a date is looked for here."""
_DAYS = 31
_MARKERS = frozenset({"in", "on", "since", "until"})
_LASTS = frozenset({"since", "until"})
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
    first_to_do_it = clause is not None and _is_the_first_to_do_it(clause)
    if clause is None or not date or not (first_to_do_it or _is_its_year(context, clause, date[0])):
        return None
    aside = _aside_behind_the_subject(clause)
    rest = [each for each in said.tokens if each not in (*date, *context.figure, *aside)]
    while rest and tree.tokens[rest[-1]].form in _FINAL:
        rest.pop()
    first = clause.verb.first
    before = [each for each in rest if each < first and not (date[0] == min(said.tokens) and _is_a_comma(tree, each))]
    behind = [each for each in rest if each > first]
    past_state = clause.verb.copular or clause.verb.lemma == "have"
    marker = tree.tokens[date[0]].form.lower()
    borne = _BORNE | ({"election"} if past_state else set()) | ({"state"} if marker in _LASTS else set())
    if any(holds(context, said) for name, holds in YEAR_FAULTS if name not in borne):
        return None
    if not _is_the_subject(clause, before) or first not in rest or not _is_one_statement(clause, rest):
        return None
    became = first_to_do_it and marker not in _LASTS
    worded = _became if became else _of_what_lasts if marker == "since" else _of_the_past
    asked = worded(said, clause, before, behind)
    return f"{marker.capitalize() if marker in _LASTS else 'In'} which year {asked}?" if asked else None


def _date(tree: Tree, year: int, shown: Sequence[int]) -> list[int]:
    """The tokens before a year that belong to its date, from "in", "on", "since" or "until" on, or none."""
    at = year - 1
    while at >= 0 and _is_of_a_date(tree.tokens[at].form):
        at -= 1
    bare = at >= 0 and tree.tokens[at].form.lower() in _MARKERS and at in shown
    return list(range(at, year)) if bare else []


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


def _is_its_year(context: Context, clause: Clause, first: int) -> bool:
    """True if only phrases are between the year and the verb of its clause, and no event with its date."""
    between = _up_to_its_verb(clause, context.top)
    if between is None or any(is_a(context.tree.tokens[each].relation, *_OTHER_CLAUSES) for each in between):
        return False
    return not may_date_an_event(replace(context, clause=clause), first)


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
    rest = [each for each in before if each not in clause.subject.tokens]
    return last >= 0 and all(each > last and clause.tree.tokens[each].upos == "ADV" for each in rest)


def _is_one_statement(clause: Clause, tokens: Sequence[int]) -> bool:
    """Return whether every other verb with a tense is in a clause within this one."""
    tree = clause.tree
    others = [each for each in tokens if tree.tokens[each].xpos in TENSED and each not in clause.verb.tokens]
    return all(
        any(is_a(tree.tokens[one].relation, *_INNER) for one in _up_to_its_verb(clause, each) or ()) for each in others
    )


def _of_the_past(said: Realised, clause: Clause, before: Sequence[int], behind: Sequence[int]) -> str | None:
    """The words with the verb before the subject: "was it built", "did Moss sell"; None for a time that is not past."""
    verb, tree = clause.verb, clause.tree
    first = tree.tokens[verb.first]
    if first.xpos != "VBD" or verb.negated or verb.modal or (verb.perfect and (verb.passive or verb.copular)):
        return None
    main = tree.tokens[verb.head]
    if (verb.perfect or not (verb.copular or first.upos == "AUX")) and not main.form.islower():
        return None  # a name that was taken for a verb
    words = replace(said, clause=clause, subject=tuple(before), said=(verb.first, *behind))
    if not verb.perfect:
        return inverted(words)
    asked = replace(words, replaced={**said.replaced, verb.head: main.lemma})  # not "had Moss sold"
    return f"did {asked.words(before)} {asked.words(behind)}"
