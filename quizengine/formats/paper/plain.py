"""Both sheets as plain text, for mails and for programs that take nothing else."""

from collections.abc import Iterator
from textwrap import indent
from typing import assert_never

from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.formats.content.loss_tables import format_with_losses
from quizengine.formats.paper.printed_questions import (
    ON_THE_KEY,
    ON_THE_SHEET,
    AskedOnPaper,
    Boxes,
    Columns,
    Field,
    Lettered,
    Line,
    Paper,
    Places,
    Ruled,
    Running,
    Solved,
    key_on_paper,
    option_letter,
    questions_on_paper,
    quotation_line,
)
from quizengine.quiz.quiz import Quiz

_GAP = "_" * 12
_SHORT = "_" * 4


def _page(paper: Paper) -> str:
    person = f"{paper.labels.name}: {_GAP * 2}   {paper.labels.date}: {_GAP}" if paper.asked else ""
    head = (paper.title, "=" * len(paper.title), person, *paper.about)
    blocks = ("\n".join(head[:2]), *head[2:], *map(_asked, paper.asked), *map(_solved, paper.solved))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _asked(one: AskedOnPaper) -> str:
    points = f" ({one.points})" if one.points else ""
    return "\n".join((f"{one.number}. {_hanging(one.stem)}{points}", *(f"   {line}" for line in _lines(one.field))))


def _lines(field: Field) -> Iterator[str]:
    match field:
        case Lettered(texts=texts, told=told):
            yield from filter(None, (told, *_lettered(texts)))
        case Boxes(texts=texts):
            yield "   ".join(f"[ ] {text}" for text in texts)
        case Line(unit=unit):
            yield f"{_GAP * 2} {unit}".rstrip()
        case Ruled(lines=lines):
            yield from ("", _GAP * 5) * lines
        case Running(pieces=pieces):
            yield _hanging("".join(_GAP if piece is None else piece for piece in pieces))
        case Columns(lefts=lefts, rights=rights, told=told):
            yield from (told, *(f"{_SHORT} {_hanging(text)}" for text in lefts), "", *_lettered(rights))
        case Places(texts=texts, told=told):
            yield from (told, *(f"{_SHORT} {_hanging(text)}" for text in texts))
        case _:
            assert_never(field)


def _lettered(texts: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{option_letter(place)}. {_hanging(text)}" for place, text in enumerate(texts))


def _hanging(text: str) -> str:
    """The text with every line but the first further in."""
    return indent(text, "      ").lstrip(" ")


def _solved(one: Solved) -> str:
    said = (*(f"= {answer}" for answer in one.answers), one.rationale, quotation_line(one.evidence))
    return "\n".join((f"{one.number}. {_hanging(one.stem)}", *(indent(text, "   ") for text in said if text)))


def _write_sheet(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _page(questions_on_paper(quiz, kept)).encode()


def _write_key(quiz: Quiz, kept: tuple[ExportedQuestion, ...]) -> bytes:
    return _page(key_on_paper(quiz, kept)).encode()


TEXT = format_with_losses(
    "text", ".txt", "A sheet for students as plain text.", write=_write_sheet, losses=ON_THE_SHEET, for_students=True
)
TEXT_KEY = format_with_losses(
    "text-key", ".txt", "The key as plain text, with what proves it.", write=_write_key, losses=ON_THE_KEY
)
