"""A log of edits beside a bank: it serves undo, and it tells which questions nobody has read yet.

The log of `question_banks/rivers.yaml` is `question_banks/.edits/rivers.yaml.jsonl`. Each line is one edit, with the
text before and after it and the hashes of the whole file, or a note that the last edit was undone.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from quizengine.errors import BankError, WriteError
from quizengine.quiz.questions import Question
from quizengine.system.files import reason_of

Act = Literal["keep", "drop", "replace", "edit", "add", "move", "state", "article", "begin"]
"""The act on a question (it was read and kept, taken out, replaced by another one and so on), or on the state."""

_UNDONE = {"undo": True}


@dataclass(frozen=True)
class Done:
    """A teacher's decision about a question."""

    act: Act
    stem: str
    """The stem of the question as it was before."""
    read: tuple[str, ...] = ()
    """The content ids of questions that the teacher has read with it."""
    unread: tuple[str, ...] = ()
    """The content ids of new questions that nobody has read."""
    gone: tuple[str, ...] = ()
    """The content ids of questions that are no longer wanted."""
    rejected: tuple[tuple[int, int], ...] = ()
    """The stretches of the article that prove the keys of those: start and end, the end exclusive."""

    @classmethod
    def without(cls, act: Act, stem: str, *taken: Question, **rest: tuple[str, ...]) -> "Done":
        """A decision that takes questions out of a quiz."""
        places = tuple((one.evidence.start, one.evidence.end) for one in taken if one.evidence)
        return cls(act, stem, gone=tuple(one.content_id for one in taken), rejected=places, **rest)


@dataclass(frozen=True)
class Edit:
    """One edit of a bank's text: at one place, some characters were replaced by others."""

    done: Done
    before: str
    """The hash of the bytes before; empty if there was no file."""
    after: str
    at: int
    taken: str
    put: str

    @classmethod
    def between(cls, done: Done, before: bytes | None, after: bytes) -> "Edit":
        """The edit that leads from the bytes of a bank, None for no file, to others."""
        old, new = _text(before or b""), _text(after)
        at = _alike(old, new)
        same = _alike(old[at:][::-1], new[at:][::-1])
        return cls(done, digest(before), digest(after), at, old[at : len(old) - same], new[at : len(new) - same])

    def undone(self, data: bytes) -> bytes | None:
        """Return the bytes of the bank before the edit; None if there was no file.

        Raises BankError if the bytes are not those that the edit left.
        """
        if digest(data) != self.after:
            raise BankError("the file was changed in another program since, so this edit can no longer be undone")
        text = _text(data)
        before = f"{text[: self.at]}{self.taken}{text[self.at + len(self.put) :]}".encode(errors="surrogateescape")
        return before if self.before else None


@dataclass(frozen=True)
class EditLog:
    """The edits of a bank that have not been undone, the oldest first."""

    edits: tuple[Edit, ...] = ()
    has_unmade_edit: bool = False
    """True if one more edit was logged after these and never made."""

    @property
    def unread(self) -> frozenset[str]:
        """The content ids of the questions that came in and that nobody has read since."""
        unread: set[str] = set()
        for edit in self.edits:
            unread |= set(edit.done.unread)
            unread -= {*edit.done.read, *edit.done.gone}
        return frozenset(unread)

    @property
    def gone(self) -> frozenset[str]:
        """The content ids of the questions that were dropped or replaced."""
        return frozenset(one for edit in self.edits for one in edit.done.gone)

    def is_rejected(self, question: Question) -> bool:
        """Return whether a question is one that was dropped or replaced, or rests on the same words of the article."""
        place = question.evidence
        rejected = (each for edit in self.edits for each in edit.done.rejected)
        return question.content_id in self.gone or bool(
            place and any(start < place.end and place.start < end for start, end in rejected)
        )


def digest(data: bytes | None) -> str:
    """The hash by which the log knows the bytes of a bank; empty for no file."""
    return "" if data is None else sha256(data).hexdigest()


def log_of(bank: Path) -> Path:
    """Return the place of the log of a bank."""
    return bank.parent / ".edits" / f"{bank.name}.jsonl"


def read_log(bank: Path, data: bytes | None) -> EditLog:
    """Read the log of a bank that has these bytes; empty if there is none. Damaged lines are skipped.

    An edit is logged before the bank is changed. If the bank is still as it was before the last edit, that edit never
    happened.
    """
    edits: list[Edit] = []
    for record in _records(log_of(bank)):
        if record == _UNDONE:
            del edits[-1:]
        elif (edit := _edit(record)) is not None:
            edits = [*edits, edit] if edit.before else [edit]
    never_happened = bool(edits) and edits[-1].before != edits[-1].after and digest(data) == edits[-1].before
    return EditLog(tuple(edits[:-1] if never_happened else edits), never_happened)


def versions_of(bank: Path, content_id: str) -> frozenset[str]:
    """The content ids that a question has had, by the edits in the log of its bank: also by those that were undone."""
    pairs = [
        {*edit.done.gone, *edit.done.read}
        for record in _records(log_of(bank))
        if (edit := _edit(record)) is not None and edit.done.act == "edit"
    ]
    found = {content_id}
    while more := {one for pair in pairs if pair & found for one in pair} - found:
        found |= more
    return frozenset(found)


def settle(bank: Path, log: EditLog) -> None:
    """Log an edit that was never made as undone, lest the next one be mistaken for it; raises WriteError."""
    if log.has_unmade_edit:
        note(bank, None)


def note(bank: Path, edit: Edit | None) -> None:
    """Log an edit that is about to be made, or None for one that has been undone; raises WriteError."""
    place = log_of(bank)
    line = json.dumps(asdict(edit) if edit else _UNDONE).encode() + b"\n"
    try:
        place.parent.mkdir(exist_ok=True)
        opened = os.open(place, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            size = os.fstat(opened).st_size
            whole = not size or os.pread(opened, 1, size - 1) == b"\n"
            os.write(opened, line if whole else b"\n" + line)
            os.fsync(opened)
        finally:
            os.close(opened)
    except OSError as fault:
        raise WriteError(f"{place}: cannot be written: {reason_of(fault)}") from None


def _records(place: Path) -> Iterator[Any]:
    try:
        lines = place.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:  # the machine went down while it was written
            continue


def _edit(record: Any) -> Edit | None:
    try:
        done = record.pop("done")
        done |= {name: tuple(done[name]) for name in ("read", "unread", "gone")}
        done["rejected"] = tuple((start, end) for start, end in done.get("rejected", ()))
        return Edit(Done(**done), **record)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with that are the same."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")
