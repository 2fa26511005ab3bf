"""Units of measure, by the words and symbols that English prose writes them with.

A plain table rather than a units library: importing Pint costs more than generating a whole quiz may take. The tests
hold every factor against Pint.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Unit:
    """A unit: its name in the singular, what it measures, and its size in the base unit of that kind."""

    name: str
    kind: str
    factor: Decimal
    """Its size in base units (metre, square metre, kilogram, litre, second, byte, joule, watt); 0 for none."""
    plural: str
    symbols: tuple[str, ...] = ()


_TABLE = """
length|0.001|millimetre/millimeter|mm
length|0.01|centimetre/centimeter|cm
length|0.1|decimetre/decimeter|dm
length|1|metre/meter|m
length|1000|kilometre/kilometer/klick|km
length|0.000001|micrometre/micrometer/micron|μm µm um
length|0.000000001|nanometre/nanometer|nm
length|0.000000000001|picometre/picometer|pm
length|0.0254|inch:inches|in "
length|0.3048|foot:feet|ft
length|0.9144|yard|yd yds
length|1609.344|mile|mi
length|1852|nautical mile|nmi
length|1.8288|fathom|
length|201.168|furlong|
length|9460730472580800|light year/light-year/lightyear|ly
length|149597870700|astronomical unit|au
area|1|square metre/square meter/sq m/sq metre/sq meter|m2 m² sqm
area|0.000001|square millimetre/square millimeter|mm2 mm²
area|0.0001|square centimetre/square centimeter|cm2 cm²
area|1000000|square kilometre/square kilometer/sq km/sq kilometre/sq kilometer|km2 km²
area|0.09290304|square foot/sq foot/sq ft:square feet/sq feet|ft2 ft² sqft
area|0.83612736|square yard|
area|0.00064516|square inch/sq inch/sq in:square inches/sq inches|in2
area|2589988.110336|square mile/sq mile/sq mi|mi2
area|10000|hectare|ha
area|4046.8564224|acre|
volume|0.001|millilitre/milliliter|ml
volume|0.01|centilitre/centiliter|cl
volume|0.1|decilitre/deciliter|dl
volume|1|litre/liter|l
volume|100|hectolitre/hectoliter|hl
volume|1000|cubic metre/cubic meter|m3 m³
volume|0.001|cubic centimetre/cubic centimeter|cm3 cm³ cc
volume|1000000000000|cubic kilometre/cubic kilometer|km3 km³
volume|28.316846592|cubic foot:cubic feet|ft3
volume|764.554857984|cubic yard|
volume|3.785411784|gallon|gal
volume|0.946352946|quart|qt
volume|0.473176473|pint|pt
volume|0.2365882365|cup|
volume|0.0295735295625|fluid ounce/fl oz|floz
volume|0.01478676478125|tablespoon|tbsp
volume|0.00492892159375|teaspoon|tsp
volume|158.987294928|barrel|bbl bpd
volume|0|bushel|
mass|0.000000001|microgram|μg µg ug mcg
mass|0.000001|milligram|mg
mass|0.001|gram/gramme|g
mass|1|kilogram/kilo/kilogramme|kg kgs
mass|1000|tonne/metric ton/metric tonne|t mt
mass|0|ton|
mass|0.45359237|pound|lb lbs
mass|0.028349523125|ounce|oz
mass|6.35029318|stone:stone|
mass|0.0002|carat|ct
duration|0.000000001|nanosecond|ns
duration|0.000001|microsecond|μs µs
duration|0.001|millisecond|ms
duration|1|second|sec secs s
duration|60|minute|min mins
duration|3600|hour|hr hrs h
duration|86400|day|
duration|604800|week|wk wks
duration|1209600|fortnight|
duration|0|month|
duration|0|quarter|
duration|31557600|year|yr yrs
duration|0|decade|
duration|0|century:centuries|
duration|0|millennium:millennia/millenniums|
speed|0.44704|mile per hour:miles per hour|mph
speed|0.27777777777777777778|kilometre per hour/kilometer per hour:kilometres per hour/kilometers per hour|kph kmh km/h
speed|1|metre per second/meter per second|m/s
speed|0.514444444444444444444444444|knot|kt kn
energy|1|joule|j
energy|1000|kilojoule|kj
energy|1000000|megajoule|mj
energy|4.184|calorie|cal
energy|4184|kilocalorie|kcal
energy|3600|watt hour/watt-hour|wh
energy|3600000|kilowatt hour/kilowatt-hour|kwh
energy|3600000000|megawatt hour/megawatt-hour|mwh
energy|3600000000000|gigawatt hour/gigawatt-hour|gwh
energy|3600000000000000|terawatt hour/terawatt-hour|twh
power|1|watt|w
power|1000|kilowatt|kw
power|1000000|megawatt|mw
power|1000000000|gigawatt|gw
power|0|horsepower:horsepower|hp bhp
data|0.125|bit|
data|1|byte|
data|1000|kilobyte|kb
data|1000000|megabyte|mb
data|1000000000|gigabyte/gig|gb
data|1000000000000|terabyte|tb
data|1000000000000000|petabyte|pb
data|125000|megabit|mbit mbps
data|125000000|gigabit|gbit gbps
voltage|1|volt|v
voltage|1000|kilovolt|kv
current|1|ampere/amp|
frequency|1|hertz:hertz|hz
frequency|1000|kilohertz:kilohertz|khz
frequency|1000000|megahertz:megahertz|mhz
frequency|1000000000|gigahertz:gigahertz|ghz
loudness|0|decibel|db
angle|0|degree/deg|°
angle|1|radian|rad
temperature|0|degree Celsius/Celsius/celcius/centigrade:degrees Celsius/degrees centigrade/degrees celcius|°c c
temperature|0|degree Fahrenheit/Fahrenheit/farenheit/fahrenheight:degrees Fahrenheit/degrees farenheit|°f f
temperature|1|kelvin:kelvin/kelvins|
percent|0|percent:percent/percents/per cent/pct|%
points|0|percentage point/percent point|pp
points|0|basis point|bps
times|0|time|
times|0|fold:fold|
"""


def _rows() -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    rows = []
    for line in _TABLE.strip().splitlines():
        kind, factor, words, symbols = line.split("|")
        singular, _, plural = words.partition(":")
        singulars = singular.split("/")
        plurals = plural.split("/") if plural else [f"{word}s" for word in singulars]
        unit = Unit(singulars[0], kind, Decimal(factor), plurals[0], tuple(symbols.split()))
        rows.append((unit, (*singulars, *plurals)))
    return tuple(rows)


UNITS: tuple[Unit, ...] = tuple(unit for unit, _ in _rows())
"""Every unit of the table."""

UNITS_BY_NAME: dict[str, Unit] = {unit.name: unit for unit in UNITS}
"""Units by the name that `Quantity.unit` gives them."""

BY_WORDS: dict[tuple[str, ...], Unit] = {
    tuple(word.casefold().replace("-", " ").split()): unit for unit, words in _rows() for word in words
}
"""Units by their words in small letters, singular and plural."""

BY_SYMBOL: dict[str, Unit] = {symbol: unit for unit in UNITS for symbol in unit.symbols}
"""Units by their symbols in small letters, as they stand right after digits."""

LONGEST = max(map(len, BY_WORDS))
"""The most words that a unit has."""


def unit_words(name: str, value: Decimal) -> str:
    """The unit in the number that a value asks for: "miles", "mile"; a currency code as it stands."""
    unit = UNITS_BY_NAME.get(name)
    if unit is None:
        return name
    return unit.name if value == 1 else unit.plural
