"""What of an article stands within a span: its sentences and its names, found without going through all of them."""

from bisect import bisect_left, bisect_right

from quizengine import Span
from quizengine.language.names import Name, mentioned
from quizengine.language.sentences import sentences


def sentences_within(span: Span) -> tuple[Span, ...]:
    """The sentences that a span touches, in order."""
    known = sentences(span.article)
    first = bisect_right(known, span.start, key=lambda one: one.end)
    return known[first : bisect_left(known, span.end, key=lambda one: one.start)]


def names_within(span: Span) -> tuple[tuple[Span, Name], ...]:
    """The mentions of names that lie wholly in a span, in order, each with the name."""
    known = mentioned(span.article)
    first = bisect_left(known, span.start, key=lambda one: one[0].start)
    last = bisect_left(known, span.end, key=lambda one: one[0].start)
    return tuple(one for one in known[first:last] if span.contains(one[0]))
