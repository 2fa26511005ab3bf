"""Question classes in a form that pydantic can validate: exactly what a bank file may contain in each field.

The shape of a dataclass is a plain dataclass with the same fields that expects text, numbers and truth values as a bank
writes them (pydantic by itself accepts the text "yes" as true and "1_000" as 1000). Valid values are passed on to the
real class. Imports pydantic, so import it late.
"""

from dataclasses import MISSING, fields, is_dataclass, make_dataclass
from dataclasses import field as dataclass_field
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BeforeValidator, Strict, TypeAdapter, WithJsonSchema
from pydantic_core import PydanticCustomError

from quizengine.bank.values import Number


@cache
def adapter(cls: type) -> TypeAdapter[Any]:
    """Return what validates the fields of a dataclass, as a bank gives them, and makes one."""
    return TypeAdapter(shape(cls))


@cache
def shape(cls: type) -> Any:
    """The type for pydantic that asks for the fields of a dataclass and gives the dataclass."""
    hints = get_type_hints(cls, include_extras=True)
    asked = [(field.name, _shaped(hints[field.name]), _default(field)) for field in fields(cls) if field.init]
    namespace = {"__pydantic_config__": {"extra": "forbid"}, "__doc__": cls.__doc__}
    draft = make_dataclass(cls.__name__, asked, kw_only=True, namespace=namespace)
    return Annotated[draft, AfterValidator(lambda given: cls(**vars(given)))]


def names_at(cls: type, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the names of the fields allowed at a path inside a question of this class; empty if unknown."""
    found: type | None = cls
    for step in path:
        if isinstance(step, str) and found:
            found = _dataclass_in(get_type_hints(found).get(step))
    return tuple(field.name for field in fields(found) if field.init) if found else ()


def _dataclass_in(hint: Any) -> type | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next(filter(None, map(_dataclass_in, get_args(hint))), None)


def _default(field: Any) -> Any:
    if field.default_factory is not MISSING:
        return dataclass_field(default_factory=field.default_factory)
    return dataclass_field(default=field.default) if field.default is not MISSING else dataclass_field()


def _shaped(hint: Any) -> Any:
    """The hint with every text, number, truth value and dataclass in it replaced by its shape."""
    if isinstance(hint, type) and hint in _LEAVES:
        return _LEAVES[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return shape(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is None or origin is Literal:
        return hint
    if origin is Annotated:
        return Annotated[(_shaped(arguments[0]), *arguments[1:])]
    shaped = tuple(map(_shaped, arguments))
    return reduce(or_, shaped) if origin in (Union, UnionType) else origin[shaped]


def _text(value: object) -> object:
    return value.written if isinstance(value, Number) else value


def _decimal(value: object) -> Decimal:
    if not isinstance(value, Number):
        raise PydanticCustomError("number", "a number")
    return Decimal(value.written)


def _whole(value: object) -> int:
    if not isinstance(value, Number) or value != value.to_integral_value():
        raise PydanticCustomError("whole_number", "a whole number")
    return int(value)


_LEAVES: dict[type, Any] = {
    str: Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": ["string", "number"]})],
    bool: Annotated[bool, Strict()],
    Decimal: Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})],
    float: Annotated[float, BeforeValidator(_decimal)],
    int: Annotated[int, BeforeValidator(_whole)],
}
