"""The names and symbols of units that answers are typed in, and what pint calls each.

Symbols are those of the SI brochure (Bureau international des poids et mesures, 9th edition 2019, tables 2 to 8) with
the usual ones beside the SI; the words are their names in the four languages of the pages.
"""

PREFIXES = {
    "Q": "quetta", "R": "ronna", "Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga",
    "M": "mega", "k": "kilo", "h": "hecto", "da": "deca", "d": "deci", "c": "centi", "m": "milli", "µ": "micro",
    "u": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto", "z": "zepto", "y": "yocto",
}  # fmt: skip
"""Prefixes by their symbols."""

PREFIXED_SYMBOLS = {
    "m": "meter", "g": "gram", "s": "second", "A": "ampere", "K": "kelvin", "mol": "mole", "cd": "candela",
    "N": "newton", "J": "joule", "W": "watt", "V": "volt", "Ω": "ohm", "F": "farad", "H": "henry", "T": "tesla",
    "Wb": "weber", "Pa": "pascal", "Hz": "hertz", "C": "coulomb", "lm": "lumen", "lx": "lux", "Bq": "becquerel",
    "Gy": "gray", "Sv": "sievert", "kat": "katal", "S": "siemens", "rad": "radian", "sr": "steradian", "L": "liter",
    "l": "liter", "eV": "electron_volt", "bar": "bar", "cal": "calorie", "Wh": "watt_hour", "t": "metric_ton",
    "Da": "dalton", "M": "molar", "VA": "volt_ampere", "B": "byte", "bit": "bit", "b": "bit", "Ah": "ampere_hour",
    "Ohm": "ohm", "ohm": "ohm",
}  # fmt: skip
"""Symbols that take a prefix, with what pint calls them."""

SYMBOLS = {
    "min": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "d": "day", "sec": "second", "secs": "second",
    "mins": "minute", "wk": "week", "wks": "week", "yr": "year", "yrs": "year", "ha": "hectare", "u": "dalton",
    "amu": "dalton", "atm": "atmosphere", "mmHg": "mmHg", "Torr": "torr", "psi": "psi", "in": "inch", "ft": "foot",
    "yd": "yard", "mi": "mile", "nmi": "nautical_mile", "oz": "ounce", "lb": "pound", "lbs": "pound", "mph": "mph",
    "kmh": "kph", "kph": "kph", "kn": "knot", "kt": "knot", "gal": "gallon", "rpm": "revolutions_per_minute",
    "hp": "horsepower", "PS": "metric_horsepower", "°": "degree", "deg": "degree", "°C": "degree_Celsius",
    "°F": "degree_Fahrenheit", "degC": "degree_Celsius", "degF": "degree_Fahrenheit", "'": "foot",
    '"': "inch", "%": "percent", "‰": "permille", "ppm": "ppm", "cc": "centimeter ** 3",
    "AU": "astronomical_unit", "au": "astronomical_unit", "ly": "light_year", "pc": "parsec", "Å": "angstrom",
    "cm3": "centimeter ** 3", "ccm": "centimeter ** 3", "qm": "meter ** 2",
    "px": "pixel", "Nm": "joule", "kNm": "kilojoule", "erg": "erg", "dyn": "dyne", "G": "gauss",
    "Std": "hour", "Min": "minute", "Sek": "second", "mcg": "microgram",
}  # fmt: skip
"""Symbols that take none."""

_WORDS = """
meter: metre meters metres meter metern mètre mètres metro metros
gram: gramme grams grammes gramm gramo gramos
second: seconds sekunde sekunden seconde secondes segundo segundos
minute: minutes minuten minuto minutos
hour: hours stunde stunden heure heures hora horas
day: days tag tage tagen jour jours día días dia dias
week: weeks woche wochen semaine semaines semana semanas
month: months monat monate monaten mois mes meses
year: years jahr jahre jahren an ans année années año años
ampere: amperes amp amps ampère ampères amperio amperios
kelvin: kelvins
mole: moles mol mols moles
candela: candelas
newton: newtons
joule: joules julio julios
watt: watts vatio vatios
volt: volts voltio voltios
ohm: ohms ohmio ohmios
farad: farads faradio faradios
henry: henrys henries henrio
tesla: teslas
weber: webers
pascal: pascals pascales
hertz: hercios hercio
coulomb: coulombs culombio culombios
lumen: lumens
lux: luxes
becquerel: becquerels
gray: grays
sievert: sieverts
siemens: siemens
katal: katals
radian: radians radiant radianes radián
degree: degrees grad grade degré degrés grado grados
liter: litre liters litres litern litro litros
hectare: hectares hektar hectárea hectáreas
metric_ton: tonne tonnes tonnen tonelada toneladas
calorie: calories kalorie kalorien caloría calorías
electron_volt: electronvolt electronvolts elektronenvolt
bar: bars
atmosphere: atmospheres atmosphäre atmosphären atmosphère atmósferas atmósfera
inch: inches zoll pouce pouces pulgada pulgadas
foot: feet pied pieds pie pies
yard: yards yarda yardas
mile: miles meile meilen mille milles milla millas
nautical_mile: seemeile seemeilen
ounce: ounces unze unzen once onces onza onzas
pound: pounds libra libras
gallon: gallons galón galones
knot: knots knoten nœud nœuds nudo nudos
percent: percents pct prozent pourcent porciento procent
permille: promille
byte: bytes octet octets
bit: bits
horsepower: horsepowers
light_year: lightyear lightyears lichtjahr lichtjahre
pixel: pixels píxel píxeles
"""

WORDS = {
    word: name
    for line in _WORDS.strip().splitlines()
    for name, _, words in (line.partition(":"),)
    for word in (name, *words.split())
}
"""Names in small letters, singular and plural; a word for a prefix may precede each."""

PREFIX_WORDS = {
    "kilo": "kilo", "mega": "mega", "giga": "giga", "tera": "tera", "peta": "peta", "hecto": "hecto", "hekto": "hecto",
    "deci": "deci", "dezi": "deci", "déci": "deci", "centi": "centi", "zenti": "centi",
    "milli": "milli", "mili": "milli",
    "micro": "micro", "mikro": "micro", "nano": "nano", "pico": "pico", "piko": "pico",
}  # fmt: skip
"""Words for prefixes, with what pint calls them."""

PHRASES = (
    (r" (?:squared|cuadrad[oa]s?|carrés?)\b", "^2"),
    (r" (?:cubed|cúbic[oa]s?|cubes?)\b", "^3"),
    (r"degrees? celsius|degrees? centigrade|grad celsius|degrés? celsius|grados? celsius|celsius", "°C"),
    (r"degrees? fahrenheit|grad fahrenheit|degrés? fahrenheit|grados? fahrenheit|fahrenheit", "°F"),
    (r"\bdeg\.? ?c\b", "°C"),
    (r"\bdeg\.? ?f\b", "°F"),
    (r"per cent|pour cent|por ciento", "%"),
    (r"light[ -]years?|années?[ -]lumière|años? luz", "ly"),
    (r"nautical miles?|milles? marins?|millas? náuticas?", "nmi"),
    (r"miles per hour", "mph"),
    (r"beats per minute|bpm\b", "beats/min"),
    (r"\bmps\b", "m/s"),
    (r"\b(?:per|pro|je|por|par)\b", "/"),
    (r"\b(?:square|sq\.?) ?(?=\w)", "SQUARE "),
    (r"\bquadrat(?=\w)", "SQUARE "),
    (r"\b(?:cubic|cu\.?) (?=\w)", "CUBE "),
    (r"\bkubik(?=\w)", "CUBE "),
)
"""Patterns for units in words, with their signs."""

CASELESS = {
    symbol.casefold(): symbol
    for symbol in [
        "kg",
        "g",
        "km",
        "m",
        "cm",
        "mL",
        "cL",
        "dL",
        "L",
        "kWh",
        "Hz",
        "kHz",
        "Pa",
        "hPa",
        "kPa",
        "kJ",
        "kN",
        "kV",
        "kW",
        "mol",
        "min",
        "s",
        "V",
        "A",
        "W",
        "N",
        "J",
        "K",
        "mg",
    ]
}
"""Symbols that are understood in any case, because nobody means another one ("KG", "ML")."""

COLLOQUIAL = {"kilo": "kilogram", "kilos": "kilogram", "kgs": "kilogram", "ltr": "liter"}
"""Words in small letters that take no prefix."""

MONEY = {"dólar": "USD", "dólares": "USD", "franken": "CHF", "francs": "CHF", "francos": "CHF", "libras": "GBP"}
"""Money by its names in other languages than English."""
