"""Typed answers made to be slow to read, each by its length in characters."""

from collections.abc import Callable, Mapping

LOCALES = ("en", "de", "fr")
"""Numbers are typed in another way in each."""


def repeated(text: str) -> Callable[[int], str]:
    return lambda n: (text * (n // len(text) + 1))[:n]


def around(text: str, before: str = "5", behind: str = "x") -> Callable[[int], str]:
    """Something readable, with a long run before its end."""
    return lambda n: before + text * (n // len(text)) + behind


NASTY_TYPED: Mapping[str, Callable[[int], str]] = {
    "blanks": around(" "),
    "hard blanks": around("\u00a0"),
    "line breaks": around("\n"),
    "digits": repeated("7"),
    "digits in groups": repeated("123,"),
    "digits in groups with points": repeated("1.234."),
    "digits in groups with blanks": repeated("123 "),
    "digits of another script": repeated("٣"),
    "zeros after a point": around("0", "0.", ""),
    "plus signs": repeated("+"),
    "minus signs": repeated("-"),
    "long dashes": repeated("–"),
    "letters and plus signs": around("+", "C", "C"),
    "full stops": around("."),
    "commas": around(","),
    "slashes": around("/5"),
    "exponents": around("e9"),
    "powers of ten": around(" x 10^9"),
    "units": around(" km"),
    "units of a unit": around(" million tons of"),
    "currencies": around("$", "", "5"),
    "number words": repeated("one hundred and "),
    "misspelt number words": repeated("milion "),
    "fractions": repeated("½"),
    "fractions in words": repeated("one third of a "),
    "ranges": repeated("5 to "),
    "between": repeated("between 1 and "),
    "hedges": repeated("about nearly "),
    "opening brackets": repeated("("),
    "brackets": repeated("(5)"),
    "quotation marks": repeated("“'\""),
    "accents": around("\u0301", "e"),
    "letters that unfold": repeated("ﷺ"),
    "articles": repeated("the "),
    "addresses": repeated("www.a@b.c"),
    "control characters": repeated("\x00\x1b"),
}
"""By what they are made of."""
