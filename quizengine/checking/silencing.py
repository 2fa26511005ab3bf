"""Comments in a bank file that silence a warning or a note: `# quizengine: ignore[name] reason`.

A comment above or inside a question applies to this question; a comment before the first question applies to the whole
file. Errors cannot be silenced.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizengine.bank.yaml_tree import read_tree
from quizengine.checking.rules import RULES
from quizengine.extensions.records import Check, Finding

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*quizengine:\s*ignore\[(?P<names>[^\]]*)\](?P<reason>.*)")
_PASSED_OVER = re.compile(r"\s*(?:#.*)?")
_WHOLE_FILE = 0


@dataclass(frozen=True)
class Silence:
    """One check that a comment silences: for the question that begins in a line, or for the file (line 0)."""

    name: str
    reason: str
    question: int
    line: int
    column: int


def drop_silenced(text: str, file: str, findings: Iterable[Finding], checks: Mapping[str, Check]) -> Iterator[Finding]:
    """The findings that no comment silences, and what is wrong with the comments themselves."""
    starts = question_lines(text)
    silences = tuple(_silences(text, starts))
    written = {(one.name, one.question) for one in silences}
    used: set[tuple[str, int]] = set()
    for finding in findings:
        begun = bisect_right(starts, finding.line)
        places = {starts[begun - 1] if begun else _WHOLE_FILE, _WHOLE_FILE}
        by = written & {(finding.check, place) for place in places}
        if finding.level == "error" or not by:
            yield finding
        else:
            used |= by
    for one in silences:
        yield from _faults(one, (one.name, one.question) in used, file, checks)


def question_lines(text: str) -> tuple[int, ...]:
    """The lines, from 1, in which the questions of a bank begin; raises BankError for what is no YAML."""
    root = read_tree(text, "").root
    listed = root.content.get("questions") if root and isinstance(root.content, dict) else None
    questions = listed.value.content if listed else ()
    return tuple(sorted(question.line for question in questions)) if isinstance(questions, tuple) else ()


def _silences(text: str, starts: tuple[int, ...]) -> Iterator[Silence]:
    lines = text.splitlines()
    below = _next_that_says_something(lines)
    for number, line in enumerate(lines, 1):
        if not (found := _COMMENT.search(line)):
            continue
        begun = bisect_right(starts, below[number - 1])
        question = starts[begun - 1] if begun else _WHOLE_FILE
        for name in found["names"].split(","):
            yield Silence(name.strip(), found["reason"].strip(), question, number, found.start() + 1)


def _next_that_says_something(lines: Sequence[str]) -> list[int]:
    """Return for each line the number of the first line from there on that says something, or of the last line."""
    numbers = [len(lines)] * len(lines)
    for index in range(len(lines) - 2, -1, -1):
        numbers[index] = numbers[index + 1] if _PASSED_OVER.fullmatch(lines[index]) else index + 1
    return numbers


def _faults(one: Silence, used: bool, file: str, checks: Mapping[str, Check]) -> Iterator[Finding]:
    check = checks.get(one.name) or RULES.get(one.name)
    if check is None or check.level == "error":
        words = f"{one.name} is an error, which no comment silences" if check else f"there is no check {one.name}"
        yield _finding("ignore-unknown", words, one, file)
    elif not used:
        yield _finding("ignore-unused", f"{one.name} finds nothing here; remove the comment", one, file)
    elif not one.reason:
        yield _finding("ignore-unreasoned", f"write behind ignore[{one.name}] why", one, file)


def _finding(name: str, words: str, one: Silence, file: str) -> Finding:
    return Finding(words, file, one.line, one.column, level=RULES[name].level, check=name)
