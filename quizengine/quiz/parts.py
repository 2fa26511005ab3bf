"""The four parts that every question is made of, with the keys that say what each accepts.

A student reads `Text` and responds to `Choice`, `Gap` and `Ordering`. Every surface draws these four once, so a new
question type appears on all of them. Keys are a closed set because every export format must express them.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

ENGLISH = "en"
"""The locale in which numbers are read where a quiz names no other."""

Match = Literal["words", "code", "exact"]
"""What is tested of a typed text: its words; its signs and capitals, but no blanks; or every character."""

Response = Mapping[str, tuple[str, ...]]
"""What one student gave to one question, by part name: option ids (choice, ordering) or one raw text (gap)."""


@dataclass(frozen=True)
class Option:
    """A choice offered; the id follows from its text, never from its position, and says nothing about the key."""

    id: str
    text: str

    @classmethod
    def of(cls, text: str) -> "Option":
        """The option with this text and the id that follows from it."""
        return cls(hashlib.sha256(text.encode()).hexdigest()[:8], text)


@dataclass(frozen=True)
class Text:
    """Words to read."""

    text: str


@dataclass(frozen=True)
class Choice:
    """Options to choose from: exactly one, or any number when `multiple`."""

    name: str
    options: tuple[Option, ...]
    multiple: bool = False
    label: str = ""
    """What this choice is for, where a question holds several (the left side of a pair); else empty."""


@dataclass(frozen=True)
class Gap:
    """A hole to type into; `unit` is shown beside it and may be typed, `locale` is how numbers are typed into it."""

    name: str
    expects: Literal["text", "number"] = "text"
    unit: str = ""
    label: str = ""
    locale: str = ENGLISH
    unit_required: bool = False
    """True if the unit is part of the answer: it is not shown, and a number without one is asked for again."""


@dataclass(frozen=True)
class Ordering:
    """Options to put in order."""

    name: str
    options: tuple[Option, ...]


Part = Text | Choice | Gap | Ordering


@dataclass(frozen=True)
class ChoiceKey:
    """The ids of the options that are right, all of them, and how many wrong ones stand beside them (0: unknown)."""

    ids: frozenset[str]
    wrong: int = 0


@dataclass(frozen=True)
class TextKey:
    """The texts accepted in a gap, the fullest first; `match` says what is tested of them."""

    accepted: tuple[str, ...]
    match: Match = "words"
    near: Fraction = Fraction(0)
    """What one slip of the keyboard in a long word still earns, 0 to 1."""


@dataclass(frozen=True)
class NumberKey:
    """The numbers accepted in a gap: low <= number <= high, in `unit`, or in another unit that converts to it."""

    value: Decimal
    low: Decimal
    high: Decimal
    unit: str = ""
    unit_required: bool = False


@dataclass(frozen=True)
class OrderKey:
    """The ids of the options in the right order."""

    ids: tuple[str, ...]


Key = ChoiceKey | TextKey | NumberKey | OrderKey
