"""A fact: what an article states, tied to the spans that state it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar

from quizengine.text.article import Span

Result = TypeVar("Result")


@dataclass(frozen=True)
class Fact:
    """A fact that an article states: its kind, with spans and values by role.

    A fact with fields of its own is a frozen, keyword-only dataclass that subclasses this one and gives `kind` a
    default.
    """

    kind: str
    roles: Mapping[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """The roles and the fields of a subclass, by name, in order of declaration."""
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("kind", "roles")}
        return own | dict(self.roles)


class Facts(tuple[Fact, ...]):
    """The facts that one generator found in an article, as its `ask` is given them with each of them."""

    derived: dict[Callable[..., Any], Any]
    """The values that `cache_per_facts` remembers, by function."""

    def __new__(cls, facts: Iterable[Fact] = ()) -> "Facts":
        """Give the facts nothing to remember yet."""
        made = super().__new__(cls, facts)
        made.derived = {}
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Only the facts go to another process."""
        return Facts, (tuple(self),)


def cache_per_facts(function: Callable[[Sequence[Fact]], Result]) -> Callable[[Sequence[Fact]], Result]:
    """Make a function of all facts of a generator remember its result on them, for as long as they live.

    `ask` is called once for each fact, every time with all of them: what it needs to know about the others is worked
    out once, or the work would grow with the square of their number. Of any other sequence, it is worked out again.
    """

    @wraps(function)
    def remembered(facts: Sequence[Fact]) -> Result:
        if not isinstance(facts, Facts):
            return function(facts)
        if function not in facts.derived:
            facts.derived[function] = function(facts)
        result: Result = facts.derived[function]
        return result

    return remembered


def fact_row(fact: Fact, generator: str) -> dict[str, Any]:
    """The fact as JSON can hold it: spans as text with its place; decimals as plain text; tuples as lists."""
    return {"kind": fact.kind, "generator": generator} | {name: _plain(value) for name, value in fact.values().items()}


def _plain(value: Any) -> Any:
    match value:
        case Span():
            start, end = value.original
            return {"start": start, "end": end, "text": value.text}
        case Decimal():
            return format(value, "f")
        case tuple() | list():
            return [_plain(one) for one in value]
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)
