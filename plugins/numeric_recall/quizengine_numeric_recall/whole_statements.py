"""Plain questions from whole statements, whose words keep their order so that it matters little what they depend on.

Next: `plain_years` and `plain_ages`, which ask for the year and for the age in them.
"""

from collections.abc import Sequence
from dataclasses import replace

from quizengine.language import TENSED, Clause, Realised, Tree, inverted, is_a

_INNER = ("acl", "advcl", "ccomp")


def is_the_subject(clause: Clause, before: Sequence[int]) -> bool:
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


def is_one_statement(clause: Clause, tokens: Sequence[int]) -> bool:
    """Return whether every other verb with a tense is in a clause within this one."""
    tree = clause.tree
    own = (*clause.verb.tokens, *_second_verb(clause))
    others = [each for each in tokens if tree.tokens[each].xpos in TENSED and each not in own]
    return all(
        any(is_a(tree.tokens[one].relation, *_INNER) for one in up_to_its_verb(clause, each) or ()) for each in others
    )


def asked_of_the_past(said: Realised, clause: Clause, before: Sequence[int], behind: Sequence[int]) -> str | None:
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


def _second_verb(clause: Clause) -> tuple[int, ...]:
    """The verb in the past right behind that of a clause and an "and", with whose object it goes: "built and sold"."""
    tokens, last = clause.tree.tokens, max(clause.verb.tokens)
    pair = tokens[last + 1 : last + 3]
    joined = len(pair) > 1 and pair[0].form == "and" and pair[1].xpos == "VBD" == tokens[last].xpos
    return (last + 2,) if joined and last == clause.verb.first else ()


def up_to_its_verb(clause: Clause, index: int) -> list[int] | None:
    """A token and those above it up to the verb of a clause, without that; None if it does not depend on the verb."""
    above = [index, *clause.tree.ancestors(index)]
    return above[: above.index(clause.head)] if clause.head in above else None


def aside_behind_the_subject(clause: Clause) -> list[int]:
    """Return the tokens between two commas that only add to a name: "Ada Moss, who owned a mill, left"."""
    tree, subject = clause.tree, clause.subject
    if subject is None or tree.tokens[subject.head].upos != "PROPN" or tree.dependent(subject.head, "conj") is not None:
        return []
    commas = [each for each in range(subject.head + 1, clause.verb.first) if is_a_comma(tree, each)]
    if not commas:
        return []
    behind = [tree.tokens[each].upos for each in range(commas[-1] + 1, clause.verb.first)]
    name = set(range(subject.head + 1, commas[0])) <= set(subject.tokens)
    adds = len(commas) > 1 and name and set(behind) <= {"ADV"}
    return list(range(commas[0], commas[-1] + 1)) if adds else []


def is_a_comma(tree: Tree, index: int) -> bool:
    """Return whether a token is a comma."""
    return tree.tokens[index].form == ","
