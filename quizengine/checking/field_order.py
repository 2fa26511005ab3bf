"""The fields of each question in the order in which they are written here, moved as whole lines with their comments."""

import re
from collections.abc import Sequence
from dataclasses import fields

from quizengine.bank.values import Entry, Value
from quizengine.bank.yaml_tree import read_tree
from quizengine.extensions.records import QuestionTypes

_FIRST = ("type", "id", "stem")
_LAST = ("points", "rationale", "evidence", "origin", "tags")
_BESIDE = re.compile(r"\s*(?:#.*)?\n?")
_DASH = re.compile(r"(\s*)-( +)(?=\S)")


def in_order(text: str, types: QuestionTypes) -> str:
    """The text with the fields of every question in order; a question that is not written a field a line stays."""
    lines = text.splitlines(keepends=True)
    root = read_tree(text, "").root
    listed = root.content.get("questions") if root and isinstance(root.content, dict) else None
    questions = listed.value.content if listed else None
    if not isinstance(questions, tuple):
        return text
    ends = [value.line - 1 for value in questions[1:]] + [len(lines)]
    for value, end in reversed(list(zip(questions, ends, strict=True))):
        _put_in_order(lines, value, end, types)
    return "".join(lines)


def _put_in_order(lines: list[str], value: Value, end: int, types: QuestionTypes) -> None:
    """Move the lines of one question, which end before the line `end`."""
    if not isinstance(value.content, dict) or not (dash := _DASH.match(lines[value.line - 1])):
        return
    while end > value.line and _BESIDE.fullmatch(lines[end - 1]):
        end -= 1
    kind = value.content.get("type")
    known = types.get(str(kind.value.content)) if kind else None
    entries = sorted(value.content.items(), key=lambda pair: pair[1].line)
    starts = [entry.line for _, entry in entries]
    if known is None or len(set(starts)) < len(starts) or not lines[end - 1].endswith("\n"):
        return
    own = [field.name for field in fields(known) if field.name not in (*_FIRST, *_LAST)]
    wanted = sorted(entries, key=lambda pair: _rank((*_FIRST, *own, *_LAST), pair[0]))
    if [name for name, _ in wanted] == [name for name, _ in entries]:
        return
    blocks = _blocks(lines, entries, end)
    indent, gap = dash[1], dash[2]
    blocks[entries[0][0]][0] = f"{indent} {gap}{blocks[entries[0][0]][0][dash.end() :]}"
    moved = [line for name, _ in wanted for line in blocks[name]]
    first = next((n for n, line in enumerate(moved) if not _BESIDE.fullmatch(line)), 0)
    moved[first] = f"{indent}-{gap}{moved[first].lstrip()}"
    lines[value.line - 1 : end] = moved


def _blocks(lines: list[str], entries: Sequence[tuple[str, Entry]], end: int) -> dict[str, list[str]]:
    """The lines of each field; comments above a field are its own."""
    blocks: dict[str, list[str]] = {}
    begins = []
    for number, (_, entry) in enumerate(entries):
        begin = entry.line - 1
        while number and _BESIDE.fullmatch(lines[begin - 1]):
            begin -= 1
        begins.append(begin)
    for (name, _), begin, stop in zip(entries, begins, [*begins[1:], end], strict=True):
        blocks[name] = lines[begin:stop]
    return blocks


def _rank(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)
