"""Well-known places and their types: a country, a state, a city.

Next: `quizengine.language.names.kinds`, which looks names up here.
"""

import re
from functools import cache
from typing import Literal

from quizengine.language.word_lists import phrase_set

Sort = Literal["country", "state", "province", "city", "continent", ""]

_STATES = phrase_set(
    """
    alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa
    |kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska
    |nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania
    |rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming
    """
)
_PROVINCES = phrase_set(
    """
    ontario|quebec|alberta|british columbia|manitoba|nova scotia|bavaria|saxony|queensland|victoria|tasmania
    |new south wales|crimea|siberia
    """
)
_COUNTRIES = phrase_set(
    """
    u.s.|u.s.a.|us|usa|u.k.|uk|america|great britain|britain|england|scotland|wales|northern ireland|soviet union
    |north korea|south korea|korea|czech republic|holland|burma|ivory coast|palestine
    """
)
"""Short and older names of countries; the others are Babel's."""
_CONTINENTS = phrase_set("africa|asia|europe|antarctica|oceania|north america|south america")
_REGIONS = phrase_set(
    """
    e.u.|eu|u.n.|d.c.|latin america|central america|the west|middle east|the middle east|gaza|west bank|scandinavia
    |the balkans|balkans|caribbean|pacific|atlantic|arctic|mediterranean|silicon valley|wall street|capitol hill|earth
    |mars|hollywood|manhattan|brooklyn
    """
)
_CITIES = phrase_set(
    """
    washington|moscow|beijing|london|paris|berlin|tokyo|seoul|pyongyang|kyiv|kiev|brussels|rome|madrid|jerusalem
    |baghdad|tehran|kabul|damascus|cairo|ankara|istanbul|delhi|new delhi|mumbai|islamabad|shanghai|hong kong|sydney
    |melbourne|toronto|ottawa|montreal|vancouver|new york city|los angeles|chicago|houston|philadelphia|phoenix
    |san antonio|san diego|dallas|san francisco|seattle|denver|boston|detroit|miami|atlanta|las vegas|baltimore
    |cleveland|new orleans|st. louis|cincinnati|pittsburgh|geneva|vienna|athens|benghazi|amsterdam|stockholm|oslo
    |copenhagen|helsinki|warsaw|prague|budapest|lisbon|dublin|edinburgh|glasgow|manchester|liverpool|birmingham|munich
    |hamburg|frankfurt|milan|barcelona|zurich|nairobi|lagos|johannesburg|cape town|buenos aires|rio de janeiro
    |são paulo|mexico city|havana|caracas|bogotá|lima|santiago|singapore|bangkok|jakarta|manila|hanoi|kandahar|aleppo
    |mosul
    """
)
_DEPENDENT = phrase_set(
    """
    canary islands|guadeloupe|martinique|réunion|french guiana|mayotte|new caledonia|french polynesia|svalbard|åland
    |åland islands|ceuta|melilla|gibraltar|bermuda|cayman islands|falkland islands|british virgin islands
    |u.s. virgin islands|turks & caicos islands|guam|american samoa|northern mariana islands|cook islands
    |saint helena|st. helena|ascension island|clipperton island|christmas island|norfolk island|pitcairn islands
    """
)
"""Places that Babel lists among countries, and that belong to one."""
_OF_TWO_SORTS = phrase_set(
    "georgia|washington|new york|singapore|luxembourg|european union|eurozone|united nations|america"
)
_WITH_THE = phrase_set(
    """
    u.s.|u.s.a.|us|usa|united states|u.k.|uk|united kingdom|netherlands|philippines|bahamas|maldives|soviet union
    |united arab emirates|czech republic|dominican republic|central african republic|gambia|seychelles|e.u.|eu|u.n.
    |european union|united nations|west bank|middle east|balkans|caribbean|pacific|atlantic|arctic|mediterranean
    """
)
_STATE_BEHIND = re.compile(r", (?P<state>D\.C\.|DC\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,.;)]))")


@cache
def _territories() -> frozenset[str]:
    from babel import Locale  # reads its English data on first use only

    territories = Locale("en").territories.items()
    return frozenset(
        form
        for code, name in territories
        if code.isalpha()
        for form in (name.casefold(), name.casefold().replace("&", "and"), name.casefold().split(" (")[0])
    )


def is_place(full: str) -> bool:
    """Return whether this is a country, a state or a city that everybody knows."""
    folded = full.casefold()
    known = (_STATES, _PROVINCES, _COUNTRIES, _CONTINENTS, _REGIONS, _CITIES)
    return any(folded in places for places in known) or folded in _territories()


def place_type(full: str) -> Sort:
    """Return the type of a place; empty for one of two types (Georgia, Washington) and for one that nobody knows."""
    folded = full.casefold()
    if folded in _OF_TWO_SORTS | _REGIONS | _DEPENDENT:
        return ""
    if folded in _STATES:
        return "state"
    if folded in _PROVINCES:
        return "province"
    if folded in _CITIES:
        return "city"
    if folded in _CONTINENTS:
        return "continent"
    return "country" if folded in _COUNTRIES or folded in _territories() else ""


def is_before_its_state(text: str, end: int) -> bool:
    """Return whether the state that a place lies in is right behind it in a text: "Washington, D.C."."""
    found = _STATE_BEHIND.match(text, end)
    return found is not None and found["state"].casefold() in _STATES | _PROVINCES | {"d.c.", "dc"}


def takes_definite_article(full: str) -> bool:
    """Return whether "the" is before a place in a sentence: the U.S., the Netherlands."""
    return full.casefold() in _WITH_THE
