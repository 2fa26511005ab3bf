"""Equivalent spellings: with or without hyphen and article, "and" or &, a date or a time in any form."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from quizengine.language.normalisation import normalise
from quizengine.language.numbers.amounts import read_amount
from quizengine.language.numbers.cardinals import cardinal
from quizengine.language.numbers.number_words import NUMBER_WORDS
from quizengine.language.word_lists import word_set
from quizengine.quiz.grading.superscripts import SUPERSCRIPTS
from quizengine.quiz.parts import ENGLISH

_MOST_CHARACTERS = 300
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+")
_QUOTES = str.maketrans(
    {**dict.fromkeys("’‘´`ʼʻ′‵＇‛ʹ", "'"), **dict.fromkeys("“”„‟«»″", '"'), "ⁿ": "n", "＆": "&", "\u00ad": None}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_BLANK = re.compile(r"(?<!\d) | (?!\d)")
_AND = {"en": ("and",), "de": ("und", "and"), "es": ("y", "e", "and"), "fr": ("et", "and")}
_ARTICLES = {
    "de": word_set("der die das den dem des ein eine einen einem einer eines"),
    "es": word_set("el la los las lo un una unos unas"),
    "fr": word_set("le la les un une des du"),
}
_ELIDED = re.compile(r"\A(?:l|d)'(?=\w)", re.IGNORECASE)
_TIME = re.compile(
    r"(?i)(?:at |um |a las |à )?(?P<hour>\d{1,2})\s?(?:(?P<sign>[:.h])\s?(?P<minute>\d\d)?)?\s?"
    r"(?P<half>a\.?m\.?|p\.?m\.?)?\s?(?P<clock>uhr|o'clock|hrs?|heures?|horas?)?"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|\.)(?=\W|\Z)", re.IGNORECASE)
_WORD = re.compile(r"\d+|[^\W\d_]+")
_BESIDE_DATES = word_set("the of on in am den de del le el la")


def in_plain_signs(text: str) -> str:
    """The text with one kind of apostrophe and of quotation marks, and with raised figures after ^: x² is x^2."""
    raised = _RAISED.sub(lambda found: f"^{found[0].translate(SUPERSCRIPTS)}", text)
    return unicodedata.normalize("NFKC", raised.translate(_QUOTES)).replace("−", "-").strip()


@lru_cache(maxsize=4096)
def spellings(text: str, locale: str = ENGLISH, *, key: bool = False) -> frozenset[str]:
    """All that a text may be written as, in forms that can be compared; two texts that share one mean the same.

    Of a key that is a date in figures alone, only one order is meant, so that it has no other form.
    """
    if len(text) > _MOST_CHARACTERS:
        return frozenset({normalise(text)})
    plain = in_plain_signs(text)[:_MOST_CHARACTERS]
    language = locale.split("-")[0]
    found = {one for way in (plain, _spelt_out(plain)) for one in _with_articles(way, language, key=key)}
    dates = _dates(plain, locale)
    found |= {f"date {one}" for one in dates} if not key or len(dates) == 1 else set()
    found |= {f"time {one}" for one in _times(plain, key=key)}
    found |= {f"number {one}" for one in _whole_numbers(plain, language)}
    return frozenset(found - {""})


def _spelt_out(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_UMLAUTS)


def _joined(text: str) -> str:
    """The folded text without blanks, except for those between figures: 1 1 is not 11."""
    return _BLANK.sub("", normalise(text))


def _with_articles(text: str, language: str, *, key: bool) -> Iterator[str]:
    """The text with "and" written one way: as it is, and with a mark that says that it has no article, or may lack it.

    Articles have a gender: "das Haus" is Haus, and Haus is "das Haus", but "der Haus" is not "das Haus".
    """
    words = [("and" if word.casefold() in ("&", *_AND.get(language, ("and",))) else word) for word in _spaced(text)]
    whole = " ".join(words)
    yield _joined(whole)
    bare = whole
    if language == "fr" and _ELIDED.match(whole):
        bare = _ELIDED.sub("", whole)
    elif len(words) > 1 and words[0].casefold() in _ARTICLES.get(language, frozenset()):
        bare = " ".join(words[1:])
    yield _joined(bare) if bare != whole and not key else f"bare {_joined(bare)}"


def _spaced(text: str) -> list[str]:
    return text.replace("&", " & ").split()


def _times(text: str, *, key: bool) -> Iterator[str]:
    """The time of day, in minutes, that a text is; a key with a point alone is a number."""
    found = _TIME.fullmatch(text.strip(" ."))
    if found is None or not (found["minute"] or found["half"] or found["clock"]):
        return
    if key and found["sign"] == "." and not (found["half"] or found["clock"]):
        return
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return
    half = (found["half"] or "")[:1].casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    yield f"{hour}:{minute:02}"


def _dates(text: str, locale: str) -> frozenset[str]:
    """The days that a text can be, as ISO 8601 writes them; of a day without a year "--07-04"."""
    if not any(map(str.isdigit, text)) or len(text) > 40:
        return frozenset()
    words = [word for word in _WORD.findall(_ORDINAL.sub(" ", text)) if word.casefold() not in _BESIDE_DATES]
    figures = [word for word in words if word.isdigit()]
    names = [word.casefold() for word in words if not word.isdigit()]
    months = {_months()[name] for name in names if name in _months()}
    if any(name not in _months() and name not in _weekdays() for name in names) or len(months) > 1:
        return frozenset()
    if months:
        return frozenset(_with_month(figures, next(iter(months))))
    return frozenset(_in_figures(figures, locale)) if len(figures) == 3 and not names else frozenset()


def _with_month(figures: list[str], month: int) -> Iterator[str]:
    years = [one for one in figures if len(one) > 2]
    days = [one for one in figures if len(one) <= 2]
    if len(years) <= 1 and len(days) == 1:
        yield from _day(years[0] if years else "", month, int(days[0]))
    elif len(years) == 1 and not days:
        yield f"{int(years[0]):04}-{month:02}"


def _in_figures(figures: list[str], locale: str) -> Iterator[str]:
    first, second, third = figures
    if len(first) == 4:
        yield from _day(first, int(second), int(third))
    elif len(third) == 4 and max(len(first), len(second)) <= 2:
        yield from _day(third, int(second), int(first))
        if locale.startswith(ENGLISH):
            yield from _day(third, int(first), int(second))


def _day(year: str, month: int, day: int) -> Iterator[str]:
    try:
        found = date(int(year) if year else 2000, month, day)
    except (ValueError, OverflowError):
        return
    yield found.isoformat() if year else f"--{found.month:02}-{found.day:02}"


@cache
def _months() -> dict[str, int]:
    """The months by their names in the languages of the pages, long and short."""
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    for language in ("en", "de", "es", "fr"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                listed_names = get_month_names(width, context, locale=language)
                names |= {name.casefold().rstrip("."): number for number, name in listed_names.items()}
    return names | {"sept": 9, "setiembre": 9, "jänner": 1}


@cache
def _weekdays() -> frozenset[str]:
    from babel.dates import get_day_names

    return frozenset(
        name.casefold()
        for language in ("en", "de", "es", "fr")
        for name in get_day_names("wide", locale=language).values()
    )


def _whole_numbers(text: str, language: str) -> Iterator[str]:
    """The whole number that a text is, in figures or in words alone."""
    if re.fullmatch(r"\d{1,15}", text):
        yield str(int(text))
    elif text.replace(" ", "").replace("-", "").isalpha():
        spoken = cardinal(text, language)
        amount = read_amount(text) if spoken is None and not text.isupper() and len(text) < 60 else None
        if amount and amount.low == amount.high and not amount.unit and _only_number_words(text):
            spoken = amount.low
        if spoken is not None and spoken == spoken.to_integral_value():
            yield str(int(spoken))


def _only_number_words(text: str) -> bool:
    return all(word in NUMBER_WORDS or word == "and" for word in re.findall(r"[^\W\d_]+", text.casefold()))
