"""A quiz: questions in order, with the seed that shuffles them; what of it a student may see is its sheet."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from random import Random

from quizengine.cueing import cue_each_other
from quizengine.parts import Part
from quizengine.questions import Question


@dataclass(frozen=True)
class ArticleReference:
    """Which article the evidence of a quiz points into: its title, where its file lies, and the hash of its text."""

    sha256: str
    title: str = ""
    file: str = ""


@dataclass(frozen=True)
class Quiz:
    """Questions in the order in which they are asked."""

    title: str
    questions: tuple[Question, ...]
    article: ArticleReference | None = None
    seed: int = 0
    description: str = ""
    """A sentence or two for whoever chooses a quiz: what it is about, who made it, under which licence."""

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits that change when the title, the seed or any question changes."""
        parts = [self.title, str(self.seed), *(f"{q.id}/{q.content_id}" for q in self.questions)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class SheetQuestion:
    """One question as a student sees it: no key, no evidence, no rationale."""

    id: str
    number: int
    """Counted from 1."""
    parts: tuple[Part, ...]


def sheet(quiz: Quiz) -> tuple[SheetQuestion, ...]:
    """What a student sees of a quiz; the shuffle follows from the quiz's seed and the question's id alone."""
    return tuple(
        SheetQuestion(question.id, number, question.parts(Random(f"{quiz.seed}/{question.id}")))
        for number, question in enumerate(quiz.questions, 1)
    )


def assemble(asked: Iterable[Sequence[Question]], count: int | None = None, seed: int = 0) -> tuple[Question, ...]:
    """Choose questions from what was asked of each fact: one a fact, at most `count`, the generators in turn.

    Of the ways to ask about one fact, the type that is rarest so far is taken; a question that another one gives away
    is left out. Questions come in the order of their evidence, so that a quiz follows its article. Equal input gives
    equal output.
    """
    rows: dict[str, list[Sequence[Question]]] = {}
    for ways in asked:
        if ways:
            rows.setdefault(ways[0].origin.generator if ways[0].origin else "", []).append(ways)
    for name, row in rows.items():
        if count is not None:
            Random(f"{seed}/{name}").shuffle(row)
    in_turn = [ways for ways in chain.from_iterable(zip_longest(*rows.values())) if ways]
    chosen: list[Question] = []
    for ways in in_turn:
        if len(chosen) == count:
            break
        fitting = [way for way in ways if not any(way.id == one.id or cue_each_other(way, one) for one in chosen)]
        if fitting:
            used = [question.type for question in chosen]
            chosen.append(min(fitting, key=lambda way: used.count(way.type)))
    return tuple(sorted(chosen, key=_place))


def _place(question: Question) -> int:
    return question.evidence.start if question.evidence else -1
