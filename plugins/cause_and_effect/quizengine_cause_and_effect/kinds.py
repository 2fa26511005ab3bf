"""What sort of thing a noun phrase is about, as its first noun tells: a measure, people, something that happens."""

import re

from quizengine import Span
from quizengine.language.chunks import NounPhrase, VerbGroup
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import sentence_of
from quizengine.language.word_lists import listed
from quizengine.language.words import Word

_MEASURES = listed(
    """
    percent percentage number amount total length width height depth weight majority minority half third quarter
    part share portion rest handful dozen hundred thousand million billion kilometre kilometer metre meter mile yard
    foot inch ton tonne kilogram gram pound dollar euro cent penny litre liter gallon acre hectare degree day week month
    year decade century night morning evening summer winter hour minute second time
    """
)
_PEOPLE = listed(
    """
    people soldier troop ally farmer officer official worker member leader lawmaker politician senator student teacher
    trader volunteer visitor family man woman child boy girl friend police crowd government council company president
    minister mayor director manager owner reader viewer voter candidate partner nation country state delegate settler
    protester resident neighbour neighbor citizen researcher scientist coauthor author team group party outlet
    agency committee board source brother sister parent who person driver doctor lawyer adversary enemy
    user swimmer player singer actor leader expert critic opponent supporter
    """
)
_AGENT = re.compile(r"\w{3,}(?:ist|ian|man|men|woman|women)\Z")
_HAPPENS = re.compile(
    r"\w{3,}(?:tion|sion|ment|ance|ence|ency|ancy|ing|ure|ism|al|ity|ness|ship)\Z|death|attack|protest|strike|violence|riot"
    r"|clash|murder|arrest|raid|blast|crash|war|revolt|coup|vote|storm|flood|fire|row|dispute|debate|boom|rush|march|loss"
    r"|rise|fall|cut|drop|shortage|spread|growth|decline|increase|change|threat|spill|leak|outbreak|theft|breach"
    r"|exercise|response|support|fear|concern|use|fine|damage|delay|closure|disappearance|drought|demand|help|harm|sanction"
)


def is_measure(span: Span) -> bool:
    """Whether a phrase is headed by a number or a measure: "more than 90 percent", "the whole length of the river"."""
    first = _first(span)
    return first is not None and (first.head.lemma.lower() in _MEASURES or first.head.fine in ("CRD", "UNC"))


def is_counted(span: Span) -> bool:
    """Whether a phrase begins with how many there are: "14 simple ramps"."""
    first = _first(span)
    return first is not None and any(word.tag in ("NUM", "SYM") for word in first.words)


def is_people(span: Span) -> bool:
    """Whether a phrase is about people, who do things rather than happen."""
    first = _first(span)
    if first is None:
        return False
    head = first.head.lemma.lower()
    return head in _PEOPLE or bool(_AGENT.match(head)) or first.is_pronoun


def is_a_person(word: Word) -> bool:
    """Whether a noun is one for a person: "doctor", "woman"."""
    lemma = word.lemma.lower()
    return word.tag == "NOUN" and (lemma in _PEOPLE or bool(_AGENT.match(lemma)))


def happens(span: Span) -> bool:
    """Whether a phrase is about something that happens or is the case, so that it can be a cause or an effect."""
    first = _first(span)
    return first is not None and bool(_HAPPENS.fullmatch(first.head.lemma.lower()))


def is_bare(span: Span) -> bool:
    """Whether a phrase is "the" and a noun, no more, which leaves open which one is meant: "the recovery"."""
    pieces = _pieces(span)
    first = pieces[0] if len(pieces) == 1 else None
    if not isinstance(first, NounPhrase) or len(first.words) != 2:
        return False
    return first.words[0].text.lower() == "the" and first.head.tag == "NOUN"


def _pieces(span: Span) -> list[object]:
    return [piece for piece in chunks_of(sentence_of(span)) if span.overlaps(piece.span)]


def _first(span: Span) -> NounPhrase | None:
    """The noun phrase that a phrase is headed by."""
    for piece in _pieces(span):
        if isinstance(piece, NounPhrase):
            return piece
        if isinstance(piece, VerbGroup):
            return None
    return None
