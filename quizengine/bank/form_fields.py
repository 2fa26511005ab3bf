"""A question type as a form: its fields, their values, and the question made from what somebody typed into them.

Made from the same type hints as the shapes for bank files, so that a plugin's question type has a form as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from quizengine.bank.fields import validated
from quizengine.bank.values import Entry, Fault, Value, unquoted
from quizengine.bank.writing import yaml_of
from quizengine.bank.yaml_tree import read_tree
from quizengine.errors import BankError
from quizengine.quiz.questions import Question

Kind = Literal["text", "number", "truth", "one of", "list", "group", "groups", "yaml"]
Typed = Mapping[str, tuple[str, ...]]
"""The texts in a form, by field: one text, or several of a list. Nested fields are named like `tolerance.percent`."""
_PLACE = (1, 1)  # any number would do as the line and the column, for a form has none


@dataclass(frozen=True)
class FormField:
    """One field of a form."""

    name: str
    kind: Kind
    required: bool = False
    choices: tuple[str, ...] = ()
    """The words to choose from, for a field that takes one of several."""
    inner: tuple["FormField", ...] = ()
    """The fields of a group, or of each entry of a list of groups; for a list, its entry without a name."""
    one_or_list: bool = False
    """True if a single text is allowed instead of a list, with a meaning of its own."""
    one_of: tuple[str, ...] = ()
    """The fields of the question whose texts it takes, where the class says so: `metadata={"one_of": (…)}`."""


def form_fields(cls: type) -> tuple[FormField, ...]:
    """The fields of a question type, or of a dataclass in it, in the order in which it has them."""
    hints = get_type_hints(cls)
    return tuple(
        replace(_field(each.name, hints[each.name], _is_required(each)), one_of=tuple(each.metadata.get("one_of", ())))
        for each in fields(cls)
        if each.init
    )


def number_names(described: Sequence[FormField], path: str = "") -> Iterator[str]:
    """Yield what fields are called in a form that take numbers: `answer`, `tolerance.percent`."""
    for field in described:
        if field.kind == "number" or (field.kind == "list" and field.inner[0].kind == "number"):
            yield f"{path}{field.name}"
        elif field.kind in ("group", "groups"):
            yield from number_names(field.inner, f"{path}{field.name}.")


def typed_of(record: Any) -> dict[str, tuple[str, ...]]:
    """Return what is in the form of a question; no id where that only follows from what is asked."""
    typed: dict[str, tuple[str, ...]] = {}
    for field in form_fields(type(record)):
        typed |= _typed(field, getattr(record, field.name), field.name)
    if isinstance(record, Question) and record.id == record.content_id:
        del typed["id"]
    return typed


def question_from_form(cls: type[Question], typed: Typed) -> tuple[Question | None, tuple[Fault, ...]]:
    """The question that a form makes, or what is wrong, each fault with the path of its field (empty: the whole)."""
    entries, faults = _entries(form_fields(cls), typed, "")
    if faults:
        return None, tuple(faults)
    question, found = validated(cls, Value(entries, *_PLACE), ())
    return (question if isinstance(question, Question) else None), tuple(found)


def _is_required(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _field(name: str, hint: Any, required: bool) -> FormField:
    arguments = [each for each in get_args(hint) if each is not NoneType]
    if get_origin(hint) in (Union, UnionType):
        if len(arguments) == 1:
            return _field(name, arguments[0], required)
        if set(arguments) == {str, tuple[str, ...]}:
            return FormField(name, "list", required, inner=(FormField("", "text"),), one_or_list=True)
    elif get_origin(hint) is Literal and all(isinstance(each, str) for each in arguments):
        return FormField(name, "one of", required, choices=tuple(arguments))
    elif get_origin(hint) is tuple:
        return _several(name, arguments, required)
    elif isinstance(hint, type) and is_dataclass(hint):
        return FormField(name, "group", required, inner=form_fields(hint))
    return FormField(name, _LEAVES.get(hint, "yaml"), required)


_LEAVES: Mapping[Any, Kind] = {str: "text", bool: "truth", Decimal: "number", float: "number", int: "number"}


def _several(name: str, arguments: Sequence[Any], required: bool) -> FormField:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        inner = _field("", arguments[0], required)
        if inner.kind == "group" and all(each.kind in ("text", "number") for each in inner.inner):
            return FormField(name, "groups", required, inner=inner.inner)
        if inner.kind in ("text", "number"):
            return FormField(name, "list", required, inner=(inner,))
    elif arguments and len(set(arguments)) == 1 and arguments[0] in (str, Decimal, float, int):
        places = tuple(FormField(str(place), _LEAVES[arguments[0]]) for place in range(len(arguments)))
        return FormField(name, "list", required, inner=places)
    return FormField(name, "yaml", required)


def _typed(field: FormField, value: Any, path: str) -> dict[str, tuple[str, ...]]:
    match field.kind:
        case _ if value is None:
            return {}
        case "group":
            inner = (_typed(each, getattr(value, each.name), f"{path}.{each.name}") for each in field.inner)
            return {name: texts for each in inner for name, texts in each.items()}
        case "groups":
            return {
                f"{path}.{each.name}": tuple(_text(getattr(one, each.name)) for one in value) for each in field.inner
            }
        case "list" if field.one_or_list:
            texts = (value,) if isinstance(value, str) else value
            return {path: texts} | ({} if isinstance(value, str) else {f"{path}.several": ("yes",)})
        case "list":
            return {path: tuple(map(_text, value))}
        case "yaml":
            return {path: (yaml_of(value),)} if value else {}
        case _:
            return {path: (_text(value),)}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _entries(described: Sequence[FormField], typed: Typed, path: str) -> tuple[dict[str, Entry], list[Fault]]:
    entries: dict[str, Entry] = {}
    faults: list[Fault] = []
    for field in described:
        name = f"{path}{field.name}"
        try:
            value = _value(field, typed, name)
        except BankError as fault:
            faults.append(Fault(str(fault), (field.name,), *_PLACE))
            continue
        if value is not None:
            entries[field.name] = Entry(value, *_PLACE)
    return entries, faults


def _value(field: FormField, typed: Typed, name: str) -> Value | None:
    """Return the value for a field in a bank file; None if nothing was typed. Raises BankError for faulty YAML."""
    texts = typed.get(name, ())
    first = _trimmed(texts[0]) if texts else ""
    match field.kind:
        case "group":
            entries, _ = _entries(field.inner, typed, f"{name}.")
            return Value(entries, *_PLACE) if entries else None
        case "groups":
            rows = tuple(Value(row, *_PLACE) for row in _rows(field, typed, name))
            return Value(rows, *_PLACE) if rows else None
        case "list":
            given = tuple(_leaf(field.inner[0].kind, text) for text in map(_trimmed, texts) if text)
            if field.one_or_list and len(given) == 1 and not typed.get(f"{name}.several"):
                return given[0]
            return Value(given, *_PLACE) if given else None
        case "yaml":
            return read_tree(first, field.name).root if first else None
        case _:
            return _leaf(field.kind, first) if first else None


def _rows(field: FormField, typed: Typed, name: str) -> Iterator[dict[str, Entry]]:
    """The rows of several groups in which something was typed."""
    columns = {each.name: typed.get(f"{name}.{each.name}", ()) for each in field.inner}
    for row in range(max(map(len, columns.values()), default=0)):
        typed_row = {key: _trimmed(texts[row]) if row < len(texts) else "" for key, texts in columns.items()}
        if any(typed_row.values()):
            kinds = {each.name: each.kind for each in field.inner}
            yield {key: Entry(_leaf(kinds[key], text), *_PLACE) for key, text in typed_row.items() if text}


def _leaf(kind: Kind, text: str) -> Value:
    if kind == "truth":
        return Value(text == "true", *_PLACE)
    return Value(unquoted(text) if kind == "number" else text, *_PLACE)


def _trimmed(text: str) -> str:
    """Return what was typed, without blanks around it; the first of several lines stays as far in as it is."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain.strip("\n").rstrip() if "\n" in plain.strip() else plain.strip()
