"""Names that everybody writes in several ways, whatever an article calls them. Next: `spelt_otherwise`."""

import re
from collections.abc import Iterator

_GROUPS = (
    ("United States", "U.S.", "US", "USA", "U.S.A.", "America", "United States of America"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("Soviet Union", "USSR", "U.S.S.R."),
    ("United Nations", "UN"),
    ("United Arab Emirates", "UAE"),
    ("European Union", "EU"),
    ("European Central Bank", "ECB"),
    ("World Trade Organization", "WTO"),
    ("World Health Organization", "WHO"),
    ("International Monetary Fund", "IMF"),
    ("North Atlantic Treaty Organization", "NATO"),
    ("Federal Bureau of Investigation", "FBI"),
    ("Central Intelligence Agency", "CIA"),
    ("National Security Agency", "NSA"),
    ("Environmental Protection Agency", "EPA"),
    ("Food and Drug Administration", "FDA"),
    ("National Aeronautics and Space Administration", "NASA"),
    ("National Health Service", "NHS"),
    ("British Broadcasting Corporation", "BBC"),
    ("African National Congress", "ANC"),
    ("Massachusetts Institute of Technology", "MIT"),
    ("University of Southern California", "USC"),
    ("New York University", "NYU"),
    ("World War I", "World War One", "First World War", "WWI", "WW1", "World War 1", "1st World War", "Great War"),
    ("World War II", "World War Two", "Second World War", "WWII", "WW2", "World War 2", "2nd World War"),
    ("American Revolution", "American Revolutionary War", "Revolutionary War", "American War of Independence"),
    ("Supreme Court", "U.S. Supreme Court", "United States Supreme Court"),
    ("House of Representatives", "U.S. House of Representatives", "United States House of Representatives"),
    ("Federal Reserve", "U.S. Federal Reserve", "Federal Reserve System", "Fed"),
    ("Islamic State", "ISIS", "ISIL"),
    ("Beijing", "Peking"),
    ("Ivory Coast", "Côte d'Ivoire"),
    ("Kyiv", "Kiev"),
    ("Los Angeles", "LA"),
    ("Mumbai", "Bombay"),
    ("Myanmar", "Burma"),
    ("Netherlands", "Holland"),
    ("New York City", "NYC"),
    ("Czech Republic", "Czechia"),
    ("Turkey", "Türkiye"),
    ("Washington", "Washington D.C.", "Washington, D.C.", "Washington DC"),
)
_AMERICAN = re.compile(r"\A(?:U\. ?S\.|US|United States) (?=[A-Z])")
_AMERICAN_FORMS = ("U.S.", "United States")
"""Forms of the country at the beginning of a name; marks are not compared, so "US" is accepted with "U.S."."""
_SHORTENED = (("Saint", "St."), ("Mount", "Mt."), ("Fort", "Ft."))


def known_otherwise(name: str) -> Iterator[str]:
    """Yield the forms of a name that everybody knows, itself among them: "WWII" for "World War II"."""
    if name.isupper() and name.isalpha():
        name = next((one for group in _GROUPS for one in group if one == name), name)
    yield from next((group for group in _GROUPS if name in group), ())
    if found := _AMERICAN.match(name):
        yield from (f"{country} {name[found.end() :]}" for country in _AMERICAN_FORMS)
    for whole, short in _SHORTENED:
        for one, other in ((whole, short), (short, whole), (short.rstrip("."), whole)):
            if name.startswith(f"{one} "):
                yield f"{other}{name[len(one) :]}"
