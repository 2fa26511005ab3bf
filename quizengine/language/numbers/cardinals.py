"""Numbers in German, Spanish and French words: "zweihundertdrei", "treinta y uno", "quatre-vingt-dix-sept".

The words are the ones that every grammar of these languages lists; the tests hold them against num2words for thousands
of numbers. All words below a thousand are made once for each language and looked up, so that "zwei drei" is no five.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product

_MOST_CHARACTERS = 120
_LETTERS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})

_ES_UNITS = "un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis/"
_ES_UNITS += "diezyseis diecisiete/diezysiete dieciocho/diezyocho diecinueve/diezynueve veinte veintiun/veintiuno/"
_ES_UNITS += "veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_HUNDREDS = "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/"
_ES_HUNDREDS += "quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/"
_ES_HUNDREDS += "novecientas"
_DE_UNITS = "ein/eins/eine/einen/einer zwei/zwo drei vier funf/fuenf sechs sieben acht neun zehn elf zwolf/zwoelf "
_DE_UNITS += "dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn"
_DE_TENS = "zwanzig dreissig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig"
_FR_UNITS = "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept "
_FR_UNITS += "dixhuit dixneuf"
_FR_TENS = "vingt trente quarante cinquante soixante"

Forms = dict[int, tuple[str, ...]]


@dataclass(frozen=True)
class _Language:
    """The words of one language, without blanks, hyphens and accents."""

    words: Mapping[str, int]
    """The value of each number without a scale: all below 1000, and below 2000 in German ("neunzehnhundert")."""
    scales: tuple[tuple[re.Pattern[str], int], ...]
    """The scales at which a number is split, the greatest first."""


def cardinal(words: str, language: str) -> Decimal | None:
    """The whole number that these words are in German ("de"), Spanish ("es") or French ("fr"); None for other words."""
    if language not in _MADE or len(words) > _MOST_CHARACTERS:
        return None
    plain = _plain(words)
    if not plain.isalpha():
        return None
    if plain in _ZERO:
        return Decimal(0)
    if plain in _DOZEN:
        return Decimal(12)
    known = _language(language)
    if half := _HALF[language].search(plain):
        whole = 1 if half[0] == "anderthalb" else known.words.get(plain[: half.start()])
        return whole + Decimal("0.5") if whole else None
    if part := _PART[language].search(plain):
        above = _times(plain[: part.start()], known)
        return Decimal(above) / _PARTS[language][part[0].removesuffix("s")] if above else None
    value, rest = 0, plain
    for pattern, scale in known.scales:
        parted = pattern.split(rest, maxsplit=1)
        if len(parted) < 2:
            continue
        before, rest = parted
        times = _times(before, known)
        if scale >= 10**6 and times is None:
            times = _thousands(before, known)
        if times is None:
            return None
        value += times * scale
    rest = rest.removeprefix("und") if value and language == "de" else rest
    if rest and rest not in known.words:
        return None
    total = value + known.words.get(rest, 0)
    return Decimal(total) if total else None


def _times(before: str, known: _Language) -> int | None:
    """Read the number before a scale or a part: one where there are no words; None for other words."""
    return known.words.get(before) if before else 1


def _thousands(words: str, known: _Language) -> int | None:
    """Return how many millions "dos mil" or "zwölftausend" before a word for millions are."""
    pattern, scale = known.scales[-1]
    parted = pattern.split(words, maxsplit=1)
    if len(parted) < 2:
        return None
    before, rest = parted
    times, more = _times(before, known), known.words.get(rest, 0)
    return None if times is None or (rest and not more) else times * scale + more


def _plain(words: str) -> str:
    """The words in small letters without accents, blanks and hyphens; an umlaut is its letter, ß is ss."""
    lowered = words.casefold().translate(_LETTERS)
    marks = unicodedata.normalize("NFKD", lowered)
    return "".join(sign for sign in marks if not unicodedata.combining(sign) and sign not in " -‐‑–\u00ad\u00a0'’")


_ZERO = frozenset({"null", "cero", "zero"})


_DOZEN = frozenset({"dutzend", "eindutzend", "docena", "unadocena", "douzaine", "unedouzaine"})
_PARTS = {
    "de": {"halb": 2, "halbe": 2, "diehalfte": 2, "halfte": 2, "drittel": 3, "viertel": 4, "funftel": 5, "sechstel": 6}
    | {
        "siebtel": 7,
        "achtel": 8,
        "neuntel": 9,
        "zehntel": 10,
        "zwanzigstel": 20,
        "hundertstel": 100,
        "tausendstel": 1000,
    },
    "es": {"medio": 2, "media": 2, "lamitad": 2, "mitad": 2, "tercio": 3, "cuarto": 4, "quinto": 5, "sexto": 6}
    | {"septimo": 7, "octavo": 8, "noveno": 9, "decimo": 10, "centesimo": 100, "milesimo": 1000},
    "fr": {"demi": 2, "demie": 2, "lamoitie": 2, "moitie": 2, "tier": 3, "quart": 4, "cinquieme": 5, "sixieme": 6}
    | {"septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10, "centieme": 100, "millieme": 1000},
}
_PART = {
    "de": re.compile(
        "(?<!ein)(?:halbe?)$|(?<=^ein)halbe?$|(?<=^eine)halbe$|(?:die)?halfte$|(?:drittel|viertel|funftel"
        "|sechstel|siebtel|achtel|neuntel|zehntel|zwanzigstel|hundertstel|tausendstel)$"
    ),
    "es": re.compile(
        "(?<!y)medi[oa]$|(?:la)?mitad$|(?:tercio|cuarto|quinto|sexto|septimo|octavo|noveno|decimo|centesimo"
        "|milesimo)s?$"
    ),
    "fr": re.compile(
        "(?<!et)demie?$|(?:la)?moitie$|(?:tiers|quarts?|(?:cinqu|six|sept|huit|neuv|dix|cent|mill)iemes?)$"
    ),
}
"""The name of a fraction, after its numerator."""
_HALF = {
    "de": re.compile("(?<=[a-z])(?:und)?einhalb$|anderthalb$"),
    "es": re.compile("ymedi[oa]$"),
    "fr": re.compile("etdemie?$"),
}


def _listed(words: str, start: int, step: int = 1) -> Forms:
    return {start + step * number: tuple(forms.split("/")) for number, forms in enumerate(words.split())}


def _german() -> Iterator[tuple[int, str]]:
    units, tens = _listed(_DE_UNITS, 1), _listed(_DE_TENS, 20, 10)
    below = [(value, word) for value, forms in (units | tens).items() for word in forms]
    below += [
        (ten + unit, f"{before}und{word}")
        for ten, words in tens.items()
        for word in words
        for unit in range(1, 10)
        for before in units[unit]
    ]
    yield from below
    hundreds = [(100, "hundert"), *((100 * n, f"{word}hundert") for n in range(1, 20) for word in units[n])]
    for (hundred, before), (value, word) in product(hundreds, [(0, ""), *below]):
        yield hundred + value, before + word
        if word:
            yield hundred + value, f"{before}und{word}"


def _spanish() -> Iterator[tuple[int, str]]:
    units, tens, hundreds = _listed(_ES_UNITS, 1), _listed(_ES_TENS, 30, 10), _listed(_ES_HUNDREDS, 100, 100)
    below = [(value, word) for value, forms in (units | tens).items() for word in forms]
    below += [
        (ten + unit, before + joined + word)
        for ten, words in tens.items()
        for before in words
        for unit in range(1, 10)
        for word in units[unit]
        for joined in ("y", "i")
    ]
    yield from below
    for (hundred, forms), (value, word) in product(hundreds.items(), [(0, ""), *below]):
        yield from ((hundred + value, form + word) for form in forms)


def _french() -> Iterator[tuple[int, str]]:
    units, tens = _listed(_FR_UNITS, 1), _listed(_FR_TENS, 20, 10)
    below = [(value, word) for value, forms in units.items() for word in forms]
    begun = [(value, word, 9 if value < 60 else 19) for value, forms in tens.items() for word in forms]
    begun += [(80, "quatrevingt", 19), (70, "septante", 9), (80, "huitante", 9), (80, "octante", 9), (90, "nonante", 9)]
    for ten, before, most in begun:
        below += [(ten, before), (ten, f"{before}s")] if before == "quatrevingt" else [(ten, before)]
        below += [
            (ten + unit, before + joined + word)
            for unit in range(1, most + 1)
            for word in units[unit]
            for joined in ("", "et")
        ]
    yield from below
    hundreds = [
        (100, "cent"),
        *((100 * n, word + cents) for n in range(1, 10) for word in units[n] for cents in _CENTS),
    ]
    for (hundred, before), (value, word) in product(hundreds, [(0, ""), *below]):
        yield hundred + value, before + word


_CENTS = ("cent", "cents")
_MADE = {"de": _german, "es": _spanish, "fr": _french}
_S = "(?:s(?!ept|ix|eize|oix))?"  # the plural, and not the beginning of "six"
_SCALES = {
    "de": (("billion(?:en)?", 10**12), ("milliarden?", 10**9), ("million(?:en)?", 10**6), ("tausend", 1000)),
    "es": (("billon(?:es)?", 10**12), ("millardos?|milmillones", 10**9), ("millon(?:es)?", 10**6), ("mil", 1000)),
    "fr": ((f"billion{_S}", 10**12), (f"milliard{_S}", 10**9), (f"million{_S}", 10**6), ("mille?", 1000)),
}


@cache
def _language(name: str) -> _Language:
    return _Language(
        {word: value for value, word in _MADE[name]()},
        tuple((re.compile(words), scale) for words, scale in _SCALES[name]),
    )
