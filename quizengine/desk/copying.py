"""Copies a quiz that comes with a plugin into the working folder, where its teacher can change it."""

from dataclasses import replace
from pathlib import Path

from quizengine.bank import dump_bank, with_availability
from quizengine.desk.imported_media import with_media_stored
from quizengine.desk.intake import take_copy
from quizengine.desk.library import Entry
from quizengine.engine import Engine
from quizengine.extensions.records import Reading
from quizengine.quiz.availability import Availability, State
from quizengine.system.files import read_bank_bytes

_READY = Availability(State.READY)


def copy_quiz(engine: Engine, entry: Entry) -> Path:
    """Write a copy of a quiz, hidden from students, with its images and recordings; raises BankError and WriteError.

    Without such files it is the bank as its author wrote it, comments included.
    """
    files = {medium.file for question in entry.quiz.questions for medium in question.media}
    if files:
        source = engine.media_of(entry.source)
        media = {file: data for file in sorted(files) if (data := source.content(file)) is not None}
        quiz = with_media_stored(Reading(entry.quiz, media=media), engine.folder, entry.source.name).quiz
        data = dump_bank(replace(quiz, availability=_READY))
    else:
        types = engine.registry.question_types
        data = with_availability(read_bank_bytes(entry.source), str(entry.source), types, _READY)
    return take_copy(engine, entry.quiz.title, data)
