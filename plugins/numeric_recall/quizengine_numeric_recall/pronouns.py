"""Whether the pronouns of a stretch of text have something in it that they can stand for."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.names import Name, mentioned
from quizengine.language.sentences import sentences
from quizengine.language.words import Word, words

TIMES = "year|month|week|weekend|fall|spring|summer|autumn|winter|semester|quarter|season|decade|century|morning|evening"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_A_TIME = re.compile(rf"(?:\w+ )*(?:{TIMES}|{_MONTHS})s?(?: \d+)?")
_PERSONAL = frozenset("he she him his her hers himself herself".split())
_POSSESSIVE = frozenset("his her him".split())
_OTHER = frozenset("they them their theirs it its itself themselves".split())
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Judge|Justice|Secretary|Professor)\b")
_SPEAKS = frozenset("say argue believe claim conclude estimate expect find hope know note report show suggest think warn write".split())
_SPEAKERS = re.compile(r"(?:ers|ors|ists|ians|ants|ents|people|men|women|officials|children|experts|teams?|groups?|police)\Z")


@dataclass(frozen=True)
class Antecedent:
    """A noun phrase or a name that a later pronoun may stand for."""

    start: int
    person: bool
    named: bool = False
    """Whether it is a name that may be a person's."""
    speakers: bool = False
    """Whether it is several people who can say something."""


def pronouns_resolved(span: Span) -> bool:
    """Whether each pronoun has something before it that it can stand for: a person for "she", a noun for "it".

    What stands in the phrase that opens a sentence ("In his book, …") is nothing that the rest can stand for.
    """
    known: list[Antecedent] = []
    for sentence in sentences(span.article):
        if not sentence.overlaps(span):
            continue
        opening = _opening_end(sentence)
        inside = [one for one in _antecedents(sentence) if one.start >= max(span.start, opening)]
        for word in words(sentence):
            here = [] if _opens_the_sentence(word, sentence) else inside
            if span.contains(word.span) and not _is_resolved(word, sentence, known + here, span):
                return False
        known += [one for one in _antecedents(sentence) if one.start >= span.start]
    return True


def _opens_the_sentence(word: Word, sentence: Span) -> bool:
    """Whether this is the subject of the first verb of its sentence, so that nothing in it was named as a subject before."""
    if word.text.casefold() not in ("he", "she", "it", "they"):
        return False
    finite = [one for one in chunks(sentence) if isinstance(one, VerbGroup) and one.form == "finite"]
    return not any(one.span.start < word.span.start for one in finite)


def _is_resolved(word: Word, sentence: Span, known: list[Antecedent], span: Span) -> bool:
    low = word.text.casefold()
    before = [one for one in known if one.start < word.span.start]
    if low in _POSSESSIVE and any(one.named for one in before):
        return True
    if low in _PERSONAL:
        return any(one.person for one in before) or bool(_TITLES.search(span.text[: word.span.start - span.start]))
    if low == "they" and _speaks(word, sentence):
        return any(one.speakers for one in before)
    return low not in _OTHER or any(not one.person for one in before)


def _speaks(word: Word, sentence: Span) -> bool:
    """Whether this pronoun is the subject of a verb of saying or thinking."""
    following = next((one for one in chunks(sentence) if one.span.start > word.span.start), None)
    return isinstance(following, VerbGroup) and following.head.lemma in _SPEAKS


def _antecedents(sentence: Span) -> list[Antecedent]:
    pieces = chunks(sentence)
    subject = pieces[0].span.start if pieces else sentence.start
    known = [(mention, name) for mention, name in mentioned(sentence.article) if sentence.contains(mention)]
    people = [
        Antecedent(mention.start, name.kind == "person" or _may_be_one(mention, name, subject), named=name.kind != "place")
        for mention, name in known
    ]
    things = [
        Antecedent(chunk.span.start, False, speakers=bool(_SPEAKERS.search(chunk.span.text)))
        for chunk in pieces
        if _names_a_thing(chunk)
    ]
    return [*things, *people]


def _may_be_one(mention: Span, name: Name, subject: int) -> bool:
    """Whether a name of no certain kind is the subject of its sentence, and no plural: "Holt" in "Holt graduated"."""
    return name.kind == "other" and mention.start == subject and not mention.text.endswith(("s", "x"))


def _names_a_thing(chunk: Chunk) -> bool:
    """Whether a pronoun may stand for this: a noun phrase that is no pronoun, number or point in time."""
    if not isinstance(chunk, NounPhrase) or chunk.is_pronoun or chunk.head.tag not in ("NOUN", "PROPN"):
        return False
    return not _A_TIME.fullmatch(chunk.span.text)


def _opening_end(sentence: Span) -> int:
    """Where the phrase before the first comma ends, when the sentence does not begin with its subject."""
    pieces = [piece for piece in chunks(sentence) if piece.span.text not in ("“", '"', "''", "‘")]
    if not pieces or isinstance(pieces[0], NounPhrase):
        return sentence.start
    return next((piece.span.start for piece in pieces if piece.span.text == ","), sentence.start)
