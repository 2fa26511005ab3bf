"""Open questions about causes: other things tell the good ones from the bad ones than of other questions.

Next: `features`, which lists what matters and what does not.
"""

from quizengine.quiz.questions import Question
from quizengine.quiz.self_marks import has_model_answer

_CAUSES = "cause and effect"
"""The tag of the questions."""


def asks_openly_for_a_cause(question: Question) -> bool:
    """Return whether a question about a cause is answered in sentences, which are compared with a model answer."""
    return _CAUSES in question.tags and has_model_answer(question)
