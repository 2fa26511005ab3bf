"""Open questions about causes: other things tell the good ones from the bad ones than of other questions.

Next: `features`, which lists what matters and what does not.
"""

from collections.abc import Callable

from quizengine.quiz.questions import Question
from quizengine.quiz.self_marks import has_model_answer
from quizengine.text.article import Article

_CAUSES = "cause and effect"
"""The tag of the questions."""


def asks_openly_for_a_cause(question: Question) -> bool:
    """Return whether a question about a cause is answered in sentences, which are compared with a model answer."""
    return _CAUSES in question.tags and has_model_answer(question)


def but_for_causes(feature: Callable[[Question, Article | None], float]) -> Callable[[Question, Article | None], float]:
    """Return a feature that is 0 for open questions about causes: to their readers it makes no difference."""

    def of_others(question: Question, article: Article | None) -> float:
        return 0 if asks_openly_for_a_cause(question) else feature(question, article)

    return of_others
