"""The cards of the teacher's first page, one for each quiz and for each class that is under way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizengine.desk.changes import Progress, progress
from quizengine.desk.library import Entry
from quizengine.quiz.availability import Phase
from quizengine.store import Assignment, OpenTest
from quizengine.text.article import Article
from quizengine.web.app_context import app_context

_MOST_CLASSES = 24
"""The most classes under way that are shown; the page of all classes has the others."""


@dataclass(frozen=True)
class ClassCard:
    """A class under way, and how many students are in it."""

    assignment: Assignment
    joined: int
    submitted: int
    locale: str


@dataclass(frozen=True)
class QuizCard:
    """A quiz with its state, how far its review is, and the classes that take it now."""

    entry: Entry
    phase: Phase
    opens: datetime | None
    closes: datetime | None
    review: Progress
    classes: tuple[ClassCard, ...]
    tests: tuple[OpenTest, ...]
    """The open tests that keep an open quiz from all students but those with a class code."""


@dataclass(frozen=True)
class ArticleCard:
    """An article that has no questions yet."""

    title: str
    file: str


def class_cards() -> tuple[ClassCard, ...]:
    """The classes under way, the latest first."""
    here = app_context()
    open_now = [each for each in here.store.assignments.latest() if not each.closed][:_MOST_CLASSES]
    return tuple(_class_card(each) for each in open_now)


def quiz_cards(classes: tuple[ClassCard, ...]) -> tuple[QuizCard, ...]:
    """Every quiz, by title, drafts last."""
    here = app_context()
    return tuple(
        QuizCard(
            entry,
            here.phase(entry),
            *here.window(entry),
            progress(here.engine, entry),
            tuple(one for one in classes if one.assignment.entry == entry.name),
            here.withholding.tests_like(entry) if here.phase(entry) is Phase.OPEN else (),
        )
        for entry in here.entries
    )


def article_cards(articles: Iterable[Article]) -> tuple[ArticleCard, ...]:
    """The articles by their titles."""
    return tuple(ArticleCard(str(one.title or Path(one.name).stem), Path(one.name).name) for one in articles)


def _class_card(assignment: Assignment) -> ClassCard:
    here = app_context()
    attempts = here.store.assignments.attempts(assignment.code)
    handed_in = sum(one.submitted is not None for one in attempts)
    return ClassCard(assignment, len(attempts), handed_in, here.locale_of(assignment.quiz))
