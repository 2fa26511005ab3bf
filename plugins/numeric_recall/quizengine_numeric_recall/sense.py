"""Whether words can be understood by whoever has read nothing else, and what to show when they cannot."""

import re
from dataclasses import dataclass
from typing import Literal

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.names import mentioned
from quizengine.language.sentences import sentence_of, sentences
from quizengine.language.words import words

_PERSONAL = frozenset("he she him his her hers himself herself".split())
_OTHER = frozenset("they them their theirs it its itself themselves".split())
_TIMES = (
    r"(?:year|month|week|weekend|fall|spring|summer|autumn|winter|semester|quarter|season|decade|century|morning|evening|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_POINTERS = re.compile(
    rf"\b(?:[Tt]his|[Tt]hese|[Tt]hose)\b(?! {_TIMES}\b)|\b(?:[Ss]uch|[Tt]he (?:same|latter|former|other|others|two))\b|"
    rf"(?:\A|[.!?]\W+)(?:That|(?:Nearly |Almost |Not )?(?:[Aa]ll|Most|Some|Both|Many|Few|Each|Others|Another)"
    rf" (?:are|is|was|were|have|has|had|of them))\b|\bthat {_TIMES}\b|\b(?:[Hh]ere|[Tt]hen)\b(?!-)"
)
"""Words that point to something told before."""
_DEICTIC = re.compile(rf"\b(?:today|yesterday|tomorrow|tonight|(?:last|next|this) {_TIMES})\b", re.IGNORECASE)
"""Words that count from the day of writing."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Oo]urs)\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Judge|Justice|Secretary|Professor)\b")
_DEFINITE_SUBJECT = re.compile(r"[\"“']?The [a-z]+(?: [a-z]+)?(?! (?:of|that|who|which|[A-Z])\b)")
_DEFINITE_CLAUSE = re.compile(r"(?:, |and |that |but )the [a-z]+(?! of\b)")
_MOST_WORDS = 75
_FEWEST_WORDS = 7


@dataclass(frozen=True)
class Extract:
    """A stretch of the article to show around a figure."""

    span: Span
    rule: Literal["gap", "gap-pair", "gap-cut"]
    loose: bool = False
    """Whether it is only clear to whoever knows which article it is from ("this year", "the company", "we")."""


def extract_around(figure: Span) -> Extract | None:
    """The stretch to show around a figure; None when none stands alone.

    That is its sentence; else the sentence with the one before it; else the sentence without a subject that points back.
    """
    sentence = sentence_of(figure)
    if not is_sentence(sentence):
        return None
    pair = _pair(sentence)
    for span, rule in ((sentence, "gap"), (pair, "gap-pair")):
        if span and stands_alone(span) and not is_loose(span):
            return Extract(span, "gap-pair" if rule == "gap-pair" else "gap")
    if cut := _without_subject(sentence, figure):
        return Extract(cut, "gap-cut")
    for span in (pair, sentence):
        if span and stands_alone(span):
            return Extract(span, "gap-pair" if span is pair else "gap", loose=True)
    return None


def is_sentence(sentence: Span) -> bool:
    """Whether this is a sentence with a verb and not a caption, a heading, a reference or a row of a table."""
    ends = re.search(r"[.!?…][\"”’')\]]*\s*(?:\[\d+\]\s*)*\Z|[.!?][\"”’']? ?-?-?\Z", sentence.text)
    finite = any(isinstance(chunk, VerbGroup) and chunk.form == "finite" for chunk in chunks(sentence))
    start = re.match(r"[\"“'‘(\[]*(\w)", sentence.text)
    odd = re.match(r"(?:Figure|Fig\.|Table|Photo|Image|Source)\b", sentence.text)
    return bool(ends and finite and start and not start[1].islower() and not odd and _is_balanced(sentence.text))


def _is_balanced(text: str) -> bool:
    """Whether every quotation mark has its partner within the text."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("''") % 2 == 0


def stands_alone(span: Span) -> bool:
    """Whether no word points to something that these words do not name, and every quotation has its speaker beside it."""
    if not _FEWEST_WORDS <= len(span.text.split()) <= _MOST_WORDS:
        return False
    if _POINTERS.search(span.text) or not _pronouns_resolved(span):
        return False
    outside = re.sub(r"[·\W]+", "", _unquoted(span.text))
    return bool(outside) or not _FIRST_PERSON.search(span.text)


def is_loose(span: Span) -> bool:
    """Whether these words are only clear to whoever knows the article: "last year", "we", "the last train"."""
    names = any(span.contains(mention) for mention, _ in mentioned(span.article))
    plain = _unquoted(span.text)
    vague = _DEFINITE_SUBJECT.match(plain) or not names and _DEFINITE_CLAUSE.search(plain)
    return bool(vague or _DEICTIC.search(plain) or _FIRST_PERSON.search(plain))


def _pair(sentence: Span) -> Span | None:
    """The sentence with the one before it in its paragraph."""
    before = _before(sentence)
    return before.to(sentence) if before and is_sentence(before) else None


def _unquoted(text: str) -> str:
    """The text with what is quoted blanked out, character for character."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"|''.*?''", lambda found: "·" * len(found[0]), text)


def _pronouns_resolved(span: Span) -> bool:
    """Whether each pronoun has something before it that it can stand for: a person for "she", a noun for "it"."""
    people = [mention.start for mention, name in mentioned(span.article) if span.contains(mention) and name.kind == "person"]
    things: list[int] = []
    for sentence in _sentences_of(span):
        for chunk in chunks(sentence):
            if _names_a_thing(chunk) and chunk.span.start >= span.start:
                things.append(chunk.span.start)
        for word in words(sentence):
            if not span.contains(word.span):
                continue
            low = word.text.casefold()
            if low in _PERSONAL and not any(start < word.span.start for start in people) and not _TITLES.search(
                span.text[: word.span.start - span.start]
            ):
                return False
            if low in _OTHER and not any(start < word.span.start for start in things):
                return False
    return True


def _names_a_thing(chunk: Chunk) -> bool:
    """Whether a pronoun may stand for this: a noun phrase that is no pronoun, number or point in time."""
    if not isinstance(chunk, NounPhrase) or chunk.is_pronoun or chunk.head.tag not in ("NOUN", "PROPN"):
        return False
    return not re.fullmatch(rf"(?:\w+ )*(?:{_TIMES[3:-1]}|{_MONTHS})s?", chunk.span.text)


def _sentences_of(span: Span) -> list[Span]:
    return [one for one in sentences(span.article) if one.overlaps(span)]


def _before(sentence: Span) -> Span | None:
    """The sentence before, in the same paragraph."""
    known = sentences(sentence.article)
    at = known.index(sentence)
    before = known[at - 1] if at else None
    return before if before and before.paragraph == sentence.paragraph else None


def _without_subject(sentence: Span, figure: Span) -> Span | None:
    """The sentence from its first verb on, where only its subject points back and what is left names somebody."""
    pieces = chunks(sentence)
    verb_at = next((at for at, piece in enumerate(pieces) if isinstance(piece, VerbGroup) and piece.form == "finite"), None)
    first = pieces[0]
    if verb_at is None or not isinstance(first, NounPhrase) or not first.points_back or sentence.text.endswith("?"):
        return None
    cut = sentence.article.span(pieces[verb_at].span.start, sentence.end)
    named = any(cut.contains(mention) for mention, _ in mentioned(cut.article))
    clear = _is_balanced(cut.text) and stands_alone(cut) and not is_loose(cut) and cut.text[0].isalpha()
    return cut if cut.contains(figure) and named and clear else None
