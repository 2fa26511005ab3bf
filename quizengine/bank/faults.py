"""Turns pydantic's reports about a mapping in a bank into faults in a teacher's words, each with its place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from quizengine.bank.names import nearest_name, suggestion
from quizengine.bank.values import Fault, Number, Path, Value, clip, describe_value
from quizengine.errors import QuestionError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_MOST = 50  # the most faults reported for one question; the rest are reported once these are repaired
_FIELD_REPORTS = {"missing": "missing", "unexpected_keyword_argument": "unknown"}
_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "number": "a number like 1080 or 2.5, without quotation marks, commas or a unit",
    "whole_number": "a whole number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dataclass_type": "fields (name: value)",
    "dict_type": "fields (name: value)",
    "missing": "a longer list",
}


@dataclass(frozen=True)
class _Report:
    """One report of pydantic, at the place in the file that it concerns."""

    kind: str
    """missing, unknown, refused (by the class itself) or wrong (another kind of value)."""
    path: Path
    """The path as far as it leads in the file; a missing or unknown field is reported at its mapping."""
    words: str
    """The field that is missing or unknown, the reason for refusing, or what was expected."""


def explain(details: Iterable["ErrorDetails"], root: Value, names_at: Callable[[Path], Sequence[str]]) -> list[Fault]:
    """Return the faults of one mapping, in the order of its lines; `names_at` gives the fields allowed at a place."""
    reports = [_report(detail, root) for detail in islice(details, _MOST)]
    meant = {(r.path, nearest_name(r.words, names_at(r.path))) for r in reports if r.kind == "unknown"}
    wrong: dict[Path, list[str]] = {}
    faults = []
    for report in reports:
        path, words = report.path, report.words
        if report.kind == "unknown":
            faults.append(_unknown(root, path, words, names_at(path)))
        elif report.kind == "missing" and (path, words) not in meant:
            missing = _at(root, path, f"found no `{words}`, expected it beside the other fields", words)
            faults.append(replace(missing, is_missing=True))
        elif report.kind == "refused":
            faults.append(_at(root, path, words))
        elif report.kind == "wrong":
            wrong.setdefault(path, []).append(words)
    faults += [_at(root, path, _wrong(place(root, path), expected)) for path, expected in wrong.items()]
    return sorted(_deepest(faults), key=lambda fault: (fault.line, fault.column))


def place(root: Value, path: Path) -> Value:
    """The value at a path, or the last one on the way to it."""
    for step in path:
        content = root.content
        if isinstance(content, dict) and isinstance(step, str) and step in content:
            root = content[step].value
        elif isinstance(content, tuple) and isinstance(step, int) and step < len(content):
            root = content[step]
    return root


def _report(detail: "ErrorDetails", root: Value) -> _Report:
    kind, steps = detail["type"], detail["loc"]
    if kind in _FIELD_REPORTS and isinstance(steps[-1], str):
        kind, steps, words = _FIELD_REPORTS[kind], steps[:-1], str(steps[-1])
    elif kind == "value_error":
        error = detail["ctx"]["error"]
        kind, words = "refused", str(error)
        steps = (*steps, *(error.at if isinstance(error, QuestionError) else ()))
    else:
        kind, words = "wrong", _expected(detail)
    path: Path = ()
    for step in steps:  # a step that leads nowhere names one of several types that pydantic tried
        if place(root, (*path, step)) is not place(root, path):
            path = (*path, step)
    return _Report(kind, path, words)


def _expected(detail: "ErrorDetails") -> str:
    if detail["type"] == "literal_error":
        return str(detail["ctx"]["expected"])
    if detail["type"] == "too_long":
        return f"a list of {detail['ctx']['max_length']}"
    return _EXPECTED.get(detail["type"], "another kind of value (see the description of this question type)")


def _unknown(root: Value, path: Path, name: str, names: Sequence[str]) -> Fault:
    fault = _at(root, path, f"found the unknown field `{clip(name)}`; {suggestion(name, names)}", name)
    content = place(root, path).content
    if isinstance(content, dict) and name in content:
        return Fault(fault.message, fault.path, content[name].line, content[name].column)
    return fault


def _wrong(value: Value, expected: Sequence[str]) -> str:
    kinds = dict.fromkeys(expected)
    message = f"found {describe_value(value)}, expected {' or '.join(kinds)}"
    if value.content is None:
        return message + "; fill it in, or remove it"
    if "text" in kinds and isinstance(value.content, bool):
        return message + "; put it in quotation marks if it is meant as a word"
    if list(kinds) == ["a list"] and isinstance(value.content, Number | str):
        return message + f": [{clip(value.content if isinstance(value.content, str) else value.content.written, 20)}]"
    return message


def _at(root: Value, path: Path, message: str, name: str = "") -> Fault:
    value = place(root, path)
    return Fault(message, (*path, name) if name else path, value.line, value.column)


def _deepest(faults: Sequence[Fault]) -> list[Fault]:
    """Return the reports without those that only say that something further inside is wrong."""

    def leads_on(path: Path) -> bool:
        return bool(path) and any(len(fault.path) > len(path) and fault.path[: len(path)] == path for fault in faults)

    return [fault for fault in faults if not leads_on(fault.path)]
