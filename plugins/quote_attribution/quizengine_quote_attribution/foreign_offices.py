"""People with a national office in another country than the one that an article takes for granted.

"President Ada Moss" is at home, "the Peruvian president, Ben Reed" is not. Next: `ruled_out`, which lets nobody be an
option who is out of place.
"""

import re

from quizengine import Article, Span, cache_per_article
from quizengine.language import PEOPLES, Name, names_in, place_type, plain_form, word_set

_OFFICE = (
    r"(?:[Pp]resident|[Pp]remier|(?:[Pp]rime |[Ff]oreign )?[Mm]inister|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Dd]ictator)"
)
_STATE = r"(?P<state>(?:[A-Z][\w.]+ )?[A-Z][\w.]+?)"
_LED_BY_OFFICE = re.compile(rf"\b{_OFFICE},? \Z")
_WORDS_BEFORE = re.compile(r"(?:[\w.’'-]+ ){0,3}\Z")
_AT_HOME = re.compile(
    r"(?:\A|\W\s|[“\"\n]|\b[a-z]+\s|\bFormer )(?:President|Premier|(?:Prime|Foreign) Minister|Chancellor) \Z"
)
"""An office of the nation before a name, with no capital before it that may tell of which nation or of what else."""
_BEFORE = re.compile(rf"{_STATE}(?:[’']s)? (?:(?:[a-z]+ ){{0,2}}its )?(?:[a-z-]+ )?{_OFFICE},? \Z")
"""The Peruvian president, Peru’s new president, "Peru under its new president," before a name."""
_AFTER = re.compile(rf"(?:,? (?:the |a )?(?:[a-z-]+ )?{_OFFICE})? of (?:the )?{_STATE}(?![\w.]*\w)")
"""The words after "President Ben Reed" or "Ben Reed": "of Peru", ", the president of Peru"."""
_BESIDE = re.compile(rf", (?:the |a )?{_STATE}(?:[’']s)? (?:[a-z-]+ )?{_OFFICE}\b")
"""The words after "Ben Reed": ", the Peruvian president"."""
_REACH = 60
"""Characters beside a name."""
_MOST_MENTIONS = 20
_ROOT = 4
"""Letters that a country shares with its people, unless it is among those with another word for them."""
_ROOTS = {
    "america": "american", "united states": "american", "us": "american", "usa": "american", "britain": "british",
    "great britain": "british", "uk": "british", "united kingdom": "british", "france": "french", "spain": "spanish",
    "denmark": "danish", "netherlands": "dutch", "philippines": "filipino", "philippine": "filipino", "iraq": "iraqi",
    "iran": "iranian",
}  # fmt: skip
_NATIONS = PEOPLES - word_set(
    """
    african african-american arab asian-american black buddhist catholic christian communist conservative democrat
    democratic evangelical hindu hispanic independent islamic islamist jewish latin latina latino liberal libertarian
    marxist mormon muslim native nazi progressive protestant republican roman shia shiite socialist sunni tory western
    """
)
"""The peoples that tell a country, unlike parties and faiths."""


def is_of_another_country(name: Name, speaker: Name, said: str) -> bool:
    """Return whether a person leads another country than a speaker's.

    True only where the article takes the offices of one country for granted, or the words said name that country.
    """
    states = _states_led(name.mentions[0].article).get(name.full, frozenset())
    beside = (_WORDS_BEFORE.search(_before(mention)) for mention in speaker.mentions[:_MOST_MENTIONS])
    if not states or states & _states_in(" ".join((speaker.role, *(match[0] for match in beside if match)))):
        return False
    return bool(states & _states_in(said)) or _has_a_home(name.mentions[0].article)


@cache_per_article
def _states_led(article: Article) -> dict[str, frozenset[str]]:
    """The countries in which people hold a national office, as the article has it beside their full names."""
    people = (name for name in names_in(article) if name.kind == "person")
    return {name.full: frozenset(root for each in _told(name) if (root := _root(each))) for name in people}


@cache_per_article
def _has_a_home(article: Article) -> bool:
    """Return whether somebody has a national office of which no country is told, for readers know it."""
    led = _states_led(article)
    return any(
        not led[name.full] and _AT_HOME.search(_before(mention)) is not None
        for name in names_in(article)
        if name.kind == "person"
        for mention in name.mentions[:_MOST_MENTIONS]
    )


def _told(name: Name) -> list[str]:
    """The words that may be a country or a people, beside the mentions of somebody with a national office."""
    found = []
    for mention in name.mentions[:_MOST_MENTIONS]:
        before, after = _before(mention), mention.article.text[mention.end : mention.end + _REACH]
        found.append(_BEFORE.search(before))
        beside = _AFTER.match(after)
        if beside and (_LED_BY_OFFICE.search(before) or beside[0].startswith(",")):
            found.append(beside)
        found.append(_BESIDE.match(after))
    return [match["state"] for match in found if match]


def _before(mention: Span) -> str:
    return mention.article.text[max(mention.start - _REACH, 0) : mention.start]


def _states_in(words: str) -> frozenset[str]:
    """The roots of the countries and peoples that are named in some words."""
    singles = re.findall(r"\b[A-Z][\w.]*\w", words)
    pairs = re.findall(r"(?=\b([A-Z][\w.]+ [A-Z]\w+))", words)
    return frozenset(root for each in (*singles, *pairs) if (root := _root(each)))


def _root(words: str) -> str:
    """The same text for a country and its people; empty if the words name neither."""
    for each in (words, *words.split()):
        plain = plain_form(each)
        if plain in _NATIONS or plain in _ROOTS or place_type(each) == "country":
            return _ROOTS.get(plain, plain)[:_ROOT]
    return ""
