"""Sentences of an article, by offsets.

Next: `quizengine.language.syntax`, which analyses them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter

from quizengine.language.abbreviations import goes_on_after
from quizengine.language.quotation_ranges import Offsets, marked_words, quotation_ranges
from quizengine.language.reporting import verb_forms
from quizengine.text.article import Article, Span, cache_per_article

_CLOSER = r"""["”’»)\]]|''|'(?!\w)|[ \u00a0]?\[\d+\]"""
_END = re.compile(rf"(?P<mark>[.!?…]+)(?P<closers>(?:{_CLOSER})*(?:[ \u00a0](?:[”»]|''|\"(?=\s|\Z)))*)(?=\s|\Z)")
_NEXT_WORD = re.compile(
    r"""\s*(?P<openers>(?:["“‘'«(\[—–-]|``|''|\.\.\.|…)*)[ \u00a0]?(?P<word>\w[\w.’'-]*|\$?\d\S*|\S|\Z)"""
)
_NOT_WHITE = re.compile(r"\S")
_LONGEST_ABBREVIATION = 40
_REPORTED = re.compile(
    r"\s*(?:(?:[A-Z][\w.’'-]*|the|a|of|for|de|van|al|his|her)\s+){0,6}?"
    rf"(?:{'|'.join(sorted(verb_forms('beside a quotation')))})\b"
)


@cache_per_article
def sentences_in(article: Article) -> tuple[Span, ...]:
    """The sentences of the body, in order; a quotation is never split."""
    return _split(article, inside=False)


@cache_per_article
def sentences_inside(article: Article) -> tuple[Span, ...]:
    """The sentences of the body, in order, with those inside a quotation parted like any others."""
    return _split(article, inside=True)


def sentence_of(span: Span, inside: bool = False) -> Span:
    """The sentence that a span begins in; the span itself outside the body.

    With `inside`, sentences are parted inside quotations, too.
    """
    all_of_them = sentences_inside(span.article) if inside else sentences_in(span.article)
    at = bisect_right(all_of_them, span.start, key=lambda sentence: sentence.start) - 1
    return all_of_them[at] if at >= 0 and span.start < all_of_them[at].end else span


def quoted_in(sentence: Span) -> tuple[Offsets, ...]:
    """Return where a sentence is between quotation marks, marks included, by offsets of the article."""
    known = _quoted(sentence.article)
    place = sentence.start, sentence.end
    if place not in known:
        known[place] = tuple(
            (sentence.start + start, sentence.start + end) for start, end in quotation_ranges(sentence.text)
        )
    return known[place]


def is_inside_quotation(paragraph: Span, place: int) -> bool:
    """Return whether a quotation that begins in a paragraph is open at an offset of the article.

    One that is never closed is open to the end of the paragraph.
    """
    quotations = _quotations(paragraph.article)
    at = bisect_left(quotations, place, key=itemgetter(0)) - 1
    return at >= 0 and paragraph.start <= quotations[at][0] and place < quotations[at][1]


@cache_per_article
def _quotations(article: Article) -> tuple[Offsets, ...]:
    """Return where each outermost quotation of the body begins and ends, in order."""
    return tuple(
        (marked.start, marked.end)
        for paragraph in article.paragraphs
        for marked in marked_words(article.text, paragraph.start, paragraph.end)
    )


@cache_per_article
def _quoted(article: Article) -> dict[Offsets, tuple[Offsets, ...]]:
    """Filled by `quoted_in`."""
    return {}


def _split(article: Article, inside: bool) -> tuple[Span, ...]:
    return tuple(
        article.span(paragraph.start + start, paragraph.start + end)
        for paragraph in article.paragraphs
        for start, end in _parted(paragraph.text, inside)
    )


def _parted(text: str, inside: bool) -> Iterator[Offsets]:
    """The sentences of one paragraph, without the white space between them."""
    whole = () if inside else quotation_ranges(text)
    firsts = [first for first, _ in whole]
    start = 0
    for end in _END.finditer(text):
        at = bisect_right(firsts, end.start()) - 1
        within = at >= 0 and end.end() < whole[at][1]
        if not within and _ends(text, start, end):
            yield start, end.end()
            start = _next_start(text, end.end())
    if start < len(text):
        yield start, len(text)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` is over after this mark."""
    following = _NEXT_WORD.match(text, end.end())
    if following is None or not following["word"]:
        return True
    word, opened = following["word"], bool(following["openers"].strip("—–-"))
    if (word[0].islower() and not opened) or (not word[0].isalnum() and word[0] not in "$€£@#"):
        return False
    if end["closers"] and not end["mark"].endswith(".") and _REPORTED.match(text, end.end()):
        return False
    if word[0].islower() and not re.search(r"[”\"']", end["closers"] + following["openers"]):
        return False
    before = text[max(start, end.start() - _LONGEST_ABBREVIATION) : end.start()]
    if end["mark"] != "." or end["closers"]:
        return True
    dashed = following["openers"].startswith(("—", "–", "-"))
    return not goes_on_after(before, "—" if dashed else word, opened)


def _next_start(text: str, at: int) -> int:
    found = _NOT_WHITE.search(text, at)
    return found.start() if found else len(text)
