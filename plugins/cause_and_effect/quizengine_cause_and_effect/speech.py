"""Relations told in a quotation: its chunks by themselves, and who says them, where that is certain."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.clauses import is_report, shape, subject_start
from quizengine.language.quoted import Offsets, quoted
from quizengine.language.sentences import place_among, sentence_of, sentences
from quizengine_cause_and_effect.doubts import Unsure

_AFTER = re.compile(
    r",?(?:(?P<subject>n(?:p+n)*+)(?:,R?n(?:p+n)*,)?R?v|v(?P<inverted>n(?:p+n)*))(?P<rest>[,.;RpW]|n|\Z)"
)
_SAYS = re.compile(r"v(?:p?n)?t?\Z")
_ACCORDING_TO = re.compile(r"(?:\A|[,;])gp(?P<speaker>n(?:p+n)*)\Z")
_ADDRESSES = frozenset(("tell", "remind", "assure", "inform"))
"""Verbs of saying that name a listener: "told the council"."""
_GOES_ON = frozenset(("continue", "remark", "reply", "respond", "ask", "joke", "post", "tweet", "recall", "observe"))
"""Verbs that tell of saying only beside a quotation."""
_UNNAMED = frozenset(("we", "they", "it", "you", "i", "who", "one", "someone", "somebody", "many", "some", "others"))
_OPENS = "\"“„«‘`'"
_MOST_BACK = 20
"""Sentences through which a quotation may have gone on since its speaker was told."""


@dataclass(frozen=True)
class Speech:
    """What somebody says in a quotation: its chunks without the marks, and the words that name the speaker."""

    pieces: tuple[Chunk, ...]
    speaker: Span


def speech(sentence: Span, pieces: tuple[Chunk, ...], at: Span) -> Speech | None:
    """The quotation around some words, None where they stand in none; raises Unsure when who says it is not certain.

    Words in marks that are no sentence of their own ("called it “a threat”") are what the writer makes of them.
    """
    place = at.start - sentence.start
    marks = next(((start, end) for start, end in quoted(sentence.text) if start <= place < end), None)
    if marks is None:
        return None
    start, end = sentence.start + marks[0], sentence.start + marks[1]
    first = next((n for n, piece in enumerate(pieces) if piece.span.start >= start and not _is_mark(piece)), None)
    last = max((n for n, piece in enumerate(pieces) if piece.span.end <= end and not _is_mark(piece)), default=None)
    if first is None or last is None or not pieces[first].span.text[:1].isupper():
        raise Unsure("it is said in a quotation, not by the article")
    speaker = _speaker(pieces, first, last + 1) or _speaker_before(sentence, marks)
    if speaker is None:
        raise Unsure("it is said in a quotation, and by whom is not certain")
    own = sentence_of(at, inside=True)
    return Speech(tuple(piece for piece in pieces[first : last + 1] if piece.span.overlaps(own)), speaker)


def _speaker_before(sentence: Span, marks: Offsets) -> Span | None:
    """Who says a quotation that goes on after “…,” she said.” in the same paragraph; None when that is not certain."""
    every = sentences(sentence.article)
    at = place_among(every, sentence)
    furthest = at - _MOST_BACK
    while at > furthest and marks == (0, len(sentence.text)) and at and every[at - 1].paragraph == sentence.paragraph:
        at, sentence = at - 1, every[at - 1]
        ranges = quoted(sentence.text)
        if not ranges:
            return None
        marks = ranges[-1]
        if marks != (0, len(sentence.text)):
            return _speaker_of(sentence, marks)
    return None


def _speaker_of(sentence: Span, marks: Offsets) -> Span | None:
    """Who is said to say the quotation at these offsets of a sentence."""
    pieces = chunks(sentence)
    start, end = sentence.start + marks[0], sentence.start + marks[1]
    inside = [n for n, piece in enumerate(pieces) if start <= piece.span.start and piece.span.end <= end]
    inside = [n for n in inside if not _is_mark(pieces[n])]
    return _speaker(pieces, inside[0], inside[-1] + 1) if inside else None


def _is_mark(piece: Chunk) -> bool:
    return piece.span.text[:1] in _OPENS or piece.span.text in ("”", "''", "»", "’")


def _speaker(pieces: tuple[Chunk, ...], first: int, end: int) -> Span | None:
    """Who is said to say it, before the quotation or after; None when nobody is, or both."""
    code = shape(pieces)
    before = code[:first].rstrip('"').rstrip(",:")
    found = [span for span in (_before(pieces, before), _after(pieces, code, end)) if span is not None]
    return found[0] if len(found) == 1 else None


def _before(pieces: tuple[Chunk, ...], before: str) -> Span | None:
    if according := _ACCORDING_TO.search(before):
        at = according.start("speaker")
        is_it = pieces[at - 2].span.text.lower() == "according"
        return _named(pieces[at : according.end("speaker")]) if is_it else None
    says = _SAYS.search(before)
    if not says or not is_report(pieces[says.start()]):
        return None
    start = subject_start(pieces, says.start())
    if start is None:
        return None
    reach = re.compile(r"n(?:p+n)*").match(before, start, says.start())
    return _named(pieces[start : reach.end()]) if reach else None


def _after(pieces: tuple[Chunk, ...], code: str, end: int) -> Span | None:
    at = end
    while code[at : at + 1] == '"':
        at += 1
    found = _AFTER.match(code, at)
    if not found:
        return None
    group = "subject" if found["subject"] else "inverted"
    verb = pieces[found.start("rest") - 1 if found["subject"] else found.start(group) - 1]
    is_addressed = isinstance(verb, VerbGroup) and verb.head.lemma in _ADDRESSES
    if not _says(verb) or (found["rest"] == "n" and not is_addressed):
        return None
    return _named(pieces[found.start(group) : found.end(group)])


def _says(piece: Chunk) -> bool:
    """Whether a chunk tells of saying, or of going on to speak."""
    goes_on = isinstance(piece, VerbGroup) and piece.form == "finite" and piece.head.lemma in _GOES_ON
    return goes_on or is_report(piece)


def _named(pieces: tuple[Chunk, ...]) -> Span | None:
    """The words for a speaker, unless they are only "we" or "some"."""
    first = pieces[0]
    if not isinstance(first, NounPhrase) or first.span.text.lower() in _UNNAMED:
        return None
    return first.span.to(pieces[-1].span)
