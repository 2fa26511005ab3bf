"""A bank file as a whole: its own fields, its questions one by one, and what is wrong with either."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizengine.bank.faults import explain, nearest, suggestion
from quizengine.bank.values import Entry, Fault, Number, Path, Value, described, shown, written
from quizengine.bank.yaml_tree import read_tree, refusal
from quizengine.questions import Question
from quizengine.quiz import ArticleReference, Quiz
from quizengine.records import Finding, QuestionTypes, Reading

FORMAT = "quizengine/1"
FIELDS = ("format", "title", "description", "seed", "article", "questions")
MOST_BYTES = 5_000_000
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def read_bank(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """Read a bank: its good questions as a quiz, every fault of the others as a finding with its place.

    `name` is the file's name, for messages; `types` are the question types that may stand in it. Raises BankError when
    the file cannot be read at all: not UTF-8, not YAML, not a bank of this format, or far too large.
    """
    tree = read_tree(_decoded(data, name), name)
    return _Bank(name, types, list(tree.faults)).read(tree.root)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise refusal(f"found {len(data):,} bytes, expected at most {MOST_BYTES:,}; split the bank into files", name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refusal("found UTF-16 text, expected UTF-8; save the file as UTF-8", name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8-sig")
        message = f"found the byte 0x{data[fault.start]:02x}, which is not UTF-8; save the file as UTF-8"
        raise refusal(message, name, *_line_and_column(before)) from None
    if bad := _NOT_YAML.search(text):
        message = f"found the control character U+{ord(bad[0]):04X}, expected text; remove it"
        raise refusal(message, name, *_line_and_column(text[: bad.start()]))
    return text


def _line_and_column(before: str) -> tuple[int, int]:
    lines = re.split("\r\n|[\r\n]", before)
    return len(lines), len(lines[-1]) + 1


@dataclass
class _Bank:
    """One bank while it is read."""

    name: str
    types: QuestionTypes
    faults: list[Fault]
    lines: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Of each question so far, by id: its line and its content id."""

    def read(self, root: Value | None) -> Reading:
        top = self._top(root)
        for unknown in top.keys() - set(FIELDS):
            entry = top[unknown]
            words = f"found the unknown field `{shown(unknown)}`; {suggestion(unknown, FIELDS)}"
            self.faults.append(Fault(words, (unknown,), entry.line, entry.column))
        quiz = Quiz(
            title=self._text(top, "title", required=True),
            description=self._text(top, "description"),
            seed=self._seed(top),
            article=self._article(top),
            questions=tuple(self._questions(top)),
        )
        self.faults.sort(key=lambda fault: (fault.line, fault.column))
        findings = [Finding(f.message, self.name, f.line, f.column, written(f.path)) for f in self.faults]
        return Reading(quiz, tuple(findings), {name: line for name, (line, _) in self.lines.items()})

    def _top(self, root: Value | None) -> dict[str, Entry]:
        """The fields of the file; raises BankError when this is not a bank of the format that is read here."""
        expected = f"expected a bank that begins with `format: {FORMAT}`"
        if root is None or root.content is None:
            raise refusal(f"found an empty file, {expected}", self.name)
        if not isinstance(root.content, dict):
            raise refusal(f"found {described(root)}, {expected}", self.name, root.line, root.column)
        if "format" not in root.content:
            near = next((key for key in root.content if nearest(key, ["format"])), "")
            found = f"found `{shown(near)}`" if near else "found no `format`"
            raise refusal(f"{found}, {expected}", self.name, root.line, root.column)
        given = root.content["format"].value
        if given.content != FORMAT:
            raise refusal(f"found {described(given)}, expected `{FORMAT}`", self.name, given.line, given.column)
        return root.content

    def _text(self, fields: dict[str, Entry], key: str, path: Path = (), required: bool = False) -> str:
        if key not in fields:
            if required:
                self._fault(f"found no `{key}`, expected it beside the other fields", (*path, key), fields)
            return ""
        value = fields[key].value
        if isinstance(value.content, str):
            return value.content
        if isinstance(value.content, Number):
            return value.content.written
        self.faults.append(Fault(f"found {described(value)}, expected text", (*path, key), value.line, value.column))
        return ""

    def _seed(self, top: dict[str, Entry]) -> int:
        if "seed" not in top:
            return 0
        value = top["seed"].value
        if isinstance(value.content, Number) and value.content == value.content.to_integral_value():
            return int(value.content)
        self.faults.append(
            Fault(f"found {described(value)}, expected a whole number", ("seed",), value.line, value.column)
        )
        return 0

    def _article(self, top: dict[str, Entry]) -> ArticleReference | None:
        if "article" not in top:
            return None
        value = top["article"].value
        names = ("title", "file", "sha256")
        if not isinstance(value.content, dict):
            words = f"found {described(value)}, expected the fields {', '.join(names)}"
            self.faults.append(Fault(words, ("article",), value.line, value.column))
            return None
        for unknown in value.content.keys() - set(names):
            entry = value.content[unknown]
            words = f"found the unknown field `{shown(unknown)}`; {suggestion(unknown, names)}"
            self.faults.append(Fault(words, ("article", unknown), entry.line, entry.column))
        title, file, sha256 = (self._text(value.content, key, ("article",), key == "sha256") for key in names)
        return ArticleReference(sha256, title, file) if sha256 else None

    def _questions(self, top: dict[str, Entry]) -> Iterator[Question]:
        if "questions" not in top:
            self._fault("found no `questions`, expected a list of them", ("questions",), top)
            return
        value = top["questions"].value
        if not isinstance(value.content, tuple) or not value.content:
            words = f"found {described(value)}, expected a list of questions"
            self.faults.append(Fault(words, ("questions",), value.line, value.column))
            return
        spoiled = {fault.path[1] for fault in self.faults if fault.path[:1] == ("questions",) and len(fault.path) > 1}
        for index, written_question in enumerate(value.content):
            question = self._question(written_question, ("questions", index))
            if question is not None and index not in spoiled and self._is_new(question, written_question, index):
                yield question

    def _question(self, value: Value, path: Path) -> Question | None:
        """The question, or None when something is wrong with it."""
        cls = self._class(value, path)
        if cls is None or not isinstance(value.content, dict):
            return None
        question, faults = _validated(cls, value)
        known = [fault.path for fault in self.faults if fault.path[:2] == path]
        for fault in faults:
            whole = (*path, *fault.path)
            if whole not in known:
                self.faults.append(Fault(fault.message, whole, fault.line, fault.column))
        return question

    def _class(self, value: Value, path: Path) -> type[Question] | None:
        names = tuple(self.types)
        if not isinstance(value.content, dict):
            words = f"found {described(value)}, expected a question: its type, its stem and its answer as fields"
            self.faults.append(Fault(words, path, value.line, value.column))
        elif "type" not in value.content:
            words = f"found no `type`, expected one of: {', '.join(names)}"
            self.faults.append(Fault(words, (*path, "type"), value.line, value.column))
        else:
            given = value.content["type"].value
            if isinstance(given.content, str) and given.content in self.types:
                return self.types[given.content]
            words = f"found {described(given)}"
            words += (
                f"; {suggestion(given.content, names)}"
                if isinstance(given.content, str)
                else f", expected one of: {', '.join(names)}"
            )
            self.faults.append(Fault(words, (*path, "type"), given.line, given.column))
        return None

    def _is_new(self, question: Question, value: Value, index: int) -> bool:
        first = self.lines.setdefault(question.id, (value.line, question.content_id))
        if first[0] == value.line:
            return True
        same = "the same question" if first[1] == question.content_id else f"the id `{shown(question.id)}`"
        words = f"found {same} a second time (first in line {first[0]}), expected it once"
        self.faults.append(Fault(words, ("questions", index), value.line, value.column))
        return False

    def _fault(self, message: str, path: Path, fields: dict[str, Entry]) -> None:
        first = next(iter(fields.values()), None)
        self.faults.append(Fault(message, path, first.line if first else 0, first.column if first else 0))


def _validated(cls: type[Question], value: Value) -> tuple[Question | None, Sequence[Fault]]:
    """The question that a mapping holds, or what is wrong with it."""
    from pydantic import ValidationError  # costs 0.1 s, so it is paid by those who read a bank

    from quizengine.bank.shapes import adapter, names_at

    given: Any = value.plain
    del given["type"]
    try:
        return adapter(cls).validate_python(given), ()
    except ValidationError as error:
        return None, explain(error, value, lambda path: names_at(cls, path))
    except Exception as fault:  # a plugin's question type may raise anything; the other questions go on
        words = f"the question type {cls.type} raised {type(fault).__name__}: {shown(str(fault))}"
        return None, [Fault(words, (), value.line, value.column)]
