"""Finds what something is used for, and why somebody goes somewhere: "used wax to seal it", "went to Cork to learn".

Next: `deeds`.
"""

from collections.abc import Iterator

from quizengine import Span
from quizengine.language import Clause, clauses_of, is_a
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.token_spans import Tokens, parent_of, rest_of, stretch

USED_FOR, USING = "used for", "using"


def by_use(clause: Clause) -> Iterator[CausalRelation]:
    """The relation of an infinitive after "use", or of a participle "using", to the clause above it."""
    tree, head = clause.tree, clause.tree.tokens[clause.head]
    parent = parent_of(clause, {each.head: each for each in clauses_of(tree)})
    if parent is None or not parent.verb.finite or not is_a(clause.relation, "advcl") or clause.head < parent.head:
        return
    own = tree.trimmed(clause.tokens)
    if head.xpos == "VB" and parent.verb.lemma == "use" and tree.tokens[own[0]].form.lower() == "to":
        thing = parent.subject if parent.verb.passive else parent.object
        if thing and not parent.verb.negated:
            yield from _relation(USED_FOR, clause, parent, own)
    elif head.xpos == "VB" and _goes_somewhere(parent) and tree.tokens[own[0]].form.lower() == "to":
        yield from _relation("to do", clause, parent, own)
    elif head.form.lower() == "using" and not clause.marker and clause.object and own[0] == clause.head:
        yield from _relation(USING, clause, parent, own)


def _goes_somewhere(clause: Clause) -> bool:
    """Return whether a clause tells of a journey: "went to Spain to bake", not "was going to bake"."""
    goals = (clause.tree.tokens[part.head] for part in clause.adjuncts() if part.marker_text in ("to", "into"))
    return (
        clause.verb.lemma == "go"
        and not clause.verb.negated
        and any(goal.upos in ("NOUN", "PROPN") and goal.lemma not in _NO_PLACES for goal in goals)
    )


_NO_PLACES = frozenset({"length", "trouble", "extreme", "effort", "war"})
"""Nouns to which one goes without a journey: "went to great lengths"."""


def _relation(rule: str, clause: Clause, parent: Clause, own: Tokens) -> Iterator[CausalRelation]:
    tree = clause.tree
    cause, effect = stretch(tree, own[0], begun=True), rest_of(parent, clause.tokens)
    if not effect or set(cause) & set(effect):
        return
    spans: list[Span] = [tree.span(each) for each in (cause, effect, own[:1])]
    yield CausalRelation(
        kind="means" if rule == USING else "purpose",
        cause=spans[0],
        effect=spans[1],
        signal=spans[2],
        rule=rule,
        intended=True,
        place=tree.tokens[parent.head].span,
        open_only=True,
    )
