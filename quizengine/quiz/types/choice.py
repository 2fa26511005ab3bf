"""Choice: pick the one right option, or all the right ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import ClassVar

from quizengine.errors import QuestionError
from quizengine.quiz.parts import Choice, ChoiceKey, Key, Option, Part, Text
from quizengine.quiz.questions import Question, Scored, Scoring, require_distinct

ONE_OF_THE_OPTIONS = {"one_of": ("answer", "distractors")}
"""Says of a field that it takes texts of other fields, for forms."""

_MOST_LISTED = 12
"""The options that a fault lists, at most."""


@dataclass(frozen=True)
class OptionFeedback:
    """Feedback for students who chose an option, shown after the quiz."""

    option: str = field(metadata=ONE_OF_THE_OPTIONS)
    says: str


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Scored, Question):
    """`answer` is one text, or a list of texts when several options are right and all are asked for.

    The options that are `pinned` keep the last places, in this order: “The article does not say”. Several right options
    earn their parts, and wrong ones take away (`quizengine.quiz.grading.partial`), unless `scoring` is all-or-nothing.
    Students who chose an option with `feedback` read it after the quiz.
    """

    type: ClassVar[str] = "choice"
    marked_up: ClassVar[tuple[str, ...]] = (*Question.marked_up, "answer", "distractors", "pinned", "feedback")

    answer: str | tuple[str, ...]
    distractors: tuple[str, ...]
    pinned: tuple[str, ...] = field(default=(), metadata=ONE_OF_THE_OPTIONS)
    scoring: Scoring = "partial"
    feedback: tuple[OptionFeedback, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The right options, one or several."""
        return (self.answer,) if isinstance(self.answer, str) else self.answer

    def check(self) -> None:
        """Raise QuestionError without a key, without a distractor, or with two equal options."""
        if not self.keys:
            raise QuestionError("found no answer, expected at least one right option")
        if not self.distractors:
            raise QuestionError("found no distractors, expected at least one wrong option")
        require_distinct(self.keys + self.distractors, "option", cased=True)
        require_distinct(self.pinned, "pinned option")
        told = tuple(each.option for each in self.feedback)
        require_distinct(told, "option with feedback", cased=True)
        named: list[tuple[str, str, tuple[str | int, ...]]] = [
            (text, "pinned option", ("pinned", place)) for place, text in enumerate(self.pinned)
        ]
        named += [(text, "feedback for", ("feedback", place, "option")) for place, text in enumerate(told)]
        options = self.keys + self.distractors
        for text, what, at in named:
            if text not in options:
                known = ", ".join(f"“{one}”" for one in options[:_MOST_LISTED])
                more = ", …" if len(options) > _MOST_LISTED else ""
                raise QuestionError(f"found the {what} “{text}”, expected one of the options: {known}{more}", at)

    @property
    def option_feedback(self) -> Mapping[str, str]:
        """The feedback of the options that have any, by their ids."""
        return {Option.of(each.option).id: each.says for each in self.feedback}

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and the options in an order that `rng` draws, except for the pinned ones."""
        options = list(self._moving)
        rng.shuffle(options)
        options += map(Option.of, self.pinned)
        return Text(self.stem), Choice("answer", tuple(options), multiple=not isinstance(self.answer, str))

    def key(self) -> Mapping[str, Key]:
        """The ids of the right options."""
        return {"answer": ChoiceKey(frozenset(Option.of(text).id for text in self.keys), len(self.distractors))}

    @cached_property
    def _moving(self) -> tuple[Option, ...]:
        """The options that are shuffled, in an order in which nothing is left of which is right."""
        pinned = set(self.pinned)
        moving = (text for text in self.keys + self.distractors if text not in pinned)
        return tuple(sorted(map(Option.of, moving), key=lambda option: option.id))
