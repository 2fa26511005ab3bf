"""A submitted attempt, question by question, as a page shows it."""

from dataclasses import dataclass, replace

from quizengine.quiz.attempt import Outcome, Verdict, grade_attempt
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import UNCHANGED, Marking, Mend, Override
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz, SheetQuestion
from quizengine.quiz.self_marks import needs_mark
from quizengine.store import StoredAttempt
from quizengine.web.app_context import AppContext
from quizengine.web.render import formatting
from quizengine.web.render.evidence import Proof, proof_of
from quizengine.web.render.forms import Form, form_of


@dataclass(frozen=True)
class MarkedQuestion:
    """One question with all that may be shown once the attempt is closed."""

    number: int
    form: Form
    verdict: Verdict
    outcome: Outcome
    parts: tuple[formatting.Marked, ...]
    proof: Proof | None
    mend: Mend = UNCHANGED
    """The teacher's changes to its marking since it was asked."""
    by_hand: Override | None = None
    """The points that the teacher gave for this answer by hand."""
    by_key: bool = True
    """False if the points are not those that the key gives, because they were given by hand or to everybody."""
    takes_mark: bool = False
    """True if the student's own mark of the answer counts: it holds sentences, and the teacher has not marked it."""


@dataclass(frozen=True)
class KeyedQuestion:
    """One question with its key, for the teacher."""

    number: int
    question: Question
    form: Form
    parts: tuple[formatting.Marked, ...]
    proof: Proof | None


def marked_questions(stored: StoredAttempt, context: AppContext) -> tuple[MarkedQuestion, ...]:
    """Return the result of each question, in order."""
    quiz = context.snapshot(stored.terms.quiz).quiz
    marking = context.marking(stored)
    outcomes = grade_attempt(quiz, stored.attempt, marking).outcomes
    pairs = zip(context.sheets.all(stored.terms.quiz, stored.id), outcomes, strict=True)
    return tuple(_marked(quiz, asked, outcome, marking, context) for asked, outcome in pairs)


def marked_question(
    stored: StoredAttempt, number: int, context: AppContext, marking: Marking | None = None
) -> MarkedQuestion:
    """Return the result of one question, by its number; the others are not marked for it.

    Without a `marking` it is marked as the attempt is marked now.
    """
    quiz = context.snapshot(stored.terms.quiz).quiz
    alone = replace(quiz, questions=(quiz.questions[number - 1],))
    asked = context.sheets.question(stored.terms.quiz, stored.id, number)
    marking = marking or context.marking(stored)
    return _marked(quiz, asked, grade_attempt(alone, stored.attempt, marking).outcomes[0], marking, context)


def _marked(
    quiz: Quiz, asked: SheetQuestion, outcome: Outcome, marking: Marking, context: AppContext
) -> MarkedQuestion:
    question = outcome.question
    return MarkedQuestion(
        asked.number,
        form_of(asked, outcome.response),
        outcome.verdict,
        outcome,
        formatting.marked_answers(
            asked.parts, outcome.response, marking.key_of(question), question.option_feedback, asked.markup
        ),
        _proof(quiz, question, context),
        marking.mend_of(question),
        marking.overrides.get(question.id),
        outcome.score in (Score(), marking.mark_by_key(question, outcome.response, quiz.locale, outcome.self_mark)),
        needs_mark(question, outcome.response) and marking.follows_own_mark(question),
    )


def keyed_questions(quiz: Quiz, context: AppContext) -> tuple[KeyedQuestion, ...]:
    """Every question with its key and the proof for it, in order."""

    def keyed(asked: SheetQuestion, question: Question) -> KeyedQuestion:
        parts = formatting.marked_answers(asked.parts, {}, question.key(), question.option_feedback, asked.markup)
        return KeyedQuestion(asked.number, question, form_of(asked, {}), parts, _proof(quiz, question, context))

    return tuple(keyed(*pair) for pair in zip(context.keyed_sheet(quiz), quiz.questions, strict=True))


def _proof(quiz: Quiz, question: Question, context: AppContext) -> Proof | None:
    return proof_of(question.evidence, context.article(quiz.article.sha256) if quiz.article else None)
