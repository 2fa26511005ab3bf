"""Items of XML as the questions of a file: what both versions of QTI are read with."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from quizengine.errors import FormatError
from quizengine.extensions.records import Reading
from quizengine.formats.content.read_questions import Questions
from quizengine.formats.encodings.xml_tree import Node
from quizengine.quiz.questions import Question

ReadItem = Callable[[Node], tuple[Question, tuple[str, ...]]]
"""Reads an item: its question, and remarks on what was left out; raises UnreadError or QuestionError."""


def take_items(found: Questions, items: Iterable[Node], read: ReadItem) -> None:
    """Add the question of each item, or a finding with the item's line."""
    for item in items:
        found.add(item.line, partial(_question, found, item, read))


def collected_reading(
    found: Questions,
    name: str,
    expected: str,
    title: str,
    description: str = "",
    media: Mapping[str, bytes] | None = None,
) -> Reading:
    """Return all that was read of a file, with the files that it shows; raises FormatError if that is nothing."""
    if not found.found and not found.findings:
        raise FormatError(f"{name}: found no question, expected {expected}")
    return found.reading(title, description, media)


def _question(found: Questions, item: Node, read: ReadItem) -> Question:
    question, remarks = read(item)
    for remark in remarks:
        found.note(item.line, remark)
    return question
