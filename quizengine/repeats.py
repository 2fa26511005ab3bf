"""Which questions have the same answer: in a short quiz the second one is known from the first."""

from quizengine.language.folding import folded
from quizengine.parts import Choice, ChoiceKey, NumberKey, OrderKey, TextKey
from quizengine.questions import Question, fixed_key, fixed_parts, per_question

FEWEST_BESIDE = 10
"""In a quiz with so many other questions nobody minds that an answer comes back."""


@per_question
def answer_of(question: Question) -> str:
    """The answer of a question with one, as it is compared; empty for true or false, and where there are several."""
    keys = list(fixed_key(question).values())
    if len(keys) != 1 or question.type == "true_false":
        return ""
    match keys[0]:
        case ChoiceKey(ids):
            options = [one for part in fixed_parts(question) if isinstance(part, Choice) for one in part.options]
            right = [option.text for option in options if option.id in ids]
            return folded(right[0]) if len(right) == 1 else ""
        case TextKey(accepted):
            return folded(accepted[0]) if accepted else ""
        case NumberKey() | OrderKey():
            return ""
