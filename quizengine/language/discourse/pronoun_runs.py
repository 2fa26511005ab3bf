"""Runs of "he" or "she" that refer to the same person, because nobody else of that gender is mentioned between them.

In the training and dev documents of GUM, two consecutive pronouns of a run referred to the same person in 421 of 437
cases. Next: `coreference`, which finds out who that is.
"""

from collections.abc import Iterator, Mapping

from quizengine.language.discourse.antecedents import Anaphor, DiscourseModel, is_its_own_clause
from quizengine.language.discourse.subject_continuity import spoken_of
from quizengine.language.syntax.tree import Tree, is_a

_FURTHEST = 2
"""Sentences from one pronoun of a run to the next."""


def pronoun_runs(
    where: DiscourseModel, sort: str, same: Mapping[Anaphor, Anaphor | None]
) -> tuple[tuple[Anaphor, ...], ...]:
    """The pronouns of a sort, grouped by runs; `same` gives what some repeat, if anything."""
    found: dict[Anaphor, list[Anaphor]] = {}
    before: Anaphor | None = None
    for one in (each for each in where.anaphors if each.sort == sort):
        goes_on = before if before and _goes_on(where, before, one) else None
        earlier = same.get(one, goes_on)
        found[one] = found.get(earlier, []) if earlier else []
        found[one].append(one)
        before = one
    return tuple({id(run): tuple(run) for run in found.values()}.values())


def _goes_on(where: DiscourseModel, one: Anaphor, other: Anaphor) -> bool:
    if other.sentence - one.sentence > _FURTHEST or _are_two(where.trees[other.sentence], one, other):
        return False
    return not any(_somebody_else(where, one, other))


def _are_two(tree: Tree, one: Anaphor, other: Anaphor) -> bool:
    """Return whether they are the subject and another part of one verb: "He asked him"."""
    first, second = tree.tokens[one.token] if one.sentence == other.sentence else None, tree.tokens[other.token]
    if first is None or "PRP$" in (first.xpos, second.xpos) or second.form.lower().endswith("self"):
        return False
    return not is_a(second.relation, "nsubj") and is_its_own_clause(tree, other.token, one.token)


def _somebody_else(where: DiscourseModel, one: Anaphor, other: Anaphor) -> Iterator[bool]:
    """Tell for each word between two pronouns whether it speaks of somebody who may go by the pronoun."""
    for number in range(one.sentence, other.sentence + 1):
        first = one.token + 1 if number == one.sentence else 0
        last = other.token if number == other.sentence else len(where.trees[number].tokens)
        yield from spoken_of(where, number, first, last, one.sort)
