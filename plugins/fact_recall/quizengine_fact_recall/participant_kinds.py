"""The kind of a name as exactly as a question can state it: person, city, "treaty", "organisation".

Next: `participants`, the parts of an event that can be asked for.
"""

import re

from quizengine import Span
from quizengine.language import Name, entity_at, is_given_name, name_at, place_type, word_set
from quizengine_fact_recall.numbered_names import is_numbered_in_roman_figures

PERSON = "person"
_SORTS = frozenset({"country", "state", "city"})
PLACES = _SORTS | {"place"}
"""Kinds of places; one of which no more is known is a "place"."""
_SAYING = word_set(
    """
    university college museum academy conservatory party company hospital church cathedral bank institute
    institution newspaper theatre theater orchestra prize award medal treaty act plan battle festival
    association society league council committee commission foundation department ministry agency doctrine
    proclamation declaration convention conference congress compromise amendment constitution revolution war
    rebellion uprising movement expedition canal dynasty project programme program crisis union fund laboratory
    centre center army navy fleet purchase manifesto charter accord accords agreement pact protocol tribunal
    railway railroad tower dam temple river lake strait sea desert operation theorem theory press tournament cup
    championship organisation organization siege school observatory regiment monastery abbey castle palace stadium
    mutiny massacre ordinance statute edict synod court senate
    """
)
"""Nouns of names that say exactly what they name: the Marshall Plan, the University of Copenhagen."""
_ALONE = word_set("sea union centre center press cup army navy congress fleet crisis act")
"""Some of them that say too little by themselves, or are called by their name alone."""
_OF = frozenset({"of", "for", "on"})
_UPHEAVALS = word_set("revolution war rebellion uprising crisis mutiny massacre expedition")
"""Nouns of events, whose names have "the"."""
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Tt]h(?:is|at)|its|their|his|her)|[’']s) (?:[a-z0-9][\w-]* ){0,2}\Z")
"""Ends before the name of an upheaval: "the first Orra Revolution"; what has none of these may be a club's."""
_NEAR = 40
"""Characters before a name in which "the" is looked for."""
_PARTICLES = frozenset({"van", "von", "de", "di", "da", "del", "la", "le"})
"""Words before a surname, which may look like a noun: "Tom van Dam"."""
VAGUE = frozenset({"organisation", "event", "work"})
"""Kinds that say so little that two names of one of them need not be alike."""
_SURE = {"organisation": "organisation", "event": "event", "work": "work"}
_PLURAL = re.compile(r"(?:[^s]ers|igs|ists|ians|crats)\Z")
"""Endings of the names of groups."""
_NO_CITIES = word_set("county island lake park province state valley bay river base fort")
_IN = re.compile(r"\b(?:in|at|from|to|near|of)\s\Z")


def askable_kind(name: Name) -> str:
    """The kind of thing that a name stands for, if a question can state it; else empty."""
    if not name.certain or is_numbered_in_roman_figures(name.full):
        return ""
    if name.kind == PERSON:
        return "" if _PLURAL.search(name.full) or _is_behind_the(name) or _ends_in_a_place(name.full) else PERSON
    sort = place_type(name.full)
    if sort in _SORTS:
        return sort
    noun = noun_of(name.full)
    if noun in _UPHEAVALS and not _is_definite(name):
        return ""
    if noun:
        return noun
    if name.kind == "place" and _lies_in_a_state(name) and name.full.split()[-1].casefold() not in _NO_CITIES:
        return "city"
    return "" if sort or name.kind in ("place", "time") else _kind_of_thing(name)


def _ends_in_a_place(full: str) -> bool:
    """Return whether a name that is taken for a person's may be that of a region: "Pascua Florida"."""
    first, _, last = full.rpartition(" ")
    return first != "" and place_type(last) in _SORTS and not is_given_name(first.split()[0])


def _is_behind_the(name: Name) -> bool:
    """Return whether "the" mostly is right before a name, as it is before that of a people: the Maya."""
    found = [each.article.text[max(0, each.start - 4) : each.start].lower() == "the " for each in name.mentions]
    return 2 * sum(found) > len(found)


def _is_definite(name: Name) -> bool:
    """Return whether "the" or an owner is before a name, with one or two words in small letters between or none."""
    before = (each.article.text[max(0, each.start - _NEAR) : each.start] for each in name.mentions)
    return any(map(_DEFINITE.search, before))


def noun_of(full: str) -> str:
    """The noun of a name that says what it names: "university" of "University of Copenhagen"; or empty."""
    words = full.casefold().split()
    at = next((index for index, word in enumerate(words) if word in _OF), len(words))
    noun = words[at - 1] if at else ""
    if at > 1 and words[at - 2] in _PARTICLES:
        return ""
    return noun if noun in _SAYING - _ALONE and len(words) > 1 else ""


def _kind_of_thing(name: Name) -> str:
    entity = entity_at(name.mentions[0])
    if entity is not None and entity.plural:
        return ""
    surely = name.sure_kind and len(name.full.split()) > 1
    return _SURE.get(name.kind, "") if surely else ""


def _lies_in_a_state(name: Name) -> bool:
    """Return whether an article names the state of a place after it, as it does of towns: "Rochester, New York"."""
    return any(
        (region := region_behind(mention)) is not None
        and place_type(" ".join(region.text.split())) == "state"
        and _IN.search(mention.article.text[max(0, mention.start - 9) : mention.start])
        for mention in name.mentions
    )


def region_behind(mention: Span) -> Span | None:
    """The state or country that is after a comma right after a mention."""
    text = mention.article.text
    if text[mention.end : mention.end + 2] != ", ":
        return None
    start = mention.end + 2
    region = name_at(mention.article.span(start, min(start + 1, len(text))))
    found = next((each for each in region.mentions if each.start == start), None) if region else None
    return found if region and place_type(region.full) in ("state", "country") else None


def sort_told_of(name: Name) -> str:
    """Return what an article says that a place is, a town or a city: else it may be a house or an estate."""
    text, full = name.mentions[0].article.text, re.escape(name.full)
    before = rf"\b(?P<before>town|city|village) (?:of|called|named) {full}\b"
    behind = rf"\b{full}(?:,| is| was) (?:an?|the) (?:[a-z-]+ ){{0,3}}(?P<behind>town|city|village)\b"
    found = re.search(rf"{before}|{behind}", text)
    return (found["before"] or found["behind"]) if found else ""
