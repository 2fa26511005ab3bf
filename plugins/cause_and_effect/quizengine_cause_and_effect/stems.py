"""Stems for a causal relation: which ways there are to ask about it, and for each the words, the key and its form."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from quizengine import Span
from quizengine.language.clauses import shape
from quizengine.language.told import text_before
from quizengine.language.words import words_in
from quizengine_cause_and_effect.drafts import CAUSE, EFFECT, CannotBe, Direction, Draft, Unaskable
from quizengine_cause_and_effect.endings import ending
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.parts_of_relation import (
    Told,
    alone,
    cause_told,
    doer_and_deed,
    doer_named,
    introduction,
    is_in_a_relative_clause,
    nameable,
    named_or_not,
    own_pronouns,
    particle,
    reminder,
    reported,
    said,
    signal_verb,
    source,
    verb_before,
)
from quizengine_cause_and_effect.plain_clauses import clause_of, must_not_be_open, pieces_of, short
from quizengine_cause_and_effect.pool import form_of
from quizengine_cause_and_effect.readings import Reading, Signal
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import named
from quizengine_cause_and_effect.verbs import active, asked_about, helper_for
from quizengine_cause_and_effect.wording import inverted, running, third_person, why

_TOO_SHORT = frozenset(("for", "over", "in connection with", "on charges of", "thanks to"))
_END_A_SENTENCE = (Reading.LAID_TO, Reading.BECAUSE, Reading.OWING_TO, Reading.IN_ORDER_TO, Reading.BY_DOING)
_END_IN_EFFECTS = (Reading.CAUSES, Reading.MAKES_DO, Reading.SO_THEN, Reading.AS_A_RESULT)
Way = Callable[[CausalRelation], Draft]


def drafts(relation: CausalRelation) -> Iterator[Draft | Unaskable]:
    """What can be asked about a relation, in both directions."""
    signal = signal_of(relation)
    ways = _WAYS[signal.reading] if signal.is_asked and not signal.is_partial else (_never, _never)
    for direction, way in zip((CAUSE, EFFECT), ways, strict=True):
        try:
            _must_be_plain(relation, signal)
            yield way(relation)
        except CannotBe as reason:
            otherwise = as_ending(relation, direction)
            yield otherwise or Unaskable(direction, str(reason))


def _must_be_plain(relation: CausalRelation, signal: Signal) -> None:
    """Raise CannotBe for what only its sentence tells: whose words they are, or what a "that" stands for."""
    if is_in_a_relative_clause(relation):
        raise CannotBe("what it belongs to is told by more than its words")
    told = relation.effect.text + ("" if signal.reading is Reading.LAID_TO else relation.cause.text)
    if relation.claimant is None and re.search(r"[\"“”]|''", told):
        raise CannotBe("whose words are quoted is told by more than its words")


def signal_of(relation: CausalRelation) -> Signal:
    """The record of the signal that a relation was found by."""
    return named(relation.rule)


def as_ending(relation: CausalRelation, direction: Direction) -> Draft | None:
    """The cause, or what came of it, asked for as words that the article goes on with, where it can be."""
    signal = signal_of(relation)
    if not signal.is_asked or signal.reading not in (_END_A_SENTENCE if direction == CAUSE else _END_IN_EFFECTS):
        return None
    try:
        return ending(relation, direction)
    except CannotBe:
        return None


def _what_caused(relation: CausalRelation) -> Draft:
    """Ask, for example, “What has spurred debate over the bridge?”."""
    verb = signal_verb(relation)
    effect = nameable(relation.effect)
    if verb.form == "participle" and verb.first.fine.endswith("G"):
        if re.search("[gi]", shape(pieces_of(relation.cause))):
            raise CannotBe("the participle may belong to another verb")
        if helper_for(clause_of(relation.cause)) != "did":
            raise CannotBe("whether it is past or present is not certain")
        asked = f"What {_past(relation, verb.head.lemma)}"
    elif verb.form == "participle":
        asked = f"What does {source(relation)} describe as having {verb.head.text}"
    else:
        asked = f"What {active(verb) if verb.is_passive else third_person(verb)}"
    words = f"{asked}{particle(relation)} {named_or_not(effect)}"
    found = reported(relation.cause)
    if found is not None:
        return replace(_draft(relation, CAUSE, words, found[0], (effect,)), key_words=found[1])
    key = nameable(relation.cause)
    draft = _draft(relation, CAUSE, words, key, (effect,))
    return draft if stands_alone(key) else replace(draft, key_words=named_or_not(key))


def _what_it_caused(relation: CausalRelation) -> Draft:
    """Ask, for example, “What has the storm caused?”."""
    verb, told, effect = signal_verb(relation), cause_told(relation), alone(relation.effect)
    if told.words == "that" and verb.form == "participle" and re.search("[gi]", shape(pieces_of(relation.cause))):
        raise CannotBe("the participle may belong to another verb")
    if verb.form == "participle" and not verb.first.fine.endswith("G"):
        stem = f"What does {source(relation)} describe as {verb.head.text} by {told.words}"
    elif verb.is_passive:
        stem = f"What {third_person(verb)} by {told.words}"
    else:
        stem = f"What {asked_about(verb, told, relation)}{particle(relation)}"
    return _draft(relation, EFFECT, told.context + stem, effect, told.given)


def _what_it_made_do(relation: CausalRelation) -> Draft:
    """Ask, for example, “What has the storm forced the town to do?”."""
    verb, told = signal_verb(relation), cause_told(relation)
    doer, deed = doer_and_deed(relation)
    stem = f"{told.context}What {asked_about(verb, told, relation)} {doer_named(relation, doer)} to do"
    return _draft(relation, EFFECT, stem, deed, (*told.given, doer), Form.DEED)


def _what_it_came_from(relation: CausalRelation) -> Draft:
    """Ask, for example, “What did the flood stem from?”."""
    verb, effect = signal_verb(relation), alone(relation.effect)
    stem = f"What {asked_about(verb, Told('', named_or_not(effect), (effect,)), relation)}{particle(relation)}"
    return _draft(relation, CAUSE, stem, alone(relation.cause), (effect,))


def _what_it_is_laid_to(relation: CausalRelation) -> Draft:
    """Ask, for example, “What did the miller blame the flood on?”."""
    verb, cause = signal_verb(relation), alone(relation.cause)
    preposition = text_before(relation.cause).split()[-1]
    if relation.claimant is None:
        effect = alone(relation.effect)
        asked = asked_about(verb, Told("", named_or_not(effect), (effect,)), relation)
        return _draft(relation, CAUSE, f"What {asked} {preposition}", cause, (effect,))
    says, both = source(relation), relation.claimant.to(relation.effect)
    effect_words = running(relation.effect) if stands_alone(both) else named_or_not(relation.effect)
    stem = f"What {asked_about(verb, Told('', says, ()), relation)} {effect_words} {preposition}"
    return replace(_draft(relation, CAUSE, stem, cause, (relation.effect,)), stem=f"{stem}, according to the article?")


def _what_came_from_it(relation: CausalRelation) -> Draft:
    """Ask, for example, “What stemmed from the storm?”."""
    verb, cause = signal_verb(relation), alone(relation.cause)
    if verb.form != "finite":
        raise CannotBe("the signal is not a finite verb")
    stem = f"What {third_person(verb)}{particle(relation)} {named_or_not(cause)}"
    return _draft(relation, EFFECT, stem, alone(relation.effect), (cause,))


def _why(relation: CausalRelation) -> Draft:
    """Ask, for example, “Why did the bridge close?”."""
    return _about_a_clause(relation, "Why")


def _what_for(relation: CausalRelation) -> Draft:
    """Ask why somebody did something; of what happens again and again an infinitive may tell more than the motive."""
    clause = clause_of(relation.effect)
    if helper_for(clause) != "did":
        raise CannotBe("it is not told as something that was done")
    if clause.rest and re.search(r"[vgie]", shape(pieces_of(clause.rest))):
        raise CannotBe("the motive may belong to another verb")
    draft = _why(relation)
    return draft if draft.form is not Form.ACTION else replace(draft, form=Form.MOTIVE, key_words=_as_motive(draft.key))


def _as_motive(key: Span) -> str:
    """What somebody is after as an infinitive: "demanding a bridge" is "to demand a bridge"."""
    first = words_in(key)[0]
    return " ".join(f"to {first.lemma.lower()}{key.article.text[first.span.end : key.end]}".split())


def _why_because_of(relation: CausalRelation) -> Draft:
    """Ask why, with options that begin with the signal: “Because of the storm”."""
    verb = verb_before(relation)
    if verb is not None:
        effect = alone(relation.effect)
        stem = f"What {inverted(verb, named_or_not(effect))} {relation.signal.text if relation.signal else 'due to'}"
        return _draft(relation, CAUSE, stem, alone(relation.cause), (effect,))
    return replace(_why(relation), before=f"{relation.signal.text.lower()} " if relation.signal else "")


def _how(relation: CausalRelation) -> Draft:
    """Ask, for example, “How did the council save money?”, with options that begin with “By”."""
    return replace(_about_a_clause(relation, "How"), before="by ")


def _about_a_clause(relation: CausalRelation, word: str) -> Draft:
    clause = clause_of(relation.effect)
    subject = named_or_not(clause.subject)
    if clause.rest is not None:
        rest = " ".join(clause.rest.text.split())
        if not named_or_not(clause.subject.to(clause.rest)).endswith(rest):
            raise CannotBe(f"“{short(clause.rest)}” points to what is named elsewhere")
    must_not_be_open(clause)
    key = own_pronouns(relation.cause, relation.effect)
    try:
        stem = why(clause, subject, word)
    except ValueError as fault:
        raise CannotBe(str(fault)) from None
    return _draft(relation, CAUSE, stem, key, (relation.effect,))


def _what_happened(relation: CausalRelation) -> Draft:
    """Ask, for example, “What happened because of the storm?”."""
    cause, key = alone(relation.cause), _event(relation)
    if relation.signal and relation.signal.text.lower() in _TOO_SHORT:
        raise CannotBe(f"“happened {relation.signal.text.lower()}” is no English")
    words = relation.signal.text.lower() if relation.signal else "because of"
    return _draft(relation, EFFECT, f"What happened {words} {named_or_not(cause)}", key, (cause,))


def _what_happened_then(relation: CausalRelation) -> Draft:
    """Quote the sentence before and ask what happened as a result."""
    told = cause_told(relation)
    return _draft(relation, EFFECT, f"{told.context}What happened as a result", _event(relation), told.given)


def _event(relation: CausalRelation) -> Span:
    """The effect, where it is something that happened."""
    clause = clause_of(relation.effect)
    if helper_for(clause) != "did" or clause.verb.head.lemma in ("be", "have"):
        raise CannotBe("what came of it is a state, not something that happened")
    return alone(relation.effect)


def _never(relation: CausalRelation) -> Draft:
    raise CannotBe("there is no question for it in plain English")


_WAYS: Mapping[Reading, tuple[Way, Way]] = {
    Reading.CAUSES: (_what_caused, _what_it_caused),
    Reading.MAKES_DO: (_what_caused, _what_it_made_do),
    Reading.COMES_FROM: (_what_it_came_from, _what_came_from_it),
    Reading.BECAUSE: (_why, _what_happened),
    Reading.OWING_TO: (_why_because_of, _what_happened),
    Reading.IN_ORDER_TO: (_what_for, _never),
    Reading.BY_DOING: (_how, _never),
    Reading.RESULTING_IN: (_never, _never),
    Reading.LAID_TO: (_what_it_is_laid_to, _never),
    Reading.SO_THEN: (_why, _what_happened_then),
    Reading.AS_A_RESULT: (_why, _what_happened_then),
}


def _past(relation: CausalRelation, base: str) -> str:
    """The past tense of the signal's verb, as its record gives it in the case that it must hit."""
    past = {
        "lead": "led",
        "drive": "drove",
        "force": "forced",
        "give": "gave",
        "bring": "brought",
        "set": "set",
        "draw": "drew",
    }
    return past.get(base) or (f"{base}d" if base.endswith("e") else f"{base}ed")


def _draft(
    relation: CausalRelation,
    direction: Direction,
    words: str,
    key: Span,
    given: tuple[Span, ...],
    form: Form | None = None,
) -> Draft:
    found = form or form_of(key)
    if found is None:
        raise CannotBe("the key has no form that other stretches of the article share")
    before = None if words.startswith("The article says") else introduction(given) or reminder(given)
    if before is not None:
        words, given = said(before) + words, (*given, before)
    says = source(relation)
    ending = "?" if says in words or words.startswith("The article says") else f", according to {says}?"
    return Draft(direction, words + ending, key, found, given)
