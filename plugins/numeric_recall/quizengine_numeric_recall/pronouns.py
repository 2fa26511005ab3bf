"""Whether the pronouns of a stretch of text have something in it that they can stand for."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.names import Name
from quizengine.language.words import Word, words
from quizengine_numeric_recall.within import names_within, sentences_within

TIMES = (
    "year|month|week|weekend|fall|spring|summer|autumn|winter|semester|quarter|season|decade|century|morning|evening"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_A_TIME = re.compile(rf"(?:\w+ )*(?:{TIMES}|{_MONTHS})s?(?: \d+)?")
_PERSONAL = frozenset(["he", "she", "him", "his", "her", "hers", "himself", "herself"])
_POSSESSIVE = frozenset(["his", "her", "him"])
_OBJECTS = frozenset({"them", "him"})
_OTHER = frozenset(["they", "them", "their", "theirs", "it", "its", "itself", "themselves"])
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Judge|Justice|Secretary|Professor)\b")
_SPEAKS = frozenset(
    [
        "say",
        "argue",
        "believe",
        "claim",
        "conclude",
        "estimate",
        "expect",
        "find",
        "hope",
        "know",
        "note",
        "report",
        "show",
        "suggest",
        "think",
        "warn",
        "write",
    ]
)
_SPEAKERS = re.compile(
    r"(?:ers|ors|ists|ians|ants|ents|people|men|women|officials|children|experts|teams?|groups?|police)\Z"
)


_EMPTY_IT = re.compile(
    r"it(?:’s|'s| is| was| will be| would be| seems| appears| turns| takes| took| became)(?: not)? (?:[\w-]+ ){0,4}?"
    r"(?:to|that|whether|if|how|why|out)\b",
    re.IGNORECASE,
)
"""The "it" that stands for nothing: "it is uncertain whether", "it takes years to"."""


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
    for sentence in sentences_within(span):
        opening = _opening_end(sentence)
        inside = [one for one in _antecedents(sentence) if one.start >= max(span.start, opening)]
        for word in words(sentence):
            here = [] if _opens_the_sentence(word, sentence) else inside
            if span.contains(word.span) and not _is_resolved(word, sentence, known + here, span):
                return False
        known += [one for one in _antecedents(sentence) if one.start >= span.start]
    return True


def _subject_of(sentence: Span) -> int | None:
    """Where the phrase stands that a sentence begins with, which no "them" or "him" of its first clause can mean."""
    pieces = _pieces(sentence)
    return pieces[0].span.start if pieces and isinstance(pieces[0], NounPhrase) else None


def _opens_the_sentence(word: Word, sentence: Span) -> bool:
    """Whether this is the subject of the first verb of its sentence, so that it stands for nothing within."""
    if word.text.casefold() not in ("he", "she", "it", "they"):
        return False
    finite = [one for one in chunks(sentence) if isinstance(one, VerbGroup) and one.form == "finite"]
    return not any(one.span.start < word.span.start for one in finite)


def _is_resolved(word: Word, sentence: Span, known: list[Antecedent], span: Span) -> bool:
    low = word.text.casefold()
    subject = _subject_of(sentence) if low in _OBJECTS else None
    before = [one for one in known if one.start < word.span.start and one.start != subject]
    if low in _POSSESSIVE and any(one.named for one in before):
        return True
    if low in _PERSONAL:
        return any(one.person for one in before) or bool(_TITLES.search(span.text[: word.span.start - span.start]))
    if low == "they" and _speaks(word, sentence):
        return any(one.speakers for one in before)
    if low == "it" and _EMPTY_IT.match(sentence.article.text, word.span.start):
        return True
    return low not in _OTHER or any(not one.person for one in before)


def _speaks(word: Word, sentence: Span) -> bool:
    """Whether this pronoun is the subject of a verb of saying or thinking."""
    following = next((one for one in chunks(sentence) if one.span.start > word.span.start), None)
    return isinstance(following, VerbGroup) and following.head.lemma in _SPEAKS


def _antecedents(sentence: Span) -> list[Antecedent]:
    """What a later pronoun may stand for: the names and the noun phrases of a sentence."""
    known = {mention.start: name for mention, name in names_within(sentence)}
    found = [Antecedent(start, name.kind == "person", named=name.kind != "place") for start, name in known.items()]
    pieces = _pieces(sentence)
    for place, piece in enumerate(pieces):
        if _names_a_thing(piece):
            name = known.get(piece.span.start)
            one = place == 0 and _may_be_a_person(piece, name)
            found.append(Antecedent(piece.span.start, False, speakers=bool(_SPEAKERS.search(piece.span.text))))
            found += [Antecedent(piece.span.start, True, named=True)] if one else []
    return found


def _may_be_a_person(piece: Chunk, name: Name | None) -> bool:
    """Whether the subject of a sentence is a name of no certain kind and no plural: "Holt" in "Holt graduated"."""
    proper = isinstance(piece, NounPhrase) and all(word.tag == "PROPN" for word in piece.words)
    return proper and (name is None or name.kind == "other") and not piece.span.text.endswith(("s", "x"))


def _pieces(sentence: Span) -> list[Chunk]:
    """The chunks of a sentence without the marks and footnote numbers that it begins with."""
    pieces = list(chunks(sentence))
    while pieces and (not pieces[0].span.text[:1].isalpha()):
        pieces.pop(0)
    return pieces


def _names_a_thing(chunk: Chunk) -> bool:
    """Whether a pronoun may stand for this: a noun phrase that is no pronoun, number or point in time."""
    if not isinstance(chunk, NounPhrase) or chunk.is_pronoun or chunk.head.tag not in ("NOUN", "PROPN"):
        return False
    return not _A_TIME.fullmatch(chunk.span.text)


def _opening_end(sentence: Span) -> int:
    """Where the phrase before the first comma ends, when the sentence does not begin with its subject."""
    pieces = _pieces(sentence)
    if not pieces or isinstance(pieces[0], NounPhrase):
        return sentence.start
    return next((piece.span.start for piece in pieces if piece.span.text == ","), sentence.start)
