"""The faults of the options of a question. Next: `features`, which lists them with all others."""

from quizengine.generation.usability.words_read import is_of_a_speaker, stem_body
from quizengine.quiz.parts import Choice, ChoiceKey
from quizengine.quiz.questions import Question, choices_of, fixed_key
from quizengine.text.article import Article

_LONG_OPTION = 8


def few_options(question: Question, article: Article | None) -> float:
    """Return 1 if there is a choice among fewer than four options, and not of true and false."""
    choices = choices_of(question)
    return float(len(choices) == 1 and "true" not in _ids(choices[0]) and len(choices[0].options) < 4)


def has_wrong_options(question: Question, article: Article | None) -> float:
    """Return whether there are wrong options beside a question for anything but a speaker."""
    return float(bool(choices_of(question)) and not is_of_a_speaker(stem_body(question)))


def unlike_options(question: Question, article: Article | None) -> float:
    """The share of wrong options that differ from the right one in shape: capital, figure, length."""
    choices = choices_of(question)
    if len(choices) != 1:
        return 0
    right = {one for key in fixed_key(question).values() if isinstance(key, ChoiceKey) for one in key.ids}
    shapes = [(option.id in right, _shape(option.text)) for option in choices[0].options]
    wrong = [shape for is_right, shape in shapes if not is_right]
    return sum(not any(r and shape == s for r, s in shapes) for shape in wrong) / max(len(wrong), 1)


def _ids(choice: Choice) -> set[str]:
    return {option.id for option in choice.options}


def _shape(text: str) -> tuple[bool, bool, bool]:
    return text[:1].isupper(), any(map(str.isdigit, text)), len(text.split()) > _LONG_OPTION
