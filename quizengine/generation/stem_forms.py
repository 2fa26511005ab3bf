"""The forms in which questions are asked, and how much of a quiz may be asked in one of them.

A quiz of nothing but "In which year …?" is tiresome, and examines one kind of memory only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizengine.quiz.questions import Question, cache_per_question
from quizengine.quiz.self_marks import has_model_answer

WHICH_WORDS = re.compile(r"Which of these did [^?]+ (?:say|write)\?")
"""A stem that names a speaker and asks which of the quotations beside it is that one's."""


@dataclass(frozen=True)
class StemForm:
    """A way to ask."""

    name: str
    fits: Callable[[Question], bool]
    """Returns whether a question is asked in this way."""
    share: float
    """The largest part of a quiz of a given size, from 0 to 1."""
    share_of_all: float
    """The largest part of a quiz that asks all that is usable, from 0 to 1."""
    fewest: int = 2
    """The number that is asked even in a short quiz."""


def _in_words(pattern: str) -> Callable[[Question], bool]:
    """Return what tells whether a stem has words that a pattern finds."""
    words = re.compile(pattern)
    return lambda question: words.search(question.stem) is not None


_FORMS = (
    StemForm("open", has_model_answer, 0.3, 0.5),  # in whatever words: students mark these answers themselves
    StemForm("year", _in_words(r"\b[Ww]hich year\b"), 0.2, 0.5),
    StemForm("speaker", _in_words(r"\A(?:[A-Z][^?“]*, )?[Ww]ho \w+(?: \w+)?, “"), 0.5, 1, 5),
    StemForm("words of a speaker", lambda question: WHICH_WORDS.fullmatch(question.stem) is not None, 0.2, 0.2, 1),
    StemForm("description", _in_words(r"\AWho is described\b"), 0.3, 0.5),
    StemForm("number", _in_words(r"\b[Hh]ow (?:many|much)\b"), 0.5, 1, 5),
    StemForm("gap", _in_words(r"\AWhich \w+(?: \w+)? (?:is|are) missing\b"), 0.3, 0.5),
)


@cache_per_question
def form_of_stem(question: Question) -> StemForm | None:
    """The form in which a question is asked; None for one of the many rare ones."""
    return next((form for form in _FORMS if form.fits(question)), None)


def most_of(form: StemForm, size: int, of_all: bool = False) -> int:
    """The largest number of questions in this form in a quiz of `size` questions.

    `of_all` is set for a quiz without a given size, which asks all that is usable.
    """
    return max(form.fewest, int((form.share_of_all if of_all else form.share) * size))
