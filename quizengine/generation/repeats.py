"""Finds questions that repeat another: with the same answer, or with the same content in similar words."""

from quizengine.generation.cueing import read_before_responding
from quizengine.language.content_stems import content_words
from quizengine.language.normalisation import normalise
from quizengine.quiz.parts import ChoiceKey, ModelAnswer, NumberKey, OrderKey, TextKey
from quizengine.quiz.questions import Question, cache_per_question, choices_of, fixed_key

FEWEST_BESIDE = 10
"""The number of other questions with which nobody minds if an answer occurs twice."""

MOST_WITH_THE_SAME_OPTIONS = 1
"""A further question with the same options is asked in another way, if there is one."""

_MUCH = 0.65
"""The share of common words from which on a student mistakes one stem for the other."""


def asks_the_same(one: Question, other: Question) -> bool:
    """Return whether two generators ask in much the same words: "In 1864 Peru sent troops", "who sent troops in 1864?".

    What is compared is the Jaccard index of the stems' content words (Jaccard 1912, The distribution of the flora).
    Facts that one generator tells apart are not compared: two figures may be told in much the same words.
    """
    if one.origin and other.origin and one.origin.generator == other.origin.generator:
        return False
    mine, others = _words(one), _words(other)
    return len(mine & others) >= _MUCH * len(mine | others) > 0


@cache_per_question
def _words(question: Question) -> frozenset[str]:
    return frozenset(content_words(read_before_responding(question)))


@cache_per_question
def answer_of(question: Question) -> str:
    """The answer of a question with one, as it is compared; empty for true or false, and where there are several."""
    keys = list(fixed_key(question).values())
    if len(keys) != 1 or question.type == "true_false":
        return ""
    match keys[0]:
        case ChoiceKey(ids):
            options = [one for choice in choices_of(question) for one in choice.options]
            right = [option.text for option in options if option.id in ids]
            return normalise(right[0]) if len(right) == 1 else ""
        case TextKey(accepted):
            return normalise(accepted[0]) if accepted else ""
        case ModelAnswer(text):
            return normalise(text)
        case NumberKey() | OrderKey():
            return ""


@cache_per_question
def options_of(question: Question) -> frozenset[str]:
    """The options of a question that is one choice, as they are compared; none for true or false."""
    choices = choices_of(question)
    if len(choices) != 1 or question.type == "true_false":
        return frozenset()
    return frozenset(normalise(option.text) for option in choices[0].options)
