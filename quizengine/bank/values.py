"""The values that a bank file consists of, each with its place."""

import re
from dataclasses import dataclass
from decimal import Decimal

MOST_DIGITS = 300
"""A number that needs more characters than this, written in full, is not accepted in a bank."""

Path = tuple[str | int, ...]
"""The place among a file's values: names of fields and positions in lists."""

_NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class Number(Decimal):
    """A number that remembers how it was written, so that 1.10 can still become the text “1.10”."""

    written: str

    @classmethod
    def of(cls, written: str) -> "Number":
        """The number with this written form."""
        number = cls(written)
        number.written = written
        return number


@dataclass(frozen=True, slots=True)
class Value:
    """A text, number, truth value, nothing, list or mapping, with its line and column (from 1).

    Its size counts this value and all values inside it, and its depth the levels of nesting; this detects aliases of
    aliases.
    """

    content: "str | Number | bool | tuple[Value, ...] | dict[str, Entry] | None"
    line: int
    column: int
    size: int = 1
    depth: int = 1

    @property
    def plain(self) -> object:
        """The content without places, for a validator."""
        if isinstance(self.content, dict):
            return {name: entry.value.plain for name, entry in self.content.items()}
        if isinstance(self.content, tuple):
            return [value.plain for value in self.content]
        return self.content


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a mapping: its value, and the place of its name."""

    value: Value
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at one place of a file, in words for its author."""

    message: str
    path: Path
    line: int
    column: int
    is_missing: bool = False
    """True if there is nothing at the path and something is needed."""


def unquoted(text: str) -> str | Number | bool | None:
    """Return what a text without quotation marks stands for.

    Only what every YAML reader agrees on is more than text: `no`, `12:30`, `010`, `1_000`, `0x1F` and dates stay text.
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= MOST_DIGITS and _NUMBER.fullmatch(text):
        number = Number.of(text)
        return number if len(format(number, "f")) <= MOST_DIGITS else text
    return text


def clip(text: str, most: int = 60) -> str:
    """Return a text fit for a message: one line, not too long, without characters that affect a terminal."""
    line = "".join(character if character.isprintable() else " " for character in text[: most + 1])
    return line if len(text) <= most else line[: most - 1] + "…"


def describe_value(value: Value) -> str:
    """Return a description of a value in a teacher's words."""
    match value.content:
        case None:
            return "nothing"
        case bool(flag):
            return "true" if flag else "false"
        case Number(written=written):
            return f"the number {clip(written)}"
        case str(text):
            return f"the text “{clip(text)}”" if text.strip() else "an empty text"
        case tuple(values):
            return f"a list of {len(values)}" if values else "an empty list"
        case dict(entries):
            return "fields (" + clip(", ".join(entries)) + ")" if entries else "no fields"


def path_text(path: Path) -> str:
    """A path as people write it: `questions[3].answer`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{clip(step)}" for step in path)
    return "".join(steps).removeprefix(".")
