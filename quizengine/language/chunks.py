"""Noun phrases and verb groups of a sentence, read off the tags: the small pieces that clauses are built from.

A cascade of finite-state rules after Abney, "Parsing by Chunks" (1991): each word becomes one letter, and regular
expressions over the letters find the pieces. Next: `quizengine.language.clauses`.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from quizengine.article import Article, Span, per_article
from quizengine.language.words import Word, words

_LETTERS = {
    "AT": "D", "DT": "D", "DPS": "P", "AJ": "A", "ORD": "A", "NN": "N", "NP": "M", "CRD": "C", "AV": "R", "POS": "S",
    "PNP": "O", "PNI": "O", "PNQ": "w", "DTQ": "w", "EX": "x", "CJC": "&", "CJS": "j", "CJT": "t", "PRF": "F",
    "PRP": "I", "IN": "I", "AVP": "I", "TO": "T", "XX": "X", "VM": "m", "AVQ": "W",
    "VBB": "b", "VBZ": "b", "VBD": "b", "VBI": "p", "VBN": "p", "VBG": "g",
    "VHB": "h", "VHZ": "h", "VHD": "h", "VHI": "p", "VHN": "E", "VHG": "g",
    "VDB": "d", "VDZ": "d", "VDD": "d", "VDI": "v", "VDN": "E", "VDG": "G",
    "VVB": "V", "VVZ": "V", "VVD": "V", "VVI": "v", "VVN": "E", "VVG": "G",
}  # fmt: skip
"""One letter for the C5 tags that begin with the key: capitals stand in noun phrases, v to V are verbs."""

_BEFORE_THE_NOUN = (
    r"(?:R{0,2}A(?:(?:,A)*&R?A(?=[AENMGC])|(?:,A)+(?=[ANM]))?"  # "the very old", "the old, narrow and dark"
    r"|(?<![NM])RC|[RAD]z(?=[C$])|(?<=[DPACRSz])R?[EG](?=[AENMC])"  # "about 500", "the reported numbers"
    r"|[NMC$]|[NMC]S[DP]?)"  # "the Salem bridge", "$5", "the town’s"
)
_NOUN_PHRASE = re.compile(
    rf"[DP]{{0,2}}{_BEFORE_THE_NOUN}*[NMC]%?(?!S)|(?:[DP]{{0,2}}{_BEFORE_THE_NOUN}*[NMC]S|[DP])A+(?![ANMCEG$])|[Ox]|D"
)
_FINITE = re.compile(r"[mbhd]X?(?:[RX]*[pgvEG])*|V")
_INFINITIVE = re.compile(r"TR?[pv](?:[RX]*[pgEG])*")
_PARTICIPLE = re.compile(r"g(?:R*[pE])*|G|E")


@dataclass(frozen=True)
class _Chunk:
    """Words that stand together and belong to the last of them."""

    words: tuple[Word, ...]

    @cached_property
    def span(self) -> Span:
        """Where it stands."""
        return self.words[0].span.to(self.words[-1].span)

    @property
    def head(self) -> Word:
        """What all else belongs to: the noun, name, pronoun or number of a phrase, the verb that says what happens."""
        return self.words[-1]


@dataclass(frozen=True)
class NounPhrase(_Chunk):
    """A noun with all that stands before it ("the other two old bridges"), or a pronoun."""

    @property
    def is_pronoun(self) -> bool:
        """Whether it only points to something named elsewhere: "it", "they", "this", "some"."""
        return len(self.words) == 1 and self.head.tag in ("PRON", "DET")

    @property
    def points_back(self) -> bool:
        """Whether the reader needs the text before to know what is meant: "it", "its cost", "this reluctance"."""
        return any(_points_back(word) for word in self.words)

    @property
    def is_plural(self) -> bool:
        """Whether the head is plural, as far as its form tells ("the police" and "10,000" are plural)."""
        plural_words = (
            "they",
            "them",
            "these",
            "those",
            "we",
            "us",
            "many",
            "several",
            "few",
            "both",
            "police",
            "people",
        )
        return self.head.fine in ("NN2", "CRD") or self.head.text.lower() in plural_words


@dataclass(frozen=True)
class VerbGroup(_Chunk):
    """A verb with its auxiliaries and the adverbs between them: "has not yet been closed"."""

    form: Literal["finite", "infinitive", "participle"]

    @property
    def first(self) -> Word:
        """The word that carries tense and number: the first one."""
        return self.words[0]

    @property
    def is_modal(self) -> bool:
        """Whether it tells what may or will be, not what is: "could lead"."""
        return self.first.fine == "VM0"

    @property
    def is_negated(self) -> bool:
        """Whether a "not" or a "never" stands in it."""
        return any(word.fine == "XX0" or word.text.lower() in ("never", "hardly", "barely") for word in self.words)

    @property
    def is_passive(self) -> bool:
        """Whether a form of "be" with a past participle ends it."""
        return (
            len(self.words) > 1
            and self.head.fine in ("VVN", "VDN", "VHN")
            and any(word.fine.startswith("VB") for word in self.words)
        )

    @property
    def is_past(self) -> bool:
        """Whether its first word is in the past tense."""
        return self.first.fine in ("VVD", "VBD", "VHD", "VDD")


Chunk = NounPhrase | VerbGroup | Word
"""A piece of a sentence: every word is in exactly one."""


def chunks(sentence: Span) -> tuple[Chunk, ...]:
    """The pieces of a sentence, in order: noun phrases, verb groups, and the words between them."""
    known = _chunked(sentence.article)
    place = sentence.start, sentence.end
    if place not in known:
        known[place] = chunked(words(sentence))
    return known[place]


def chunked(some_words: tuple[Word, ...]) -> tuple[Chunk, ...]:
    """The pieces that words make which follow each other, with some of the sentence left out or with all of it."""
    return tuple(_chunks(some_words))


def noun_phrases(sentence: Span) -> tuple[NounPhrase, ...]:
    """The noun phrases of a sentence, in order, none within another: "the price", "of" and "rice" are two."""
    return tuple(chunk for chunk in chunks(sentence) if isinstance(chunk, NounPhrase))


def verb_groups(sentence: Span) -> tuple[VerbGroup, ...]:
    """The verb groups of a sentence, finite and not, in order."""
    return tuple(chunk for chunk in chunks(sentence) if isinstance(chunk, VerbGroup))


def letters(sentence_words: tuple[Word, ...]) -> str:
    """One letter for each word, for rules that are regular expressions over tags."""
    return "".join(map(_letter, sentence_words))


@per_article
def _chunked(article: Article) -> dict[tuple[int, int], tuple[Chunk, ...]]:
    """Filled by `chunks` as sentences are asked for."""
    return {}


def _chunks(sentence_words: tuple[Word, ...]) -> list[Chunk]:
    code = letters(sentence_words)
    found: list[Chunk] = []
    at = 0
    while at < len(code):
        for pattern, make in _RULES:
            match = pattern.match(code, at)
            if match and match.end() > at:
                found.append(make(sentence_words[at : match.end()]))
                at = match.end()
                break
        else:
            found.append(sentence_words[at])
            at += 1
    return found


_RULES = (
    (_INFINITIVE, lambda found: VerbGroup(found, "infinitive")),
    (_FINITE, lambda found: VerbGroup(found, "finite")),
    (_NOUN_PHRASE, NounPhrase),
    (_PARTICIPLE, lambda found: VerbGroup(found, "participle")),
)


def _letter(word: Word) -> str:
    text, fine = word.text, word.fine
    if word.tag == "SYM":
        return "%" if text == "%" else "$"
    if word.tag == "PUNCT":
        return (
            text[0] if text[0] in ",;:()[].?!" else '"' if text[0] in "\"“”'‘’`«»" else "-" if text[0] in "-–—" else "."
        )
    if text.lower() == "than":
        return "z"
    if text.lower() in ("which", "who", "whom", "whose", "what", "whoever"):
        return "w"
    return _LETTERS.get(fine) or _LETTERS.get(fine[:2]) or "?"


def _points_back(word: Word) -> bool:
    if word.fine in ("PNP", "DPS"):
        return True
    return word.text.lower() in (
        "this",
        "these",
        "those",
        "that",
        "such",
        "same",
        "latter",
        "former",
        "here",
        "there",
        "so",
    )
