"""Statements to judge true or false: the way to ask about a relation for which the article offers too few options."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizengine import Span
from quizengine.language.chunks import NounPhrase
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import sentence_of
from quizengine_cause_and_effect.acts import in_form
from quizengine_cause_and_effect.borders import begins_amid, breaks_off
from quizengine_cause_and_effect.distractors import fitting
from quizengine_cause_and_effect.drafts import CAUSE, CannotBe, Draft
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.kinds import happens
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.parts_of_relation import (
    introduction,
    is_in_a_relative_clause,
    nameable,
    named_or_not,
    signal_verb,
    source,
    trimmed,
)
from quizengine_cause_and_effect.plain_clauses import clause_of, must_not_be_open, short
from quizengine_cause_and_effect.pool import form_of
from quizengine_cause_and_effect.readings import Reading
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import named as signal_of
from quizengine_cause_and_effect.verbs import helper_for
from quizengine_cause_and_effect.wording import running

_MOST_WORDS = 35
_ALSO = re.compile(r" also(?= [a-z])")
_ONLY_TRUE = ("in the wake of", "in response to")
"""Signals after which next to nothing else of an article reads well."""
_ONE_WAY = ("draw", "raise")
"""Verbs whose sides cannot change places: attention attracts nobody."""
STATED = (Reading.CAUSES, Reading.BECAUSE, Reading.OWING_TO, Reading.BY_DOING, Reading.IN_ORDER_TO)
"""The readings whose two sides and signal make one plain statement."""


@dataclass(frozen=True)
class Statement:
    """A statement about a cause, and whether the article says so."""

    text: str
    is_true: bool
    said: Span
    """Where the article says how it is."""


def statement(relation: CausalRelation, reading: Reading, others: Sequence[CausalRelation], rng: Random) -> Statement:
    """The relation as the article has it, or with another cause in the place of its own; `rng` draws which.

    Raises CannotBe when the words between cause and effect, or the sides themselves, are no plain statement.
    """
    cause, effect = trimmed(relation.cause), nameable(relation.effect)
    first, last = sorted((cause, effect), key=lambda span: span.start)
    said = first.to(last)
    _must_be_plain(relation, said)
    if first == cause:
        nameable(cause)
    if introduction((cause, effect)) is not None:
        raise CannotBe("which one is meant is told by the sentence before")
    if reading is not Reading.CAUSES:
        _must_be_told(reading, effect, form_of(cause))
    if reading is Reading.CAUSES and signal_verb(relation).form != "finite":
        raise CannotBe("the signal is not a finite verb")
    draft = _draft(cause, effect, reading)
    wrong = [
        span
        for span in fitting(draft, relation, others, rng)
        if _agrees(span, cause, reading) and (draft.form is not Form.PHRASE or happens(span))
    ]
    turns = reading is Reading.CAUSES and relation.rule not in _ONE_WAY
    if turns and not wrong and _agrees(effect, cause, reading):
        wrong = [effect]
    if not stands_alone(said):
        return Statement(_told(relation, named_or_not(said)), True, said)
    only_true = signal_of(relation.rule).is_partial or relation.rule in _ONLY_TRUE
    if not wrong or rng.random() < 0.5 or only_true:
        return Statement(_told(relation, running(said)), True, said)
    return Statement(_told(relation, _swapped(said, cause, effect, wrong[0])), False, said)


def _must_be_plain(relation: CausalRelation, said: Span) -> None:
    signal = relation.signal
    is_whole = signal is not None and said.contains(signal) and sentence_of(said).contains(said)
    if not is_whole or is_in_a_relative_clause(relation):
        raise CannotBe("the sentence is no plain statement")
    if re.search(r"[\"“”:;(]", said.text) or len(said.text.split()) > _MOST_WORDS:
        raise CannotBe("the sentence is no plain statement")
    if re.search(r", (?:but|and|while|when|as|which|who)\b", said.text) or begins_amid(said):
        raise CannotBe("the sentence is no plain statement")
    named_or_not(said)
    if breaks_off(said):
        raise CannotBe(f"“{short(said)}” needs more than its words")


def _must_be_told(reading: Reading, effect: Span, form: Form | None) -> None:
    """Raise CannotBe when the effect is no clause: "students arrested for it", or a motive may belong elsewhere."""
    clause = clause_of(effect)
    must_not_be_open(clause)
    if reading is Reading.IN_ORDER_TO and (helper_for(clause) != "did" or form is not Form.MOTIVE):
        raise CannotBe("it is not told as something that was done with a motive")
    may_be_participle = clause.verb.head.fine == "VVD" and clause.verb.head.text.endswith("ed")
    if reading is not Reading.BY_DOING and clause.rest is None and may_be_participle:
        raise CannotBe("whether the verb is a participle is not certain")


def _draft(cause: Span, effect: Span, reading: Reading) -> Draft:
    form = form_of(cause)
    if form is Form.CLAUSE and reading is Reading.BECAUSE:
        clause_of(cause)
    elif form is None or form is Form.CLAUSE:
        raise CannotBe("the cause has no form that other stretches of the article share")
    return Draft(CAUSE, effect.text, cause, form, (effect,), as_it_is=True)


def _agrees(span: Span, cause: Span, reading: Reading) -> bool:
    """Whether a verb that goes with the cause goes with this, too."""
    return reading is not Reading.CAUSES or _is_plural(span) == _is_plural(cause)


def _is_plural(span: Span) -> bool:
    pieces = [piece for piece in chunks_of(sentence_of(span)) if span.overlaps(piece.span)]
    first = next((piece for piece in pieces if isinstance(piece, NounPhrase)), None)
    return (first is not None and first.is_plural) or any(piece.span.text == "and" for piece in pieces)


def _swapped(said: Span, cause: Span, effect: Span, wrong: Span) -> str:
    """What the article says with other words for the cause; with those of the effect, the two change places."""
    instead = {cause: in_form(wrong, form_of(cause)), effect: running(cause) if wrong == effect else running(effect)}
    first, last = sorted((cause, effect), key=lambda span: span.start)
    between = said.article.text[first.end : last.start]
    return " ".join(f"{instead[first]}{between}{instead[last]}".split())


def _told(relation: CausalRelation, words: str) -> str:
    plain = _ALSO.sub("", words).rstrip(" .,")
    return f"According to {source(relation)}, {plain}."
