"""Whether words can be understood by whoever has read nothing else, and what to show when they cannot."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quizengine import Span
from quizengine.language.chunks import VerbGroup, chunks
from quizengine.language.clauses import subject_start
from quizengine.language.sentences import sentence_of, sentences
from quizengine.language.words import Word, words
from quizengine_numeric_recall.pronouns import TIMES, pronouns_resolved
from quizengine_numeric_recall.within import names_within, sentences_within

_TIMES = rf"(?:{TIMES}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_POINTERS = re.compile(
    rf"\b(?:[Tt]his|[Tt]hese|[Tt]hose)\b(?! {_TIMES}\b)|\b(?:[Ss]uch|[Tt]he (?:same|latter|former|other|others|two))\b|"
    rf"(?:\A|[.!?]\W+)(?:That|(?:Nearly |Almost |Not )?(?:[Aa]ll|Most|Some|Both|Many|Few|Each|Others|Another)"
    rf" (?:are|is|was|were|have|has|had|of them))\b|\bthat {_TIMES}\b|\b(?:[Hh]ere|[Tt]hen)\b(?!-)"
)
"""Words that point to something told before."""
_DEICTIC = re.compile(rf"\b(?:today|yesterday|tomorrow|tonight|(?:last|next|this) {_TIMES})\b", re.IGNORECASE)
"""Words that count from the day of writing."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Oo]urs)\b")
_DEFINITE_CLAUSE = re.compile(r"(?:\A[\"“]?The|(?:, |and |that |but )the) [a-z]+\b(?! (?:of|that|which|who|whose)\b)")
_DEFINITE_MAIN = re.compile(r", (?:however, )?the [a-z]+ (?:was|were|is|are|has|had)\b")
_KIND = re.compile(
    r"\b[Tt]he (?P<noun>(?P<living>animal|species|creature|plant|bird|insect|virus|disease)|company|firm|country|"
    r"nation|group|area|region|site|city|town|village|team|club|band|school|project|programme|program|survey|line)"
    r"(?:s|es|ies)?\b(?! (?:of|that|which|who|whose|in|at|on|near|between|for|from|named|called)\b|[’'])"
)
"""A noun for a whole kind, which stands for something named before."""
_QUOTES = frozenset("\"“'‘")
_MOST_WORDS = 100
_LONG = 60
_WORDS_BEHIND = 6
_FEWEST_WORDS = 7


Rule = Literal["gap", "gap-pair"]


@dataclass(frozen=True)
class Extract:
    """A stretch of the article to show around a figure."""

    span: Span
    rule: Rule
    loose: bool = False
    """Whether it is only clear to whoever knows which article it is from ("this year", "the company", "we")."""


def extract_around(figure: Span) -> Extract | None:
    """The stretch to show around a figure; None when none stands alone.

    That is its sentence; else that with one or two before it.
    """
    sentence = sentence_of(figure)
    if not is_sentence(sentence):
        return None
    pair = _with_before(sentence, 1)
    wider = _with_before(sentence, 2)
    stretches: tuple[tuple[Span | None, Rule], ...] = ((sentence, "gap"), (pair, "gap-pair"), (wider, "gap-pair"))
    short = [(_without_tail(span, figure), rule) for span, rule in stretches if span]
    clear = [(span, rule) for span, rule in short if stands_alone(span)]
    for span, rule in clear:
        if not is_loose(span):
            return Extract(span, rule)
    loose = sorted(clear[:2], key=lambda one: one[1] == "gap")
    return Extract(loose[0][0], loose[0][1], loose=True) if loose else None


def _without_tail(span: Span, figure: Span) -> Span:
    """A long stretch up to a comma some words behind the figure; a short one as it is."""
    if len(span.text.split()) <= _LONG:
        return span
    text = span.article.text
    verbs = [one.span for one in chunks(sentence_of(figure)) if isinstance(one, VerbGroup) and one.form == "finite"]
    for mark in re.finditer(r"[,;](?= \D)| (?=[—–] )", text[figure.end : span.end]):
        cut = span.article.span(span.start, figure.end + mark.start())
        enough = len(text[figure.end : cut.end].split()) >= _WORDS_BEHIND
        if (
            enough
            and any(verb.end <= cut.end for verb in verbs)
            and _is_balanced(cut.text)
            and cut.text.count("(") == cut.text.count(")")
        ):
            return cut
    return span


def is_sentence(sentence: Span) -> bool:
    """Whether this is a sentence with a verb and not a caption, a heading, a reference or a row of a table."""
    ends = re.search(r"[.!?…][\"”’')\]]*\s*(?:\[\d+\]\s*)*\Z|[.!?][\"”’']? ?-?-?\Z", sentence.text)
    tags = [word.fine for word in words(sentence)]
    finite = any(tag == "VM0" or (tag[:1] == "V" and tag[2:] in ("D", "Z", "B")) for tag in tags)
    start = re.match(r"[\"“'‘(\[]*(\w)", sentence.text)
    odd = re.match(r"(?:Figure|Fig\.|Table|Photo|Image|Source)\b", sentence.text)
    return bool(ends and finite and start and not start[1].islower() and not odd and _is_balanced(sentence.text))


def _is_balanced(text: str) -> bool:
    """Whether every quotation mark has its partner within the text."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("''") % 2 == 0


def stands_alone(span: Span) -> bool:
    """Whether no word points to something that these words do not name, and each quotation has its speaker."""
    if not _FEWEST_WORDS <= len(span.text.split()) <= _MOST_WORDS:
        return False
    if _POINTERS.search(_told(span)) or _points_with_that(span) or not pronouns_resolved(span):
        return False
    return bool(re.sub(r"[·\W]+", "", _unquoted(span.text)))


def _points_with_that(span: Span) -> bool:
    """Whether a "that" in the first sentence stands before a noun, as in "won that match": that match was told before.

    Within a quotation the speaker may point at anything.
    """
    plain = _unquoted(span.text)
    return any(
        one.fine == "DT0" and plain[one.span.start - span.start :].casefold().startswith("that") and after.tag == "NOUN"
        for one, after in pairwise(words(sentences_within(span)[0]))
    )


def _told(span: Span) -> str:
    """The text without the "This" that begins a later sentence and points to the one before it ("This payment …")."""
    first, *later = sentences_within(span)
    rest = (re.sub(r"\AThese? (?=[a-z]+\b)|\AThis (?=[a-z]+\b)", "", one.text) for one in later)
    return " ".join([span.article.text[span.start : first.end], *rest])


def is_loose(span: Span) -> bool:
    """Whether these words are only clear to whoever knows the article: "last year", "we", "the last train"."""
    plain = _unquoted(span.text)
    if _DEICTIC.search(plain) or _FIRST_PERSON.search(plain) or _DEFINITE_MAIN.search(plain):
        return True
    if any(_is_said_of_a_kind(span, found) for found in _KIND.finditer(plain)):
        return True
    names = bool(names_within(span))
    return (not names and bool(_DEFINITE_CLAUSE.search(plain))) or _has_a_definite_subject(span)


def _is_said_of_a_kind(span: Span, found: re.Match[str]) -> bool:
    """Whether "the species" or "the company" in the first sentence stands for something that was named before it."""
    at = span.start + found.start()
    if at >= sentences_within(span)[0].end or re.search(
        rf"\b{found['noun']}", span.text[: found.start()], re.IGNORECASE
    ):
        return False
    named = any(mention.start < at for mention, _ in names_within(span))
    return bool(found["living"]) or not named


def _has_a_definite_subject(span: Span) -> bool:
    """Whether the first clause is about "the bridge", with nothing behind it that says which."""
    pieces = chunks(sentences_within(span)[0])
    if span.text[0] in _QUOTES:
        return False
    verb_at = next((at for at, one in enumerate(pieces) if isinstance(one, VerbGroup) and one.form == "finite"), None)
    start = subject_start(pieces, verb_at) if verb_at is not None else None
    if verb_at is None or start is None or any(not isinstance(one, Word) for one in pieces[start + 1 : verb_at]):
        return False
    return bool(re.fullmatch(r"[Tt]he [^A-Z]+", pieces[start].span.text))


def _with_before(sentence: Span, count: int) -> Span | None:
    """The sentence with as many of those before it in its paragraph."""
    known = sentences(sentence.article)
    at = bisect_left(known, sentence.start, key=lambda one: one.start) - count
    if at < 0 or known[at].paragraph != sentence.paragraph or not all(map(is_sentence, known[at : at + count])):
        return None
    return known[at].to(sentence)


def _unquoted(text: str) -> str:
    """The text with what is quoted blanked out, character for character."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"|''.*?''", lambda found: "·" * len(found[0]), text)
