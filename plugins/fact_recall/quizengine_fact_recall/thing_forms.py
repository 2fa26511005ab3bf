"""Other ways to type the name of something that is no person: shorter, longer, or spelt otherwise.

Next: `typed_participants`.
"""

import re
from collections.abc import Iterator

from quizengine.language import PEOPLES, Name, is_mostly_small, names_in, place_type, spelt_otherwise, word_set
from quizengine_fact_recall.name_overlaps import place_aliases
from quizengine_fact_recall.participant_kinds import PERSON, noun_of

_ABBREVIATED = re.compile(r"\A(?:U\. ?(?P<initial>[NS])\.|U(?P<letter>[NS])|United (?P<word>[NS])\w+) (?=[A-Z])")
_UNITED = {"N": ("U.N.", "UN", "United Nations"), "S": ("U.S.", "US", "United States")}
"""Ways to write what the states and the nations that are united are called before the name of one of their bodies."""
_OF_THE_STATE = word_set("army navy congress senate constitution")
_OF_THE_NATIONS = frozenset({"security council", "general assembly", "secretariat"})
_SHORTENED = word_set("institute academy museum school college university conservatory observatory laboratory")
"""Institutions of which a town has few, so that it tells which one is meant, whatever it is for."""
_SITE = re.compile(r"\.(?:com|org|net|co\.uk)\Z")
"""The end of a firm's name that is its address, too."""
_HONOURS = frozenset({"prize", "award", "medal"})
_GENERIC = word_set(
    """
    motor motors oil steel coal railroad railway insurance airline airlines aircraft brewing manufacturing publishing
    chemical electric telephone telegraph trading mining high middle grammar primary secondary elementary
    """
)
"""Words for a trade or a level between the telling word of a name and its noun: "Harrow High School"."""
_GENERAL = word_set(
    """
    civil world supreme national federal central royal international great high holy upper lower general first second
    third fourth fifth 1st 2nd 3rd 4th 5th
    """
)
"""Words that tell nobody which court or war is meant without its noun."""
_LABEL = re.compile(r"\A(?:\w+-(?:A{1,3}|[IVX]+)|[Tt]hen) (?=[A-Z])")
"""A class or a league before the name of a team."""
_CAPITALS_BEFORE, _NEAR = re.compile(r"\b(?:[A-Z][\w.’'-]+ )+\Z"), 40
"""Words before a name that may be its town, and characters in which they are looked for."""
_SUBTITLE = re.compile(r": [A-Z][\w’'-]*(?: (?:(?:a|an|and|for|in|of|on|or|the|to) )*[A-Z][\w’'-]*){0,7}(?=[,.;)”\"])")
_REGIMES = word_set("ancient czarist fascist imperial meiji nazi ottoman qing soviet tsarist vichy weimar")
"""Words before a country for one age of its history."""
_CALLED_BY_PLACE = word_set(
    "battle siege treaty university college peace convention conference congress massacre festival accord accords edict"
)
"""Nouns before an "of" that may be left out: "Orra" for the Battle of Orra, but not "Culture" for a ministry of it."""
_INITIALS, _SHORTEST = 3, 3
"""Capitals of an abbreviation, and letters of a name that stands for a longer one."""
_NOUN_AND_OF = 2
"""Words before the telling part of a name such as "University of Bergen"."""


def forms_of_thing(name: Name) -> Iterator[str]:
    """Yield what a student may type for the name of a thing; some of it may be another's name in the article."""
    words, noun = name.full.split(), noun_of(name.full)
    if noun in _CALLED_BY_PLACE and words[0].casefold() == noun and len(words) > _NOUN_AND_OF:
        yield " ".join(words[_NOUN_AND_OF:])
    yield from spelt_otherwise(name.full)
    initials = "".join(word[0] for word in words if word[0].isupper())
    if name.kind == "organisation" and len(initials) >= _INITIALS and _has(name, initials):
        yield initials
    yield from _with_the_place_before(name)
    yield from _with_the_people_before(name)
    yield _LABEL.sub("", name.full)
    yield from _longer_titles(name)
    yield from name.dated_forms
    yield from _without_the_union(name)
    yield from _without_the_place(name)
    if name.kind != PERSON and len(short := _SITE.sub("", name.full)) >= _SHORTEST:
        yield short
    yield from name.forms


def _without_the_union(name: Name) -> Iterator[str]:
    """Yield the name of a body of the United States or the United Nations as others write it: "Security Council"."""
    found = _ABBREVIATED.match(name.full)
    if found is None:
        return
    rest, letter = name.full[found.end() :], next(filter(None, found.groups()))
    yield from (f"{union} {rest}" for union in _UNITED[letter])
    if rest.casefold() in _OF_THE_STATE | _OF_THE_NATIONS and not _ending_in(name, rest):
        yield rest


def _without_the_place(name: Name) -> Iterator[str]:
    """Yield the name of an institution without its town: "Institute for Salt Research" of Orra, or "Orra Institute"."""
    noun, words = noun_of(name.full), name.full.split()
    at = next((each for each, word in enumerate(words) if word.casefold() == noun), 0)
    place, rest = " ".join(words[:at]), " ".join(words[at:])
    behind = len(words) > at + 1 and words[at + 1] in ("for", "of")
    if at and behind and place_type(place) and _ABBREVIATED.match(name.full) is None and not _ending_in(name, rest):
        yield rest
        if noun in _SHORTENED:
            yield f"{place} {words[at]}"


def _longer_titles(name: Name) -> Iterator[str]:
    """Yield a work's title with the subtitle that the article has behind a colon: "Old Orra: A Tale of the Tide"."""
    for mention in name.mentions:
        behind = _SUBTITLE.match(mention.article.text, mention.end)
        if behind and name.kind != "place":
            yield mention.text + behind[0]


def forms_beside_their_noun(name: Name) -> Iterator[str]:
    """Yield short forms that name a thing where the question says what it is: "Harrow" in reply to "which museum".

    The article may call a town or somebody by the same word, for neither is a museum.
    """
    words, noun = name.full.split(), noun_of(name.full)
    last = words[-1].casefold()
    is_town = place_type(name.full) == "city" or (name.kind == "place" and name.sure_kind)  # a club may be called so
    if last == "city" and len(words) > 1 and is_town:
        rest = " ".join(words[:-1])
        is_larger = place_type(rest) not in ("", "city")  # Mexico City
        if rest.casefold() in place_aliases(name.full) or (_names_by_itself(rest) and not is_larger):
            yield rest
    rest = " ".join(words[1:])
    if words[0].casefold() in _REGIMES and place_type(rest) == "country":
        yield rest
    if noun and words[0].casefold() == noun and len(words) > _NOUN_AND_OF:
        yield " ".join(words[_NOUN_AND_OF:])
    if not noun and _is_called_by(name, words[-1]):
        yield words[-1]
    if not noun or last != noun:
        return
    first, *between = words[:-1]
    numbered = [other for other in spelt_otherwise(name.full) if other.endswith(f" {words[-1]}")]
    if not between and any(other[0].isdigit() for other in (*numbered, name.full)):
        yield from (full.rpartition(" ")[0] for full in (name.full, *numbered))
    elif (
        _ABBREVIATED.match(name.full) is None
        and not _GENERAL.issuperset(map(str.casefold, words[:-1]))
        and (between or first.casefold() not in PEOPLES)
    ):
        yield " ".join(words[:-1])
    alike = [other for other in _ending_in(name, words[-1]) if other.full.startswith(first)]
    if not between or alike or not _names_by_itself(first):
        return
    if noun in _HONOURS and first != "Nobel":  # there are six
        yield f"{first} {words[-1]}"
        yield first
    if all(word.casefold() in _GENERIC for word in between):
        yield first


def _names_by_itself(text: str) -> bool:
    """Return whether words are a name: they begin with no common word, no people and no initial."""
    first = text.split()[0]
    return len(first.rstrip(".")) >= _SHORTEST and first.casefold() not in PEOPLES and not is_mostly_small(first)


def _has(name: Name, abbreviation: str) -> bool:
    """Return whether the article has an abbreviation, with or without its points."""
    pattern = r"\.?".join(abbreviation)
    return re.search(rf"\b{pattern}\b", name.mentions[0].article.text) is not None


def _ending_in(name: Name, words: str) -> list[Name]:
    """The other names of the article that end in some words."""
    others = (other for other in names_in(name.mentions[0].article) if other.full != name.full)
    return [other for other in others if re.search(rf"(?:\A|\s){re.escape(words.strip())}\Z", other.full)]


def _is_called_by(name: Name, last: str) -> bool:
    """Return whether an article calls a team by the last word of its name, which no other name ends in: "the Owls"."""
    alone = re.search(rf"\b[Tt]he {re.escape(last)}\b", name.mentions[0].article.text)
    others = [other for other in _ending_in(name, last) if other.full != last]
    return last != name.full and last.endswith("s") and alone is not None and not others


def _with_the_place_before(name: Name) -> Iterator[str]:
    """Yield the name with the place that the article has right before it or in its longer form: "Lantry Rovers"."""
    text = name.mentions[0].article.text
    for mention in name.mentions:
        before = _CAPITALS_BEFORE.search(text, max(0, mention.start - _NEAR), mention.start)
        if before and place_type(before[0].strip()):
            yield " ".join(text[before.start() : mention.end].split())
    longer = _ending_in(name, name.full)
    if len(longer) == 1 and name.kind == longer[0].kind:
        yield longer[0].full


def _with_the_people_before(name: Name) -> Iterator[str]:
    """Yield the name with the one people or faith that the article has before it: "Catholic Awakening"."""
    text = name.mentions[0].article.text
    found = {text[: mention.start].rstrip().rpartition(" ")[2] for mention in name.mentions}
    peoples = sorted(word for word in found if word[:1].isupper() and word.casefold() in PEOPLES)
    if len(peoples) == 1:
        yield f"{peoples[0]} {name.full}"
