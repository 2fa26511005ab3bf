"""What an article offers as options: phrases of the same form as the key that are not true for the stem."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from random import Random

from quizengine import Article, Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.clauses import complement_end, phrase_end, shape, simple_clause, subject_start
from quizengine.language.quoted import quoted
from quizengine.language.sentences import sentence_of, sentences
from quizengine.language.words import words_in
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.wording import content_words

WANTED, LEAST = 3, 2
"""Wrong options: three where the article has them, two at least (Rodriguez 2005: three options are enough)."""
_MUCH = 9
"""Content words of a stem from which on one more in common says little."""
_NO_ACTIONS = frozenset(("according", "including", "following", "regarding", "keeping", "concerning", "owing"))
_TIME = re.compile(
    r"(?i)\b(?:day|week|month|year|decade|century|hour|minute|time|percent)s?\Z|\A(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)


class Form(Enum):
    """The grammatical form of an option; all options of a question have the same one."""

    PHRASE = "a noun phrase: the storm of 1953"
    CLAUSE = "a clause: the storm broke two piers"
    DEED = "an infinitive without its “to”: close the bridge"
    MOTIVE = "an infinitive with its “to”: to save the bridge"
    ACTION = "a present participle: closing the bridge"


def form_of(span: Span) -> Form | None:
    """The form of a span; None when it is none of those that options can have."""
    pieces = [piece for piece in chunks(sentence_of(span)) if span.contains(piece.span)]
    code = shape(pieces)
    if re.match(r"R?i", code):
        return Form.MOTIVE
    if re.match(r"[Rj]?g", code):
        return Form.ACTION
    if re.match(r"[RDA]*n", code) and not re.search(r"(?<![tw])(?<![tw]n)(?<![tw]R)(?<![tw]npn)v", code):
        return Form.PHRASE
    return Form.CLAUSE if simple_clause(pieces) else None


def distractors(
    key: Span,
    given: Sequence[Span],
    relation: CausalRelation,
    others: Sequence[CausalRelation],
    form: Form,
    rng: Random,
) -> list[Span]:
    """Three wrong options for a key, or fewer when the article has no more.

    `given` is what the stem tells. First come arguments of other relations, then other stretches of the article of the
    same form; none from the sentences of the relation itself, none from a relation that shares a word with what the
    stem tells (it could be true as well), none that repeats the stem or the key.
    """
    closed = [sentence_of(relation.cause), sentence_of(relation.effect)]
    told = content_words([word for span in given for word in words_in(span)])
    right = content_words(words_in(key))
    chosen: list[Span] = []
    related = [one for one in others if one is not relation and not _is_linked(one, relation, told, right)]
    first = [span for one in related for span in (one.cause, one.effect)]
    forbidden = [span for one in others if one not in related for span in (one.cause, one.effect)]
    rest = [
        span
        for span in offered(key.article, form)
        if not any(span.overlaps(other) for other in forbidden) and _is_about_something_else(span, told)
    ]
    for candidates in (first, rest):
        for span in _shuffled_by_likeness(candidates, key, rng):
            repeats = candidates is rest and content_words(words_in(span)) & right
            if len(chosen) < WANTED and not repeats and _fits(span, key, told, closed, form, chosen):
                chosen.append(span)
    return chosen


def offered(article: Article, form: Form) -> Iterator[Span]:
    """Every stretch of the article of a form, outside quotations."""
    for sentence in sentences(article):
        marks = quoted(sentence.text)
        for span in _stretches(chunks(sentence), form):
            if not any(start < span.end - sentence.start and span.start - sentence.start < end for start, end in marks):
                yield span


def _stretches(pieces: tuple[Chunk, ...], form: Form) -> Iterator[Span]:
    match form:
        case Form.PHRASE:
            yield from _phrases(pieces)
        case Form.CLAUSE:
            body = pieces[:-1] if shape(pieces).endswith(".") else pieces
            if simple_clause(body):
                yield body[0].span.to(body[-1].span)
        case Form.DEED | Form.MOTIVE:
            yield from _deeds(pieces, form)
        case Form.ACTION:
            yield from _actions(pieces)


def _phrases(pieces: tuple[Chunk, ...]) -> Iterator[Span]:
    """Subjects and objects, each with all that hangs on it."""
    for at, piece in enumerate(pieces):
        if not isinstance(piece, VerbGroup) or piece.form != "finite":
            continue
        start = subject_start(pieces, at)
        if start is None:
            continue
        if phrase_end(pieces, start) == at:
            yield pieces[start].span.to(pieces[at - 1].span)
        end = at + 2
        while end + 1 < len(pieces) and pieces[end].span.text == "of" and isinstance(pieces[end + 1], NounPhrase):
            end += 2
        if isinstance(pieces[min(at + 1, len(pieces) - 1)], NounPhrase) and not shape(pieces[end:]).startswith(
            ("p", "n", "i")
        ):
            yield pieces[at + 1].span.to(pieces[end - 1].span)


def _deeds(pieces: tuple[Chunk, ...], form: Form) -> Iterator[Span]:
    for at, piece in enumerate(pieces):
        if isinstance(piece, VerbGroup) and piece.form == "infinitive":
            end = complement_end(pieces, at + 1)
            words = piece.words if form is Form.MOTIVE else piece.words[1:]
            if end > at + 1 and isinstance(pieces[at + 1], NounPhrase) and len(words) > 0:
                yield words[0].span.to(pieces[end - 1].span)


def _actions(pieces: tuple[Chunk, ...]) -> Iterator[Span]:
    code = shape(pieces)
    for found in re.finditer(r"(?<=[p,n])R?g(?=R?[np])", code):
        end = complement_end(pieces, found.end())
        if pieces[found.end() - 1].span.text.lower() not in _NO_ACTIONS:
            yield pieces[found.start()].span.to(pieces[end - 1].span)


def _is_linked(one: CausalRelation, relation: CausalRelation, told: frozenset[str], right: frozenset[str]) -> bool:
    """Whether another relation may be about the same cause or effect, or is one step further in the same chain."""
    spans = (one.cause, one.effect)
    if any(span.overlaps(own) for span in spans for own in (relation.cause, relation.effect)):
        return True
    words = content_words([word for span in spans for word in words_in(span)])
    return len(words & told) > 1 or len(words & right) > 1


def _is_about_something_else(span: Span, told: frozenset[str]) -> bool:
    """Whether the sentence of a span has next to nothing in common with what the stem tells; no noun of a short one."""
    words = words_in(sentence_of(span))
    shared = content_words(words) & told
    nouns = {word.lemma.lower() for word in words if word.tag == "NOUN"}
    return 4 * len(shared) <= len(told) and (len(told) > _MUCH or not shared & nouns)


def _fits(
    span: Span, key: Span, told: frozenset[str], closed: Sequence[Span], form: Form, chosen: Sequence[Span]
) -> bool:
    if any(sentence.contains(span) for sentence in closed) or any(span.text == other.text for other in chosen):
        return False
    own, right = content_words(words_in(span)), content_words(words_in(key))
    if _TIME.search(span.text) or own & told or len(own & right) * 3 > len(own | right) or len(own) < 2:
        return False
    if any(own <= content_words(words_in(other)) or len(own & content_words(words_in(other))) > 1 for other in chosen):
        return False
    if form is Form.PHRASE and _is_a_name(span) and not _is_a_name(key):
        return False
    wanted, got = len(key.text.split()), len(span.text.split())
    alike = got <= 2 * wanted + 2 and wanted <= 2 * got + 2
    return alike and _has_form(span, form) and stands_alone(span)


def _is_a_name(span: Span) -> bool:
    """Whether a phrase is about somebody, something or some place by name."""
    first = next((piece for piece in chunks(sentence_of(span)) if span.overlaps(piece.span)), None)
    return isinstance(first, NounPhrase) and first.head.tag == "PROPN"


def _is_a_doer_with_a_deed(span: Span) -> bool:
    """Whether this is "the town to close the bridge", which is no phrase by itself."""
    pieces = [piece for piece in chunks(sentence_of(span)) if span.contains(piece.span)]
    return bool(re.match(r"R*n(?:p+n)*i", shape(pieces)))


def _has_form(span: Span, form: Form) -> bool:
    if form is not Form.DEED:
        return form_of(span) is form and not _is_a_doer_with_a_deed(span)
    before = span.article.text[max(0, span.start - 3) : span.start]
    return before.lower() == "to " and words_in(span)[0].fine in ("VVI", "VBI", "VHI", "VDI")


def _shuffled_by_likeness(spans: Sequence[Span], key: Span, rng: Random) -> list[Span]:
    """The spans in an order that `rng` draws among those about as long as the key, the others after them."""
    wanted = len(key.text.split())
    drawn = {span: rng.random() for span in spans}
    return sorted(drawn, key=lambda span: (abs(len(span.text.split()) - wanted) // 4, drawn[span]))
