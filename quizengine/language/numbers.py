"""The grammar of numbers in running text: figures, words, both mixed, and fractions, read from tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizengine.language.number_tokens import Token
from quizengine.language.number_words import (
    AFTER_TENS,
    DENOMINATORS,
    PLURAL_DENOMINATORS,
    SCALES,
    SHORT_SCALES,
    SLASHED,
    TENS,
    UNITS,
)

ONE = Decimal(1)
HUNDRED = Decimal(100)
MILLION = Decimal(10**6)


@dataclass(frozen=True)
class Number:
    """A number read from tokens[start:end]."""

    start: int
    end: int
    value: Decimal
    scale: Decimal = ONE
    """The scale word that it ends in ("2.4 billion": 10**9), else 1; the other end of a range may borrow it."""
    fraction: bool = False
    """Whether it is a fraction below one and nothing else ("two thirds", "half")."""
    figures: bool = False
    """Whether it begins with digits."""


Tokens = Sequence[Token]


def number_at(tokens: Tokens, at: int, *, join: bool = True) -> Number | None:
    """The longest number that begins at a token, or None. `join` lets "and" add a smaller part ("a hundred and two")."""
    if sign := _sign(tokens, at):
        number = number_at(tokens, sign, join=join)
        if number is None or number.value < 0:
            return None
        return Number(at, number.end, -number.value, number.scale, number.fraction, number.figures)
    whole = _half(tokens, at) or _fraction(tokens, at) or _whole(tokens, at, join)
    if whole is None:
        return None
    return _mixed(tokens, whole, join) if not whole.fraction else _scaled(tokens, whole)


def _sign(tokens: Tokens, at: int) -> int:
    """Where the number after a minus sign begins, 0 without one."""
    if at + 1 >= len(tokens):
        return 0
    here, after = tokens[at], tokens[at + 1]
    if here.kind == "word" and here.text in ("minus", "negative") and after.glue == " ":
        return at + 1
    spaced = at == 0 and after.glue == " "
    if here.kind == "mark" and here.text in ("-", "−", "–") and after.kind == "figure" and (after.glue == "" or spaced):
        return at + 1 if here.glue == " " or at == 0 or tokens[at - 1].text in ("(", "$") else 0
    return 0


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].text if at < len(tokens) and tokens[at].kind == "word" else ""


def _glued(tokens: Tokens, at: int) -> bool:
    """Whether a word follows the one before it directly, parted by white space or a hyphen alone, if it is no figure."""
    return at < len(tokens) and (tokens[at].glue in (" ", "-") or tokens[at - 1].kind in ("figure", "vulgar"))


def _whole(tokens: Tokens, at: int, join: bool) -> Number | None:
    """A number in figures or words without its fractional part in words: "4 thousand 3 hundred and 21"."""
    start, first = at, tokens[at] if at < len(tokens) else None
    if first is None:
        return None
    if first.kind == "vulgar":
        return Number(start, at + 1, first.value or ONE, fraction=True, figures=True)
    if first.text in ("a", "an") and _word(tokens, at + 1) in SCALES and _glued(tokens, at + 1):
        return _summed(tokens, start, at + 1, ONE, join)
    if _word(tokens, at) in SCALES and _word(tokens, at + 1) in SCALES and not first.text.endswith("s"):
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
    word = _word(tokens, at)
    if word in TENS:
        unit = UNITS.get(_word(tokens, at + 1), 0)
        if 0 < unit < 10 and _glued(tokens, at + 1):
            return _pointed(tokens, Decimal(TENS[word] + unit), at + 2)
        return _pointed(tokens, Decimal(TENS[word]), at + 1)
    return _pointed(tokens, Decimal(UNITS[word]), at + 1) if word in UNITS else None


def _pointed(tokens: Tokens, value: Decimal, at: int) -> tuple[Decimal, int]:
    """The value with decimals in words behind it: "two point seventy-one", "zero point zero three"."""
    if _word(tokens, at) != "point":
        return value, at
    digits, end = "", at + 1
    while _word(tokens, end) in UNITS:
        digits, end = digits + str(UNITS[_word(tokens, end)]), end + 1
    if not digits and _word(tokens, end) in TENS and (tail := _small(tokens, end)):
        digits, end = str(tail[0]), tail[1]
    return (value + Decimal(f"0.{digits}"), end) if digits else (value, at)


def _summed(tokens: Tokens, start: int, at: int, group: Decimal, join: bool) -> Number:
    """The number whose first part is worth `group`, with all scale words and smaller parts that follow it."""
    total, scale, last = Decimal(0), ONE, None
    figures = tokens[start].kind == "figure"
    while at < len(tokens):
        word = _word(tokens, at)
        if word in SCALES and _glued(tokens, at) and not (word == "gross" and scale == 1 and group == 1):
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
    if _word(tokens, at) == "point" and last is not None:
        pointed, at = _pointed(tokens, total + group, at)
        return Number(start, at, pointed, ONE, figures=figures)
    return Number(start, at, total + group, scale, figures=figures)


def _next_part(tokens: Tokens, at: int, last: Decimal, join: bool) -> tuple[Decimal, int] | None:
    """What is added behind a scale word: a smaller number, after "and" or not, that no fraction word claims."""
    joined = _word(tokens, at) == "and"
    if joined and (not join or last == 12):
        return None
    begin = at + 1 if joined else at
    part = _small(tokens, begin)
    if part is None or not _glued(tokens, begin) or part[0] >= last or part[0] != part[0].to_integral_value():
        return None
    value, end = part
    figure = tokens[begin].kind == "figure"
    following = _word(tokens, end)
    if figure and not joined and following not in SCALES:
        return None
    if figure and joined and last > 1000 and following not in SCALES:
        return None
    if following in DENOMINATORS or following in PLURAL_DENOMINATORS:
        return None if joined or following in DENOMINATORS else part
    if following in SCALES and SCALES[following] >= last and SCALES[following] <= 1000 and joined and last == 1000:
        return None
    return value, end


def _half(tokens: Tokens, at: int) -> Number | None:
    """ "half a million", "half million", "quarter million", "half a dozen": a fraction of the scale word behind it."""
    value = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(_word(tokens, at))
    if value is None:
        return None
    after = at + 1
    if _word(tokens, after) == "of" and _word(tokens, after + 1) in ("a", "an"):
        after += 1
    if _word(tokens, after) in ("a", "an"):
        after += 1
    if _word(tokens, after) in SCALES and not _word(tokens, after).endswith("s"):
        return Number(at, after, value, fraction=True)
    return None


def _fraction(tokens: Tokens, at: int) -> Number | None:
    """A fraction in words or figures: "two thirds", "a quarter", "one hundred thirty fifths", "1/4", "one over three"."""
    if slashed := _slashed(tokens, at):
        return slashed
    end = at
    while (end < len(tokens) and end - at < 12 and _word(tokens, end) in _BEFORE_A_DENOMINATOR) or (
        end < len(tokens) and tokens[end].kind == "figure" and end == at
    ):
        if end > at and not _glued(tokens, end):
            return None
        end += 1
    word = _word(tokens, end)
    below_tens = word in AFTER_TENS and end - at > 1 and _word(tokens, end - 1) in TENS
    if end == at or not _glued(tokens, end) or not (word in DENOMINATORS or word in PLURAL_DENOMINATORS or below_tens):
        return None
    return _divided(tokens, at, end)


_BEFORE_A_DENOMINATOR = frozenset(UNITS) | frozenset(TENS) | frozenset(SCALES) | {"a", "an"}


def _divided(tokens: Tokens, at: int, last: int) -> Number | None:
    """The fraction whose denominator ends at the token `last`, cut where numerator and denominator part."""
    word = _word(tokens, last)
    value = DENOMINATORS.get(word) or PLURAL_DENOMINATORS.get(word) or AFTER_TENS[word]
    for cut in _cuts(tokens, at, last, value):
        article = cut == at + 1 and _word(tokens, at) in ("a", "an")
        above = Number(at, cut, ONE) if article else _whole(tokens[:cut], at, False)
        if above is None or above.end != cut or above.value == 0:
            continue
        below = Decimal(value)
        if cut == last and word in AFTER_TENS:
            continue
        if cut < last:
            head = _whole(tokens[:last], cut, False)
            if head is None or head.end != last:
                continue
            below = head.value * value if value >= 100 else head.value + value
        if (word in DENOMINATORS or word in ("first", "second")) and above.value != 1:
            continue
        return Number(at, last + 1, above.value / below, fraction=True)
    return None


def _cuts(tokens: Tokens, at: int, last: int, value: int) -> tuple[int, ...]:
    """Where the numerator may end, the likeliest first."""
    tens = value < 10 and last - 1 > at and _word(tokens, last - 1) in TENS
    joined = (last - 1,) if tens else ()
    return (*joined, last, *range(at + 1, last))


def _slashed(tokens: Tokens, at: int) -> Number | None:
    """ "1/4" in figures; "one over three" and "one out of three" where at least one part is a word."""
    above = tokens[at]
    if (
        above.kind == "figure"
        and at + 2 < len(tokens)
        and tokens[at + 1].text in ("/", "⁄")
        and not tokens[at + 1].glue
    ):
        below = tokens[at + 2]
        more = at + 3 < len(tokens) and tokens[at + 3].text == "/"
        if below.kind == "figure" and below.value and above.value is not None and not below.glue and not more:
            if above.value < below.value and below.text in SLASHED and above.text.isdigit() and above.value:
                return Number(at, at + 3, above.value / below.value, fraction=True, figures=True)
        return None
    return None


def _scaled(tokens: Tokens, number: Number) -> Number:
    """The fraction times the scale word behind it: "three quarters million", "a quarter of a million"."""
    at = number.end
    if _word(tokens, at) == "of" and _word(tokens, at + 1) in ("a", "an") and _word(tokens, at + 2) in SCALES:
        at += 2
    word = _word(tokens, at)
    if word in SCALES and not word.endswith("s") and (SCALES[word] >= 1000 or word == "dozen") and _glued(tokens, at):
        return Number(number.start, at + 1, number.value * SCALES[word], SCALES[word], figures=number.figures)
    return number


def _mixed(tokens: Tokens, whole: Number, join: bool) -> Number:
    """The whole number with its fraction: "2 1/4", "2½", "two and a half million", "3 million and a quarter"."""
    at = whole.end
    if at >= len(tokens):
        return whole
    here = tokens[at]
    integral = whole.value == whole.value.to_integral_value()
    if here.kind == "vulgar" and integral and here.value is not None:
        return _scaled_again(tokens, whole, at + 1, here.value)
    if here.kind == "figure" and here.glue in (" ", "-") and whole.figures and integral and whole.scale == 1:
        part = _slashed(tokens, at)
        return _scaled_again(tokens, whole, part.end, part.value) if part else whole
    if here.text == "and" and integral and join:
        part = _fraction(tokens, at + 1)
        if part and part.value < 1 and part.end > at + 1:
            return _scaled_again(tokens, whole, part.end, part.value)
    return whole


def _scaled_again(tokens: Tokens, whole: Number, at: int, part: Decimal) -> Number:
    """A whole and a fraction joined; a scale word behind both multiplies both, one before the "and" multiplies each."""
    word = _word(tokens, at)
    own = whole.scale if whole.scale >= MILLION else ONE
    if word in SCALES and _glued(tokens, at):
        scale = SCALES[word]
        value = whole.value + part * scale if whole.scale > scale else (whole.value + part) * scale
        return Number(whole.start, at + 1, value, scale, figures=whole.figures)
    return Number(whole.start, at, whole.value + part * own, whole.scale, figures=whole.figures)


def short_scale(tokens: Tokens, number: Number, money: bool) -> Number:
    """The number times the letters behind its digits: "10k", "£2.5bn"; "m" means million beside money alone."""
    at = number.end
    if at >= len(tokens) or not number.figures or number.scale != 1 or tokens[at].kind != "word":
        return number
    token = tokens[at]
    scale = SHORT_SCALES.get(token.text)
    if scale is None or not _reads_as_scale(token, tokens[at - 1], money):
        return number
    return Number(number.start, at + 1, number.value * scale, scale, figures=True)


def _reads_as_scale(token: Token, figure: Token, money: bool) -> bool:
    """Whether these letters are a scale here, and not a unit (metre, gram, tonne) or a name ("5G", "4K")."""
    if token.glue == "-":
        return False
    if (len(token.text) > 1 and token.text not in ("mm", "mn", "mio", "mil", "tn", "trn")) or money:
        return token.text != "g" and (token.glue == "" or len(token.text) > 1 or token.raw.isupper() or money)
    if token.text in ("mn", "mio", "mil", "tn", "trn"):
        return True
    grouped = "," in figure.raw or "." in figure.raw
    if token.text in ("g", "t"):
        return token.raw.isupper() and grouped
    if token.text == "m":
        return token.raw == "M" and token.glue == ""
    return (
        token.text in ("k", "b")
        and token.glue == ""
        and (token.text == "k" or token.raw == "B")
        and len(figure.text) > 1
    )
