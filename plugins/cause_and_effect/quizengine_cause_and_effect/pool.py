"""What an article offers as options: phrases of the same form as the key that are not true for the stem."""

import re
from collections.abc import Iterator
from enum import Enum

from quizengine import Article, Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.clauses import complement_end, phrase_end, shape, simple_clause, subject_start
from quizengine.language.quoted import quoted
from quizengine.language.sentences import sentence_of, sentences
from quizengine.language.words import words_in

WANTED, LEAST = 3, 2
"""Wrong options: three where the article has them, two at least (Rodriguez 2005: three options are enough)."""
_MUCH = 9
"""Content words of a stem from which on one more in common says little."""
_JOINING = frozenset(("of", "between", "among", "over", "against", "in", "on", "from"))
"""Prepositions that join a noun to the noun before it rather than to a verb."""
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
            verb = shape(body).find("v")
            if simple_clause(body) and complement_end(body, verb + 1) == len(body):
                yield body[0].span.to(body[-1].span)
        case Form.DEED | Form.MOTIVE:
            yield from _deeds(pieces, form)
        case Form.ACTION:
            yield from _actions(pieces)


def _phrases(pieces: tuple[Chunk, ...]) -> Iterator[Span]:
    """Subjects and objects, each with all that hangs on it, and what stands after a preposition."""
    code = shape(pieces)
    for found in re.finditer(r"(?<=p)n(?:pn)+(?=[,.;v])", code):
        inside = pieces[found.start() : found.end()]
        if {piece.span.text for piece in inside if shape((piece,)) == "p"} <= _JOINING:
            yield inside[0].span.to(inside[-1].span)
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


def is_a_name(span: Span) -> bool:
    """Whether a phrase is about somebody, something or some place by name."""
    first = next((piece for piece in chunks(sentence_of(span)) if span.overlaps(piece.span)), None)
    return isinstance(first, NounPhrase) and first.head.tag == "PROPN"


def _is_a_doer_with_a_deed(span: Span) -> bool:
    """Whether this is "the town to close the bridge", which is no phrase by itself."""
    pieces = [piece for piece in chunks(sentence_of(span)) if span.contains(piece.span)]
    return bool(re.match(r"R*n(?:p+n)*i", shape(pieces)))


def has_form(span: Span, form: Form) -> bool:
    """Whether a span has a form; "the town to close the bridge" is no phrase by itself."""
    if form is not Form.DEED:
        return form_of(span) is form and not _is_a_doer_with_a_deed(span)
    before = span.article.text[max(0, span.start - 3) : span.start]
    return before.lower() == "to " and words_in(span)[0].fine in ("VVI", "VBI", "VHI", "VDI")
