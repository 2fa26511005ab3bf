"""The English number words and their values."""

from decimal import Decimal

UNIT_WORDS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"nought": 0, "naught": 0}
"""Words that stand alone below twenty."""

TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
"""Words for the tens, which a unit may follow ("twenty-one")."""

SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
    "lakh": Decimal(10**5),
    "lac": Decimal(10**5),
    "crore": Decimal(10**7),
    "dozen": Decimal(12),
    "gross": Decimal(144),
}
"""Words that multiply what is before them."""
SCALES |= {f"{word}s": value for word, value in SCALES.items() if word != "gross"}

SHORT_SCALES: dict[str, Decimal] = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mm": Decimal(10**6),
    "mio": Decimal(10**6),
    "mil": Decimal(10**6),
    "mln": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "t": Decimal(10**12),
    "tn": Decimal(10**12),
    "tln": Decimal(10**12),
    "trn": Decimal(10**12),
    "g": Decimal(10**9),
}
"""Letters written after digits ("10k", "£2.5bn"); which of them count depends on what is around them."""

_ORDINAL_UNITS = [
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

DENOMINATORS: dict[str, int] = (
    {word: value for value, word in enumerate(_ORDINAL_UNITS, 3)}
    | {f"{word[:-1]}ieth": value for word, value in TENS.items() if word.endswith("y")}
    | {
        "hundredth": 100,
        "thousandth": 10**3,
        "millionth": 10**6,
        "billionth": 10**9,
        "trillionth": 10**12,
        "quarter": 4,
        "half": 2,
    }
)
"""Denominators in the singular ("one third")."""

PLURAL_DENOMINATORS: dict[str, int] = {f"{word}s": value for word, value in DENOMINATORS.items() if word != "half"} | {
    "halves": 2
}
"""The same in the plural ("two thirds")."""

AFTER_TENS: dict[str, int] = {"first": 1, "firsts": 1, "second": 2, "seconds": 2}
"""Denominators that come after a word for tens alone ("a twenty-first")."""

ORDINALS: frozenset[str] = frozenset(DENOMINATORS) - {"quarter", "half"} | {"first", "second"}
"""Words that say which in a row; "second" is also a unit of time, "third" also a fraction."""

VULGAR: dict[str, Decimal] = {
    "½": Decimal(1) / 2,
    "¼": Decimal(1) / 4,
    "¾": Decimal(3) / 4,
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal(1) / 5,
    "⅖": Decimal(2) / 5,
    "⅗": Decimal(3) / 5,
    "⅘": Decimal(4) / 5,
    "⅙": Decimal(1) / 6,
    "⅚": Decimal(5) / 6,
    "⅐": Decimal(1) / 7,
    "⅛": Decimal(1) / 8,
    "⅜": Decimal(3) / 8,
    "⅝": Decimal(5) / 8,
    "⅞": Decimal(7) / 8,
    "⅑": Decimal(1) / 9,
    "⅒": Decimal(1) / 10,
}
"""Fractions that are one character."""

SLASHED: frozenset[str] = frozenset(
    {"2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "16", "20", "24", "32", "64", "100"}
)
"""Denominators that are written with a slash; "9/11" and "24/7" are no fractions."""

NUMBER_WORDS: frozenset[str] = frozenset(UNIT_WORDS) | frozenset(TENS) | frozenset(SCALES)
"""Every word that can be part of a whole number."""


def plain_decimal(value: Decimal) -> Decimal:
    """The same value without trailing zeros or a power of ten: 2500000 for 2.5E+6, 2.5 for 2.50."""
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    whole = isinstance(exponent, int) and exponent > 0 and plain.adjusted() < 27
    return plain.quantize(Decimal(1)) if whole else plain
