"""A number as a person types it, read by the same grammar as the numbers of an article."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from quizengine.language.numbers.figure import Figure
from quizengine.language.numbers.hedges import BY_BEFORE, LONGEST
from quizengine.language.numbers.locales import ENGLISH, decimal_sign, figure_in, scales_of, units_of
from quizengine.language.numbers.number_words import NUMBER_WORDS, VULGAR, plain_decimal
from quizengine.language.numbers.quantity_parser import parse_figure_at
from quizengine.language.numbers.tokens import MOST_DIGITS, NumberToken, number_tokens
from quizengine.language.numbers.units import UNITS_BY_NAME

_MOST_CHARACTERS = 200
_MOST_WORDS_BEHIND = 4
_RUN = re.compile(r"\d[\d.,]*\d")
_WHOLE_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_AROUND = re.compile(r"\A\s*(?:the\s+|it is\s+|=\s*|\+(?=\d))?|[\s.!?]*\Z", re.IGNORECASE)
_HALF = re.compile(r"half(?: of .*)?", re.IGNORECASE)
_THREE_PLACES = re.compile(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?![\d.,])")
_BEHIND = re.compile(r"(?P<figure>\d(?:[\d,\s]*\d)?(?:\.\d+)?)\s*(?P<rest>[^\W\d].*)", re.DOTALL)
_MILLIONS = re.compile(r"(?<=\d)\s?[mM]\Z")


@dataclass(frozen=True)
class Amount:
    """A number or a range, low <= high, with its unit (empty if there is none)."""

    low: Decimal
    high: Decimal
    unit: str = ""


def read_amount(text: str, locale: str = ENGLISH, unit: str = "") -> Amount | None:
    """The amount that a text is, as a whole; None if it cannot be read as one number or range.

    Figures and words, mixed or not: "1,080", "1 080", "ten", "two and a half million", "2.5m", "$2,000", "5 %". In a
    locale that writes so, "1.080" is 1080 and "1,5" is one and a half; what may be one or the other is None. `unit` is
    what the question asks in; it settles what "m" means, which is million unless lengths are asked for. Cheap for any
    input; never raises.
    """
    plain = amount_in_english(text, locale)
    if not plain or re.search(rf"\d{{{MOST_DIGITS + 1}}}", plain):
        return None
    if _HALF.fullmatch(plain):
        return Amount(Decimal("0.5"), Decimal("0.5"))
    if plain.casefold() == "one":
        return Amount(Decimal(1), Decimal(1))
    lengths = unit in UNITS_BY_NAME and UNITS_BY_NAME[unit].kind == "length"
    if not lengths:
        plain = _MILLIONS.sub(" million", plain)
    figure = _as_a_whole(number_tokens(plain))
    return Amount(plain_decimal(figure.low), plain_decimal(figure.high), figure.unit) if figure else None


def amount_in_english(text: str, locale: str) -> str:
    """Return a text typed in a locale as typed in English; empty if it can be read in two ways, or is too long."""
    text = text.strip()
    if len(text) > _MOST_CHARACTERS:
        return ""
    plain = "".join(sign if sign in VULGAR else _latin(unicodedata.normalize("NFKC", sign)) for sign in text)
    plain = _AROUND.sub("", plain)
    if len(plain) > _MOST_CHARACTERS or _decimals_or_thousands(plain, locale):
        return ""
    if locale == ENGLISH:
        return plain
    return _words_in_english(figures_in_english(plain, locale), locale)


def figures_in_english(text: str, locale: str) -> str:
    """The text with its figures as one writes them in English: "1.080,5" in a German one is 1080.5."""
    return _RUN.sub(lambda run: _run_in_english(run[0]), text) if decimal_sign(locale) == "," else text


def unambiguous_forms(text: str, locale: str = ENGLISH) -> tuple[str, str] | None:
    """The two unmistakable ways to write a figure in the text that may be thousands or decimals; None without one.

    For example "1,080" and "1.08" for "1.080" in English; "1.625" and "1,6250" for "1,625" in German.
    """
    found = _decimals_or_thousands(text, locale)
    if found is None:
        return None
    whole, decimals = re.split("[.,]", found[0])
    thousands, sign = figure_in(Decimal(whole + decimals), locale), decimal_sign(locale)
    shorter = decimals.rstrip("0")
    return thousands, f"{whole}{sign}{shorter or '0'}" if shorter != decimals else f"{whole}{sign}{decimals}0"


def may_be_one_unit(one: str, other: str) -> bool:
    """Return whether two units may be the same: equal, or pounds of money and pounds that nobody said what of."""
    return one == other or {one, other} == {"GBP", "pound"}


def _as_a_whole(cut: Sequence[NumberToken]) -> Figure | None:
    """The figure that these tokens are, with nothing around it but hedges, "between", a rate and what is counted."""
    at = 0
    for length in range(min(LONGEST, len(cut)), 0, -1):
        hedge = BY_BEFORE.get(tuple(token.text for token in cut[:length]))
        if hedge and hedge.approximate:
            at = length
            break
    if at < len(cut) and cut[at].text in ("between", "from"):
        at += 1
    figure = parse_figure_at(cut, at) if at < len(cut) else None
    if figure is None:
        return None
    behind = cut[max(figure.end, figure.hedged_to) :]
    return figure if _counted(behind, bare=not figure.unit) or (figure.rate and _counted(behind, bare=True)) else None


def _counted(behind: Sequence[NumberToken], bare: bool) -> bool:
    """Return whether what is after a figure is nothing or a few words that name what is counted ("soldiers")."""
    if not behind:
        return True
    words = all(token.kind == "word" and token.glue == " " for token in behind)
    return (
        bare and words and len(behind) <= _MOST_WORDS_BEHIND and not any(like_a_number(token.text) for token in behind)
    )


@lru_cache(maxsize=4096)  # what students type has no end
def like_a_number(word: str) -> bool:
    """Return whether a word is a number word, perhaps misspelt ("milion"), so that leaving it out changes the value."""
    from difflib import get_close_matches

    return word in ("and", "or", "to", "not", "point") or bool(get_close_matches(word, sorted(NUMBER_WORDS), 1, 0.8))


def _decimals_or_thousands(text: str, locale: str) -> re.Match[str] | None:
    """A figure in the text with a decimal sign of the locale where others part thousands: "1.080" in English.

    Nobody rounds to a thousandth that is nothing, so that one of two is meant, and nobody can tell which. Who writes
    in another locale has read an English article, where "1,625" is a whole number: there any three places are so.
    """
    found = _THREE_PLACES.search(text)
    if found is None or found[1] != decimal_sign(locale):
        return None
    return found if locale != ENGLISH or found[0].endswith("0") else None


def _latin(signs: str) -> str:
    """The signs with the digits of any script as 0 to 9, and the Arabic decimal sign as a point."""
    if signs.isascii():
        return signs
    digits = (str(unicodedata.decimal(sign, sign)) for sign in signs)
    return "".join(digits).replace("٫", ".").replace("٬", ",")


def _run_in_english(run: str) -> str:
    if _WHOLE_GROUPS.fullmatch(run):
        return run.replace(".", "").replace(",", ".")
    if _ENGLISH.fullmatch(run):
        return run.replace(",", "")
    return run.replace(",", ".") if _DECIMAL_COMMA.fullmatch(run) else run


def _words_in_english(text: str, locale: str) -> str:
    """The text with the locale's words for scales counted in and its units in English; empty if one has two senses."""
    scales, units = scales_of(locale), units_of(locale)
    scale = _BEHIND.search(text)
    word = next((word for word in scales if scale and begins_with_word(scale["rest"].casefold(), word)), "")
    if word and scale:
        worth, rest = scales[word], scale["rest"][len(word) :].removeprefix(".")
        if worth is None or re.search(r"\d", text[: scale.start()] + rest):
            return ""
        times = Decimal(re.sub(r"[,\s]", "", scale["figure"])) * worth
        text = f"{text[: scale.start()]}{plain_decimal(times):f}{rest}"
    unit = _BEHIND.search(text)
    word = next((word for word in units if unit and begins_with_word(unit["rest"].casefold(), word)), "")
    return f"{text[: unit.start('rest')]} {units[word]}{unit['rest'][len(word) :]}" if word and unit else text


def begins_with_word(text: str, word: str) -> bool:
    """Return whether the text begins with this word as a whole."""
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()
