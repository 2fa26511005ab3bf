"""The possible numeric meanings of a typed text: a figure, a fraction or a power, with the words around it.

The numbers of articles have a grammar of their own (`quizengine.language.numbers`), which reads everything that is not
a figure here: "two and a half million", "between 9 and 11", "$2.5m". Next: `surroundings`, and `units` for what follows
a figure.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from quizengine.language.numbers.amounts import (
    Amount,
    begins_with_word,
    figures_in_english,
    like_a_number,
    read_amount,
    unambiguous_forms,
)
from quizengine.language.numbers.cardinals import cardinal
from quizengine.language.numbers.locales import scales_of, units_of
from quizengine.language.numbers.number_words import SCALES, SHORT_SCALES, plain_decimal
from quizengine.quiz.grading.surroundings import MOST_CHARACTERS, bare_number, era_of, without_era
from quizengine.quiz.grading.units import conversion, measures

_MOST_DIGITS = 30
_MOST_POWER = 40
_PLACES = 40
_SHORTEST_NOUN = 5
_THREE_PLACES = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")
_TWICE = re.compile(r"(?P<first>[^()\[\]]*[\w%°.])\s*[(\[](?P<second>[^()\[\]]+)[)\]]")
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ '\u00a0\u2009\u202f]\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_EXPRESSION = re.compile(
    rf"(?P<sign>[+-]?)\s*(?:"
    rf"(?P<whole>\d+)(?:\s+|-)(?P<above>\d+)\s*[/⁄]\s*(?P<below>\d+)"
    rf"|(?P<top>{_FIGURE})\s*[/⁄]\s*(?P<bottom>{_FIGURE})(?![\d/⁄])"
    rf"|(?P<mantissa>{_FIGURE})(?:[eE]|\s*[x×*·⋅•∙]\s*10\s*(?:\^|\*\*))\s*[({{]?(?P<exponent>[+-]?\d{{1,3}})[)}}]?(?!\d)"
    rf"|(?P<base>{_FIGURE})\s*(?:\^|\*\*)\s*[({{]?(?P<power>[+-]?\d{{1,3}})[)}}]?(?!\d)"
    rf"|(?P<figure>{_FIGURE})(?!\d|[.,:]\d)"
    rf")"
)
_TWO_UNITS = re.compile(
    rf"(?P<figure>{_FIGURE})\s*(?P<unit>[^\W\d_]+|'(?!\d{{3}}))\.?,?\s*(?:(?:and|und|y|et)\s+)?"
    rf"(?P<rest>{_FIGURE})\s*(?P<smaller>[^\W\d_]*|\"|'')\.?",
    re.IGNORECASE,
)
_NEXT = {"hour": "minute", "minute": "second", "foot": "inch", "meter": "centimeter"}
_SCALE = re.compile(r"\s*(?P<word>[^\W\d_]+)\.?(?![\w^])\s*")
_SHORT = ("k", "m", "mn", "mio", "mil", "mln", "b", "bn", "bln", "t", "tn", "tln", "trn")
_WORTHS = SCALES | {word: SHORT_SCALES[word] for word in _SHORT} | dict.fromkeys(("mrd", "md", "mds"), Decimal(10**9))


@dataclass(frozen=True)
class Reading:
    """One possible meaning of a typed text: a number or a range, with the unit after it, if any."""

    low: Decimal
    high: Decimal
    unit: str = ""
    """The words or signs after the figure as typed; of money and of words, the name that amounts have for it."""
    figure: str = ""
    """An unambiguous way to write this reading; empty if its plain figure is unambiguous."""
    exact: bool = True
    """True if it is the number itself; false for a fraction, which may have endless decimals."""


def number_readings(text: str, locale: str, unit: str = "") -> tuple[Reading, ...]:
    """Return all possible meanings of a typed text as a number, the likeliest first; empty if it is not a number.

    `unit` is the unit asked for, by the name that amounts have for it: for lengths, "m" does not mean million. Never
    raises.
    """
    if len(text) > MOST_CHARACTERS or not (plain := bare_number(text)):
        return ()
    if ways := unambiguous_forms(plain, locale):
        thousands, decimal = ways
        return tuple(
            reading
            for figure in (decimal, thousands)
            for reading in _marked(_read(_THREE_PLACES.sub(figure, plain, count=1), locale, unit), figure)
        )
    return _read(plain, locale, unit)


def _marked(found: tuple[Reading, ...], figure: str) -> tuple[Reading, ...]:
    return tuple(replace(one, figure=figure) for one in found)


def _read(plain: str, locale: str, unit: str) -> tuple[Reading, ...]:
    if era_of(plain) == "BC":
        years = _read(without_era(plain), locale, unit)
        return tuple(_before_christ(one) for one in years) + tuple(years)
    if twice := _TWICE.fullmatch(plain):
        return _said_twice(twice, locale, unit)
    return _in_two_units(plain, locale) or _expression(plain, locale) or _in_words(plain, locale, unit)


def _before_christ(year: Reading) -> Reading:
    return Reading(-year.high, -year.low, year.unit, exact=year.exact)


def _said_twice(twice: re.Match[str], locale: str, unit: str) -> tuple[Reading, ...]:
    """A number and the same number in brackets: "8 (eight)"; a unit may be in the brackets, too: "5 (kg)"."""
    first = number_readings(twice["first"], locale, unit)
    second = number_readings(twice["second"], locale, unit)
    if not second and first and not first[0].unit and not any(map(str.isdigit, twice["second"])):
        return tuple(replace(one, unit=twice["second"]) for one in first)
    values = {(one.low, one.high) for one in second}
    return tuple(one for one in first if (one.low, one.high) in values)


def _in_two_units(plain: str, locale: str) -> tuple[Reading, ...]:
    """A number in a unit and a rest in a smaller one, in the first: "2 h 30 min" is 2.5 h."""
    found = _TWO_UNITS.fullmatch(figures_in_english(plain, locale))
    if found is None:
        return ()
    units = units_of(locale)
    first, second = (units.get(found[name].casefold(), found[name]) for name in ("unit", "smaller"))
    for great in measures(first):
        for small in measures(second or _NEXT.get(great.name, "")):
            rest = conversion(_number(found["rest"]), small, great)
            if rest is not None and small.factor < great.factor and great.physical:
                value = _number(found["figure"]) + rest
                return (Reading(value, value, first),)
    return ()


def _expression(plain: str, locale: str) -> tuple[Reading, ...]:
    """The readings of a text that begins with a figure, a fraction or a power."""
    english = figures_in_english(plain, locale)
    found = _EXPRESSION.match(english)
    if found is None:
        return ()
    value, exact = _value(found), found["figure"] is not None or found["mantissa"] is not None
    if value is None:
        return ()
    behind = _PER_ONE.sub("/", english[found.end() :].strip())
    if not behind:
        return (Reading(value, value, exact=exact),)
    scaled = _scaled(value, behind, locale)
    glued = english[found.end()].isalpha() and len(behind) < _SHORTEST_NOUN  # "12abc" is not a number, "12kg" is one
    sound = _like_a_unit(behind) and (not glued or any(one.physical for one in measures(behind)))
    as_unit = (Reading(value, value, behind, exact=exact),) if sound else ()
    return tuple(dict.fromkeys((*scaled, *as_unit)))


def _value(found: re.Match[str]) -> Decimal | None:
    """The value of a figure, fraction or power; None for one that is too long, or divides by zero."""
    if any(part and sum(map(str.isdigit, part)) > _MOST_DIGITS for part in found.groups()):
        return None
    with localcontext() as exactly:
        exactly.prec = _PLACES + _MOST_DIGITS
        value = _unsigned(found)
    if value is None or (value and not -_PLACES <= value.adjusted() <= _PLACES):
        return None
    return plain_decimal(-value if found["sign"] == "-" else value)


def _unsigned(found: re.Match[str]) -> Decimal | None:
    if found["whole"]:
        return Decimal(found["whole"]) + _parts(found["above"], found["below"]) if int(found["below"]) else None
    if found["top"]:
        return _parts(found["top"], found["bottom"]) if _number(found["bottom"]) else None
    if found["mantissa"]:
        exponent = int(found["exponent"])
        return _number(found["mantissa"]).scaleb(exponent) if abs(exponent) <= _MOST_POWER else None
    if found["base"]:
        base, power = _number(found["base"]), int(found["power"])
        return base**power if abs(power) <= _MOST_POWER and (base or power > 0) else None
    return _number(found["figure"])


def _parts(above: str, below: str) -> Decimal:
    return _number(above) / _number(below)


def _number(figure: str) -> Decimal:
    return Decimal(re.sub(r"[,\s']", "", figure))


def _scaled(value: Decimal, behind: str, locale: str) -> tuple[Reading, ...]:
    """The figure times the scale that follows it ("million", "Mio.", "k"), with the unit after that, if it is one."""
    for word, worth in scales_of(locale).items():
        if begins_with_word(behind.casefold(), word):
            rest = behind[len(word) :].removeprefix(".").strip()
            return (Reading(value * worth, value * worth, rest),) if worth and _may_follow(rest) else ()
    found = _SCALE.match(behind)
    if found is None:
        return ()
    worth = _WORTHS.get(found["word"].casefold())
    rest = behind[found.end() :]
    if worth is None or not _may_follow(rest):
        return ()
    return (Reading(plain_decimal(value * worth), plain_decimal(value * worth), rest.removeprefix("of ").strip()),)


def _may_follow(rest: str) -> bool:
    return not rest or _like_a_unit(rest)


_UNIT = re.compile(r"(?:[^\W_]|[\s%‰°²³/*·⋅×^()'.\"$€£¥\-])+")
_PER_ONE = re.compile(r"\A1\s*/\s*(?=[^\W\d_])")  # 50 1/s
_NOT_BEHIND = re.compile(
    r"\d[\d.,]*\d|(?<![\w^-])\d|\A[.:;-]|\A(?:st|nd|rd|th|er|ème|e|º|ª)\b|\b[ap]\.?m\.?\Z"
    r"|\b(?:or|and|to|not|point|oder|und|bis|ou|à|than|thousand|hundred)\b",
    re.IGNORECASE,
)


def _like_a_unit(behind: str) -> bool:
    """Return whether this can be a unit or what is counted: no second number and no word that continues with one."""
    return (
        bool(_UNIT.fullmatch(behind))
        and not _NOT_BEHIND.search(behind)
        and len(behind.split()) <= 6
        and not _number_word(behind)
    )


def _number_word(behind: str) -> bool:
    return any(like_a_number(word) for word in re.findall(r"[^\W\d_]{3,}", behind.casefold()))


_LANGUAGES = ("de", "es", "fr")
_MOST_WORDS_BEHIND = 3
_NONE = frozenset({"none", "nil", "nothing", "keine", "keiner", "keins", "ninguno", "ninguna", "aucun", "aucune"})


def _in_words(plain: str, locale: str, unit: str) -> tuple[Reading, ...]:
    """The readings by the grammar of articles, and of whole numbers in words: the locale's own language first."""
    if plain.casefold() in _NONE:
        return (Reading(Decimal(0), Decimal(0)),)
    language = locale.split("-")[0]
    own = _spoken(plain, language)
    if own is not None:
        return (own,)
    amount = read_amount(plain, locale, unit)
    if amount is not None:
        behind = amount.unit or _counted(plain, amount, locale)
        return (Reading(amount.low, amount.high, behind),)
    return tuple(found for one in _LANGUAGES if (found := _spoken(plain, one)) is not None)[:1]


def _counted(plain: str, amount: Amount, locale: str) -> str:
    """The words after a number in words that can be left out without changing it: "N" in "twenty N"."""
    words = plain.split()
    for kept in range(1, len(words)):
        shorter = read_amount(" ".join(words[:kept]), locale)
        if shorter is not None and (shorter.low, shorter.high) == (amount.low, amount.high):
            return " ".join(words[kept:])
    return ""


def _spoken(plain: str, language: str) -> Reading | None:
    """A whole number in the words of a language, with nothing or with up to three words of what is counted after."""
    sign = re.match(r"(?i)(?:minus|menos|moins)\s+", plain)
    words = (plain[sign.end() :] if sign else plain).split()
    for kept in range(len(words), max(0, len(words) - _MOST_WORDS_BEHIND - 1), -1):
        value = cardinal(" ".join(words[:kept]), language)
        behind = words[kept:]
        if value is not None and not any(map(_goes_on, behind)):
            value = -value if sign else value
            return Reading(value, value, " ".join(behind), exact=value == round(value, 2))
    return None


def _goes_on(word: str) -> bool:
    """Return whether a word after a number makes another number of it."""
    return like_a_number(word.casefold()) or any(cardinal(word, one) is not None for one in _LANGUAGES)
