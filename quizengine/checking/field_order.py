"""Puts the fields of each question in the usual order, moving whole lines with their comments."""

from collections.abc import Sequence
from dataclasses import fields

from quizengine.bank.field_lines import FieldLines, content_end
from quizengine.bank.values import Value
from quizengine.bank.yaml_tree import read_tree
from quizengine.extensions.records import QuestionTypes

_FIRST = ("type", "id", "stem")
_LAST = ("points", "rationale", "evidence", "origin", "tags")


def reorder_fields(text: str, types: QuestionTypes) -> str:
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
    end = content_end(lines, value, end)
    written = FieldLines.of(lines, value, end)
    if written is None or not isinstance(value.content, dict):
        return
    kind = value.content.get("type")
    known = types.get(str(kind.value.content)) if kind else None
    if known is None:
        return
    own = [field.name for field in fields(known) if field.name not in (*_FIRST, *_LAST)]
    wanted = sorted(written.blocks, key=lambda name: _rank((*_FIRST, *own, *_LAST), name))
    if wanted != list(written.blocks):
        lines[value.line - 1 : end] = written.joined([written.blocks[name] for name in wanted])


def _rank(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)
