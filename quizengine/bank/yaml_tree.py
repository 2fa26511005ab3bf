"""Turns YAML text into values with their places, within limits that no bank needs to exceed.

PyYAML's event stream is read one event at a time, and the values are built here without recursion. PyYAML's own loaders
are not used: they crash the process on deeply nested brackets, expand aliases without limit, read `no` as false and
`010` as eight, and keep the last of two equal keys.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from quizengine.bank.decoding import unreadable_bank
from quizengine.bank.values import Entry, Fault, Path, Value, clip, unquoted
from quizengine.bank.yaml_events import LOADER, parse_events
from quizengine.errors import BankError

MOST_DEPTH = 30
MOST_VALUES = 200_000
MOST_CHARACTERS = 100_000
"""The length limit of a text."""
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_COMMENT = re.compile(r"[ \t]*(#[^\s#].*)")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Tree:
    """The root value of a file, None if it is empty, with the faults found on the way."""

    root: Value | None
    faults: tuple[Fault, ...]


def read_tree(text: str, name: str, loader: type[Any] = LOADER) -> Tree:
    """Build the values of a YAML text; raises BankError if it is not YAML, or is far larger than any bank.

    `loader` is any of PyYAML's; only its parser is used.
    """
    builder = _Builder(name, _LINE_BREAK.split(text))
    for event in parse_events(text, name, loader):
        builder.take(event)
    return Tree(builder.root, tuple(builder.faults))


@dataclass
class _Open:
    """A list or mapping whose end has not been reached."""

    event: yaml.CollectionStartEvent
    path: Path
    values: list[Value] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: yaml.Event | None = None
    skips: bool = False
    """True if the value under `key` has no name to be kept by."""
    size: int = 1
    depth: int = 1
    faults: int = 0
    """The number of faults before it."""


class _Builder:
    """Takes events one by one; faults that do not stop the reading go to `faults`."""

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self.name = name
        self.lines = lines
        self.root: Value | None = None
        self.faults: list[Fault] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, Value | None] = {}
        """The values that aliases may repeat, by anchor; None if something in one is wrong."""
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._take_scalar(event)
            case yaml.CollectionStartEvent():
                self._start(event)
            case yaml.CollectionEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._take_alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._refusal("found a second document after `---`, expected one bank in one file", event)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        if event.style == '"' and _HALF.search(event.value):  # libyaml refuses these by itself
            raise self._refusal("found half a character (from \\ud800 to \\udfff), expected whole ones", event)
        if self._wants_key():
            self._take_key(event)
            return
        before = len(self.faults)
        self._check_tag(event)
        if len(event.value) > MOST_CHARACTERS:
            words = f"found a text of {len(event.value):,} characters, expected at most {MOST_CHARACTERS:,}"
            self._fault(words, event)
        text = event.value[:MOST_CHARACTERS]
        content = text if event.style else unquoted(text)
        if content is None or (isinstance(content, str) and not event.style):
            self._check_comment(event)
        self._add(Value(content, *_place(event)), event, len(self.faults) == before)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= MOST_DEPTH:
            raise self._too_deep(event)
        before = len(self.faults)
        if self._wants_key():
            self._skip_key(event, "found brackets where a field's name is expected; put the text in quotation marks")
        else:
            self._check_tag(event)
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        self._open.append(_Open(event, self._path(), faults=before))

    def _end(self) -> None:
        done = self._open.pop()
        content = done.entries if isinstance(done.event, yaml.MappingStartEvent) else tuple(done.values)
        value = Value(content, *_place(done.event), size=done.size, depth=done.depth)
        if self._open and self._open[-1].key is done.event:
            return  # brackets in the place of a name: the value that follows is skipped, too
        self._add(value, done.event, len(self.faults) == done.faults)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        anchor = event.anchor or ""
        if self._wants_key():
            self._skip_key(event, f"found `*{clip(anchor)}` where a field's name is expected")
            return
        known = self._anchors.get(anchor)
        if known is None:
            what = "something that is wrong" if anchor in self._anchors else "nothing above it"
            words = f"found `*{clip(anchor)}`, which repeats {what}; a text that begins with * needs quotation marks"
            self._fault(words, event)
            known = Value(None, 0, 0)
        if len(self._open) + known.depth > MOST_DEPTH:
            raise self._too_deep(event)
        line, column = _place(event)
        self._add(replace(known, line=line, column=column), event)

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        owner = self._open[-1]
        first = owner.entries.get(event.value)
        if event.value == "<<" and not event.style:
            self._skip_key(event, "found a merge key (`<<`), expected every field written out")
        elif first is not None:
            self._skip_key(
                event, f"found the field `{clip(event.value)}` a second time (first in line {first.line}); keep one"
            )
        else:
            owner.key = event
            self._check_tag(event)

    def _skip_key(self, event: yaml.Event, message: str) -> None:
        self._open[-1].key, self._open[-1].skips = event, True
        self._fault(message, event)

    def _add(self, value: Value, event: yaml.NodeEvent, sound: bool = True) -> None:
        self._values += value.size if isinstance(event, yaml.AliasEvent) else 1
        if self._values > MOST_VALUES:
            raise self._refusal(f"found more than {MOST_VALUES:,} values, expected a bank; split it into files", event)
        if not isinstance(event, yaml.AliasEvent) and event.anchor:
            self._anchors[event.anchor] = value if sound else None
        if not self._open:
            self.root = value
            return
        owner = self._open[-1]
        owner.size += value.size
        owner.depth = max(owner.depth, value.depth + 1)
        if isinstance(owner.event, yaml.SequenceStartEvent):
            owner.values.append(value)
            return
        if isinstance(owner.key, yaml.ScalarEvent) and not owner.skips:
            owner.entries[owner.key.value] = Entry(value, *_place(owner.key))
        owner.key, owner.skips = None, False

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].event, yaml.MappingStartEvent) and not self._open[-1].key

    def _path(self) -> Path:
        if not self._open:
            return ()
        owner = self._open[-1]
        if isinstance(owner.event, yaml.SequenceStartEvent):
            return (*owner.path, len(owner.values))
        return (*owner.path, owner.key.value) if isinstance(owner.key, yaml.ScalarEvent) else owner.path

    def _check_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(
                f"found the tag `{clip(tag)}`, expected none; a text that begins with ! needs quotation marks", event
            )

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        """Report a text that YAML cuts at a # which looks like a part of it: `What is room #4?`."""
        end = event.end_mark
        cut = _COMMENT.match(self.lines[end.line], end.column) if end and end.line < len(self.lines) else None
        if cut:
            self._fault(
                f"found `{clip(cut[1])}`, which YAML leaves out as a comment; put the whole text in quotation marks, "
                "or a space after the # if it is a comment",
                event,
            )

    def _fault(self, message: str, event: yaml.Event) -> None:
        self.faults.append(Fault(message, self._path(), *_place(event)))

    def _too_deep(self, event: yaml.Event) -> BankError:
        words = f"found values nested more than {MOST_DEPTH} deep, expected a bank; are all brackets closed?"
        return self._refusal(words, event)

    def _refusal(self, message: str, event: yaml.Event) -> BankError:
        return unreadable_bank(message, self.name, *_place(event))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
