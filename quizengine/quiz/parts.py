"""The four parts that every question consists of, with the keys that say what each accepts.

A student reads `Text` and responds to `Choice`, `Gap` and `Ordering`. Every surface draws these four once, so a new
question type appears everywhere. Keys are a closed set because every export format must express them.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

ENGLISH = "en"
"""The locale for reading numbers if a quiz names none."""

Match = Literal["words", "code", "exact"]
"""The way to compare a typed text: its words; its symbols and capitals, but not spaces; or every character."""

Response = Mapping[str, tuple[str, ...]]
"""One student's response to one question, by part name: option ids (choice, ordering) or one raw text (gap)."""


@dataclass(frozen=True)
class Option:
    """An option; its id follows from its text, never from its position, and does not reveal the key."""

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
    """The left side of a pair, or whatever else this choice is for, if a question has several; else empty."""


@dataclass(frozen=True)
class Gap:
    """A gap to type into; `unit` is shown beside it and may be typed, `locale` says how numbers are written."""

    name: str
    expects: Literal["text", "number", "sentences"] = "text"
    unit: str = ""
    label: str = ""
    locale: str = ENGLISH
    unit_required: bool = False
    """True if the unit is part of the answer: it is not shown, and a number without one is asked back."""


@dataclass(frozen=True)
class Ordering:
    """Options to put in order."""

    name: str
    options: tuple[Option, ...]


Part = Text | Choice | Gap | Ordering


@dataclass(frozen=True)
class ChoiceKey:
    """The ids of the options that are right, all of them, and how many wrong ones are beside them (0: unknown)."""

    ids: frozenset[str]
    wrong: int = 0
    either: bool = False
    """True if any one of them is the whole answer: a teacher found later that several are right."""


@dataclass(frozen=True)
class TextKey:
    """The texts accepted in a gap, the fullest first; `match` says what is tested of them."""

    accepted: tuple[str, ...]
    match: Match = "words"
    near: Fraction = Fraction(0)
    """The share, 0 to 1, that an answer with one slip in a long word still earns."""


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


@dataclass(frozen=True)
class ModelAnswer:
    """A model answer: people compare an answer in sentences with it, the engine does not."""

    text: str


Key = ChoiceKey | TextKey | NumberKey | OrderKey | ModelAnswer
