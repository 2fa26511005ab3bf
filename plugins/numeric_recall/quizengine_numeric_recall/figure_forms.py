"""The notation of a figure, so that all options of a question can be written in the same way."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from quizengine.language import CURRENCY_SYMBOLS, SCALES, TENS, UNIT_WORDS, Quantity, plain_decimal

_FIGURE = re.compile(r"(?P<sign>[-−])?(?P<digits>\d[\d,.]*\d|\d|\.\d+)(?P<between>[ \u00a0-]?)(?P<scale>[A-Za-z]+)?")
_WORDS = re.compile(r"(?P<small>[A-Za-z -]+?)(?: (?P<scale>thousand|million|billion|trillion))?")
_SCALE_LETTERS = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_SMALL = {value: word for word, value in reversed(UNIT_WORDS.items())} | {
    value: word for word, value in reversed(TENS.items())
}


@dataclass(frozen=True)
class Form:
    """A way to write a number: in digits or words, with a scale word or without, between a prefix and a suffix."""

    in_words: bool = False
    scale: Decimal = Decimal(1)
    scale_text: str = ""
    decimals: int = 0
    grouped: bool = True
    prefix: str = ""
    suffix: str = ""

    def write(self, value: Decimal) -> str | None:
        """The value in this form; None if the form cannot hold it."""
        mantissa = plain_decimal(value / self.scale)
        exponent = mantissa.as_tuple().exponent
        too_fine = not isinstance(exponent, int) or -exponent > self.decimals
        if too_fine or (self.scale != 1 and abs(mantissa) >= 1000):
            return None
        written = self._in_words(mantissa) if self.in_words else self._in_digits(mantissa)
        if written is None:
            return None
        return f"{self.prefix}{written}{self.scale_text}{self.suffix}"

    def _in_digits(self, mantissa: Decimal) -> str:
        return f"{mantissa:,.{self.decimals}f}" if self.grouped else f"{mantissa:.{self.decimals}f}"

    def _in_words(self, mantissa: Decimal) -> str | None:
        if mantissa != mantissa.to_integral_value() or not 0 < mantissa < 100:
            return None
        number = int(mantissa)
        return _SMALL.get(number) or f"{_SMALL[number // 10 * 10]}-{_SMALL[number % 10]}"


def figure_form(quantity: Quantity) -> Form | None:
    """The form that the article writes a single number in, without its unit; None for a form that is not understood."""
    text = (
        quantity.number.text.split(" to ")[-1].split(" and ")[-1].split("–")[-1]
        if quantity.ranged
        else quantity.number.text
    )
    text = text.strip().lstrip("$€£")
    plain_year = quantity.kind == "year"
    if figure := _FIGURE.fullmatch(text):
        return _of_digits(figure, plain_year)
    words = _WORDS.fullmatch(text)
    if words is None or not _is_small(words["small"].casefold()):
        return None
    scale = SCALES[words["scale"].casefold()] if words["scale"] else Decimal(1)
    scale_text = f" {words['scale']}" if words["scale"] else ""
    return Form(in_words=True, scale=scale, scale_text=scale_text)


def _of_digits(figure: re.Match[str], plain_year: bool) -> Form | None:
    digits, letters = figure["digits"], (figure["scale"] or "")
    decimals = len(digits.rpartition(".")[2]) if "." in digits else 0
    scale = SCALES.get(_SCALE_LETTERS.get(letters.casefold(), letters.casefold())) if letters else Decimal(1)
    if scale is None or re.search(r"[,.]\d{1,2},|\.\d+\.", digits):
        return None
    return Form(scale=scale, scale_text=figure["between"] + letters, decimals=decimals, grouped=not plain_year)


def _is_small(text: str) -> bool:
    tens, _, unit = text.replace("-", " ").partition(" ")
    return text in UNIT_WORDS or text in TENS or (tens in TENS and unit in UNIT_WORDS)


def with_unit(form: Form, quantity: Quantity) -> Form:
    """The form with what is before and after the number in the article: its currency, percent sign or unit."""
    before = quantity.span.article.text[quantity.span.start : quantity.number.start]
    behind = quantity.span.article.text[quantity.number.end : quantity.span.end]
    return replace(form, prefix=before.strip() if before.strip() in CURRENCY_SYMBOLS else before, suffix=behind)


def write_figure(form: Form, low: Decimal, high: Decimal) -> str | None:
    """A value, or a range as "low to high", in a form; None if the form cannot hold it."""
    top = form.write(high)
    if low == high or top is None:
        return top
    bottom = replace(form, suffix="").write(low)
    return f"{bottom} to {top}" if bottom else None
