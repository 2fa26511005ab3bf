"""The parts of a causal relation as questions use them: told in full, or quoted with the sentence before."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import NounPhrase, VerbGroup
from quizengine.language.clauses import is_report, shape
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import place_among, sentence_of, sentences
from quizengine.language.told import is_told
from quizengine_cause_and_effect.arguments import without_opening
from quizengine_cause_and_effect.drafts import CannotBe
from quizengine_cause_and_effect.kinds import is_bare, is_people
from quizengine_cause_and_effect.naming import NotNamed, named, stands_alone
from quizengine_cause_and_effect.plain_clauses import clause_of, is_clause, pieces_of, short
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.wording import running

_LONGEST_OPENING = 15
"""Characters before a clause that only open its sentence: "Moreover, "."""
_OF_THEIR_MIND = re.compile(r"(n(?:p+n|,n|,?&n)*)(v)t(j[^,;:\"]*,)?(nv[^,;:\"]*)")
_OF_THE_MIND = frozenset(("fear", "believe", "hope", "doubt", "want", "expect", "oppose", "suspect", "worry", "think"))
_MOST_EARLIER = 200
"""Sentences back in which a noun may have been introduced."""
_MOST_CONTEXT = 70
"""Words of quoted context; more is a page to read, not a stem."""


@dataclass(frozen=True)
class Told:
    """A cause as a stem tells it: words to read first, the words for it, and what of the article they tell."""

    context: str
    words: str
    given: tuple[Span, ...]


def source(relation: CausalRelation) -> str:
    """Who says so: the article, or whom it names."""
    if relation.claimant is None:
        return "the article"
    return named_or_not(relation.claimant)


def signal_verb(relation: CausalRelation) -> VerbGroup:
    """The verb group that is the signal."""
    for piece in chunks_of(sentence_of(relation.effect)):
        if isinstance(piece, VerbGroup) and relation.signal and piece.span.overlaps(relation.signal):
            return piece
    raise CannotBe("the signal is not a verb")


def is_in_a_relative_clause(relation: CausalRelation) -> bool:
    """Whether the signal follows its cause after a "that" or "which": "a leak that led to a flood"."""
    if relation.signal is None:
        return False
    between = relation.cause.article.text[relation.cause.end : relation.signal.start]
    return bool(re.match(r",? (?:that|which)\b", between))


def verb_before(relation: CausalRelation) -> VerbGroup | None:
    """The "is" between an effect and its signal ("the delay is due to fog"), where that is all the verb there is."""
    pieces = chunks_of(sentence_of(relation.effect))
    between = [
        piece for piece in pieces if relation.signal and relation.effect.end <= piece.span.start < relation.signal.start
    ]
    if len(between) == 1 and isinstance(between[0], VerbGroup) and between[0].head.lemma == "be":
        return between[0]
    return None


def particle(relation: CausalRelation) -> str:
    """What belongs to the signal after its verb: the "to" of "led to"."""
    words = relation.signal.text.split()[1:] if relation.signal else []
    return "".join(f" {word}" for word in words)


def named_or_not(span: Span) -> str:
    """The words of a span with every pronoun named; raises CannotBe when one is not certain."""
    try:
        return named(span)
    except NotNamed:
        raise CannotBe(f"“{short(span)}” points to what is named elsewhere") from None


def alone(span: Span) -> Span:
    """A span that needs no context, without what is added between commas at its end; raises CannotBe otherwise."""
    span = trimmed(span)
    if not stands_alone(span):
        raise CannotBe(f"“{short(span)}” points to what is named elsewhere")
    return span


def nameable(span: Span) -> Span:
    """A span that needs no context once its "he" and "his" are named; raises CannotBe where one is not certain."""
    span = trimmed(span)
    named_or_not(span)
    return span


def reported(cause: Span) -> tuple[Span, str] | None:
    """What people say of their own mind, as "officials fear it" for "officials said that … they fear it".

    None when the cause is no such report, or "they" may be others.
    """
    pieces = pieces_of(cause)
    found = _OF_THEIR_MIND.fullmatch(shape(pieces))
    if not found or not is_report(pieces[found.start(2)]):
        return None
    they, mind = pieces[found.start(4)], pieces[found.start(4) + 1]
    between = [piece for piece in pieces[found.end(2) : found.start(4)] if isinstance(piece, NounPhrase)]
    is_mind = isinstance(mind, VerbGroup) and mind.head.lemma in _OF_THE_MIND and not (mind.is_modal or mind.is_negated)
    others = any(is_people(piece.span) and piece.span.text != "they" for piece in between)
    if they.span.text != "they" or not is_mind or others:
        return None
    subject = pieces[0].span.to(pieces[found.end(1) - 1].span)
    rest = mind.span.to(pieces[-1].span)
    return they.span.to(rest), f"{named_or_not(subject)} {' '.join(rest.text.split())}"


def trimmed(span: Span) -> Span:
    """A span without what is added between commas at its end."""
    pieces = pieces_of(span)
    found = re.fullmatch(r"(n(?:p+n)*),[egRn][^&v]*", shape(pieces))
    return pieces[0].span.to(pieces[found.end(1) - 1].span) if found else span


def own_pronouns(key: Span, given: Span) -> Span:
    """A key whose pronouns, if any, can only point to what the stem names; raises CannotBe otherwise."""
    if stands_alone(key):
        return key
    phrases = [piece for piece in pieces_of(key) if isinstance(piece, NounPhrase)]
    pointing = [piece for piece in phrases if piece.points_back]
    ours = all(
        piece.words[0].fine in ("PNP", "DPS") and piece.words[0].lemma not in ("we", "i", "you") for piece in pointing
    )
    if ours and pointing and given.end <= key.start:
        return key
    raise CannotBe(f"“{short(key)}” points to what is named elsewhere")


def cause_told(relation: CausalRelation) -> Told:
    """The cause for a stem: by its words, or quoted first and then called “that”."""
    cause = relation.cause
    if is_clause(cause):
        quoted, sentence = alone(cause), sentence_of(cause)
        if relation.claimant is not None:
            raise CannotBe("the words to quote would not tell who says so")
        if sentence.end - quoted.end < 2 and quoted.start - sentence.start < _LONGEST_OPENING:
            return Told(said(sentence), "that", (cause,))
        clause_of(cause)
        return Told(f"The article says that “{running(quoted)}”. ", "that", (cause,))
    if re.fullmatch(r"This [a-z]+", cause.text) and cause.start == sentence_of(cause).start:
        noun = cause.text.removeprefix("This ")
        context = _context(sentence_of(cause), noun)
        return Told(said(context), f"that {noun}", (context,))
    plain = nameable(cause)
    return Told("", named_or_not(plain), (plain,))


def said(span: Span) -> str:
    """A sentence or two of the article quoted for a stem, without a "Moreover," at their start."""
    plain = without_opening(span)
    text = re.sub(r'"([^"]*)"|“([^“”]*)”', r"‘\1\2’", " ".join(plain.text.split()))
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return f"The article says{':' if plain == span else ' that'} “{ended}” "


def introduction(given: tuple[Span, ...]) -> Span | None:
    """The sentence that tells which one a bare "the accident" is; None when there is nothing to tell.

    Raises CannotBe when such a noun is new to the article and no plain sentence before it introduces it.
    """
    bare = next((span for span in given if is_bare(span) and not _is_known(span)), None)
    if bare is None:
        return None
    sentence = sentence_of(bare)
    before = sentence_before(sentence)
    if before is None or before.paragraph != sentence.paragraph or re.search(r"[\"“”]", before.text):
        raise CannotBe(f"which one “{bare.text}” is, is not told by a plain sentence before")
    if not stands_alone(without_opening(before)) or len(before.text.split()) > _MOST_CONTEXT:
        raise CannotBe(f"which one “{bare.text}” is, takes too long to tell")
    return before


def reminder(given: tuple[Span, ...]) -> Span | None:
    """The sentence that last spoke of a bare "the show" which the article knows, if it reads well alone."""
    bare = next((span for span in given if is_bare(span) and _is_known(span)), None)
    if bare is None:
        return None
    noun = re.compile(rf"(?i)\b{re.escape(bare.text.split()[-1])}\b")
    sentence = sentence_of(bare)
    every = sentences(bare.article)
    at = place_among(every, sentence)
    earlier = (one for one in reversed(every[max(0, at - _MOST_EARLIER) : at]) if one.end <= sentence.start)
    last = next((one for one in earlier if noun.search(one.text)), None)
    if last is None or not _has_whole_quotations(last.text) or not stands_alone(without_opening(last)):
        return None
    return last if len(last.text.split()) <= _MOST_CONTEXT else None


def _has_whole_quotations(text: str) -> bool:
    """Whether every quotation that begins in a sentence ends in it, and it is not one itself."""
    pairs = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    return pairs and text[:1] not in '"“'


def _is_known(span: Span) -> bool:
    """Whether the article said the noun of a phrase before."""
    noun = span.text.split()[-1]
    return is_told(span.article, noun, span.start)


def _context(sentence: Span, noun: str) -> Span:
    """The sentences before, back to one that stands alone, if they are not too long to read in a stem.

    A sentence that only says what came of the one before it ("This has led …") is left out unless it names the noun.
    """
    before = last = sentence_before(sentence)
    while before is not None and re.match(r"(?:This|That|These|Those|It|He|She|They|Such)\b", before.text):
        aside = re.match(r"(?:This|That) [a-z]+(?:s|ed)\b", before.text) and noun not in before.text
        before = sentence_before(before)
        last = before if aside else last
    if before is None or last is None or re.search(r"[\"”]", before.to(last).text):
        raise CannotBe(f"what “this {noun}” is, is not told by a plain sentence before")
    context = before.to(last)
    if len(context.text.split()) > _MOST_CONTEXT:
        raise CannotBe(f"what “this {noun}” is, takes too long to tell")
    return context


def sentence_before(sentence: Span) -> Span | None:
    """The sentence of the body before this one."""
    all_of_them = sentences(sentence.article)
    at = place_among(all_of_them, sentence)
    return all_of_them[at - 1] if at else None


def doer_and_deed(relation: CausalRelation) -> tuple[Span, Span]:
    """Who is made to do something, and what it is, without the "to"."""
    pieces = pieces_of(relation.effect)
    at = shape(pieces).find("i")
    deed = pieces[at]
    if at < 1 or not isinstance(deed, VerbGroup) or len(deed.words) < 2:
        raise CannotBe("what is done is not certain")
    end = relation.effect.end
    return pieces[0].span.to(pieces[at - 1].span), deed.words[1].span.to(relation.effect.article.span(end, end))


def doer_named(relation: CausalRelation, doer: Span) -> str:
    """Who is made to do something, by name; an "it" or "them" after a clause is that clause's subject."""
    if doer.text in ("it", "them") and sentence_of(doer).contains(relation.cause) and is_clause(relation.cause):
        clause = clause_of(relation.cause)
        if clause.is_plural == (doer.text == "them"):
            return named_or_not(clause.subject)
    return named_or_not(doer)
