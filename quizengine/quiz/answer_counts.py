"""Counts the answers of a class to a question and what each of them earned: the table of distractors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice

from quizengine.quiz.grading import grade_part
from quizengine.quiz.markup import PLAIN, Markup, plain
from quizengine.quiz.parts import ENGLISH, Choice, Gap, Key, Ordering, Part, Response, Text


@dataclass(frozen=True)
class AnswerCount:
    """One answer to one part of a question, and how many gave it."""

    given: tuple[str, ...]
    """Option ids, or one text as its first writer typed it."""
    students: int
    mean: float | None
    """The mean share of all points of the quiz that those who gave it earned; None if nobody did."""
    key: Key
    locale: str = ENGLISH

    @cached_property
    def share(self) -> Fraction:
        """The share of the part's point that it earns, 0 to 1; worked out when it is asked for, as few are shown."""
        return grade_part(self.key, self.given, self.locale)


@dataclass(frozen=True)
class PartCounts:
    """The answers to one part: all options in their order, or texts and orders with the most frequent first."""

    part: Choice | Gap | Ordering
    answers: tuple[AnswerCount, ...]
    empty: int
    """The number of students who gave no answer."""

    @cached_property
    def most_chosen_wrong(self) -> AnswerCount | None:
        """The answer that most gave of those that earn nothing; None if nobody gave one, or two are level.

        None for sentences, too: by themselves they are neither right nor wrong.
        """
        if isinstance(self.part, Gap) and self.part.expects == "sentences":
            return None
        often = sorted((each for each in self.answers if each.students), key=lambda each: -each.students)
        worst = list(islice((each for each in often if not each.share), 2))
        if not worst or (len(worst) == 2 and worst[0].students == worst[1].students):
            return None
        return worst[0]


def given_in_words(part: Choice | Gap | Ordering, given: Sequence[str], markup: Markup = PLAIN) -> str:
    """One answer as a person reads it: the texts of options, what was typed, or the lines of an order."""
    if isinstance(part, Gap):
        return " ".join(given)
    texts = {option.id: option.text if markup == PLAIN else plain(option.text) for option in part.options}
    return (" → " if isinstance(part, Ordering) else "; ").join(texts.get(each, each) for each in given)


Taken = Sequence[tuple[Response, Sequence[float]]]
"""Each response that was given, and the shares of all points of the quiz that those who gave it earned."""


def answer_counts(
    parts: Sequence[Part], keys: Mapping[str, Key], taken: Taken, locale: str = ENGLISH
) -> tuple[PartCounts, ...]:
    """Count the answers to each part of a question."""
    return tuple(_part_counts(part, keys[part.name], taken, locale) for part in parts if not isinstance(part, Text))


def _part_counts(part: Choice | Gap | Ordering, key: Key, taken: Taken, locale: str) -> PartCounts:
    earned: dict[tuple[str, ...], list[float]] = {}
    first: dict[tuple[str, ...], tuple[str, ...]] = {}
    empty = 0
    for response, wholes in taken:
        given = tuple(text for text in response.get(part.name, ()) if text.strip())
        empty += 0 if given else len(wholes)
        for answer in _answers_in(part, given):
            alike = _folded(answer) if isinstance(part, Gap) else answer
            first.setdefault(alike, answer)
            earned.setdefault(alike, []).extend(wholes)
    order = sorted(earned, key=lambda alike: (-len(earned[alike]), alike))
    shown = [(option.id,) for option in part.options] if isinstance(part, Choice) else order
    counts = (_count(first.get(alike, alike), earned.get(alike, ()), key, locale) for alike in shown)
    return PartCounts(part, tuple(counts), empty)


def _answers_in(part: Choice | Gap | Ordering, given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Each option chosen is an answer of its own; a text or an order is one as a whole."""
    if isinstance(part, Choice):
        return tuple((one,) for one in given)
    return (given,) if given else ()


def _folded(answer: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(text.split()).casefold() for text in answer)


def _count(given: tuple[str, ...], wholes: Sequence[float], key: Key, locale: str) -> AnswerCount:
    mean = sum(wholes) / len(wholes) if wholes else None
    return AnswerCount(given, len(wholes), mean, key, locale)
