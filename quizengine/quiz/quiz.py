"""A quiz: questions in order; what of it a student may see, in which order of options, is its sheet."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

from quizengine.language.truth_words import truth_words
from quizengine.quiz.availability import Availability
from quizengine.quiz.markup import PLAIN, Markup
from quizengine.quiz.parts import ENGLISH, Choice, Gap, Part
from quizengine.quiz.questions import Question
from quizengine.quiz.shuffling import Shuffle


@dataclass(frozen=True)
class ArticleReference:
    """The article of a quiz's evidence: its title, its file, and the hash of its text."""

    sha256: str
    title: str = ""
    file: str = ""


ArticleShown = Literal["hidden", "page", "beside", "before"]
"""The place of the article for students: nowhere, on its own page, beside each question, or before the first."""


@dataclass(frozen=True)
class Quiz:
    """Questions in the order in which they are asked."""

    title: str
    questions: tuple[Question, ...]
    article: ArticleReference | None = None
    seed: int = 0
    description: str = ""
    """A sentence or two for whoever chooses a quiz: what it is about, who made it, under which licence."""
    locale: str = ENGLISH
    """The locale in which its students write numbers. In a German quiz, 1.080 is 1080."""
    markup: Markup = PLAIN
    """The markup that its file sets for all questions; each question knows its own."""
    availability: Availability = field(default=Availability())
    """The times at which students may take it. Attempts keep their quiz without it."""
    article_shown: ArticleShown = "page"
    """The place where students who may read the article find it."""

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits that change when the title, the seed, the locale or any question changes."""
        parts = [self.title, str(self.seed), *(f"{q.id}/{q.content_id}" for q in self.questions)]
        parts += [self.locale] if self.locale != ENGLISH else []
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class SheetQuestion:
    """One question as a student sees it: no key, no evidence, no rationale."""

    id: str
    number: int
    """Counted from 1."""
    parts: tuple[Part, ...]
    markup: Markup = PLAIN
    """The markup of the texts of its parts."""


def sheet(quiz: Quiz, shuffle: Shuffle) -> tuple[SheetQuestion, ...]:
    """Return what a student sees of a quiz, in the orders that a shuffle gives."""
    return tuple(sheet_question(quiz, number, shuffle) for number in range(1, len(quiz.questions) + 1))


def sheet_question(quiz: Quiz, number: int, shuffle: Shuffle) -> SheetQuestion:
    """The question with this number, from 1, as a student sees it; no other question changes its order."""
    question = quiz.questions[number - 1]
    parts = question.parts(shuffle.randomness(number, question.stem, quiz.seed))
    return SheetQuestion(question.id, number, _in_locale(parts, quiz.locale), question.markup)


def _in_locale(parts: tuple[Part, ...], locale: str) -> tuple[Part, ...]:
    """The parts with gaps that are read as the locale writes numbers, and with True and False in its language."""
    return tuple(_part_in_locale(part, locale) for part in parts)


def _part_in_locale(part: Part, locale: str) -> Part:
    if isinstance(part, Gap):
        return replace(part, locale=locale)
    if isinstance(part, Choice) and {option.id for option in part.options} == {"true", "false"}:
        words = truth_words(locale)
        return replace(part, options=tuple(replace(option, text=words[option.id]) for option in part.options))
    return part
