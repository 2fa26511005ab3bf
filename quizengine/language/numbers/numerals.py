"""The grammar of numbers in running text: figures, words, both mixed, and fractions, read from tokens.

Next: `whole_numbers`, what a fraction is made of; `tokens`, what a text is cut into.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from quizengine.language.numbers.number_words import (
    AFTER_TENS,
    DENOMINATORS,
    ORDINALS,
    PLURAL_DENOMINATORS,
    SCALES,
    SHORT_SCALES,
    SLASHED,
    TENS,
    UNIT_WORDS,
)
from quizengine.language.numbers.tokens import NumberToken
from quizengine.language.numbers.whole_numbers import HUNDRED, ONE, Number, Tokens, is_joined, whole_at, word_at
from quizengine.language.word_lists import word_set

MILLION = Decimal(10**6)
_THOUSAND = 1000
_PARTS_OF_FOUR = (1, 3)
_COUNTED_IN_MILLIONS = word_set(
    """
    people men women children adults users jobs households homes customers voters viewers visitors subscribers copies
    workers pupils patients passengers
    """
)
"""Nouns that nothing is metres of: before them "m" is million."""


def number_at(tokens: Tokens, at: int, *, join: bool = True) -> Number | None:
    """The longest number that begins at a token, or None; `join` lets "and" add a part ("a hundred and two")."""
    if at >= len(tokens):
        return None
    if sign := _sign(tokens, at):
        number = None if _sign(tokens, sign) else number_at(tokens, sign, join=join)
        if number is None or number.value < 0:
            return None
        return Number(at, number.end, -number.value, number.scale, number.fraction, number.figures)
    fractions = _fractions(tokens, at)
    if _differ(fractions):
        return None
    whole = _half(tokens, at) or next(iter(fractions), None) or whole_at(tokens, at, join)
    if whole is None:
        return None
    return _mixed(tokens, whole, join) if not whole.fraction else _scaled(tokens, whole)


def _sign(tokens: Tokens, at: int) -> int:
    """Return where the number after a minus sign begins, 0 without one."""
    if at + 1 >= len(tokens):
        return 0
    here, after = tokens[at], tokens[at + 1]
    if here.kind == "word" and here.text in ("minus", "negative") and after.glue == " ":
        return at + 1
    spaced = at == 0 and after.glue == " "
    if here.kind == "mark" and here.text in ("-", "−", "–") and after.kind == "figure" and (after.glue == "" or spaced):
        return at + 1 if here.glue == " " or at == 0 or tokens[at - 1].text in ("(", "$") else 0
    return 0


def _half(tokens: Tokens, at: int) -> Number | None:
    """A part or a multiple of the scale word after it: "half a million", "quarter million", "couple of hundred"."""
    value = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "couple": Decimal(2)}.get(word_at(tokens, at))
    if value is None:
        return None
    after = at + 1
    if word_at(tokens, after) == "of" and (value > 1 or word_at(tokens, after + 1) in ("a", "an")):
        after += 1
    if word_at(tokens, after) in ("a", "an"):
        after += 1
    if word_at(tokens, after) in SCALES and not word_at(tokens, after).endswith("s"):
        return Number(at, after, value, fraction=True)
    return None


def _fractions(tokens: Tokens, at: int) -> list[Number]:
    """The fractions that words or figures may be: "two thirds", "a quarter", "one hundred thirty-fifths", "1/4"."""
    if slashed := _slashed(tokens, at):
        return [slashed]
    end = _denominator_at(tokens, at)
    return _divided(tokens, at, end) if end else []


def unclear_fraction(tokens: Tokens, at: int) -> int:
    """Return where a fraction ends that may be one of two, 0 without one: "one hundred thirty fifths", 100/35 or 26."""
    found = _fractions(tokens, at)
    return found[0].end if _differ(found) else 0


def _differ(fractions: Sequence[Number]) -> bool:
    return len(fractions) > 1 and len({each.value for each in fractions}) > 1


def _denominator_at(tokens: Tokens, at: int) -> int:
    """Return at which token the denominator of a fraction in words ends, 0 without one."""
    end = at
    while (end < len(tokens) and end - at < 12 and word_at(tokens, end) in _BEFORE_A_DENOMINATOR) or (
        end < len(tokens) and tokens[end].kind == "figure" and end == at
    ):
        if end > at and not is_joined(tokens, end):
            return 0
        end += 1
    word = word_at(tokens, end)
    joined = end < len(tokens) and tokens[end].glue == "-"  # "thirty seconds" are a time
    below_tens = word in AFTER_TENS and joined and end - at > 1 and word_at(tokens, end - 1) in TENS
    if (
        end == at
        or not is_joined(tokens, end)
        or not (word in DENOMINATORS or word in PLURAL_DENOMINATORS or below_tens)
    ):
        return 0
    return end


_BEFORE_A_DENOMINATOR = frozenset(UNIT_WORDS) | frozenset(TENS) | frozenset(SCALES) | {"a", "an"}


def _divided(tokens: Tokens, at: int, last: int) -> list[Number]:
    """The fractions whose denominator ends at the token `last`, cut where numerator and denominator may part.

    Hyphens tell where that is, if there are any: "one hundred thirty-fifths". Only one of something has no plural.
    """
    found = [(cut, one) for cut in _cuts(tokens, at, last) if (one := _cut_at(tokens, at, cut, last))]
    hyphens = {each for each in range(at + 1, last + 1) if tokens[each].glue == "-"}
    if hyphens and len(hyphens) < last - at:
        found = [(cut, one) for cut, one in found if cut not in hyphens] or found
    if word_at(tokens, last) in PLURAL_DENOMINATORS:
        found = [(cut, one) for cut, one in found if cut > at + 1 or word_at(tokens, at) != "one"] or found
    return [one for _, one in found]


def _cut_at(tokens: Tokens, at: int, cut: int, last: int) -> Number | None:
    """The fraction whose numerator ends before the token `cut`; None if the words are no fraction then."""
    word = word_at(tokens, last)
    article = cut == at + 1 and word_at(tokens, at) in ("a", "an")
    above = Number(at, cut, ONE) if article else _whole_before(tokens, at, cut)
    if above is None or above.end != cut or above.value == 0:
        return None
    if above.value == 1 and word in ORDINALS and _names_a_thing(tokens, last + 1):
        return None
    below = _denominator(tokens, cut, last)
    hyphened = tokens[last].glue == "-" and cut == last
    if word == "quarters" and above.value not in _PARTS_OF_FOUR and not hyphened:
        return None  # of a year, or coins
    singular = (word in DENOMINATORS or word in ("first", "second")) and above.value != 1 and not hyphened
    return None if singular or below is None else Number(at, last + 1, above.value / below, fraction=True)


def _denominator(tokens: Tokens, at: int, last: int) -> Decimal | None:
    """The denominator that begins at a token: "fifths", "thirty-fifths", "ten-thousandths"; None for other words."""
    word = word_at(tokens, last)
    value = DENOMINATORS.get(word) or PLURAL_DENOMINATORS.get(word) or AFTER_TENS[word]
    if at == last:
        return None if word in AFTER_TENS else Decimal(value)
    if at == last - 1 and value >= _THOUSAND and word_at(tokens, at) == "hundred":
        return HUNDRED * value
    head = _whole_before(tokens, at, last)
    if head is None or head.end != last or head.value % 10 or word.startswith(("quarter", "hal")):
        return None
    return head.value * value if value >= HUNDRED else head.value + value


def _whole_before(tokens: Tokens, at: int, end: int) -> Number | None:
    """The number that begins at a token, read as if the text ended at another one."""
    first = max(0, at - 1)  # a copy of all that is before would be a long one, late in a long paragraph
    number = whole_at(tokens[first:end], at - first, False)
    return number and replace(number, start=number.start + first, end=number.end + first)


_AFTER_A_FRACTION = word_set(
    "of the to from less more fewer lower higher and or in is was were are have has had by as off said over above each"
)


def _names_a_thing(tokens: Tokens, at: int) -> bool:
    """Return whether a noun follows, so that "a fourth" or "one third" before it counts in a row: "a fourth wall"."""
    word = word_at(tokens, at)
    return bool(word) and is_joined(tokens, at) and word not in _AFTER_A_FRACTION and word not in SCALES


def _cuts(tokens: Tokens, at: int, last: int) -> tuple[int, ...]:
    """Return where the numerator may end, the likeliest first."""
    tens = last - 1 > at and word_at(tokens, last - 1) in TENS
    joined = (last - 1,) if tens else ()
    return tuple(dict.fromkeys((*joined, last, *range(at + 1, last))))


def _slashed(tokens: Tokens, at: int) -> Number | None:
    """A fraction in figures with a slash between them: "1/4"."""
    above = tokens[at]
    if (
        above.kind == "figure"
        and at + 2 < len(tokens)
        and tokens[at + 1].text in ("/", "⁄")
        and not tokens[at + 1].glue
    ):
        below = tokens[at + 2]
        more = at + 3 < len(tokens) and tokens[at + 3].text == "/"
        known = (
            below.kind == "figure" and below.text in SLASHED and above.text.isdigit() and not below.glue and not more
        )
        if known and below.value and above.value and above.value < below.value:
            return Number(at, at + 3, above.value / below.value, fraction=True, figures=True)
        return None
    return None


def _scaled(tokens: Tokens, number: Number) -> Number:
    """The fraction times the scale word after it: "three quarters million", "a quarter of a million"."""
    at = number.end
    if word_at(tokens, at) == "of" and word_at(tokens, at + 1) in ("a", "an") and word_at(tokens, at + 2) in SCALES:
        at += 2
    word = word_at(tokens, at)
    large = word in SCALES and (SCALES[word] >= 1000 or word == "dozen" or number.value > 1)
    if large and not word.endswith("s") and is_joined(tokens, at):
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
        part = next(iter(_fractions(tokens, at + 1)), None) if at + 1 < len(tokens) else None
        if part and part.value < 1 and part.end > at + 1:
            return _scaled_again(tokens, whole, part.end, part.value)
    return whole


def _scaled_again(tokens: Tokens, whole: Number, at: int, part: Decimal) -> Number:
    """A whole and a fraction joined; a scale word after both multiplies both, one before the "and" multiplies each."""
    word = word_at(tokens, at)
    own = whole.scale if whole.scale >= MILLION else ONE
    if word in SCALES and is_joined(tokens, at):
        scale = SCALES[word]
        value = whole.value + part * scale if whole.scale > scale else (whole.value + part) * scale
        return Number(whole.start, at + 1, value, scale, figures=whole.figures)
    return Number(whole.start, at, whole.value + part * own, whole.scale, figures=whole.figures)


def short_scale(tokens: Tokens, number: Number, money: bool) -> Number:
    """The number times the letters after its digits: "10k", "£2.5bn"; "m" means million beside money alone."""
    at = number.end
    if at >= len(tokens) or not number.figures or number.scale != 1 or tokens[at].kind != "word":
        return number
    token = tokens[at]
    scale = SHORT_SCALES.get(token.text)
    millions = token.text == "m" and word_at(tokens, at + 1) in _COUNTED_IN_MILLIONS
    if scale is None or not (millions or _reads_as_scale(token, tokens[at - 1], money)):
        return number
    return Number(number.start, at + 1, number.value * scale, scale, figures=True)


def _reads_as_scale(token: NumberToken, figure: NumberToken, money: bool) -> bool:
    """Return whether these letters are a scale here, and not a unit (metre, gram, tonne) or a name ("5G", "4K")."""
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
