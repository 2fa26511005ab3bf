"""Validates the fields of a YAML file against a dataclass: the result is a record, or a list of faults."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

from quizengine.bank.decoding import decode_bank, unreadable_bank
from quizengine.bank.faults import explain, place
from quizengine.bank.values import Fault, Path, Value, clip, describe_value, path_text
from quizengine.bank.yaml_tree import read_tree
from quizengine.errors import error_message
from quizengine.extensions.records import Finding

Record = TypeVar("Record")
_LONGEST_FAULT = 200
"""Characters of what a plugin's question type raised: enough for the place and the reason."""


@dataclass(frozen=True)
class Fields(Generic[Record]):
    """The fields of a file: the record made from the valid ones, and the faults of the others."""

    name: str
    """The file's name, for messages."""
    record: Record
    root: Value
    faults: tuple[Fault, ...] = ()

    def finding(self, message: str, path: Path = ()) -> Finding:
        """A finding about the value at a path, with its line and column."""
        value = place(self.root, path)
        return Finding(message, self.name, value.line, value.column, path_text(path))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The faults, in the order of the lines."""
        ordered = sorted(self.faults, key=lambda fault: (fault.line, fault.column))
        return tuple(Finding(each.message, self.name, each.line, each.column, path_text(each.path)) for each in ordered)


def read_fields(data: bytes, name: str, cls: type[Record]) -> Fields[Record]:
    """Read a YAML file whose fields are those of a dataclass with defaults, as strictly as a bank is read.

    `name` is the file's name, for messages. A field with a fault gets its default. Raises BankError if the file cannot
    be read at all.
    """
    tree = read_tree(decode_bank(data, name), name)
    names = ", ".join(names_of(cls))
    if tree.root is None or tree.root.content is None:
        raise unreadable_bank(f"found an empty file, expected fields: {names}", name)
    if not isinstance(tree.root.content, dict):
        message = f"found {describe_value(tree.root)}, expected fields: {names}"
        raise unreadable_bank(message, name, tree.root.line, tree.root.column)
    record, faults = validated(cls, tree.root, ())
    known = {fault.path for fault in tree.faults}
    told = (*tree.faults, *(fault for fault in faults if fault.path not in known))
    if told:
        faulty = {fault.path[0] for fault in told if fault.path}
        sound = {field: entry for field, entry in tree.root.content.items() if field not in faulty}
        record, _ = validated(cls, replace(tree.root, content=sound), ())
    return Fields(name, record or cls(), tree.root, told)


def names_of(cls: type) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return tuple(field.name for field in fields(cls))


def validated(cls: type, value: Value, path: Path, more: Sequence[str] = ()) -> tuple[Any, Sequence[Fault]]:
    """Return the object that a class makes from a mapping, or None and the faults.

    `more` are names that are allowed beside the fields of the class.
    """
    from pydantic import ValidationError  # costs 0.1 s, so it is paid by those who read a bank

    from quizengine.bank.shapes import adapter, names_at

    try:
        return adapter(cls).validate_python(value.plain), ()
    except ValidationError as error:
        details: Any = error.errors()
        faults = explain(details, value, lambda at: (*(() if at else more), *names_at(cls, at)))
        return None, [replace(fault, path=(*path, *fault.path)) for fault in faults]
    except Exception as fault:  # a plugin's question type may raise anything; the other questions continue
        words = f"the question type `{clip(cls.__name__)}` {clip(error_message(fault, cls.__module__), _LONGEST_FAULT)}"
        return None, [Fault(words, path, value.line, value.column)]
