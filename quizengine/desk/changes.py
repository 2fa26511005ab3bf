"""Changes of bank files: one at a time, only to the version that the teacher has seen, each logged for undo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from quizengine.bank import dump_bank, read_bank
from quizengine.desk.edit_log import Done, Edit, EditLog, note, read_log, settle
from quizengine.desk.library import BANK_SUFFIXES, Entry, folder_of
from quizengine.engine import Engine
from quizengine.errors import BankError, WriteError
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.questions import Question
from quizengine.system.file_lock import FileLock
from quizengine.system.files import read_bank_bytes, reason_of, write_whole

_PATIENCE = 5.0
"""Seconds that an edit waits for another one."""


class OutdatedError(BankError):
    """The quiz has changed since somebody decided to change it."""


@dataclass(frozen=True)
class Progress:
    """The progress of a review."""

    total: int
    unread: frozenset[str]
    """The content ids of the questions that nobody has read."""
    log: EditLog

    @property
    def read(self) -> int:
        """The number of questions that somebody has read."""
        return self.total - len(self.unread)

    def is_unread(self, question: Question) -> bool:
        """Return whether nobody has read this question."""
        return question.content_id in self.unread


def progress(engine: Engine, entry: Entry) -> Progress:
    """Return the progress of the review of a quiz.

    A quiz that comes with a plugin counts as read by its author. So does one in the folder that nobody has edited here,
    except for the questions that a generator made; if its file says that it is ready, open or closed, somebody has
    approved it by hand, and it counts as read altogether.
    """
    ids = frozenset(question.content_id for question in entry.quiz.questions)
    try:
        place = _bank_file(engine, entry)
        data = place.read_bytes()
    except (BankError, OSError):
        return Progress(len(ids), ids if entry.draft else frozenset(), EditLog())
    log = read_log(place, data)
    unread = log.unread if log.edits and not entry.draft else frozenset(_unread_at_first(entry))
    return Progress(len(ids), ids & unread, log)


def fresh(engine: Engine, entry: Entry) -> Entry:
    """Return the quiz as its file is now, whatever the library has; raises BankError if that is impossible."""
    return _now(engine, entry, _bank_file(engine, entry))[0]


def changed(engine: Engine, entry: Entry, edit: Callable[[bytes, Path], bytes], done: Done) -> Path:
    """Edit the bank of a quiz and keep its previous version beside it; a draft becomes a bank.

    Nobody else can edit it between reading and writing. Raises OutdatedError if the file is not the one that the entry
    was read from, and WriteError.
    """
    place = _bank_file(engine, entry)
    with alone(place):
        now, before = _now(engine, entry, place)
        if now != entry:
            raise OutdatedError(f"{place}: was changed by somebody else meanwhile")
        after = edit(before, place)
        original = None if entry.draft else before
        log = read_log(place, original)
        settle(place, log)
        if entry.draft or not log.edits:
            done = replace(done, unread=(*_unread_at_first(entry), *done.unread))
        note(place, Edit.between(done, original, after))
        if entry.draft or after != before:
            write_whole(place, after, earlier(place))
    return place


def undo(engine: Engine, entry: Entry, number: int) -> Done:
    """Undo the last edit of a quiz, the one with this number in its log, counted from 1; returns what it did.

    The bank is then the same as before, byte for byte; if the first edit of a draft is undone, it is a draft again.
    Raises OutdatedError if another edit is now the last one, BankError if another program changed the file, and
    WriteError.
    """
    place = _bank_file(engine, entry)
    with alone(place):
        data = read_bank_bytes(place)
        log = read_log(place, data)
        if not log.edits or len(log.edits) != number:
            raise OutdatedError(f"{place}: was changed by somebody else meanwhile")
        last = log.edits[-1]
        before = last.undone(data)
        settle(place, log)
        if before is None:
            _remove(place)
        elif before != data:
            write_whole(place, before, earlier(place))
        note(place, None)
        return last.done


def earlier(place: Path) -> Path:
    """Return the place of the version of a bank before the last change."""
    return place.with_name(f"{place.name}.before")


def changeable(engine: Engine, entry: Entry) -> str:
    """Return why a quiz cannot be changed here, in words; empty if it can."""
    try:
        place = _bank_file(engine, entry)
    except BankError as fault:
        return str(fault)
    return str(_in_the_way(place)) if entry.draft and place.exists() else ""


def comes_with_plugin(engine: Engine, entry: Entry) -> bool:
    """Return whether a quiz cannot be changed because it is in a plugin and not in the working folder."""
    if engine.folder is None or entry.draft:
        return False
    return entry.source.parent.resolve() != folder_of(engine, "question_banks").resolve()


@contextmanager
def alone(place: Path) -> Iterator[None]:
    """Keep everybody else from editing a bank in the same folder, in any process; raises WriteError."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(place.with_name(".lock"), _PATIENCE)
    except OSError as fault:
        raise WriteError(f"{place}: cannot be written: {reason_of(fault)}") from None
    try:
        try:
            lock.__enter__()
        except TimeoutError as fault:
            raise WriteError(str(fault)) from None
        except OSError as fault:
            raise WriteError(f"{place}: cannot be locked: {reason_of(fault)}") from None
        try:
            yield
        finally:
            lock.__exit__()
    finally:
        lock.close()


def _unread_at_first(entry: Entry) -> tuple[str, ...]:
    """The content ids of the questions of a quiz that count as unread before it is first edited here."""
    questions = entry.quiz.questions
    if entry.draft:
        return tuple(one.content_id for one in questions)
    if entry.quiz.availability.state not in (None, State.DRAFT):
        return ()
    return tuple(one.content_id for one in questions if one.origin and one.evidence)


def _remove(place: Path) -> None:
    """Remove a bank that its first edit created; its content is kept beside its place."""
    try:
        place.replace(earlier(place))
    except OSError as fault:
        raise WriteError(f"{place}: cannot be removed: {reason_of(fault)}") from None


def _now(engine: Engine, entry: Entry, place: Path) -> tuple[Entry, bytes]:
    """The entry with the quiz in its bank file, and the bytes of the file; a draft without a file stays as it is."""
    if entry.draft and not place.exists():
        return entry, dump_bank(replace(entry.quiz, availability=Availability(State.DRAFT)))
    data = read_bank_bytes(place)
    try:
        quiz = read_bank(data, str(place), engine.registry.question_types).quiz
    except BankError:
        if not entry.draft:
            raise
        raise _in_the_way(place) from None
    if entry.draft and quiz.article != entry.quiz.article:
        raise _in_the_way(place)
    return replace(entry, quiz=quiz, source=place, draft=False), data


def _bank_file(engine: Engine, entry: Entry) -> Path:
    """The bank file of a quiz, or the place for that of a draft; raises BankError if none may be written."""
    folder = folder_of(engine, "question_banks")
    if engine.folder is None:
        raise BankError("this is what comes with quizengine; serve a working folder of your own to change quizzes")
    if not entry.draft:
        if comes_with_plugin(engine, entry):
            raise BankError(f"{entry.source}: this bank comes with a plugin; copy it into {folder} to change it")
        return entry.source
    return folder / f"{entry.source.stem}{BANK_SUFFIXES[0]}"


def _in_the_way(place: Path) -> BankError:
    return BankError(f"{place}: there is such a file already, and no quiz in it is on this article; rename one of them")
