"""The words of a clause in the order of a question: who says it, the helping verb, the subject, the rest."""

import re
from collections.abc import Sequence

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup
from quizengine.language.clauses import complement_end, subject_start
from quizengine.language.word_lists import listed
from quizengine.language.words import Word, words_in
from quizengine_numeric_recall.within import names_within

_REPORTS = listed(
    "say claim state report argue add note estimate announce declare warn tell believe find show reveal suggest "
    "predict project calculate conclude"
)
_OPENS_A_CLAUSE = listed("and but while though although whereas")
_ENDS_A_CLAUSE = re.compile(r"[,.;:—–!?(-]+|and|but|while|although|though|because|when|where|after|before|since|so")
_NO_LEAD = listed("if unless because since when although though while after before once whether for")
_PLACES = listed("in on at by within during among under")
_INDEFINITE = listed("the both all each every another its one some many")


def opening(pieces: Sequence[Chunk], at: int) -> str | None:
    """What a question begins with before its question word: a source, a short opening phrase, or nothing.

    None when the chunk at this index begins no clause, or one whose source is not named.
    """
    before = pieces[at - 1].span.text if at else ""
    if at == 0:
        return ""
    if before == "that":
        return _source(pieces, at - 1)
    return _lead(pieces[: at - 1]) if before == "," else None


def inverted(pieces: Sequence[Chunk], verb_at: int) -> tuple[str, str] | None:
    """The opening, then subject and verb as a question has them: "did the line close", "has Moscow shipped"."""
    verb = pieces[verb_at]
    start = subject_start(pieces, verb_at)
    if start is None or not isinstance(verb, VerbGroup) or verb.form != "finite" or verb.is_modal or verb.is_negated:
        return None
    begins = "" if start and pieces[start - 1].span.text in _OPENS_A_CLAUSE else opening(pieces, start)
    subject, head = pieces[start].span.to(pieces[verb_at - 1].span), pieces[start]
    if begins is None or not isinstance(head, NounPhrase) or not _is_known(head, subject):
        return None
    turned = _turned(verb, _lowered(subject), head.is_plural)
    return (begins, turned) if turned else None


def _turned(verb: VerbGroup, who: str, plural: bool) -> str | None:
    """A verb around its subject, as in a question; None for a lone "be" and where the helping verb is not certain."""
    first = verb.first.fine
    if first[:2] == "VB" or (first[:2] == "VH" and len(verb.words) > 1):
        return _spaced(verb.first.text, who, _words(verb.words[1:])) if len(verb.words) > 1 else None
    if any(word.tag not in ("ADV", "VERB", "AUX") for word in verb.words):
        return None
    helper = {"VVD": "did", "VDD": "did", "VHD": "did", "VVZ": "does", "VHZ": "does"}.get(verb.head.fine)
    if helper is None and plural and verb.head.fine in ("VVB", "VHB"):
        helper = "do"
    return (
        _spaced(helper, who, _words(verb.words[:-1]), verb.head.lemma) if helper and verb.head.lemma != "be" else None
    )


def rest_of(pieces: Sequence[Chunk], start: int) -> str | None:
    """The words that a clause goes on with; None where its end is not certain. A list of further things is left out."""
    if (
        start + 1 < len(pieces)
        and pieces[start].span.text in ("and", "or")
        and isinstance(pieces[start + 1], NounPhrase)
    ):
        return ""
    end = complement_end(pieces, start)
    if end < len(pieces) and not _ENDS_A_CLAUSE.fullmatch(pieces[end].span.text):
        return None
    return text_of(pieces[start:end])


def is_named(span: Span) -> bool:
    """Whether a name stands in a span."""
    return bool(names_within(span))


def text_of(pieces: Sequence[Chunk]) -> str:
    """The words of some chunks, on one line."""
    return " ".join(pieces[0].span.to(pieces[-1].span).text.split()) if pieces else ""


def _source(pieces: Sequence[Chunk], that: int) -> str | None:
    """The source of what stands behind "that", as "According to Wi Sung-lac,"; None where it is not named."""
    verb_at = that - 1
    verb = pieces[verb_at] if verb_at > 0 else None
    if not isinstance(verb, VerbGroup) or verb.form != "finite" or verb.head.lemma not in _REPORTS:
        return None
    start = subject_start(pieces, verb_at)
    if start is None or verb.is_passive or verb.is_modal or verb.is_negated:
        return None
    source = pieces[start].span.to(pieces[verb_at - 1].span)
    if not is_named(source) or "," in source.text or len(source.text.split()) > 9:
        return None
    if start and not (pieces[start - 1].span.text == "," and _lead(pieces[: start - 1]) is not None):
        return None
    return f"According to {_lowered(source)},"


def _lead(pieces: Sequence[Chunk]) -> str | None:
    """An opening phrase that may stand before the question ("In 2012,"), empty for one that may be left out."""
    text, first = text_of(pieces), pieces[0].span.text.casefold()
    if text.casefold().startswith("as of "):
        return f"{text}," if len(text.split()) < 7 else None
    if first in _NO_LEAD or first == "as":
        return None
    if re.search(r"[,;:()]|\b(?:example|addition|fact|contrast)\b", text):
        return "" if first == "in" and not re.search(r"\d{4}", text) else None
    if any(isinstance(piece, NounPhrase) and piece.points_back for piece in pieces):
        return None
    if any(isinstance(piece, VerbGroup) and piece.form == "finite" for piece in pieces):
        return "" if first == "in" else None
    if first == "according":
        return f"{text}," if is_named(pieces[0].span.to(pieces[-1].span)) and len(text.split()) < 10 else None
    if isinstance(pieces[0], VerbGroup):
        return ""
    return f"{text}," if first in _PLACES and len(text.split()) <= 7 else None


def _is_known(head: NounPhrase, subject: Span) -> bool:
    """Whether whoever reads the subject alone knows what is meant: a name, or no definite article at all."""
    if head.points_back or len(subject.text.split()) > 14 or "," in subject.text:
        return False
    return is_named(subject) or subject.text.split()[0].casefold() not in _INDEFINITE


def _lowered(span: Span) -> str:
    """The words, with a small letter where only the sentence's start gave them a capital."""
    text = " ".join(span.text.split())
    first = words_in(span)[0]
    named = first.tag == "PROPN" or any(mention.start == span.start for mention, _ in names_within(span))
    keep = named or any(sign.isupper() for sign in first.text[1:]) or first.text == "I"
    return text if keep else text[:1].lower() + text[1:]


def _words(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
