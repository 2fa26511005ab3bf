"""Relations told in a quotation: its chunks by themselves, and who says them, where that is certain."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase
from quizengine.language.clauses import is_report, shape, subject_start
from quizengine.language.quoted import quoted
from quizengine_cause_and_effect.doubts import Unsure

_AFTER = re.compile(r",?(?:(?P<subject>n(?:p+n)*)R?v|v(?P<inverted>n(?:p+n)*))(?=[,.;]|R|p|\Z)")
_SAYS = re.compile(r"v(?:p?n)?t?\Z")
_ACCORDING_TO = re.compile(r"(?:\A|[,;])gp(?P<speaker>n(?:p+n)*)\Z")
_UNNAMED = frozenset(("we", "they", "it", "you", "i", "who", "one", "someone", "somebody", "many", "some", "others"))
_OPENS = "\"“„«‘`'"


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
    speaker = _speaker(pieces, first, last + 1)
    if speaker is None:
        raise Unsure("it is said in a quotation, and by whom is not certain")
    return Speech(pieces[first : last + 1], speaker)


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
    verb = found.end() - 1 if found["subject"] else found.start(group) - 1
    return _named(pieces[found.start(group) : found.end(group)]) if is_report(pieces[verb]) else None


def _named(pieces: tuple[Chunk, ...]) -> Span | None:
    """The words for a speaker, unless they are only "we" or "some"."""
    first = pieces[0]
    if not isinstance(first, NounPhrase) or first.span.text.lower() in _UNNAMED:
        return None
    return first.span.to(pieces[-1].span)
