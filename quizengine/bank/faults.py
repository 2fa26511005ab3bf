"""What is wrong with a question, in a teacher's words and at its place, from what pydantic reports."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizengine.bank.values import Fault, Number, Path, Value, described, shown

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "number": "a number, written in digits and at most one point, without quotation marks",
    "whole_number": "a whole number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dataclass_type": "fields (name: value)",
    "dict_type": "fields (name: value)",
    "none_required": "nothing",
}
_FIELD_REPORTS = {"missing": "missing", "unexpected_keyword_argument": "unknown"}
_ALSO_CALLED = {
    "prompt": "stem", "question": "stem", "statement": "stem", "title": "stem", "ask": "stem",
    "correct": "answer", "correct_answer": "answer", "key": "answer", "solution": "answer", "right": "answer",
    "order": "answer", "items": "answer", "answers": "answer",
    "options": "distractors", "choices": "distractors", "wrong": "distractors", "alternatives": "distractors",
    "incorrect": "distractors", "wrong_answers": "distractors",
    "explanation": "rationale", "feedback": "rationale", "why": "rationale", "comment": "rationale",
    "matches": "pairs", "variants": "accept", "synonyms": "accept", "accepted": "accept", "also": "accept",
    "margin": "tolerance", "units": "unit", "min": "range", "max": "range", "plus_minus": "absolute",
    "multiple_choice": "choice", "mcq": "choice", "single_choice": "choice", "radio": "choice", "select": "choice",
    "boolean": "true_false", "yes_no": "true_false", "number": "numeric", "integer": "numeric", "calculated": "numeric",
    "text": "short_text", "short_answer": "short_text", "open": "short_text", "string": "short_text",
    "gap": "cloze", "gaps": "cloze", "fill_in": "cloze", "fill_in_the_blank": "cloze", "blanks": "cloze",
    "match": "matching", "sort": "ordering", "sequence": "ordering", "rank": "ordering",
}  # fmt: skip


def nearest(found: str, names: Iterable[str]) -> str:
    """The name that was probably meant; empty when none is near."""
    names = tuple(names)
    plain = found.strip().casefold().replace(" ", "_").replace("-", "_")
    close = get_close_matches(plain, names, n=1, cutoff=0.7)
    other = _ALSO_CALLED.get(plain, "")
    return close[0] if close else other if other in names else ""


def suggestion(found: str, names: Sequence[str]) -> str:
    """The end of a message about an unknown name: the nearest one, or all."""
    near = nearest(found, names)
    return f"did you mean `{near}`?" if near else f"expected one of: {', '.join(names)}"


@dataclass(frozen=True)
class _Report:
    """One thing that pydantic reports, at the place in the file that it is about."""

    kind: str
    path: Path
    """As far as it leads in the file; a missing field is at the mapping that misses it."""
    name: str
    """The missing or unknown field; else empty."""
    words: str


def explain(error: "ValidationError", question: Value, names_at: Callable[[Path], Sequence[str]]) -> list[Fault]:
    """The faults of one question, in the order of its lines; paths begin at the question."""
    reports = [_report(detail, question) for detail in error.errors(include_url=False, include_input=False)]
    unknown = [report for report in reports if report.kind == "unknown"]
    meant = {(report.path, nearest(report.name, names_at(report.path))) for report in unknown}
    faults = [_unknown(report, question, names_at(report.path)) for report in unknown]
    faults += [
        _at(question, report.path, f"found no `{report.name}`, expected it beside the other fields", report.name)
        for report in reports
        if report.kind == "missing" and (report.path, report.name) not in meant
    ]
    faults += [_wrong(path, reports, question) for path in dict.fromkeys(r.path for r in reports if r.kind == "wrong")]
    faults += [_at(question, r.path, r.words) for r in reports if r.kind == "refused"]
    return sorted(_deepest(faults), key=lambda fault: (fault.line, fault.column))


def place(question: Value, path: Path) -> Value:
    """The value at a path, or the last one on the way."""
    for step in path:
        content = question.content
        if isinstance(content, dict) and step in content:
            question = content[str(step)].value
        elif isinstance(content, tuple) and isinstance(step, int) and step < len(content):
            question = content[step]
    return question


def _report(detail: "ErrorDetails", question: Value) -> _Report:
    kind, steps, name = detail["type"], detail["loc"], ""
    if kind in _FIELD_REPORTS and isinstance(steps[-1], str):
        kind, steps, name = _FIELD_REPORTS[kind], steps[:-1], steps[-1]
    path: Path = ()
    for step in steps:  # a step that leads nowhere is the name of a choice that pydantic had between types
        content = place(question, path).content
        if (isinstance(content, dict) and step in content) or (isinstance(content, tuple) and isinstance(step, int)):
            path = (*path, step)
    if name:
        return _Report(kind, path, name, "")
    if kind in ("value_error", "assertion_error"):
        return _Report("refused", path, "", str(detail["ctx"]["error"]))
    return _Report("wrong", path, "", _expected(detail))


def _expected(detail: "ErrorDetails") -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "literal_error":
        return str(context["expected"])
    if kind == "too_long":
        return f"a list of {context['max_length']}"
    if kind == "missing":
        return "a longer list"
    return _EXPECTED.get(kind, "another kind of value (see the description of this question type)")


def _unknown(report: _Report, question: Value, names: Sequence[str]) -> Fault:
    content = place(question, report.path).content
    message = f"found the unknown field `{shown(report.name)}`; {suggestion(report.name, names)}"
    if isinstance(content, dict) and report.name in content:
        entry = content[report.name]
        return Fault(message, (*report.path, report.name), entry.line, entry.column)
    return _at(question, report.path, message, report.name)


def _wrong(path: Path, reports: Sequence[_Report], question: Value) -> Fault:
    value = place(question, path)
    expected = dict.fromkeys(report.words for report in reports if report.kind == "wrong" and report.path == path)
    message = f"found {described(value)}, expected {' or '.join(word for word in expected if word != 'nothing')}"
    if value.content is None:
        message += "; fill it in, or remove the line" if path and isinstance(path[-1], str) else "; remove it"
    elif "text" in expected and isinstance(value.content, bool):
        message += "; put it in quotation marks if it is meant as a word"
    elif "text" not in expected and isinstance(value.content, Number | str) and "a list" in expected:
        message += f": [{shown(str(value.content), 20)}]"
    return _at(question, path, message)


def _at(question: Value, path: Path, message: str, name: str = "") -> Fault:
    value = place(question, path)
    return Fault(message, (*path, name) if name else path, value.line, value.column)


def _deepest(faults: Sequence[Fault]) -> list[Fault]:
    """Without those that only say that something is wrong further inside."""

    def leads_on(path: Path) -> bool:
        return bool(path) and any(len(fault.path) > len(path) == _shared(fault.path, path) for fault in faults)

    return [fault for fault in faults if not leads_on(fault.path)]


def _shared(one: Path, other: Path) -> int:
    """How many steps two paths have in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
