"""The Markdown of text2qti, written."""

from collections.abc import Iterable
from typing import assert_never

from quizengine.formats.content.interactions import (
    ExportedQuestion,
    GapText,
    Mixed,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
)
from quizengine.formats.content.loss_tables import not_carried
from quizengine.formats.content.model_answers import said_afterwards
from quizengine.formats.content.numbers import plain_number
from quizengine.formats.content.spellings import listed_spellings
from quizengine.formats.text2qti.markdown_text import as_markdown
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LINE = "_____"
"""The line that stands for a gap in a sentence."""


def write_text2qti(quiz: Quiz, questions: tuple[ExportedQuestion, ...]) -> bytes:
    """Return the questions as text2qti reads them, numbered from 1."""
    head = [f"Quiz title: {' '.join(quiz.title.split())}"] if quiz.title.strip() else []
    head += [f"Quiz description: {as_markdown(quiz.description.strip())}"] if quiz.description.strip() else []
    blocks = ["\n".join(head)] if head else []
    blocks += ["\n".join(_lines(number, one)) for number, one in enumerate(questions, 1)]
    return ("\n\n".join(blocks) + "\n").encode()


def _lines(number: int, one: ExportedQuestion) -> Iterable[str]:
    if one.points != 1:
        yield f"Points: {float(one.points):g}"
    yield _led(f"{number}.", _stem(one))
    if said := said_afterwards(one):
        yield _led("...", as_markdown(said))
    yield from _answers(one)


def _stem(one: ExportedQuestion) -> str:
    match one.interaction:
        case NumberEntry(unit=unit) if unit:
            return as_markdown(f"{one.stem} ({unit})")
        case GapText() as gaps:
            words = "".join(piece if isinstance(piece, str) else LINE for piece in gaps.pieces)
            return as_markdown(f"{one.stem}\n\n{words}")
        case _:
            return as_markdown(one.stem)


def _answers(one: ExportedQuestion) -> Iterable[str]:
    shown = one.interaction
    match shown:
        case TrueFalse():
            yield from (("*a) True", "b)  False") if shown.answer else ("a)  True", "*b) False"))
        case SingleChoice():
            for letter, option in zip(LETTERS, shown.options, strict=False):
                yield _led(f"{'*' * (option == shown.right)}{letter})", as_markdown(option.text))
                yield from _feedback(one, option)
        case MultipleChoice():
            for option in shown.options:
                yield _led("[*]" if option in shown.right else "[ ]", as_markdown(option.text))
                yield from _feedback(one, option)
        case NumberEntry():
            yield f"=   {_number(shown)}"
        case TextEntry():
            yield from (f"*   {text}" for text in listed_spellings(shown.key))
        case OpenAnswer():
            yield "____"
        case GapText(gaps=[gap, *_]):
            yield from _answers_of_gap(gap)
        case PairMatching() | Sequencing() | Mixed() | GapText():
            not_carried(shown)
        case _:
            assert_never(shown)


def _answers_of_gap(gap: NumberEntry | TextEntry) -> Iterable[str]:
    if isinstance(gap, NumberEntry):
        yield f"=   {_number(gap)}"
    else:
        yield from (f"*   {text}" for text in listed_spellings(gap.key))


def _number(entry: NumberEntry) -> str:
    """A whole number, a number with a margin, or the ends of what is accepted."""
    key = entry.key
    if key.low == key.high and key.value == key.value.to_integral_value():
        return plain_number(key.value)
    if key.low != key.high and key.value - key.low == key.high - key.value:
        return f"{plain_number(key.value)} +- {plain_number(key.high - key.value)}"
    return f"[{plain_number(key.low)}, {plain_number(key.high)}]"


def _feedback(one: ExportedQuestion, option: Option) -> Iterable[str]:
    if said := one.question.option_feedback.get(option.id):
        yield _led("...", as_markdown(said))


def _led(mark: str, text: str) -> str:
    """A text after its mark, four characters in, as text2qti's own examples have it."""
    return f"{mark:<3} {text}"
