"""Sends questions through YAML and every other file format, and holds what comes back against what was sent."""

from collections.abc import Iterable, Sequence

from quizengine.errors import FormatError, MissingPackageError
from quizengine.extensions.records import Format
from quizengine.extensions.registry import Registry
from quizengine.plurals import with_number
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.testing.contracts import check_format

_MOST = 12
"""The number of questions that are sent: the first of each type, then others in order."""


def survives_every_format(questions: Sequence[Question], registry: Registry) -> str:
    """Check that each format gives back what it is given, but for the losses that it names.

    Returns which formats can hold none of the questions, and which were not tried, as they need a package that is not
    installed. Raises AssertionError for a loss that no format names.
    """
    quiz = Quiz("Sample", _chosen(questions))
    check_format(registry.formats["yaml"], quiz, registry.question_types)
    forms = [form for form in registry.formats.values() if form.write]
    empty: list[str] = []
    untried: dict[str, list[str]] = {}
    for form in forms:
        try:
            if not _travels(form, quiz, registry):
                empty.append(form.name)
        except MissingPackageError as fault:
            untried.setdefault(fault.package, []).append(form.name)
    tried = len(forms) - sum(map(len, untried.values()))
    rest = f"; none of the questions fits into {', '.join(empty)}, which say so" if empty else ""
    for package, names in untried.items():
        rest += f"; not tried: {', '.join(names)}, as {package} is not installed"
    return f"{with_number(len(quiz.questions), 'question')} through {with_number(tried, 'format')}{rest}"


def _travels(form: Format, quiz: Quiz, registry: Registry) -> bool:
    """Check one format; False if it can hold none of the questions and says of each why.

    Raises MissingPackageError if it cannot be tried.
    """
    losses = form.lost(quiz)
    if {loss.number for loss in losses if loss.effect == "drops"} >= set(range(1, len(quiz.questions) + 1)):
        try:
            form.written(quiz)
        except MissingPackageError:
            raise
        except FormatError:
            return False
    check_format(form, quiz, registry.question_types)
    return True


def _chosen(questions: Iterable[Question]) -> tuple[Question, ...]:
    """A dozen questions without repetitions, with each type among them."""
    each = list({question.id: question for question in questions}.values())
    firsts = list({question.type: question for question in reversed(each)}.values())
    return tuple([*firsts, *(one for one in each if one not in firsts)][:_MOST])
