"""Findings as text for people, as JSON for programs, and as SARIF for code hosts and editors."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from quizengine.extensions.records import Check, Finding

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


def as_text(findings: Iterable[Finding], checks: Mapping[str, Check], version: str) -> str:
    """A line for each finding: file:line:column: name message (level)."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def as_json(findings: Iterable[Finding], checks: Mapping[str, Check], version: str) -> str:
    """A list of objects with file, line, column, name, level, message, and path: where in the file, or the question."""
    rows = [
        {
            "file": one.file,
            "line": one.line,
            "column": one.column,
            "name": one.check,
            "level": one.level,
            "message": one.message,
            "path": one.path,
        }
        for one in findings
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def as_sarif(findings: Iterable[Finding], checks: Mapping[str, Check], version: str) -> str:
    """One run in the Static Analysis Results Interchange Format, version 2.1.0, with a rule for each check found."""
    found = tuple(findings)
    names = tuple(sorted({one.check for one in found}))
    driver = {"name": "quizengine", "version": version, "rules": [_rule(name, checks.get(name)) for name in names]}
    results = [_result(one, names.index(one.check)) for one in found]
    run = {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


REPORTS: Mapping[str, Callable[[Iterable[Finding], Mapping[str, Check], str], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
}
"""The ways to report, by name; each takes findings, the checks that there are, and the version of quizengine."""


def _line(one: Finding) -> str:
    place = ":".join(str(part) for part in (one.file, one.line, one.column) if part)
    where = f"{one.path}: " if "." in one.path or "[" in one.path else ""
    level = "" if one.level == "error" else f" ({one.level})"
    return f"{place}: {one.check} {where}{one.message}{level}"


def _rule(name: str, check: Check | None) -> dict[str, Any]:
    if check is None:
        return {"id": name}
    described = {"id": name, "shortDescription": {"text": check.why}}
    described["defaultConfiguration"] = {"level": _LEVELS[check.level]}
    return described | ({"fullDescription": {"text": f"{check.why} {check.authority}"}} if check.authority else {})


def _result(one: Finding, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(PurePath(one.file).as_posix())}}
    if one.line:
        place["region"] = {"startLine": one.line, "startColumn": max(one.column, 1)}
    return {
        "ruleId": one.check,
        "ruleIndex": rule,
        "level": _LEVELS[one.level],
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"question/v1": f"{one.check}/{one.path}"},
    }
