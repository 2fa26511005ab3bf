"""Stems for a causal relation: which ways there are to ask about it, and for each the words, the key and its form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.clauses import Clause, shape, simple_clause
from quizengine.language.sentences import sentence_of, sentences
from quizengine_cause_and_effect.pool import Form, form_of
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import SIGNALS, Reading
from quizengine_cause_and_effect.wording import inverted, running, stands_alone, third_person, why

CAUSE, EFFECT = "what led to it", "what came of it"
_SIGNALS = {signal.name: signal for signal in SIGNALS}
_MOST_CONTEXT = 70
_QUOTING = "The article says: “"


@dataclass(frozen=True)
class Draft:
    """A question without its distractors."""

    direction: str
    stem: str
    key: Span
    form: Form
    given: tuple[Span, ...]
    """What the stem tells of the article."""
    before: str = ""
    """What stands before every option: the "because of" of "because of the storm"."""


@dataclass(frozen=True)
class Unaskable:
    """A direction in which a relation is not asked about, and why."""

    direction: str
    reason: str


def drafts(relation: CausalRelation) -> Iterator[Draft | Unaskable]:
    """What can be asked about a relation, in both directions."""
    if relation.claimant is not None and not stands_alone(relation.claimant):
        for direction in (CAUSE, EFFECT):
            yield Unaskable(direction, f"who says so is only “{relation.claimant.text}”")
        return
    signal = _SIGNALS[relation.rule]
    ask_cause, ask_effect = _WAYS[signal.reading] if signal.is_asked else (_never, _never)
    for direction, way in ((CAUSE, ask_cause), (EFFECT, ask_effect)):
        try:
            yield way(relation)
        except _CannotBe as reason:
            yield Unaskable(direction, str(reason))


class _CannotBe(Exception):  # noqa: N818 - not a fault: a way of asking that this relation does not allow
    """A relation is not asked about in a certain way; the message is the reason."""


def _what_caused(relation: CausalRelation) -> Draft:
    """Ask, for example, “What has spurred debate over the bridge?”."""
    verb = _verb(relation)
    effect = _alone(relation.effect)
    key = _cause_or_sentence_before(relation)
    if verb.form == "participle":
        asked = f"What does {_source(relation)} describe as having {_past_participle(verb)}"
    elif verb.is_passive:
        asked = f"What {_active(verb)}"
    else:
        asked = f"What {third_person(verb)}"
    return _draft(relation, CAUSE, f"{asked}{_particle(relation)} {running(effect)}", key, (effect,))


def _what_it_caused(relation: CausalRelation) -> Draft:
    """Ask, for example, “What has the storm caused?”."""
    verb = _verb(relation)
    if verb.form == "participle":
        cause = _alone(relation.cause)
        stem = f"What does {_source(relation)} describe as {verb.head.text} by {running(cause)}"
        return _draft(relation, EFFECT, stem, _alone(relation.effect), (cause,))
    if verb.is_passive:
        cause = _alone(relation.cause)
        return _draft(
            relation, EFFECT, f"What {third_person(verb)} by {running(cause)}", _alone(relation.effect), (cause,)
        )
    context, subject, given = _named(relation)
    stem = f"{context}What {_inverted(verb, subject)}{_particle(relation)}"
    return _draft(relation, EFFECT, stem, _alone(relation.effect), given)


def _what_it_made_do(relation: CausalRelation) -> Draft:
    """Ask, for example, “What has the storm forced the town to do?”."""
    verb = _verb(relation)
    if verb.form == "participle":
        raise _CannotBe("who is made to do it is told by a clause")
    doer, deed = _doer_and_deed(relation)
    context, subject, given = _named(relation)
    stem = f"{context}What {_inverted(verb, subject)} {running(_alone(doer))} to do"
    return _draft(relation, EFFECT, stem, deed, (*given, doer), Form.DEED)


def _what_it_came_from(relation: CausalRelation) -> Draft:
    """Ask, for example, “What did the flood stem from?”."""
    verb, effect = _finite(relation), _alone(relation.effect)
    stem = f"What {_inverted(verb, running(effect))}{_particle(relation)}"
    return _draft(relation, CAUSE, stem, _alone(relation.cause), (effect,))


def _what_came_from_it(relation: CausalRelation) -> Draft:
    """Ask, for example, “What stemmed from the storm?”."""
    verb, cause = _finite(relation), _alone(relation.cause)
    stem = f"What {third_person(verb)}{_particle(relation)} {running(cause)}"
    return _draft(relation, EFFECT, stem, _alone(relation.effect), (cause,))


def _why(relation: CausalRelation) -> Draft:
    """Ask, for example, “Why did the bridge close?”."""
    effect = relation.effect
    clause = _clause(effect)
    if not stands_alone(clause.subject) or not stands_alone(effect):
        raise _CannotBe(f"“{_short(effect)}” points to what is named elsewhere")
    return _draft(relation, CAUSE, _why_words(clause), _own_pronouns(relation.cause, effect), (effect,))


def _why_because_of(relation: CausalRelation) -> Draft:
    """Why did the bridge close? Because of the storm."""
    return replace(_why(relation), before=f"{relation.signal.text.lower()} " if relation.signal else "")


def _what_happened(relation: CausalRelation) -> Draft:
    """Ask, for example, “What happened because of the storm?”."""
    cause = _alone(relation.cause)
    clause = _clause(relation.effect)
    if (not clause.verb.is_past and clause.verb.first.fine[:2] != "VH") or clause.verb.head.lemma in ("be", "have"):
        raise _CannotBe("what came of it is a state, not something that happened")
    key = _alone(relation.effect)
    words = relation.signal.text.lower() if relation.signal else "because of"
    return _draft(relation, EFFECT, f"What happened {words} {running(cause)}", key, (cause,))


def _never(relation: CausalRelation) -> Draft:
    raise _CannotBe("there is no question for it in plain English")


_WAYS = {
    Reading.CAUSES: (_what_caused, _what_it_caused),
    Reading.MAKES_DO: (_what_caused, _what_it_made_do),
    Reading.COMES_FROM: (_what_it_came_from, _what_came_from_it),
    Reading.BECAUSE: (_why, _what_happened),
    Reading.OWING_TO: (_why_because_of, _what_happened),
    Reading.IN_ORDER_TO: (_why, _never),
    Reading.BY_DOING: (_never, _never),
    Reading.RESULTING_IN: (_never, _never),
    Reading.AS_A_RESULT: (_never, _never),
}


def _draft(
    relation: CausalRelation, direction: str, words: str, key: Span, given: tuple[Span, ...], form: Form | None = None
) -> Draft:
    found = form or form_of(key)
    if found is None:
        raise _CannotBe("the key has no form that other stretches of the article share")
    ending = "?" if _source(relation) in words or words.startswith(_QUOTING) else f", according to {_source(relation)}?"
    return Draft(direction, words + ending, key, found, given)


def _source(relation: CausalRelation) -> str:
    return running(relation.claimant) if relation.claimant else "the article"


def _pieces(span: Span) -> tuple[Chunk, ...]:
    return tuple(piece for piece in chunks(sentence_of(span)) if span.contains(piece.span))


def _verb(relation: CausalRelation) -> VerbGroup:
    for piece in chunks(sentence_of(relation.effect)):
        if isinstance(piece, VerbGroup) and relation.signal and piece.span.overlaps(relation.signal):
            if "v" in shape(_pieces(relation.cause)) and piece.form != "participle":
                raise _CannotBe("the cause is told by a clause of its own")
            if piece.form == "participle" and piece.first.fine.endswith("G"):
                raise _CannotBe("the cause is told by a clause of its own")
            return piece
    raise _CannotBe("the signal is not a verb")


def _finite(relation: CausalRelation) -> VerbGroup:
    verb = _verb(relation)
    if verb.form != "finite":
        raise _CannotBe("the signal is not a finite verb")
    return verb


def _inverted(verb: VerbGroup, subject: str, plural: bool | None = None) -> str:
    try:
        return inverted(verb, subject, plural)
    except ValueError as fault:
        raise _CannotBe(str(fault)) from None


def _particle(relation: CausalRelation) -> str:
    """What belongs to the signal after its verb: the "to" of "led to"."""
    words = relation.signal.text.split()[1:] if relation.signal else []
    return "".join(f" {word}" for word in words)


def _past_participle(verb: VerbGroup) -> str:
    return verb.head.text


def _active(verb: VerbGroup) -> str:
    """The active form of a passive one, where its participle serves as past tense: "was caused" is "caused"."""
    if [word.lemma for word in verb.words[:-1]] == ["be"] and verb.is_past and verb.head.text.endswith("ed"):
        return verb.head.text
    raise _CannotBe(f"“{verb.span.text}” has no certain active form")


def _alone(span: Span) -> Span:
    span = _without_aside(span)
    if not stands_alone(span):
        raise _CannotBe(f"“{_short(span)}” points to what is named elsewhere")
    return span


def _without_aside(span: Span) -> Span:
    """A phrase without what its author adds between commas at its end: "the exercises, funded by Moscow"."""
    pieces = _pieces(span)
    found = re.fullmatch(r"(n(?:p+n)*),[egRn][^&]*", shape(pieces))
    return pieces[0].span.to(pieces[found.end(1) - 1].span) if found else span


def _own_pronouns(key: Span, given: Span) -> Span:
    """A key whose pronouns, if any, point to what the stem names."""
    if stands_alone(key):
        return key
    first = next((piece for piece in _pieces(key) if isinstance(piece, NounPhrase)), None)
    if first and first.span.text.lower() in ("they", "it", "he", "she") and given.end <= key.start:
        return key
    raise _CannotBe(f"“{_short(key)}” points to what is named elsewhere")


def _cause_or_sentence_before(relation: CausalRelation) -> Span:
    """The cause; for a bare "This" that begins a sentence, the sentence before."""
    sentence = sentence_of(relation.cause)
    if relation.cause.text == "This" and relation.cause.start == sentence.start:
        before = _sentence_before(sentence)
        if before is not None:
            return _alone(_without_opening(before))
    return _alone(relation.cause)


def _named(relation: CausalRelation) -> tuple[str, str, tuple[Span, ...]]:
    """The cause as a stem tells it: words to read first, the words for it, and what of the article they tell."""
    cause = _without_aside(relation.cause)
    if stands_alone(cause):
        return "", running(cause), (cause,)
    sentence = sentence_of(relation.cause)
    found = re.fullmatch(r"This((?: [a-z]+)?)", relation.cause.text)
    context = _context(sentence, found[1].strip() if found else "")
    if found is None or relation.cause.start != sentence.start or context is None:
        raise _CannotBe(f"“{_short(relation.cause)}” points to what is named elsewhere")
    return f"{_QUOTING}{' '.join(context.text.split())}” ", f"that{found[1]}", (context,)


def _context(sentence: Span, noun: str) -> Span | None:
    """The sentences before, back to one that stands alone, if they are not too long to read in a stem.

    A sentence that only says what came of the one before it ("This has led …") is left out unless it names the noun.
    """
    before = last = _sentence_before(sentence)
    while before is not None and re.match(r"(?:This|That|These|Those|It|He|She|They|Such)\b", before.text):
        aside = noun and re.match(r"(?:This|That) [a-z]+(?:s|ed)\b", before.text) and noun not in before.text
        before = _sentence_before(before)
        last = before if aside else last
    if before is None or last is None or re.search(r"[\"”]", before.to(last).text):
        return None
    context = before.to(last)
    return context if len(context.text.split()) <= _MOST_CONTEXT else None


def _sentence_before(sentence: Span) -> Span | None:
    all_of_them = sentences(sentence.article)
    at = all_of_them.index(sentence)
    return all_of_them[at - 1] if at else None


def _without_opening(sentence: Span) -> Span:
    """A sentence without "Moreover," at its start and the mark at its end."""
    opening = re.match(
        r"(?:\w+ly|Moreover|However|Meanwhile|But|And|Still|Instead|Then|Also|Furthermore),? ", sentence.text
    )
    start = sentence.start + (opening.end() if opening else 0)
    return sentence.article.span(start, sentence.start + len(sentence.text.rstrip(".")))


def _doer_and_deed(relation: CausalRelation) -> tuple[Span, Span]:
    """Who is made to do something, and what it is, without the "to"."""
    pieces = _pieces(relation.effect)
    at = shape(pieces).find("i")
    deed = pieces[at]
    if at < 1 or not isinstance(deed, VerbGroup) or len(deed.words) < 2:
        raise _CannotBe("what is done is not certain")
    doer = pieces[0].span.to(pieces[at - 1].span)
    return doer, deed.words[1].span.to(relation.effect.article.span(relation.effect.end, relation.effect.end))


def _clause(span: Span) -> Clause:
    clause = simple_clause(_pieces(span))
    if clause is None:
        raise _CannotBe(f"the subject and verb of “{_short(span)}” are not certain")
    return clause


def _why_words(clause: Clause) -> str:
    try:
        return why(clause)
    except ValueError as fault:
        raise _CannotBe(str(fault)) from None


def _short(span: Span) -> str:
    text = " ".join(span.text.split())
    return text if len(text) <= 50 else f"{text[:47]}…"
