"""A submitted attempt, question by question, as a page shows it."""

from dataclasses import dataclass, replace
from typing import Literal

from quizengine.attempt import Outcome, answered, mark
from quizengine.questions import Question
from quizengine.quiz import Quiz, SheetQuestion
from quizengine.store import StoredAttempt
from quizengine.web import words
from quizengine.web.evidence import Proof, proof_of
from quizengine.web.forms import Form, form_of
from quizengine.web.surface import Surface


@dataclass(frozen=True)
class MarkedQuestion:
    """One question with all that may be shown once the attempt is closed."""

    number: int
    form: Form
    verdict: Literal["right", "wrong", "part", "none"]
    """What came of it: all points, none, some of them, or no response at all."""
    outcome: Outcome
    parts: tuple[words.Marked, ...]
    proof: Proof | None


@dataclass(frozen=True)
class KeyedQuestion:
    """One question with its key, for the teacher."""

    number: int
    question: Question
    form: Form
    parts: tuple[words.Marked, ...]
    proof: Proof | None


def marked_questions(stored: StoredAttempt, surface: Surface) -> tuple[MarkedQuestion, ...]:
    """What came of each question, in order."""
    quiz = surface.snapshot(stored.terms.quiz).quiz
    pairs = zip(surface.sheets.all(stored.terms.quiz, stored.id), mark(quiz, stored.attempt).outcomes, strict=True)
    return tuple(_marked(quiz, asked, outcome, surface) for asked, outcome in pairs)


def marked_question(stored: StoredAttempt, number: int, surface: Surface) -> MarkedQuestion:
    """What came of one question, by its number; the others are not marked for it."""
    quiz = surface.snapshot(stored.terms.quiz).quiz
    alone = replace(quiz, questions=(quiz.questions[number - 1],))
    asked = surface.sheets.question(stored.terms.quiz, stored.id, number)
    return _marked(quiz, asked, mark(alone, stored.attempt).outcomes[0], surface)


def _marked(quiz: Quiz, asked: SheetQuestion, outcome: Outcome, surface: Surface) -> MarkedQuestion:
    return MarkedQuestion(
        asked.number,
        form_of(asked, outcome.response),
        _verdict(outcome),
        outcome,
        words.marked(asked.parts, outcome.response, outcome.question.key()),
        _proof(quiz, outcome.question, surface),
    )


def keyed_questions(quiz: Quiz, surface: Surface) -> tuple[KeyedQuestion, ...]:
    """Every question with its key and the proof for it, in order."""

    def keyed(asked: SheetQuestion, question: Question) -> KeyedQuestion:
        parts = words.marked(asked.parts, {}, question.key())
        return KeyedQuestion(asked.number, question, form_of(asked, {}), parts, _proof(quiz, question, surface))

    return tuple(keyed(*pair) for pair in zip(surface.keyed_sheet(quiz), quiz.questions, strict=True))


def _verdict(outcome: Outcome) -> Literal["right", "wrong", "part", "none"]:
    if outcome.score.full:
        return "right"
    if not answered(outcome.response):
        return "none"
    return "part" if outcome.score.earned else "wrong"


def _proof(quiz: Quiz, question: Question, surface: Surface) -> Proof | None:
    return proof_of(question.evidence, surface.article(quiz.article.sha256) if quiz.article else None)
