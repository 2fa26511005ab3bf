"""The forms in which questions are asked, and how much of a quiz may be asked in one of them.

A quiz of nothing but "In which year …?" is tiresome, and examines one kind of memory only.
"""

import re
from dataclasses import dataclass

from quizengine.quiz.questions import Question, cache_per_question
from quizengine.quiz.self_marks import has_model_answer


@dataclass(frozen=True)
class StemForm:
    """A way to ask that is recognised by its words."""

    name: str
    words: re.Pattern[str]
    share: float
    """The largest part of a quiz of a given size, from 0 to 1."""
    share_of_all: float
    """The largest part of a quiz that asks all that is usable, from 0 to 1."""
    fewest: int = 2
    """The number that is asked even in a short quiz."""


_FORMS = (
    StemForm("year", re.compile(r"\b[Ww]hich year\b"), 0.2, 0.5),
    StemForm("speaker", re.compile(r"\A(?:[A-Z][^?“]*, )?[Ww]ho \w+(?: \w+)?, “"), 0.5, 1, 5),
    StemForm("description", re.compile(r"\AWho is described\b"), 0.3, 0.5),
    StemForm("number", re.compile(r"\b[Hh]ow (?:many|much)\b"), 0.5, 1, 5),
    StemForm("gap", re.compile(r"\AWhich \w+(?: \w+)? (?:is|are) missing\b"), 0.3, 0.5),
)
_OPEN = StemForm("open", re.compile(""), 0.3, 0.5)
"""All that is answered in sentences, in whatever words it is asked: students mark these answers themselves."""


@cache_per_question
def form_of_stem(question: Question) -> StemForm | None:
    """The form in which a question is asked; None for one of the many rare ones."""
    if has_model_answer(question):
        return _OPEN
    return next((form for form in _FORMS if form.words.search(question.stem)), None)


def most_of(form: StemForm, size: int, of_all: bool = False) -> int:
    """The largest number of questions in this form in a quiz of `size` questions.

    `of_all` is set for a quiz without a given size, which asks all that is usable.
    """
    return max(form.fewest, int((form.share_of_all if of_all else form.share) * size))
