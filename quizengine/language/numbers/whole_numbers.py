"""Numbers in figures and words without their fractions: "1,250", "4 thousand 3 hundred and 21", "two point five"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine.language.numbers.number_words import DENOMINATORS, PLURAL_DENOMINATORS, SCALES, TENS, UNIT_WORDS
from quizengine.language.numbers.tokens import NumberToken

ONE = Decimal(1)
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Number:
    """A number read from tokens[start:end]."""

    start: int
    end: int
    value: Decimal
    scale: Decimal = ONE
    """The scale word that it ends in ("2.4 billion": 10**9), else 1; the other end of a range may borrow it."""
    fraction: bool = False
    """True if it is a fraction below one and nothing else ("two thirds", "half")."""
    figures: bool = False
    """True if it begins with digits."""


Tokens = Sequence[NumberToken]


def word_at(tokens: Tokens, at: int) -> str:
    """The word at a token, empty if there is none."""
    return tokens[at].text if at < len(tokens) and tokens[at].kind == "word" else ""


def is_joined(tokens: Tokens, at: int) -> bool:
    """Return whether a word follows the one before it directly, separated by white space or a hyphen at most."""
    return at < len(tokens) and (tokens[at].glue in (" ", "-") or tokens[at - 1].kind in ("figure", "vulgar"))


def whole_at(tokens: Tokens, at: int, join: bool) -> Number | None:
    """A number in figures or words without its fractional part in words: "4 thousand 3 hundred and 21"."""
    start, first = at, tokens[at] if at < len(tokens) else None
    if first is None:
        return None
    if first.kind == "vulgar":
        return Number(start, at + 1, first.value or ONE, fraction=True, figures=True)
    if first.text in ("a", "an") and word_at(tokens, at + 1) in SCALES and is_joined(tokens, at + 1):
        return _summed(tokens, start, at + 1, ONE, join)
    if word_at(tokens, at) in SCALES and word_at(tokens, at + 1) in SCALES and not first.text.endswith("s"):
        return _summed(tokens, start, at, ONE, join)
    small = _small(tokens, at)
    return _summed(tokens, start, small[1], small[0], join) if small else None


def _small(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """A figure or the words for a number below a hundred, with where it ends; decimals in words included."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "figure" and token.value is not None:
        return token.value, at + 1
    word = word_at(tokens, at)
    if word in TENS:
        unit = UNIT_WORDS.get(word_at(tokens, at + 1), 0)
        if 0 < unit < 10 and is_joined(tokens, at + 1):
            return _pointed(tokens, Decimal(TENS[word] + unit), at + 2)
        return _pointed(tokens, Decimal(TENS[word]), at + 1)
    return _pointed(tokens, Decimal(UNIT_WORDS[word]), at + 1) if word in UNIT_WORDS else None


def _pointed(tokens: Tokens, value: Decimal, at: int) -> tuple[Decimal, int]:
    """The value with decimals in words after it: "two point seventy-one", "zero point zero three"."""
    if word_at(tokens, at) != "point":
        return value, at
    digits, end = "", at + 1
    while word_at(tokens, end) in UNIT_WORDS:
        digits, end = digits + str(UNIT_WORDS[word_at(tokens, end)]), end + 1
    if not digits and word_at(tokens, end) in TENS and (tail := _small(tokens, end)):
        digits, end = str(tail[0]), tail[1]
    return (value + Decimal(f"0.{digits}"), end) if digits else (value, at)


def _summed(tokens: Tokens, start: int, at: int, group: Decimal, join: bool) -> Number:
    """The number whose first part is worth `group`, with all scale words and smaller parts that follow it."""
    total, scale, last = Decimal(0), ONE, None
    figures = tokens[start].kind == "figure"
    while at < len(tokens):
        word = word_at(tokens, at)
        if word in SCALES and is_joined(tokens, at) and not (word == "gross" and scale == 1 and group == 1):
            scale, at = SCALES[word], at + 1
            if last is not None and group == 0:
                total, last = total * scale, scale
            elif scale == HUNDRED:
                group, last = group * scale, scale
            elif last is not None and last > HUNDRED and scale > last:
                total, group, last = (total + group) * scale, Decimal(0), scale
            else:
                total, group, last = total + group * scale, Decimal(0), scale
            continue
        part = _next_part(tokens, at, last, join) if last is not None else None
        if part is None:
            break
        group, at = group + part[0], part[1]
        scale = ONE
    if word_at(tokens, at) == "point" and last is not None:
        pointed, at = _pointed(tokens, total + group, at)
        return Number(start, at, pointed, ONE, figures=figures)
    return Number(start, at, total + group, scale, figures=figures)


def _next_part(tokens: Tokens, at: int, last: Decimal, join: bool) -> tuple[Decimal, int] | None:
    """Return what is added after a scale word: a smaller number, after "and" or not, that no fraction word claims."""
    joined = word_at(tokens, at) == "and"
    if joined and (not join or last == 12):
        return None
    begin = at + 1 if joined else at
    part = _small(tokens, begin)
    if part is None or not is_joined(tokens, begin) or part[0] >= last:
        return None
    if tokens[begin].kind == "figure" and part[0] != part[0].to_integral_value():
        return None
    value, end = part
    figure = tokens[begin].kind == "figure"
    following = word_at(tokens, end)
    if figure and (tokens[begin].glue == "-" or SCALES.get(following, last) >= last) and not joined:
        return None
    if figure and joined and last > 1000 and following not in SCALES:
        return None
    if following in DENOMINATORS or following in PLURAL_DENOMINATORS:
        return None if joined or following in DENOMINATORS else part
    if following in SCALES and SCALES[following] >= last and SCALES[following] <= 1000 and joined and last == 1000:
        return None
    return value, end
