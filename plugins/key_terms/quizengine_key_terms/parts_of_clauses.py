"""Questions for things by what happens in them or by them: "in which process do bakers turn sugar into gas?".

Next: `told_of_called`.
"""

from dataclasses import replace

from quizengine.language import Clause, Constituent, capitalised, clauses_of, full_names, inverted, question, realised
from quizengine_key_terms.bold_statements import DOES
from quizengine_key_terms.called_things import Called
from quizengine_key_terms.open_pointers import we_as_people
from quizengine_key_terms.patterns.states import PRESENT

_IN_IT = frozenset({"in", "by", "through", "during", "via", "into"})
_AT_THE_END = _IN_IT | {"from", "along", "between"}
Asked = tuple[str, tuple[int, ...]]
"""A question with the tokens that it tells."""


def asked_for_a_part(thing: Called) -> Asked:
    """The question for a thing that is an adjunct or the object of its clause; empty where there is none."""
    tree = thing.tree
    for clause in clauses_of(tree):
        if not _states(clause):
            continue
        for part in clause.of_role("adjunct", "object"):
            core = [each for each in part.core if tree.tokens[each].upos != "DET"]
            if not _can_be_asked(clause, part) or core[: len(thing.kind)] != list(thing.kind):
                continue
            said = realised(clause, replaced_in(thing, clause.tokens))
            stem = question(said, part, f"{part.marker_text} which {thing.words}".strip()) if said else None
            if said is not None and stem is not None:
                return stem, tuple(each for each in said.tokens if each not in part.tokens)
        if found := _asked_for_the_end(clause, thing):
            return found
    return "", ()


def replaced_in(thing: Called, tokens: tuple[int, ...]) -> dict[int, str]:
    """The words in place of names and of "we" in some tokens of the sentence of a thing."""
    return {**full_names(thing.tree, tokens), **we_as_people(thing.tree, tokens)}


def _asked_for_the_end(clause: Clause, thing: Called) -> Asked | None:
    """The question for a thing at the end of its sentence, behind a preposition, wherever its tree hangs it."""
    tokens = thing.tree.tokens
    before = thing.kind[0] - 1
    before -= tokens[before].upos == "DET"
    ends = thing.name[-1] + 2 == len(tokens) and before > clause.head
    if not ends or tokens[before].form not in _AT_THE_END:
        return None
    said = realised(clause, replaced_in(thing, clause.tokens))
    if said is None or said.opening or not set(range(before, thing.name[-1] + 1)) <= set(said.said):
        return None
    rest = tuple(each for each in said.said if each < before)
    asking = inverted(replace(said, said=rest)) if rest else None
    told = (*said.subject, *rest)
    return (f"{capitalised(tokens[before].form)} which {thing.words} {asking}?", told) if asking else None


def _can_be_asked(clause: Clause, part: Constituent) -> bool:
    """Return whether a part says in or by what something is done, or what is made or used by a deed."""
    if part.role == "object":
        return clause.verb.lemma in DOES and not part.marker
    return part.marker_text in _IN_IT


def _states(clause: Clause) -> bool:
    verb, tree = clause.verb, clause.tree
    fact = clause.is_fact and not clause.said and not clause.hangs_wrong and verb.finite
    always = verb.tense == "present" and not (verb.negated or verb.modal or verb.perfect or verb.copular)
    return fact and always and clause.relation == "root" and tree.tokens[verb.first].xpos in PRESENT
