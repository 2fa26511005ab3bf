"""Questions of other programs that have emphasis, formulas, code or images: with them where they can be asked so."""

from collections.abc import Callable

from quizengine.errors import QuestionError
from quizengine.formats.content.read_questions import Note
from quizengine.quiz.questions import Question


def with_or_without_markup(make: Callable[[bool, Note], Question], note: Note) -> Question:
    """Return the question that a function makes with markup, or in plain words if that cannot be asked, and say so.

    The function is told whether to read markup, and whom to tell what the question is read without.
    """
    told: list[str] = []
    try:
        made = make(True, told.append)
    except QuestionError as fault:
        note(f"read without emphasis, formulas, code and images: {fault}")
        return make(False, note)
    for message in told:
        note(message)
    return made
