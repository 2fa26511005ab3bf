"""A number as a person types it, read by the same grammar as the numbers of an article."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from quizengine.language.figure import Figure
from quizengine.language.figures import figure_at
from quizengine.language.hedges import BY_BEFORE, LONGEST
from quizengine.language.number_tokens import MOST_DIGITS, Token, tokens
from quizengine.language.number_words import NUMBER_WORDS, VULGAR, tidy
from quizengine.language.units import BY_NAME

_MOST_CHARACTERS = 200
_MOST_WORDS_BEHIND = 4
_RUN = re.compile(r"\d[\d.,]*\d")
_WHOLE_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_AROUND = re.compile(r"\A\s*(?:the\s+|it is\s+|=\s*|\+(?=\d))?|[\s.!?]*\Z", re.IGNORECASE)
_HALF = re.compile(r"half(?: of .*)?", re.IGNORECASE)
_THREE_PLACES = re.compile(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d\d0(?![\d.,])")
_MILLIONS = re.compile(r"(?<=\d)\s?[mM]\Z")


@dataclass(frozen=True)
class Amount:
    """A number or a range, low <= high, with its unit (empty where there is none)."""

    low: Decimal
    high: Decimal
    unit: str = ""


def read_amount(text: str, locale: str = "en", unit: str = "") -> Amount | None:
    """The amount that a text is, as a whole; None when it cannot be read as one number or range.

    Figures and words, mixed or not: "1,080", "1 080", "ten", "two and a half million", "2.5m", "$2,000", "5 %". In a
    locale that writes so, "1.080" is 1080 and "1,5" is one and a half; what may be one or the other is None. `unit` is
    what the question asks in; it settles what "m" means, which is million unless lengths are asked for. Cheap for any
    input; never raises.
    """
    text = text.strip()
    if len(text) > _MOST_CHARACTERS:
        return None
    plain = "".join(sign if sign in VULGAR else unicodedata.normalize("NFKC", sign) for sign in text)
    plain = _AROUND.sub("", plain)
    if not plain or len(plain) > _MOST_CHARACTERS or re.search(rf"\d{{{MOST_DIGITS + 1}}}", plain):
        return None
    if _HALF.fullmatch(plain):
        return Amount(Decimal("0.5"), Decimal("0.5"))
    if plain.casefold() == "one":
        return Amount(Decimal(1), Decimal(1))
    if _two_ways(plain, locale):
        return None
    lengths = unit in BY_NAME and BY_NAME[unit].kind == "length"
    if not lengths:
        plain = _MILLIONS.sub(" million", plain)
    figure = _as_a_whole(tokens(_in_english(plain, locale)))
    return Amount(tidy(figure.low), tidy(figure.high), figure.unit) if figure else None


def _as_a_whole(cut: Sequence[Token]) -> Figure | None:
    """The figure that these tokens are, with nothing around it but hedges, "between", a rate and what is counted."""
    at = 0
    for length in range(min(LONGEST, len(cut)), 0, -1):
        hedge = BY_BEFORE.get(tuple(token.text for token in cut[:length]))
        if hedge and hedge.approximate:
            at = length
            break
    if at < len(cut) and cut[at].text in ("between", "from"):
        at += 1
    figure = figure_at(cut, at) if at < len(cut) else None
    if figure is None:
        return None
    behind = cut[max(figure.end, figure.hedged_to) :]
    return figure if _counted(behind, bare=not figure.unit) or (figure.rate and _counted(behind, bare=True)) else None


def _counted(behind: Sequence[Token], bare: bool) -> bool:
    """Whether what stands behind a figure is nothing or a few words that name what is counted ("soldiers")."""
    if not behind:
        return True
    words = all(token.kind == "word" and token.glue == " " for token in behind)
    return (
        bare and words and len(behind) <= _MOST_WORDS_BEHIND and not any(_like_a_number(token.text) for token in behind)
    )


@cache
def _like_a_number(word: str) -> bool:
    """Whether a word is a number word, perhaps misspelt ("milion"), so that leaving it out changes the value."""
    from difflib import get_close_matches

    return word in ("and", "or", "to", "not", "point") or bool(get_close_matches(word, sorted(NUMBER_WORDS), 1, 0.8))


def _two_ways(text: str, locale: str) -> bool:
    """Whether a decimal sign of the locale stands where other locales part thousands: "1.080" in English.

    Nobody rounds to a thousandth that is nothing, so that one of two is meant, and nobody can tell which.
    """
    found = _THREE_PLACES.search(text)
    return found is not None and found[1] == _decimal_sign(locale)


def _in_english(text: str, locale: str) -> str:
    """The text with its figures as English writes them, where the locale writes a decimal comma."""
    if _decimal_sign(locale) != ",":
        return text
    return _RUN.sub(lambda run: _run_in_english(run[0]), text)


def _run_in_english(run: str) -> str:
    if _WHOLE_GROUPS.fullmatch(run):
        return run.replace(".", "").replace(",", ".")
    if _ENGLISH.fullmatch(run):
        return run.replace(",", "")
    return run.replace(",", ".") if _DECIMAL_COMMA.fullmatch(run) else run


@cache
def _decimal_sign(locale: str) -> str:
    """The decimal sign of a locale; the English one for a locale that nobody knows."""
    if locale.startswith("en"):
        return "."
    from babel import Locale, UnknownLocaleError  # 20 ms that only a locale other than English needs

    try:
        symbols = Locale.parse(locale.replace("-", "_")).number_symbols
    except (UnknownLocaleError, ValueError):
        return "."
    return str(symbols.get("latn", symbols)["decimal"])
