"""A teacher's decisions about a question, written into the bank file of its quiz: keep, add, drop or replace it."""

from dataclasses import replace
from pathlib import Path

from quizengine.bank import (
    moved_question,
    replaced_question,
    with_article_shown,
    with_availability,
    with_question,
    without_question,
)
from quizengine.checks.key_place import places_as_keys
from quizengine.desk.changes import changed, progress
from quizengine.desk.edit_log import Done
from quizengine.desk.library import Entry
from quizengine.desk.offers import Offer
from quizengine.engine import Engine
from quizengine.errors import BankError
from quizengine.plurals import with_number
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import ArticleShown

_WHY = "seen by a teacher and kept"


def keep_draft(engine: Engine, entry: Entry, question: Question) -> Path:
    """Note that a teacher has read a question and keeps it; this writes a draft into the working folder.

    Raises BankError if a file is in the way or there is no working folder, and FormatError if the quiz cannot be
    written.
    """
    done = Done("keep", question.stem, read=(question.content_id,))
    return changed(engine, entry, lambda data, place: data, done)


def make_available(engine: Engine, entry: Entry, availability: Availability) -> Path:
    """Give a quiz another state and window.

    Raises BankError as `keep_draft` does, if a quiz without questions, or a question that nobody has read, would leave
    the state of a draft or be opened, and if a key in a quiz to be opened is the place of an option.
    """
    published = entry.draft or entry.quiz.availability.state is State.DRAFT or availability.state is State.OPEN
    told = progress(engine, entry)
    if published and availability.state is not State.DRAFT and (told.unread or not told.total):
        found = f"{told.read} of {with_number(told.total, 'question')} read" if told.total else "no questions"
        raise BankError(f"{entry.source}: found {found}, expected that all are read before students can take the quiz")
    if availability.state is State.OPEN and (wrong := tuple(places_as_keys(entry.quiz))):
        raise BankError("; ".join(f"question {number}: {words}" for number, words in wrong))
    types = engine.registry.question_types
    return changed(
        engine,
        entry,
        lambda data, place: with_availability(data, str(place), types, availability),
        Done("state", ""),
    )


def show_article(engine: Engine, entry: Entry, shown: ArticleShown) -> Path:
    """Let students find the article of a quiz in another place; raises BankError as `keep_draft` does."""
    types = engine.registry.question_types
    done = Done("article", "")
    return changed(engine, entry, lambda data, place: with_article_shown(data, str(place), types, shown), done)


def add_question(engine: Engine, entry: Entry, offer: Offer, *, instead: bool = False) -> Path:
    """Add a question to the end of a quiz, beside or `instead` of the questions that it clashes with.

    Warnings that the teacher overruled are written above it as comments that silence them. Raises BankError as
    `keep_draft` does, and if the question can only replace another one but `instead` is false.
    """
    if offer.only_instead and not instead:
        raise BankError(f"{entry.source}: “{offer.question.stem}” cannot stand beside what the quiz asks already")
    types = engine.registry.question_types
    overruled = offer.review.warnings if instead else offer.warnings
    remarks = [f"quizengine: ignore[{name}] {_WHY}" for name in dict.fromkeys(one.check for one in overruled)]
    taken = tuple(one.asked for one in offer.beside) if instead else ()

    def edited(data: bytes, place: Path) -> bytes:
        data = with_question(data, str(place), types, offer.question, remarks)
        for one in taken:
            data = without_question(data, str(place), types, one.id)
        return data

    done = Done.without("add", offer.question.stem, *taken, read=(offer.question.content_id,))
    return changed(engine, entry, edited, done)


def add_unread(engine: Engine, entry: Entry, offer: Offer) -> Path:
    """Add a question to the end of a quiz, for the teacher still to read; raises BankError as `keep_draft` does."""
    new = offer.question

    def edited(data: bytes, place: Path) -> bytes:
        return with_question(data, str(place), engine.registry.question_types, new)

    return changed(engine, entry, edited, Done("add", new.stem, unread=(new.content_id,)))


def drop(engine: Engine, entry: Entry, question: Question) -> Path:
    """Remove a question from a quiz; the last one stays, because a quiz needs at least one question."""
    if len(entry.quiz.questions) < 2:
        raise BankError(f"{entry.source}: the only question of a quiz cannot be taken out; remove the file instead")

    def edited(data: bytes, place: Path) -> bytes:
        return without_question(data, str(place), engine.registry.question_types, question.id)

    return changed(engine, entry, edited, Done.without("drop", question.stem, question))


def put_in_place(engine: Engine, entry: Entry, question: Question, offer: Offer) -> Path:
    """Replace a question by one on offer; the new one counts as unread."""
    new = offer.question
    done = Done.without("replace", question.stem, question, unread=(new.content_id,))
    return _replaced(engine, entry, question, new, done)


def edit(engine: Engine, entry: Entry, question: Question, new: Question) -> Path:
    """Replace a question by what its teacher has made of it."""
    _expect_new(entry, new, besides=question)
    done = Done("edit", question.stem, read=(new.content_id,), gone=(question.content_id,))
    return _replaced(engine, entry, question, new, done)


def write(engine: Engine, entry: Entry, new: Question, at: int | None = None) -> Path:
    """Add a question that the teacher has written at a place of the quiz, counted from 0; without one, at the end."""
    _expect_new(entry, new)

    def edited(data: bytes, place: Path) -> bytes:
        return with_question(data, str(place), engine.registry.question_types, new, at=at)

    return changed(engine, entry, edited, Done("add", new.stem, read=(new.content_id,)))


def move(engine: Engine, entry: Entry, question: Question, to: int) -> Path:
    """Move a question to another place of its quiz, counted from 0; a place beyond the ends is the end."""
    to = min(max(to, 0), len(entry.quiz.questions) - 1)

    def edited(data: bytes, place: Path) -> bytes:
        return moved_question(data, str(place), engine.registry.question_types, question.id, to)

    return changed(engine, entry, edited, Done("move", question.stem))


def copy_to(engine: Engine, entry: Entry, question: Question, other: Entry) -> Path:
    """Add a question of one quiz to the end of another one; without its evidence if that is in another article."""
    if question.evidence is not None and other.quiz.article != entry.quiz.article:
        question = replace(question, evidence=None)
    return write(engine, other, question)


def _replaced(engine: Engine, entry: Entry, question: Question, new: Question, done: Done) -> Path:
    def edited(data: bytes, place: Path) -> bytes:
        return replaced_question(data, str(place), engine.registry.question_types, question.id, new)

    return changed(engine, entry, edited, done)


def _expect_new(entry: Entry, new: Question, besides: Question | None = None) -> None:
    for number, one in enumerate(entry.quiz.questions, 1):
        if one is not besides and one.id == new.id:
            same = "the same question" if one.content_id == new.content_id else f"a question with the id {new.id}"
            raise BankError(f"the quiz has {same} already: question {number}")
