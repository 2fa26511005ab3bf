"""The numbers in the form of a question: as the quiz's own locale writes them, and as a bank file does."""

import re
from collections.abc import Callable
from decimal import Decimal

from quizengine.bank.form_fields import Typed, form_fields, number_names
from quizengine.bank.values import Number, unquoted
from quizengine.language.numbers.locales import figure_in
from quizengine.quiz.grading import reading_of
from quizengine.quiz.parts import ENGLISH, Gap
from quizengine.quiz.questions import Question

_FIGURE = re.compile(r"[-+−]?\d[\d.,'’\s]*")


def as_shown(cls: type[Question], typed: Typed, locale: str) -> Typed:
    """Return what a form holds with the numbers of a bank file as the locale writes them, but not grouped.

    Grouped thousands would be wrong in a year, and a form cannot know which number is a year.
    """

    def shown(text: str) -> str:
        number = unquoted(text)
        figure = _plain_figure(Decimal(number), locale) if isinstance(number, Number) else text
        return figure if isinstance(number, Number) and _read(figure, locale) == number else text

    return typed if locale == ENGLISH else _changed(cls, typed, shown)


def as_in_banks(cls: type[Question], typed: Typed, locale: str) -> Typed:
    """Return what a form holds with the numbers that a teacher typed as a bank file has them: 8,849 is 8849.

    Only figures are read, no words and no units; what is not a number stays as it is, to be found faulty.
    """

    def plain(text: str) -> str:
        number = _read(text, locale)
        return text if number is None else format(number, "f")

    return _changed(cls, typed, plain)


def _plain_figure(value: Decimal, locale: str) -> str:
    whole, point, places = f"{value:f}".partition(".")
    return f"{whole}{figure_in(Decimal(f'0.{places}'), locale)[1:]}" if point and int(places) else whole


def _read(text: str, locale: str) -> Decimal | None:
    if not _FIGURE.fullmatch(text.strip()):
        return None
    found = reading_of(Gap("", "number", locale=locale), text.strip())
    return found.low if found and found.low == found.high and not found.unit else None


def _changed(cls: type[Question], typed: Typed, change: Callable[[str], str]) -> Typed:
    numbers = frozenset(number_names(form_fields(cls)))
    return {name: tuple(map(change, texts)) if name in numbers else texts for name, texts in typed.items()}
