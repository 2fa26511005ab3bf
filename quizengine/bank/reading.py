"""Reads a whole bank file: its own fields, its questions one by one, and the faults of both."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import Literal

from quizengine.bank.decoding import decode_bank, unreadable_bank
from quizengine.bank.faults import place
from quizengine.bank.fields import validated
from quizengine.bank.marked_up import markup_faults
from quizengine.bank.names import nearest_name, suggestion
from quizengine.bank.values import Entry, Fault, Path, Value, clip, describe_value, path_text
from quizengine.bank.yaml_tree import read_tree
from quizengine.extensions.records import Finding, QuestionTypes, Reading
from quizengine.language.numbers.locales import is_locale_name, nearest_locale
from quizengine.quiz.availability import EXAMPLE, Availability, State, is_moment
from quizengine.quiz.markup import PLAIN, Markup, Medium
from quizengine.quiz.parts import ENGLISH
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import ArticleReference, ArticleShown, Quiz

FORMAT = "quizengine/1"
_AROUND = ("format", "questions")


def _unasked(medium: Medium) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The fields of a bank file apart from its format and its questions."""

    title: str
    description: str = ""
    seed: int = 0
    locale: str = ENGLISH
    markup: Markup = PLAIN
    article: ArticleReference | None = None
    article_shown: ArticleShown = "page"
    state: Literal["draft", "ready", "open", "closed"] | None = None
    open_from: str = ""
    open_until: str = ""

    @property
    def availability(self) -> Availability:
        """The times at which students may take the quiz."""
        return Availability(State(self.state) if self.state else None, self.open_from, self.open_until)


def read_bank(data: bytes, name: str, types: QuestionTypes, missing: Callable[[Medium], str] = _unasked) -> Reading:
    """Read a bank: its valid questions as a quiz, and every fault of the others as a finding with its place.

    `name` is the file's name, for messages; `types` are the allowed question types. `missing` says what is wrong with
    the file of an image or a recording; by default files are not checked. Raises BankError if the file cannot be read
    at all: not UTF-8, not YAML, not a bank of this format, or far too large.
    """
    tree = read_tree(decode_bank(data, name), name)
    top = _top(tree.root, name)
    bank = _Bank(types, tree.faults, missing)
    head = bank.head(Value({key: top[key] for key in top if key not in _AROUND}, 1, 1))
    bank.markup = head.markup
    questions = tuple(bank.questions(top, may_be_empty=head.availability.state is State.DRAFT))
    quiz = Quiz(
        head.title,
        questions,
        head.article,
        head.seed,
        head.description,
        head.locale,
        head.markup,
        head.availability,
        head.article_shown,
    )
    ordered = sorted(bank.faults, key=lambda fault: (fault.line, fault.column))
    findings = tuple(Finding(f.message, name, f.line, f.column, path_text(f.path)) for f in ordered)
    return Reading(quiz, findings, {question.id: bank.first[question.id][0].line for question in questions})


def _top(root: Value | None, name: str) -> dict[str, Entry]:
    """Return the fields of the file; raises BankError if it is not a bank of this format."""
    expected = f"expected a bank that begins with `format: {FORMAT}`"
    if root is None or root.content is None:
        raise unreadable_bank(f"found an empty file, {expected}", name)
    if not isinstance(root.content, dict):
        raise unreadable_bank(f"found {describe_value(root)}, {expected}", name, root.line, root.column)
    if "format" not in root.content:
        near = next((key for key in root.content if nearest_name(key, ["format"])), "")
        found = f"found `{clip(near)}`" if near else "found no `format`"
        raise unreadable_bank(f"{found}, {expected}", name, root.line, root.column)
    given = root.content["format"].value
    if given.content != FORMAT:
        raise unreadable_bank(f"found {describe_value(given)}, expected `{FORMAT}`", name, given.line, given.column)
    return root.content


@dataclass
class _Bank:
    """A bank while it is being read; `faults` grows."""

    types: QuestionTypes
    unread: Sequence[Fault]
    """Faults found before any value was examined; nothing more is reported about the same places."""
    missing: Callable[[Medium], str]
    markup: Markup = PLAIN
    """The markup of questions that do not name their own."""
    faults: list[Fault] = field(default_factory=list)
    first: dict[str, tuple[Value, Question]] = field(default_factory=dict)
    """The questions so far by id, each with its place."""

    def __post_init__(self) -> None:
        self.faults += self.unread
        self.known = {fault.path for fault in self.unread}
        self.spoiled = {fault.path[:2] for fault in self.unread}

    def head(self, value: Value) -> Head:
        """The file's own fields; faulty ones have their default, and a missing title is empty."""
        head, faults = validated(Head, value, (), _AROUND)
        self._tell(*faults)
        if head is None and isinstance(value.content, dict):
            faulty = {fault.path[0] for fault in faults}
            good = {name: entry for name, entry in value.content.items() if name not in faulty}
            title = {} if "title" in good else {"title": Entry(Value("", 1, 1), 1, 1)}
            head, _ = validated(Head, replace(value, content=title | good), ())
        head = head if isinstance(head, Head) else Head(title="")
        if any(fault.path[:1] == ("state",) for fault in self.faults):
            head = replace(head, state="ready")  # what was meant is unknown, so nobody may take it
        head = self._with_sound_window(head, value)
        if is_locale_name(head.locale):
            return head
        self._fault(_no_locale(head.locale), ("locale",), place(value, ("locale",)))
        return replace(head, locale=ENGLISH)

    def _with_sound_window(self, head: Head, value: Value) -> Head:
        """The fields with a window that can be kept to; where there is none, nobody may take the quiz."""
        hidden = replace(head, state="ready", open_from="", open_until="")
        for name in ("open_from", "open_until"):
            found = getattr(head, name)
            if found and not is_moment(found):
                words = f"found `{clip(found)}`, expected a day, or a day and a time, such as {EXAMPLE}"
                self._fault(words, (name,), place(value, (name,)))
                return hidden
        opens, closes = head.availability.window(UTC)
        if opens and closes and opens >= closes:
            words = "found the end of the window before its beginning, expected it after `open_from`"
            self._fault(words, ("open_until",), place(value, ("open_until",)))
            return hidden
        faulty = {fault.path[0] for fault in self.faults if fault.path}
        return hidden if faulty & {"open_from", "open_until"} else head

    def questions(self, top: dict[str, Entry], *, may_be_empty: bool = False) -> Iterator[Question]:
        """The valid questions, each once."""
        entry = top.get("questions")
        if entry is None:
            self._tell(Fault("found no `questions`, expected a list of them", ("questions",), 1, 1))
            return
        listed = entry.value.content
        if listed == () and may_be_empty:
            return
        if not isinstance(listed, tuple) or not listed:
            self._fault(
                f"found {describe_value(entry.value)}, expected a list of questions", ("questions",), entry.value
            )
            return
        for index, value in enumerate(listed):
            path = ("questions", index)
            question = self._question(value, path)
            if question is not None and path not in self.spoiled and self._is_new(question, value, path):
                yield question

    def _question(self, value: Value, path: Path) -> Question | None:
        cls = self._class(value, path)
        if cls is None or not isinstance(value.content, dict):
            return None
        fields = {name: entry for name, entry in value.content.items() if name != "type"}
        if self.markup != PLAIN:
            fields.setdefault("markup", Entry(Value(self.markup, value.line, value.column), value.line, value.column))
        given = replace(value, content=fields)
        question, faults = validated(cls, given, path)
        faults = markup_faults(cls, given, path, self.missing) or faults
        self._tell(*faults)
        return question if isinstance(question, Question) and not faults else None

    def _class(self, value: Value, path: Path) -> type[Question] | None:
        names = tuple(self.types)
        listed = f"expected one of: {', '.join(names)}"
        if not isinstance(value.content, dict):
            words = f"found {describe_value(value)}, expected a question: its type, its stem and its answer as fields"
            self._fault(words, path, value)
            return None
        path = (*path, "type")
        if "type" not in value.content:
            if path[:2] not in self.spoiled:  # it may stand in what was not read
                self._fault(f"found no `type`, {listed}", path, value)
            return None
        given = value.content["type"].value
        if not isinstance(given.content, str):
            self._fault(f"found {describe_value(given)}, {listed}", path, given)
        elif given.content not in self.types:
            self._fault(f"found {describe_value(given)}; {suggestion(given.content, names)}", path, given)
        else:
            return self.types[given.content]
        return None

    def _is_new(self, question: Question, value: Value, path: Path) -> bool:
        first, other = self.first.setdefault(question.id, (value, question))
        if first is value:
            return True
        same = "the same question" if other.content_id == question.content_id else f"the id `{clip(question.id)}`"
        self._fault(f"found {same} a second time (first in line {first.line}), expected it once", path, value)
        return False

    def _fault(self, message: str, path: Path, value: Value) -> None:
        self._tell(Fault(message, path, value.line, value.column))

    def _tell(self, *faults: Fault) -> None:
        self.faults += [fault for fault in faults if fault.path not in self.known]


def _no_locale(found: str) -> str:
    near = nearest_locale(found)
    meant = f"did you mean `{near}`?" if near else "expected one as browsers name it, such as `de`, `fr` or `pt-BR`"
    return f"found the locale `{clip(found)}`, which nobody knows; {meant}"
