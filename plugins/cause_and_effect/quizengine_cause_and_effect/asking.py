"""Asks about a causal relation in the ways that teachers accept, or says why it does not."""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import (
    Article,
    ChoiceQuestion,
    Evidence,
    Fact,
    Origin,
    Question,
    Refusal,
    Span,
    TrueFalseQuestion,
    per_facts,
)
from quizengine.language import carriers, names_in, tree_at, weight
from quizengine.language.names import mentioned_from
from quizengine_cause_and_effect.comparing import which_is_the_reason, which_led
from quizengine_cause_and_effect.ordering import order_of
from quizengine_cause_and_effect.purposes import AIM_RULES, why
from quizengine_cause_and_effect.relations import NAME, CausalRelation, DatedEvents, relations_of
from quizengine_cause_and_effect.signals import DEMANDS
from quizengine_cause_and_effect.swapping import Slot, others, shown, slots
from quizengine_cause_and_effect.telling import CannotBe, Told, evidence, inside, rationale, tags, told

_NOT_ASKED = frozenset(
    {"following", "hurt when", "killing", "protest against", "in the wake of", "in the aftermath of", *DEMANDS}
)
"""Signals of what came after something, of which no reader says that it came because of it."""
_LONGEST_GAP = 25
_MOST_COMPARISONS = 2
_LEAST_OPTIONS = 3
_COMPARISONS = (which_led, which_is_the_reason)


def ask(fact: Fact, others_: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The questions about one fact, a Refusal where there is none."""
    if isinstance(fact, DatedEvents):
        yield order_of(fact)
    elif isinstance(fact, CausalRelation):
        yield from _about(fact, others_, rng)


def _about(relation: CausalRelation, facts: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    if relation.rule in AIM_RULES:
        try:
            yield why(relation)
        except CannotBe as reason:
            yield Refusal(relation.effect, relation.rule, str(reason))
    if relation.rule in _NOT_ASKED:
        yield Refusal(relation.effect, relation.rule, "it may only tell what came first")
        return
    for way in _COMPARISONS:
        try:
            question = way(relation)
        except CannotBe:
            continue
        if question.id in _compared(facts):
            yield question
            return  # a statement of the same sentence would tell the answer
    try:
        sentence = told(relation)
    except CannotBe as reason:
        yield Refusal(relation.effect, relation.rule, str(reason))
        return
    if not _is_worth_knowing(sentence):
        yield Refusal(relation.effect, relation.rule, "it names nothing that the article keeps coming back to")
        return
    yield from _by_names(relation, sentence, facts, rng)


@per_facts
def _compared(facts: Sequence[Fact]) -> frozenset[str]:
    """The ids of the comparisons that are asked: those of the weightiest sentences."""
    found: list[tuple[float, int, str]] = []
    for relation in relations_of(facts):
        for way in _COMPARISONS:
            try:
                question = way(relation)
            except CannotBe:
                continue
            tree = tree_at(relation.signal)
            found.append((-weight(tree) if tree else 0.0, relation.effect.start, question.id))
    return frozenset(id_ for _, _, id_ in sorted(found)[:_MOST_COMPARISONS])


def _by_names(relation: CausalRelation, sentence: Told, facts: Sequence[Fact], rng: Random) -> Iterator[Question]:
    """A statement that is false by one name; else a gap for a name; else a statement that is true."""
    article = relation.effect.article
    open_slots = [(slot, others(article, slot, sentence)) for slot in slots(sentence)]
    fitting = [(slot, names) for slot, names in open_slots if names and slot.full not in sentence.lead]
    wanted = _judgements(facts).get(relation.place)
    if wanted is False:
        slot, names = fitting[rng.randrange(len(fitting))]
        yield _judged(relation, sentence, _with(sentence, slot, _as_prominent(slot, names, article)), is_true=False)
        return
    short = len(sentence.text.split()) <= _LONGEST_GAP
    gaps = [(slot, names) for slot, names in fitting if len(names) >= _LEAST_OPTIONS and short]
    if gaps:
        yield _gap(relation, sentence, *gaps[0])
    elif wanted:
        yield _judged(relation, sentence, sentence.text, is_true=True)


def _as_prominent(slot: Slot, names: Sequence[str], article: Article) -> str:
    """The name that the article mentions most nearly as often as that of a slot."""
    counts = {name.full: len(name.mentions) for name in names_in(article)}
    return min(names, key=lambda name: abs(counts.get(name, 1) - counts.get(slot.full, 1)))


@per_facts
def _judgements(facts: Sequence[Fact]) -> dict[Span, bool]:
    """Which relations are stated, by their places, and whether truly: about as many statements are false as are true.

    What no name makes false can only be stated as it is; the weightiest of these are.
    """
    found: list[tuple[float, Span, bool]] = []
    for relation in relations_of(facts):
        if relation.rule in _NOT_ASKED:
            continue
        try:
            sentence = told(relation)
        except CannotBe:
            continue
        if not _is_worth_knowing(sentence):
            continue
        open_slots = (slot for slot in slots(sentence) if slot.full not in sentence.lead)
        can_be_false = any(others(relation.effect.article, slot, sentence) for slot in open_slots)
        found.append((-weight(sentence.clause.tree), relation.place, can_be_false))
    found.sort(key=lambda each: (each[0], each[1].start))
    changeable = [place for _, place, can in found if can]
    fixed = [place for _, place, can in found if not can]
    true = fixed[: len(changeable) + _MORE_TRUE]
    turned = max(0, (len(changeable) - len(true)) // 2)
    return dict.fromkeys(true, True) | {place: at < turned for at, place in enumerate(changeable)}


def _is_worth_knowing(sentence: Told) -> bool:
    """Whether a statement names what the article keeps coming back to, so that common sense cannot tell if it is so."""
    tree = sentence.clause.tree
    span = tree.span(sentence.said.tokens)
    named = {name.full for _, name in mentioned_from(span.article, span.start, span.end)}
    return bool(named & set(carriers(span.article))) or len(named) >= _TELLING_NAMES


_TELLING_NAMES = 2
_MORE_TRUE = 3
"""So many more statements of an article are true than could be made false."""


def _with(sentence: Told, slot: Slot, name: str) -> str:
    words = shown(sentence, slot.tokens)
    text = sentence.text.replace(words, name, 1)
    return text[0].upper() + text[1:]


def _gap(relation: CausalRelation, sentence: Told, slot: Slot, names: list[str]) -> ChoiceQuestion:
    return ChoiceQuestion(
        stem=f"{sentence.lead}Which name is missing? “{_with(sentence, slot, '_____')}”",
        answer=shown(sentence, slot.tokens),
        distractors=tuple(names[:_LEAST_OPTIONS]),
        rationale=rationale(relation),
        evidence=Evidence.of(evidence(relation)),
        origin=Origin(NAME, "name in a cause"),
        tags=tags(),
    )


def _judged(relation: CausalRelation, told_: Told, text: str, *, is_true: bool) -> TrueFalseQuestion:
    sourced = bool(told_.said.opening) or text.startswith("According to")
    return TrueFalseQuestion(
        stem=told_.lead + (text if sourced else f"According to the article, {inside(told_.said, text)}"),
        answer=is_true,
        rationale=rationale(relation),
        evidence=Evidence.of(evidence(relation)),
        origin=Origin(NAME, "true or false"),
        tags=tags(),
    )
