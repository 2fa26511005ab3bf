"""Asks to match causes with effects, or what was done with its means or its motive, where an article tells several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from quizengine import Evidence, Fact, MatchingQuestion, Origin, Pair, Refusal, Span
from quizengine.language.content_words import content_words
from quizengine.language.sentences import sentence_of
from quizengine_cause_and_effect.distractors import fitting, is_wrong_for
from quizengine_cause_and_effect.drafts import CAUSE, EFFECT, CannotBe, Draft
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.kinds import is_bare
from quizengine_cause_and_effect.options import fault, option
from quizengine_cause_and_effect.parts_of_relation import alone, is_in_a_relative_clause, named_or_not
from quizengine_cause_and_effect.plain_clauses import clause_of
from quizengine_cause_and_effect.pool import form_of
from quizengine_cause_and_effect.readings import Reading
from quizengine_cause_and_effect.relations import NAME, CausalPairs, CausalRelation, around, relations_of
from quizengine_cause_and_effect.signals import named
from quizengine_cause_and_effect.stems import drafts
from quizengine_cause_and_effect.wording import capitalised

FEWEST, _MOST = 3, 5
"""Pairs of a question."""
_MOST_ROWS = 40
"""So many relations are enough to find five that can be matched."""
_LONGEST_LEFT = 20
"""Words."""
_STEMS: Mapping[str, str] = {
    "events": "Match each cause with what the article says it led to.",
    "changes": "Match each cause with what the article says it brought about or changed.",
    "clauses": "Match each cause with what the article says happened because of it.",
    "means": "Match each thing that was done with the way in which, according to the article, it was done.",
    "motives": "Match each thing that was done with the purpose that the article gives for it.",
}
_BY_CLAUSE = (Reading.BECAUSE, Reading.OWING_TO, Reading.SO_THEN, Reading.AS_A_RESULT)


@dataclass(frozen=True)
class _Row:
    """One pair before it is known to stand beside the others."""

    relation: CausalRelation
    draft: Draft
    left: str


def pairs(relations: Sequence[CausalRelation]) -> Iterator[CausalPairs]:
    """The relations that could be matched, by what their sides have in common, where there are three or more."""
    groups: dict[str, list[CausalRelation]] = {}
    for one in relations:
        if manner := _manner(one):
            groups.setdefault(manner, []).append(one)
    for manner, found in groups.items():
        if len(found) >= FEWEST:
            yield CausalPairs(
                manner=manner, causes=tuple(one.cause for one in found), effects=tuple(one.effect for one in found)
            )


def match_of(fact: CausalPairs, facts: Sequence[Fact], rng: Random) -> MatchingQuestion | Refusal:
    """The question that matches the sides of some relations; a Refusal when fewer than three keep apart."""
    causes, effects = set(fact.causes), set(fact.effects)
    matched = (one for one in relations_of(facts) if one.cause in causes and one.effect in effects)
    ours = list(islice(matched, _MOST_ROWS))
    others = around(ours[0], facts) if ours else ()
    rows = [row for one in ours if _manner(one) == fact.manner and (row := _row(one))]
    chosen = _apart(rows)
    rule = f"match {fact.manner}"
    if len(chosen) < FEWEST:
        return Refusal(fact.causes[0], rule, f"fewer than {FEWEST} pairs are told apart for certain")
    extra = _partner_for_none(chosen, rows, others, rng)
    if extra is None and len(chosen) > FEWEST:
        extra = chosen.pop().draft.key
    if extra is None:
        return Refusal(fact.causes[0], rule, "the article offers no partner that is wrong for all")
    proof = sentence_of(chosen[0].relation.cause)
    for row in chosen:
        for span in (row.relation.cause, row.relation.effect):
            proof = proof.to(sentence_of(span))
    manner = "changes" if any(named(row.relation.rule).changes for row in chosen) else fact.manner
    return MatchingQuestion(
        stem=_STEMS[manner],
        pairs=tuple(Pair(left=row.left, right=option(row.draft.key, row.draft)) for row in chosen),
        distractors=(option(extra, chosen[0].draft),),
        rationale=" ".join(f"“{' '.join(_proof(row).text.split())}”" for row in chosen),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, rule),
        tags=("cause and effect",),
    )


def _manner(relation: CausalRelation) -> str:
    """The kind of match that a relation is good for; empty for one that none is asked about."""
    signal = named(relation.rule)
    if not signal.is_asked or signal.is_partial or relation.claimant is not None or is_in_a_relative_clause(relation):
        return ""
    if signal.reading is Reading.BY_DOING:
        return "means"
    if signal.reading is Reading.IN_ORDER_TO:
        return "motives"
    if signal.reading in (Reading.CAUSES, Reading.COMES_FROM) and form_of(relation.effect) is Form.PHRASE:
        return "events"
    return "clauses" if signal.reading in _BY_CLAUSE and form_of(relation.effect) is Form.CLAUSE else ""


def _row(relation: CausalRelation) -> _Row | None:
    """A pair in words, when both sides are understood by themselves and neither tells the other."""
    try:
        draft, left = _by_effect(relation) if _manner(relation) in ("events", "clauses") else _by_cause(relation)
    except CannotBe:
        return None
    shared = set(content_words(left)) & set(content_words(draft.key_words or draft.key.text))
    too_long = len(left.split()) > _LONGEST_LEFT
    return None if shared or too_long or fault(draft, relation) else _Row(relation, draft, capitalised(left))


def _by_effect(relation: CausalRelation) -> tuple[Draft, str]:
    cause, effect = alone(relation.cause), alone(relation.effect)
    form = form_of(effect)
    if is_bare(cause):
        raise CannotBe("which one is meant is told by the sentence before")
    if form is None or form_of(cause) not in (Form.PHRASE, Form.CLAUSE):
        raise CannotBe("the sides have no form that others share")
    for side in (cause, effect):
        if form_of(side) is Form.CLAUSE:
            clause_of(side)
    left = named_or_not(cause)
    return Draft(EFFECT, left, effect, form, (cause,)), left


def _by_cause(relation: CausalRelation) -> tuple[Draft, str]:
    draft = next((one for one in drafts(relation) if isinstance(one, Draft) and one.direction == CAUSE), None)
    if draft is None or draft.as_it_is:
        raise CannotBe("there is no plain question for it")
    return draft, named_or_not(alone(relation.effect))


def _apart(rows: Sequence[_Row]) -> list[_Row]:
    """Pairs of which no side is right, or could be, for another one."""
    chosen: list[_Row] = []
    for row in rows:
        fits = all(_wrong(row, other) and _wrong(other, row) for other in chosen)
        if fits and len(chosen) < _MOST and (not chosen or row.draft.form is chosen[0].draft.form):
            chosen.append(row)
    return chosen


def _wrong(row: _Row, other: _Row) -> bool:
    return is_wrong_for(row.draft, row.relation, other.draft.key, other.relation)


def _partner_for_none(
    chosen: Sequence[_Row], rows: Sequence[_Row], others: Sequence[CausalRelation], rng: Random
) -> Span | None:
    """A stretch of the article that is wrong in the place of every key."""
    lists = [fitting(row.draft, row.relation, others, rng) for row in chosen]
    used = [row.draft.key for row in rows]
    both = [span for span in lists[0] if all(span in other for other in lists[1:])]
    return next((span for span in both if not any(span.overlaps(key) for key in used)), None)


def _proof(row: _Row) -> Span:
    return sentence_of(row.relation.cause).to(sentence_of(row.relation.effect))
