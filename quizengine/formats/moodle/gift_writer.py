"""GIFT, written: one question after another, a blank line between them, each text on one line."""

import re
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
from quizengine.formats.content.numbers import plain_number, spans_of
from quizengine.formats.content.spellings import listed_spellings
from quizengine.formats.moodle.weights import shares, weight
from quizengine.quiz.quiz import Quiz

_SPECIAL = re.compile(r"[\\~=#{}:]")
_NAME = 60


def write_gift(quiz: Quiz, questions: tuple[ExportedQuestion, ...]) -> bytes:
    """Return the questions in GIFT, in a category that has the quiz's title."""
    blocks = [f"$CATEGORY: top/{' '.join(quiz.title.replace('/', '//').split())}"] if quiz.title.strip() else []
    blocks += ["\n".join(_lines(one)) for one in questions]
    return ("\n\n".join(blocks) + "\n").encode()


def _lines(one: ExportedQuestion) -> Iterable[str]:
    beside = [f"[id:{_bracketed(one.question.id)}]", *(f"[tag:{_bracketed(tag)}]" for tag in one.question.tags)]
    first = " ".join(one.stem.split())
    name = first if len(first) <= _NAME else f"{first[: _NAME - 1]}…"
    yield f"// question: {one.number} {' '.join(beside)}"
    before, answers, after = _asked(one)
    said = said_afterwards(one)
    feedback = [f"\t####{_without_format(said)}"] if said else []
    inline = len(answers) == 1 and not feedback
    inside = answers[0] if inline else "\n" + "".join(f"\t{line.lstrip()}\n" for line in (*answers, *feedback))
    yield f"::{_escaped(name)}::[plain]{before}{{{inside}}}{after}"


def _asked(one: ExportedQuestion) -> tuple[str, list[str], str]:
    """Return what is before the braces, the lines in them, and what is after them."""
    stem, shown = _escaped(one.stem), one.interaction
    match shown:
        case TrueFalse():
            return stem, [str(shown.answer).upper()], ""
        case SingleChoice():
            return stem, [_option(one, option.id, option.text, option == shown.right) for option in shown.options], ""
        case MultipleChoice():
            return stem, list(_several(one, shown)), ""
        case NumberEntry():
            unit = f" ({_escaped(shown.unit)})" if shown.unit else ""
            return stem + unit, _typed(shown), ""
        case TextEntry():
            return stem, _typed(shown), ""
        case OpenAnswer():
            return stem, [], ""
        case GapText():
            gap = next(place for place, piece in enumerate(shown.pieces) if not isinstance(piece, str))
            words = [piece if isinstance(piece, str) else "" for piece in shown.pieces]
            before = _escaped(f"{one.stem}\n\n" + "".join(words[:gap]))
            return before, _typed(shown.gaps[0]), _escaped("".join(words[gap + 1 :]))
        case PairMatching():
            return stem, [f"={_escaped(left.text)} -> {_escaped(right.text)}" for left, right in shown.pairs], ""
        case Sequencing() | Mixed():
            return not_carried(shown)
        case _:
            assert_never(shown)


def _option(one: ExportedQuestion, name: str, text: str, right: bool) -> str:
    said = one.question.option_feedback.get(name, "")
    return f"{'=' if right else '~'}{_option_text(text, right)}{f'#{_escaped(said)}' if said else ''}"


def _option_text(text: str, right: bool) -> str:
    """An option that is taken for neither a weight nor a format."""
    guard = "%0%" if text.startswith("%") and not right else ""
    return f"{guard}{_without_format(text)}"


def _without_format(text: str) -> str:
    """A text whose first words in brackets are no format."""
    return f"{'[plain]' if text.startswith('[') else ''}{_escaped(text)}"


def _several(one: ExportedQuestion, shown: MultipleChoice) -> Iterable[str]:
    gives, takes = shares(len(shown.right_ones), len(shown.options) - len(shown.right_ones))
    for option in shown.options:
        worth = weight(gives if option in shown.right_ones else takes)
        said = one.question.option_feedback.get(option.id, "")
        yield f"~%{worth}%{_without_format(option.text)}{f'#{_escaped(said)}' if said else ''}"


def _typed(entry: NumberEntry | TextEntry) -> list[str]:
    if isinstance(entry, TextEntry):
        return [f"={_escaped(text).replace('*', chr(92) + '*')}" for text in listed_spellings(entry.key)]
    spans = [f"{plain_number(middle)}:{plain_number(margin)}" for middle, margin in spans_of(entry.key)]
    return [f"#{spans[0]}"] if len(spans) == 1 else ["#", *(f"={span}" for span in spans)]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text).replace("\n", "\\n")


def _bracketed(text: str) -> str:
    return " ".join(text.replace("]", "\\]").split())
