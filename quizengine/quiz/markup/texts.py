"""The texts in fields of a record: all of them, or the record with others in their place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Record = TypeVar("Record")


def texts_of(record: object, names: Iterable[str]) -> Iterator[str]:
    """The texts in the fields with these names, in order; also those inside lists and records there."""
    for name in names:
        yield from _texts(getattr(record, name))


def with_texts(record: Record, names: Iterable[str], function: Callable[[str], str], **more: Any) -> Record:
    """The record with what a function makes of each text in the fields with these names; `more` are other fields."""
    made = {name: _turned(getattr(record, name), function) for name in names}
    return replace(record, **made, **more)  # type: ignore[type-var] # a dataclass, as all records here


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _turned(value: Any, function: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return function(value)
    if isinstance(value, tuple):
        return tuple(_turned(each, function) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _turned(getattr(value, field.name), function) for field in fields(value)})
    return value
