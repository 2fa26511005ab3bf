"""An estimate of the difficulty of a question from its words, used until students have answered it.

difficulty = 0.35 luck + 0.30 wording + 0.15 reading + 0.20 closeness, each from 0 (easy) to 1 (hard):

- luck: 1 - the chance to be right by guessing (none in a typed answer): 3/4 for one of four options, 1/2 for a verdict;
- wording: the share of the stem's content words that are not in the evidence, where they could be searched for;
- reading: the words of the evidence, of 60;
- closeness: how near the distractors are to the key (shared words, or numbers within a factor of three); for what
  is typed, 1 if it must be met exactly and 1/2 when several answers are right.

The weights are a judgement, not a measurement; without evidence, wording and reading count one half.
"""

from fractions import Fraction
from math import factorial
from random import Random
from typing import Literal, assert_never

from quizengine.generation.cueing import read_before_responding
from quizengine.language.content_stems import content_words
from quizengine.language.numbers.quantities import read_amount
from quizengine.quiz.parts import Choice, ChoiceKey, Key, ModelAnswer, NumberKey, OrderKey, TextKey
from quizengine.quiz.questions import Question

Band = Literal["easy", "medium", "hard"]

_LUCK, _WORDING, _READING, _CLOSENESS = 0.35, 0.30, 0.15, 0.20
_LONG_EVIDENCE = 60
_EASY, _HARD = 0.4, 0.65
_NEAR = 3


def difficulty(question: Question) -> float:
    """The estimate, from 0 (easy) to 1 (hard), by the formula above; the same question always has the same."""
    lists = {part.name: part for part in question.parts(Random(0)) if isinstance(part, Choice)}
    keys = question.key()
    luck = sum(1 - _chance(key, lists.get(name)) for name, key in keys.items()) / max(len(keys), 1)
    near = [_closeness(key, lists.get(name)) for name, key in keys.items()]
    wording, reading = _of_the_evidence(question)
    estimate = _LUCK * luck + _WORDING * wording + _READING * reading + _CLOSENESS * sum(near) / max(len(near), 1)
    return round(estimate, 3)


def band(estimate: float) -> Band:
    """Easy below 0.4, hard from 0.65 on, medium between."""
    if estimate < _EASY:
        return "easy"
    return "hard" if estimate >= _HARD else "medium"


def _chance(key: Key, choice: Choice | None) -> float:
    """The chance to be right by guessing."""
    match key:
        case ChoiceKey(ids):
            several = choice is not None and choice.multiple
            return (
                1 / 2 ** len(choice.options) if several and choice else len(ids) / len(choice.options) if choice else 0
            )
        case OrderKey(ids):
            return float(Fraction(1, factorial(min(len(ids), 20))))
        case TextKey() | NumberKey() | ModelAnswer():
            return 0
        case _:
            assert_never(key)


def _closeness(key: Key, choice: Choice | None) -> float:
    match key:
        case ChoiceKey(ids):
            texts = {option.id: option.text for option in choice.options} if choice else {}
            right = [text for one, text in texts.items() if one in ids]
            wrong = [text for one, text in texts.items() if one not in ids]
            return max((_alike(a, b) for a in right for b in wrong), default=0)
        case NumberKey(_, low, high):
            return 1 if low == high else 0.5
        case TextKey(accepted):
            return 1 if len(accepted) == 1 else 0.5
        case OrderKey() | ModelAnswer():
            return 0.5
        case _:
            assert_never(key)


def _alike(one: str, other: str) -> float:
    """The likeness of two options: of numbers, within a factor of three; else the share of words in common."""
    numbers = [amount.high for amount in (read_amount(one), read_amount(other)) if amount]
    if len(numbers) == 2 and all(number > 0 for number in numbers):
        return 1 if max(numbers) <= _NEAR * min(numbers) else 0.3
    mine, its = set(content_words(one)), set(content_words(other))
    return len(mine & its) / max(len(mine | its), 1)


def _of_the_evidence(question: Question) -> tuple[float, float]:
    if question.evidence is None:
        return 0.5, 0.5
    said = set(content_words(question.evidence.quote))
    asked = content_words(read_before_responding(question))
    wording = sum(word not in said for word in asked) / max(len(asked), 1)
    return wording, min(len(question.evidence.quote.split()) / _LONG_EVIDENCE, 1)
