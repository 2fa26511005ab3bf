"""What a teacher decides about a quiz, written into its bank file: keep a draft, add a question, take one out."""

from collections.abc import Callable
from pathlib import Path

from quizengine.bank import dump_bank, with_question, without_question
from quizengine.errors import BankError
from quizengine.files import read_bank_bytes, write_whole
from quizengine.library import BANK_SUFFIXES, Entry, folder_of
from quizengine.offers import Offer
from quizengine.startup import Engine

_WHY = "seen by a teacher and kept"


def keep(engine: Engine, entry: Entry) -> Path:
    """Write a draft as a bank into the working folder; from then on it is a quiz that somebody has seen.

    Raises BankError where a file is in the way or there is no working folder,
    FormatError where nothing can be written.
    """
    place = _place_of(engine, entry)
    if entry.draft:
        write_whole(place, dump_bank(entry.quiz))
    return place


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
        _place_of(engine, entry)
    except BankError as fault:
        return str(fault)
    return ""


def _changed(engine: Engine, entry: Entry, edit: Callable[[bytes, Path], bytes]) -> Path:
    """Edit the bank of a quiz as it is in the file now, and keep that beside it; a draft becomes a bank with that."""
    place = _place_of(engine, entry)
    before = dump_bank(entry.quiz) if entry.draft else read_bank_bytes(place)
    after = edit(before, place)
    if not entry.draft:
        write_whole(earlier(place), before)
    write_whole(place, after)
    return place


def _place_of(engine: Engine, entry: Entry) -> Path:
    """The bank file of a quiz, or where that of a draft goes; raises BankError where none may be written."""
    folder = folder_of(engine, "question_banks")
    if engine.folder is None:
        raise BankError("this is what comes with quizengine; serve a working folder of your own to change quizzes")
    if not entry.draft:
        if entry.source.parent.resolve() != folder.resolve():
            raise BankError(f"{entry.source}: this bank comes with a plugin; copy it into {folder} to change it")
        return entry.source
    place = folder / f"{entry.source.stem}{BANK_SUFFIXES[0]}"
    if place.exists():
        raise BankError(
            f"{place}: there is such a file already, and no quiz in it is on this article; rename one of them"
        )
    return place
