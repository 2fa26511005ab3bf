"""Words of a sentence with their tags and dictionary forms.

Tagging is the dear step: only the sentences asked for are tagged, once for each article.
Next: `quizengine.language.chunks`, which builds phrases from them.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from quizengine.article import Article, Span, per_article
from quizengine.language import tagger
from quizengine.language.sentences import sentence_of
from quizengine.language.tokens import tokens

__all__ = ["Word", "tokens", "words", "words_in"]

_COARSE = {
    "AJ": "ADJ", "AT": "DET", "AV0": "ADV", "AVP": "ADP", "AVQ": "ADV", "CJC": "CCONJ", "CJS": "SCONJ", "CJT": "SCONJ",
    "CRD": "NUM", "DPS": "PRON", "DT": "DET", "EX": "PRON", "IN": "ADP", "ITJ": "X", "NN": "NOUN", "NP": "PROPN",
    "ORD": "ADJ", "PN": "PRON", "POS": "PART", "PRF": "ADP", "PRP": "ADP", "PU": "PUNCT", "TO": "PART", "UNC": "X",
    "VB": "AUX", "VD": "AUX", "VH": "AUX", "VM": "AUX", "VV": "VERB", "XX": "PART", "ZZ": "X",
}  # fmt: skip
"""Coarse tags by the beginning of a C5 tag; sources: the BNC tag set and the UD conversion of GUM."""

_FAR = 40
"""No noun stands so many words after what points to it."""
_CAPITALISED = re.compile(r"(?:(?<=\w[ \u00a0])|(?<=\w[,;] ))[A-Z][\w-]*\w")
_LOWER = re.compile(r"(?<![\w’'-])[a-z][\w’'-]*\w")


@dataclass(frozen=True)
class Word:
    """A word, number or mark of a sentence."""

    span: Span
    tag: str
    """NOUN PROPN VERB AUX ADJ ADV PRON DET ADP CCONJ SCONJ NUM PART PUNCT SYM X."""
    fine: str
    """The C5 tag of the BNC: NN2 is a plural noun, VVD a past tense, VVN a past participle."""
    lemma: str
    """The form that a dictionary lists, in lower case except for proper nouns."""

    @property
    def text(self) -> str:
        """The word as it stands in the article."""
        return self.span.text


def words(sentence: Span) -> tuple[Word, ...]:
    """The words of a sentence, tagged when first asked for; of any other span, as if it were a sentence."""
    known = _tagged(sentence.article)
    place = sentence.start, sentence.end
    if place not in known:
        known[place] = _words(sentence)
    return known[place]


def words_in(span: Span) -> tuple[Word, ...]:
    """The words that lie within a span, tagged as part of the sentence that the span begins in."""
    sentence = sentence_of(span)
    whole = sentence if sentence.contains(span) else span
    all_of_them = words(whole)
    first = bisect_left(all_of_them, span.start, key=_start_of)
    last = bisect_left(all_of_them, span.end, key=_start_of)
    return tuple(word for word in all_of_them[first:last] if span.contains(word.span))


def _start_of(word: Word) -> int:
    return word.span.start


@per_article
def _tagged(article: Article) -> dict[tuple[int, int], tuple[Word, ...]]:
    """Filled by `words` as sentences are asked for."""
    return {}


@per_article
def _names(article: Article) -> frozenset[str]:
    """Words that the article capitalises inside sentences and never writes small: names at a sentence's start, too."""
    lower = set(_LOWER.findall(article.text))
    inside = {name for paragraph in article.paragraphs for name in _CAPITALISED.findall(paragraph.text)}
    return frozenset(word for word in inside if word.lower() not in lower)


def _words(sentence: Span) -> tuple[Word, ...]:
    spans = tokens(sentence)
    texts = [span.text for span in spans]
    fines = tagger.tags(texts, _names(sentence.article))
    return tuple(
        Word(span, _coarse(texts, fines, at), fines[at], tagger.lemma(texts[at], fines[at]))
        for at, span in enumerate(spans)
    )


def _coarse(texts: list[str], fines: tuple[str, ...], at: int) -> str:
    fine = fines[at]
    if texts[at] in ("$", "€", "£", "¥", "%", "+", "=", "@", "#"):
        return "SYM"
    if fine in ("DT0", "DTQ") and not _has_noun_ahead(fines, at + 1):
        return "PRON"
    if fine[:2] in ("VH", "VD"):
        return "AUX" if _has_verb_ahead(fines, at + 1, "VN" if fine[:2] == "VH" else "VI") else "VERB"
    return _COARSE.get(fine) or _COARSE.get(fine[:2]) or "X"


def _has_noun_ahead(fines: tuple[str, ...], at: int) -> bool:
    """Whether a noun follows after nothing but words that stand before nouns."""
    ahead = next(
        (fine for fine in fines[at : at + _FAR] if fine[:2] not in ("AJ", "CR", "OR", "DT") and fine != "AV0"), ""
    )
    return ahead[:2] in ("NN", "NP") and at < len(fines) and fines[at] != "AV0"


def _has_verb_ahead(fines: tuple[str, ...], at: int, kind: str) -> bool:
    """Whether a participle ("VN") or an infinitive ("VI") follows, across adverbs, "not" and a short subject."""
    for fine in fines[at : at + 6]:
        if fine.startswith("V"):
            return fine[1:] in (f"{form}{kind[1]}" for form in "VBHD")
        if fine[:2] not in ("AV", "XX", "PN", "NP", "DT", "AT", "NN"):
            return False
    return False
