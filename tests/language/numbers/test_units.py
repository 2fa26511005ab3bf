"""Every unit and currency of the tables agrees with what larger libraries say."""

import pytest
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from pint import UnitRegistry

from quizengine.language.numbers import quantities_in
from quizengine.language.numbers.currencies import BY_NATION, CODES, CURRENCY_SYMBOLS, DOLLARS, WORDS
from quizengine.language.numbers.units import UNITS, UNITS_BY_NAME, Unit
from quizengine.text.article import Article

REGISTRY = UnitRegistry()
BASES = {
    "length": "metre", "area": "metre**2", "volume": "litre", "mass": "kilogram", "duration": "second",
    "speed": "metre/second", "energy": "joule", "power": "watt", "data": "byte", "voltage": "volt",
    "current": "ampere", "frequency": "hertz", "angle": "radian", "temperature": "kelvin",
}  # fmt: skip
WITH_A_SIZE = [unit for unit in UNITS if unit.factor and unit.kind in BASES]
NOT_MONEY_OF_TODAY = {"BTC", "ETH", "cent"}


def as_pint(unit: Unit) -> str:
    """The unit's name as the library spells it."""
    words = unit.name.replace("watt hour", "watt_hour").replace("light year", "light_year").split()
    if words[0] in ("square", "cubic"):
        return f"{words[1]}**{2 if words[0] == 'square' else 3}"
    if " per " in unit.name:
        return unit.name.replace(" per ", "/")
    named = {"nautical mile": "nautical_mile", "fluid ounce": "fluid_ounce", "astronomical unit": "astronomical_unit",
             "tonne": "metric_ton", "barrel": "oil_barrel", "knot": "knot"}  # fmt: skip
    return named.get(unit.name, "_".join(words))


@pytest.mark.parametrize("unit", WITH_A_SIZE, ids=lambda unit: unit.name)
def test_a_unit_has_the_size_that_pint_gives_it(unit: Unit) -> None:
    size = REGISTRY.Quantity(1, as_pint(unit)).to(BASES[unit.kind]).magnitude
    assert float(unit.factor) == pytest.approx(size, rel=1e-5)  # it has the survey foot in some of them


def test_no_two_units_share_a_name() -> None:
    assert len(UNITS_BY_NAME) == len(UNITS)


TOLD_BY_MORE_THAN_A_NATION = {"FKP", "KPW", "KYD", "SBD", "SHP", "SSP", "STN", "TOP", "TTD", "XAF", "ZWG"}
"""Currencies whose nation has several words ("Cayman Islands dollars") or a sign within."""


def test_the_money_of_every_country_is_known_by_the_name_that_babel_gives_it() -> None:
    english = Locale.parse("en")
    of_today = {code for territory in english.territories for code in get_territory_currencies(territory)}
    unknown = set()
    for code in of_today - TOLD_BY_MORE_THAN_A_NATION:
        (found,) = quantities_in(Article(f"It cost 500 {get_currency_name(code, count=5, locale=english)} in May."))
        unknown |= {code} if found.unit != code else set()
    assert unknown == set()


def test_every_currency_code_is_known_to_babel() -> None:
    codes = {*CODES.values(), *CURRENCY_SYMBOLS.values(), *DOLLARS.values(), *WORDS.values(), *BY_NATION.values()}
    assert codes - NOT_MONEY_OF_TODAY <= set(Locale.parse("en").currencies)
