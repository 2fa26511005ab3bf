"""Edits of a bank file's text that put one question in or take one out, so that all else stays as it was written.

An edit is given only when the file, read again, holds just what it shall hold.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import takewhile

from quizengine.bank.decoding import decoded
from quizengine.bank.reading import read_bank
from quizengine.bank.values import Value
from quizengine.bank.writing import dump_bank
from quizengine.bank.yaml_tree import read_tree
from quizengine.errors import BankError
from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.quiz.markup import Markup
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz

_ABOVE = re.compile(r"[ ]*#.*")
_PASSED_OVER = re.compile(r"\s*(?:#.*)?")
_FIRST = "\nquestions:\n"


def with_question(
    data: bytes, name: str, types: QuestionTypes, question: Question, remarks: Iterable[str] = ()
) -> bytes:
    """The file with one more question, the last, and comments above it.

    `name` is the file's name, for messages. Raises BankError when the file cannot be read, or when the question would
    not be read back from it as it is (as from a list in brackets).
    """
    markup = read_bank(data, name, types).quiz.markup

    def edited(text: str, questions: tuple[Value, ...]) -> str:
        lines = text.splitlines(keepends=True)
        margin = " " * _dash(lines, questions[0])
        end = _end(lines, questions)
        comments = [f"{margin}# {' '.join(remark.split())}\n" for remark in remarks]
        return "".join([*_closed(lines[:end]), "\n", *comments, *_block(question, margin, markup), *lines[end:]])

    def holds(before: Reading, after: Reading) -> bool:
        return after.quiz.questions == (*before.quiz.questions, question)

    return _edited(data, name, types, edited, holds, f"the question “{question.stem}” cannot be added")


def without_question(data: bytes, name: str, types: QuestionTypes, question_id: str) -> bytes:
    """The file without a question and without the comments right above it; raises BankError as with_question does."""
    at = read_bank(data, name, types).lines.get(question_id, 0)

    def edited(text: str, questions: tuple[Value, ...]) -> str:
        lines = text.splitlines(keepends=True)
        starts = [value.line - 1 for value in questions]
        own = starts.index(at - 1)
        start = _with_comments(lines, starts[own])
        behind = starts[own + 1] if own + 1 < len(starts) else _end(lines, questions)
        end = _with_comments(lines, behind) if behind < len(lines) else behind
        return "".join([*lines[:start], *lines[end:]])

    def holds(before: Reading, after: Reading) -> bool:
        return after.quiz.questions == tuple(one for one in before.quiz.questions if one.id != question_id)

    if not at:
        raise BankError(f"{name}: found no question {question_id} to take out")
    return _edited(data, name, types, edited, holds, f"the question in line {at} cannot be taken out")


def _edited(
    data: bytes,
    name: str,
    types: QuestionTypes,
    edit: Callable[[str, tuple[Value, ...]], str],
    holds: Callable[[Reading, Reading], bool],
    refusal: str,
) -> bytes:
    before = read_bank(data, name, types)
    text = decoded(data, name)
    root = read_tree(text, name).root
    listed = root.content.get("questions") if root and isinstance(root.content, dict) else None
    questions = listed.value.content if listed and isinstance(listed.value.content, tuple) else ()
    by_hand = BankError(f"{name}: {refusal}: the file is written in a way that is edited by hand only")
    if not questions:
        raise by_hand
    result = edit(text, questions).encode()
    try:
        after = read_bank(result, name, types)
    except BankError:
        raise by_hand from None
    same = replace(before.quiz, questions=()) == replace(after.quiz, questions=())
    if not (same and holds(before, after) and len(after.findings) == len(before.findings)):
        raise by_hand
    return result


def _block(question: Question, margin: str, markup: Markup) -> list[str]:
    """The lines of a question as a canonical bank with this markup has them, moved to a margin."""
    _, _, block = dump_bank(Quiz("", (question,), markup=markup)).decode().partition(_FIRST)
    lines = block.lstrip("\n").splitlines(keepends=True)
    return [margin + line[2:] if line.strip() else line for line in lines]


def _dash(lines: list[str], question: Value) -> int:
    """How far in the dash before a question stands."""
    line = lines[question.line - 1]
    return len(line) - len(line.lstrip(" "))


def _end(lines: list[str], questions: tuple[Value, ...]) -> int:
    """How many lines there are up to the end of the last question: to the next field of the file, or to its end."""
    last = max(value.line for value in questions)
    inside = takewhile(lambda line: _PASSED_OVER.fullmatch(line.rstrip("\n")) or line[0] in " -", lines[last:])
    return last + len(list(inside))


def _closed(lines: list[str]) -> list[str]:
    """The lines without empty ones at the end, the last with its line break."""
    kept = "".join(lines).rstrip("\n")
    return [f"{kept}\n"]


def _with_comments(lines: list[str], start: int) -> int:
    """The first line of the comments right above a line, or the line itself."""
    while start and _ABOVE.fullmatch(lines[start - 1].rstrip("\n")):
        start -= 1
    return start
