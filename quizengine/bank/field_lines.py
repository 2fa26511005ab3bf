"""The lines of a question in a bank file, by field, so that one field can change while the others stay unchanged."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from quizengine.bank.values import Entry, Value

_BESIDE = re.compile(r"\s*(?:#.*)?\n?")
_COMMENT = re.compile(r"\s*#.*\n?")
_DASH = re.compile(r"(\s*)-( +)(?=\S)")


@dataclass(frozen=True)
class FieldLines:
    """The fields of one question in the order of the file, each with its lines and the comments above them."""

    indent: str
    """The text before the dash of the question."""
    gap: str
    """The text between the dash and the first field."""
    blocks: Mapping[str, Sequence[str]]
    """The lines of each field, by name; the dash is replaced by a space."""

    @classmethod
    def of(cls, lines: Sequence[str], value: Value, end: int) -> "FieldLines | None":
        """Return the lines of the question that ends before the line `end`; None if its fields share lines."""
        if not isinstance(value.content, dict) or not (dash := _DASH.match(lines[value.line - 1])):
            return None
        entries = sorted(value.content.items(), key=lambda pair: pair[1].line)
        if len({entry.line for _, entry in entries}) < len(entries) or not lines[end - 1].endswith("\n"):
            return None
        blocks = _blocks(lines, entries, end)
        first = blocks[entries[0][0]]
        first[0] = f"{dash[1]} {dash[2]}{first[0][dash.end() :]}"
        return cls(dash[1], dash[2], blocks)

    def joined(self, blocks: Sequence[Sequence[str]]) -> list[str]:
        """The lines of the question with these blocks of fields, in their order."""
        lines = [line for block in blocks for line in block]
        first = next((number for number, line in enumerate(lines) if not _BESIDE.fullmatch(line)), 0)
        lines[first] = f"{self.indent}-{self.gap}{lines[first].lstrip()}"
        return lines


def content_end(lines: Sequence[str], value: Value, end: int) -> int:
    """Return the end of a question before the line `end`, without the empty lines and comments after it."""
    while end > value.line and _BESIDE.fullmatch(lines[end - 1]):
        end -= 1
    return end


def with_fields(old: FieldLines, new: FieldLines, kept: frozenset[str]) -> list[str]:
    """Return the lines of a question with the fields of its new version; fields in `kept` stay as they were written.

    Comments stay, too: above their field or, if that is gone, above the next one.
    """
    blocks: dict[str, list[str]] = {}
    carried: list[str] = []
    for name, lines in old.blocks.items():
        if name in kept:
            blocks[name] = [*carried, *lines]
        elif name in new.blocks:
            blocks[name] = [*carried, *_rewritten(lines, _moved(new.blocks[name], old, new))]
        else:
            carried += _comments(lines)
            continue
        carried = []
    names = list(blocks)
    before = ""
    for name in new.blocks:
        if name not in blocks:
            names.insert(names.index(before) + 1 if before else 0, name)
            blocks[name] = _moved(new.blocks[name], old, new)
        before = name
    return old.joined([*(blocks[name] for name in names), carried])


def _moved(lines: Sequence[str], to: FieldLines, from_: FieldLines) -> list[str]:
    """Lines of one question as far in as those of another."""
    margin, was = len(to.indent + to.gap), len(from_.indent + from_.gap)
    return [" " * (margin - was) + line[max(was - margin, 0) :] if line.strip() else line for line in lines]


def _rewritten(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The new lines of a field with the comments of the old ones."""
    body = [line for line in old if not _BESIDE.fullmatch(line)]
    behind = _comment_behind(body[0]) if len(body) == 1 else ""
    above = [line for line in old if _BESIDE.fullmatch(line)]
    if behind and len(new) == 1:
        return [*above, f"{new[0].rstrip()}{behind}\n"]
    margin = new[0][: len(new[0]) - len(new[0].lstrip())]
    return [*above, *([f"{margin}{behind.lstrip()}\n"] if behind else []), *new]


def _comments(lines: Sequence[str]) -> Iterator[str]:
    return (line for line in lines if _COMMENT.fullmatch(line))


def _comment_behind(line: str) -> str:
    """The comment after a value that is in one line, with the blanks before it; empty if there is none."""
    plain = line.rstrip("\n")
    try:
        ends = [token.end_mark.column for token in yaml.scan(plain) if token.end_mark.column != token.start_mark.column]
    except yaml.YAMLError:
        return ""
    rest = plain[max(ends, default=len(plain)) :]
    return rest if rest.lstrip().startswith("#") else ""


def _blocks(lines: Sequence[str], entries: Sequence[tuple[str, Entry]], end: int) -> dict[str, list[str]]:
    """The lines of each field; comments above a field are its own."""
    begins = []
    for number, (_, entry) in enumerate(entries):
        begin = entry.line - 1
        while number and _BESIDE.fullmatch(lines[begin - 1]):
            begin -= 1
        begins.append(begin)
    ends = [*begins[1:], end]
    return {name: list(lines[begin:stop]) for (name, _), begin, stop in zip(entries, begins, ends, strict=True)}
