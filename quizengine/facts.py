"""A fact: what an article states, tied to the spans that state it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any

from quizengine.article import Span


@dataclass(frozen=True)
class Fact:
    """What an article states: its kind, with spans and values by role.

    A fact with fields of its own is a frozen, keyword-only dataclass that subclasses this one and gives `kind` a
    default.
    """

    kind: str
    roles: Mapping[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """The roles and the fields of a subclass, by name, in order of declaration."""
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("kind", "roles")}
        return own | dict(self.roles)


def fact_row(fact: Fact, generator: str) -> dict[str, Any]:
    """The fact as JSON can hold it: spans as start, end and text; decimals as plain text; tuples as lists."""
    return {"kind": fact.kind, "generator": generator} | {name: _plain(value) for name, value in fact.values().items()}


def _plain(value: Any) -> Any:
    match value:
        case Span():
            return {"start": value.start, "end": value.end, "text": value.text}
        case Decimal():
            return format(value, "f")
        case tuple() | list():
            return [_plain(one) for one in value]
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)
