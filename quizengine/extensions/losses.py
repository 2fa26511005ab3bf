"""Losses: what a file format cannot express about a quiz, as values and as a report for people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from quizengine.plurals import plural_form

Effect = Literal["drops", "changes marks", "weakens"]
"""The effect of a loss: the question is not in the file; some responses earn other marks there; or words and settings
that earn no marks are missing.
"""

_SAID: Mapping[Effect, str] = {"drops": "left out", "changes marks": "marked differently", "weakens": "simplified"}
"""The words of a report about the questions; the worst effect first."""


@dataclass(frozen=True)
class Loss:
    """One thing that a format cannot express; str() is one line for a person."""

    lost: str
    """The lost feature, as a noun phrase: "a tolerance in percent"."""
    instead: str = ""
    """The replacement, as a clause: "it is written as a lowest and a highest number"."""
    effect: Effect = "weakens"
    number: int = 0
    """The number of the question, counted from 1; 0 for the quiz as a whole."""

    def __str__(self) -> str:
        return loss_report([self])[0]


def loss_report(losses: Iterable[Loss]) -> tuple[str, ...]:
    """Return one line for each kind of loss with all questions that it concerns, the worst effects first."""
    order = tuple(_SAID)
    numbers: dict[tuple[Effect, str], list[int]] = {}
    for loss in sorted(losses, key=lambda one: order.index(one.effect)):
        what = ": ".join(filter(None, (loss.lost, loss.instead)))
        numbers.setdefault((loss.effect, what), []).append(loss.number)
    return tuple(f"{_questions(found)} {_SAID[effect]}: {what}" for (effect, what), found in numbers.items())


def _questions(numbers: Iterable[int]) -> str:
    """The questions with these numbers, runs of them as from–to; "quiz" for 0."""
    ordered = sorted(set(numbers))
    if ordered == [0]:
        return "quiz"
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"{plural_form(len(ordered), 'question')} {', '.join(named)}"
