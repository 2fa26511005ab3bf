"""Text cut into the tokens that numbers are made of: figures, words, currency signs and other marks, by offsets.

They differ from the tokens of `quizengine.language.syntax`: "10 000" and "3 x 10^8" are one figure here and several
there, and a token knows the value of its figure and what joins it to the one before. Texts that are no sentences are
read in this way too: a typed answer, an option.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quizengine.language.numbers.currencies import MARK
from quizengine.language.numbers.number_words import VULGAR

MOST_DIGITS = 25
"""Longer runs of digits are no quantities (keys, hashes, account numbers)."""
_MOST_EXPONENT = 24

_D = r"[0-9０-９]"
# Groups of digits that a blank or an apostrophe separates are counted, up to more than MOST_DIGITS: otherwise a long
# row of them would be scanned again from each of its figures.
_BLANK = r"[ \u00a0\u2007\u2009\u202f]"
_TAIL = rf"(?:[eE][+-]?{_D}{{1,3}}(?![A-Za-z0-9])|\ ?[x×]\ ?10\ ?\^\ ?[-−]?{_D}{{1,3}}|\^[-−]?{_D}{{1,3}})?"
_FIGURE = rf"""
  (?<![\d.,]) (?P<grouped> {_D}{{1,3}}(?:,{_D}{{3}})+ (?:\.{_D}+)? (?![\d]|,\d)
    | {_D}{{1,2}}(?:,{_D}{{2}})+,{_D}{{3}}(?:\.{_D}+)?(?!\d|,\d) )
| (?<![\d.,]) (?P<spaced> {_D}{{1,3}}(?:{_BLANK}{_D}{{3}}){{1,9}} (?:[.,]{_D}+)? (?!{_BLANK}?{_D}) )
| (?<![\d.,]) (?P<quoted> {_D}{{1,3}}(?:['’]{_D}{{3}}){{1,9}} (?:[.,]{_D}+)? (?![\d'’]) )
| (?<![\d.,]) (?P<dotted> {_D}{{1,3}}(?:\.{_D}{{3}}){{2,}} (?:,{_D}+)? (?!\d|[.,]\d)
    | {_D}{{1,3}}(?:\.{_D}{{3}})+,{_D}{{1,2}} (?!\d|[.,]\d) )
| (?<![\d.,]) (?P<comma> {_D}+,{_D}{{1,2}} (?! [\d] | [.,]\d) )
| (?<![\d.]) (?P<bare> \.{_D}+ )
| (?P<plain> {_D}+(?:\.{_D}+)? )
"""
_MAIL = r"(?<!\S)\S{1,64}@\S{1,255}\.\w+"
"""An email address: RFC 5321 limits the length of its parts, and only white space may precede it."""
_MARK = MARK.pattern.replace(" ", r"\ ")
_TOKEN = re.compile(
    r"(?P<easy>[A-Za-z]+(?:['’][A-Za-z]+)*(?=\s[^$]))|(?P<blank>\s+)"  # most of a text; before a sign it may be "US $"
    rf"|(?P<link>https?://\S+|www\.\S+|{_MAIL}|[#@]\w+)|(?P<version>(?!\d{{1,3}}(?:\.\d{{3}}){{2,8}}(?!\d|\.\d))\d{{1,25}}(?:\.\d{{1,25}}){{2,8}}(?![,\d]))|(?P<mark>{_MARK})"
    rf"|(?:{_FIGURE})(?P<tail>{_TAIL})|(?P<vulgar>[{''.join(VULGAR)}])"
    r"|(?P<word>(?i:[mk]\.p\.h\.?|sq\.(?=\s?[a-z])|fl\.(?=\s?oz))|[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<other>.)",
    re.VERBOSE | re.DOTALL,
)
_DASHES = {"-", "\u2010", "\u2011", "\u00ad"}


@dataclass(frozen=True)
class NumberToken:
    """One piece of a text. `glue` says what is before it: nothing, white space, or a hyphen."""

    kind: Literal["figure", "vulgar", "word", "currency", "mark", "link"]
    text: str
    """The text as it stands, but words in small letters and figures in plain digits."""
    start: int
    end: int
    glue: Literal["", " ", "-"]
    value: Decimal | None = None
    raw: str = ""
    in_marks: bool = False
    """True if a straight quotation mark is open before it."""


def number_tokens(text: str) -> tuple[NumberToken, ...]:
    """The tokens of a text, in order; white space and hyphens between words are the glue of the token they precede."""
    found: list[NumberToken] = []
    blank, hyphen, open_mark = True, False, False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup if match.lastgroup != "tail" else _figure_kind(match)
        raw = match.group()
        if kind == "blank":
            blank = True
            continue
        if kind == "other" and raw in _DASHES and _joins(text, match.start(), match.end(), bool(found)) and not hyphen:
            hyphen = True
            continue
        glue: Literal["", " ", "-"] = "-" if hyphen else " " if blank else ""
        found.append(_token(kind or "other", raw, match.start(), glue, open_mark))
        open_mark ^= raw == '"'
        blank = hyphen = False
    return tuple(found)


def _figure_kind(match: re.Match[str]) -> str:
    kinds = ("grouped", "spaced", "quoted", "dotted", "comma", "bare", "plain")
    return next(kind for kind in kinds if match[kind] is not None)


def _joins(text: str, start: int, end: int, after_token: bool) -> bool:
    """Return whether a hyphen links two words or figures, rather than being a sign ("-5") or a dash ("--")."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after_token or before in _DASHES or after in _DASHES or not after:
        return False
    return bool(before.isalnum() or before in VULGAR or before in "\"'%.°" or (before.isspace() and after.isspace()))


def _token(kind: str, raw: str, start: int, glue: Literal["", " ", "-"], in_marks: bool) -> NumberToken:
    end = start + len(raw)
    match kind:
        case "link" | "version":
            return NumberToken("link", raw, start, end, glue, None, raw, in_marks)
        case "mark":
            return NumberToken("currency", raw, start, end, glue, None, raw, in_marks)
        case "vulgar":
            return NumberToken("vulgar", raw, start, end, glue, VULGAR[raw], raw, in_marks)
        case "word" | "easy":
            return NumberToken(
                "word", raw.casefold().replace("’", "'").replace(".", ""), start, end, glue, None, raw, in_marks
            )
        case "other":
            return NumberToken("mark", raw, start, end, glue, None, raw, in_marks)
    plain = plain_figure(raw, kind)
    value = figure_value(plain)
    return NumberToken("figure" if value is not None else "link", plain, start, end, glue, value, raw, in_marks)


def plain_figure(raw: str, kind: str) -> str:
    """The figure with a decimal point and without what groups its digits; the kind is that of the token pattern."""
    text = unicodedata.normalize("NFKC", raw).replace("−", "-")
    text = re.sub(r"\s?[x×]\s?10\s?\^\s?", "e", text)
    match kind:
        case "grouped":
            return text.replace(",", "")
        case "comma":
            return text.replace(",", ".")
        case "spaced" | "quoted":
            return re.sub(r"[\s'’]", "", text).replace(",", ".")
        case "dotted":
            return text.replace(".", "").replace(",", ".")
        case _:
            return text


def figure_value(plain: str) -> Decimal | None:
    """The value of a figure in plain digits ("1e6" and "2.5^-1" too); None if it is out of all proportion."""
    number, _, power = plain.partition("^")
    mantissa, _, exponent = number.lower().partition("e")
    if len(mantissa) > MOST_DIGITS or any(abs(int(part)) > _MOST_EXPONENT for part in (exponent, power) if part):
        return None
    value = Decimal(mantissa).scaleb(int(exponent)) if exponent else Decimal(mantissa)
    if not power:
        return value
    return value ** int(power) if value or int(power) > 0 else None
