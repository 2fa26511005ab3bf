"""Turns features into a probability and words."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizengine.generation.usability.features import DRAWBACKS, analyse_words, usability_features
from quizengine.generation.usability.weights import BELOW_EVEN, FEATURES, INTERCEPT, LATER, NEW_RULE, RULES
from quizengine.quiz.questions import Question, generator_of, rule_of
from quizengine.text.article import Article

_WORTH_SAYING = 0.25
"""A feature that lowers the logit by less changes the probability by only some hundredths."""
_IN_WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@dataclass(frozen=True)
class Usability:
    """The probability that a strict reader accepts a question as it stands."""

    probability: float
    """The probability from 0 to 1, in hundredths."""
    drawbacks: tuple[str, ...] = ()
    """The clauses that say what lowers it, the heaviest first."""

    def __str__(self) -> str:
        tenths = round(10 * self.probability)
        share = f"about {_IN_WORDS[tenths]}" if tenths else "fewer than one"
        return f"{share} in ten such questions can be used as they stand"

    @property
    def in_full(self) -> str:
        """The same with what pulls it down."""
        return f"{self}: {'; '.join(self.drawbacks)}" if self.drawbacks else str(self)


def usabilities(questions: Iterable[Question], article: Article) -> Iterator[tuple[Question, Usability]]:
    """The questions of generators that readers have judged, each with how likely it is usable."""
    judged = [question for question in questions if generator_of(question) in RULES]
    analyse_words(judged)
    for question in judged:
        if known := usability(question, article):
            yield question, known


def usability(question: Question, article: Article | None = None) -> Usability | None:
    """Return the probability and what lowers it; None if no reader has judged questions of its generator.

    A rule that no reader has judged begins below the average of its generator. The same question on the same article
    always has the same probability.
    """
    if generator_of(question) not in RULES:
        return None
    found = usability_features(question, article)
    parts = {name: weight * found[name] for name, weight in FEATURES.items()}
    logit = INTERCEPT + sum(parts.values()) + RULES[generator_of(question)] + RULES.get(rule_of(question), NEW_RULE)
    logit = LATER + (BELOW_EVEN * logit if logit < 0 else logit)
    drawbacks = sorted((part, DRAWBACKS[name]) for name, part in parts.items() if part < -_WORTH_SAYING)
    return Usability(round(1 / (1 + math.exp(-logit)), 2), tuple(words for _, words in drawbacks))
