"""Whether words of the article begin and end where a phrase or clause does, or are cut out of its middle."""

import re

from quizengine import Span
from quizengine.language.clauses import shape
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import quoted_in, sentence_of
from quizengine.language.words import words_in
from quizengine_cause_and_effect.plain_clauses import is_clause

_FOCUS = frozenset(("even", "just", "only", "especially", "particularly", "mainly", "soon", "ever"))
_YEAR = 4
"""Digits of a year."""


_ASIDE = re.compile(r" \([^()]{1,90}\)[.,;]")
"""What a bracket adds before the next mark."""


def breaks_off(span: Span) -> bool:
    """Whether a sentence goes on right after a span, with no mark or conjunction between; a colon after a clause."""
    if span.text[-2:] in (",”", ',"', ".”", '."') or _adds_an_aside(span):
        return ends_amid(span)
    after = [piece for piece in chunks_of(sentence_of(span)) if piece.span.start >= span.end]
    if after and _is_mark_of(span, after[0].span):
        return ends_amid(span)
    goes_on = 'vnAegiRD"(:' if is_clause(span) else 'vnAegiRD"('
    return ends_amid(span) or (bool(after) and shape(after[:1]) in tuple(goes_on))


def ends_amid(span: Span) -> bool:
    """Whether the last word leaves more to come: "of a", "launched by socially", "even", "seen" before an "as"."""
    last, after = words_in(span)[-1], span.article.text[span.end : span.end + 4]
    listed_on = last.tag == "ADV" and (re.match(r",| [a-z]", after) or last.text.lower() in _FOCUS)
    cut = r" ?\.\d|,\d| ?[–-]" if _adds_an_aside(span) else r" ?\.\d|,\d| ?[(–-]"
    figure = re.match(cut, after) or re.search(r"\b(?:Rs|Mr|Dr|St|No)\Z", span.text)
    counts = last.tag == "NUM" and re.match(r"-[a-z]| [a-z]" if len(last.text) < _YEAR else "-[a-z]", after)
    return (
        last.tag in ("DET", "ADP", "CCONJ", "SCONJ", "AUX")
        or bool(counts)
        or bool(listed_on)
        or bool(figure)
        or after.startswith(" as ")
        or (last.fine == "VVN" and last.lemma.lower() in ("consider", "call", "name", "deem"))
    )


def _adds_an_aside(span: Span) -> bool:
    """Whether a bracket after a noun, with a mark behind it, only adds to a span: "by its form (and colour), …"."""
    return bool(_ASIDE.match(span.article.text, span.end)) and words_in(span)[-1].tag in ("NOUN", "PROPN")


def begins_amid(span: Span) -> bool:
    """Whether words that belong to a span stand right before it: the "lorry owners’" of "association", an "about"."""
    before = [piece for piece in chunks_of(sentence_of(span)) if piece.span.end <= span.start]
    if not before:
        return False
    if _is_mark_of(span, before[-1].span):
        return False
    return before[-1].span.text in ("'", "’", ")") or shape(before[-1:]) not in tuple(",;:tj&v")


def _is_mark_of(span: Span, mark: Span) -> bool:
    """Whether a mark opens or closes the quotation that a span stands in."""
    for first, last in quoted_in(sentence_of(span)):
        if first <= min(span.start, mark.start) and max(span.end, mark.end) <= last:
            return mark.start == first or mark.end == last
    return False
