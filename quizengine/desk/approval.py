"""What a teacher decides about a quiz, written into its bank file: keep a draft, add a question, take one out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from quizengine.bank import dump_bank, read_bank, with_question, without_question
from quizengine.desk.library import BANK_SUFFIXES, Entry, folder_of
from quizengine.desk.offers import Offer
from quizengine.engine import Engine
from quizengine.errors import BankError, WriteError
from quizengine.system.file_lock import FileLock
from quizengine.system.files import read_bank_bytes, reason_of, write_whole

_WHY = "seen by a teacher and kept"
_PATIENCE = 5.0
"""Seconds that an edit waits for another one."""


class OutdatedError(BankError):
    """A quiz is no longer what it was when somebody decided to change it."""


def fresh(engine: Engine, entry: Entry) -> Entry:
    """The quiz as its file is now, whatever the library has; raises BankError when that may not be changed or read."""
    return _now(engine, entry, _bank_file(engine, entry))[0]


def keep(engine: Engine, entry: Entry) -> Path:
    """Write a draft as a bank into the working folder; from then on it is a quiz that somebody has seen.

    Raises BankError where a file is in the way or there is no working folder,
    FormatError where nothing can be written.
    """
    return _changed(engine, entry, lambda data, place: data)


def add(engine: Engine, entry: Entry, offer: Offer, *, instead: bool = False) -> Path:
    """Add a question to the end of a quiz, beside or `instead` of those that it does not go well with.

    The warnings that its teacher overruled stand above it, as comments that silence them. Raises BankError as `keep`
    does, and where it can only take the place of another one and shall not.
    """
    if offer.only_instead and not instead:
        raise BankError(f"{entry.source}: “{offer.question.stem}” cannot stand beside what the quiz asks already")
    types = engine.registry.question_types
    overruled = offer.review.warnings if instead else offer.warnings
    remarks = [f"quizengine: ignore[{name}] {_WHY}" for name in dict.fromkeys(one.check for one in overruled)]

    def edited(data: bytes, place: Path) -> bytes:
        data = with_question(data, str(place), types, offer.question, remarks)
        for one in offer.beside if instead else ():
            data = without_question(data, str(place), types, one.asked.id)
        return data

    return _changed(engine, entry, edited)


def take_out(engine: Engine, entry: Entry, question_id: str) -> Path:
    """Take a question out of a quiz; the last one stays, since a quiz without questions is none."""
    if len(entry.quiz.questions) < 2:
        raise BankError(f"{entry.source}: the only question of a quiz cannot be taken out; remove the file instead")

    def edited(data: bytes, place: Path) -> bytes:
        return without_question(data, str(place), engine.registry.question_types, question_id)

    return _changed(engine, entry, edited)


def earlier(place: Path) -> Path:
    """Where a bank lies as it was before the last change."""
    return place.with_name(f"{place.name}.before")


def changeable(engine: Engine, entry: Entry) -> str:
    """Why a quiz cannot be changed here, in words; empty when it can."""
    try:
        place = _bank_file(engine, entry)
    except BankError as fault:
        return str(fault)
    return str(_in_the_way(place)) if entry.draft and place.exists() else ""


def _changed(engine: Engine, entry: Entry, edit: Callable[[bytes, Path], bytes]) -> Path:
    """Edit the bank of a quiz, and keep beside it what was in it before; a draft becomes a bank with that.

    Nobody else edits it between reading and writing. Raises OutdatedError unless the file holds what the entry does,
    and WriteError.
    """
    place = _bank_file(engine, entry)
    with alone(place):
        now, before = _now(engine, entry, place)
        if now != entry:
            raise OutdatedError(f"{place}: was changed by somebody else meanwhile")
        after = edit(before, place)
        if entry.draft or after != before:
            write_whole(place, after, earlier(place))
    return place


@contextmanager
def alone(place: Path) -> Iterator[None]:
    """Nobody else edits a bank in the same folder, in this process or another one; raises WriteError."""
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


def _now(engine: Engine, entry: Entry, place: Path) -> tuple[Entry, bytes]:
    """The entry with the quiz that its bank file holds, and the bytes of that; a draft without a file as it is."""
    if entry.draft and not place.exists():
        return entry, dump_bank(entry.quiz)
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
    """The bank file of a quiz, or where that of a draft goes; raises BankError where none may be written."""
    folder = folder_of(engine, "question_banks")
    if engine.folder is None:
        raise BankError("this is what comes with quizengine; serve a working folder of your own to change quizzes")
    if not entry.draft:
        if entry.source.parent.resolve() != folder.resolve():
            raise BankError(f"{entry.source}: this bank comes with a plugin; copy it into {folder} to change it")
        return entry.source
    return folder / f"{entry.source.stem}{BANK_SUFFIXES[0]}"


def _in_the_way(place: Path) -> BankError:
    return BankError(f"{place}: there is such a file already, and no quiz in it is on this article; rename one of them")
