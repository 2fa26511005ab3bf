"""Edits one question in the text of a bank file and leaves everything else as it was written.

An edit is only returned if the new file, when read again, contains exactly what it should.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from functools import partial
from itertools import takewhile

from quizengine.bank.decoding import decode_bank
from quizengine.bank.field_lines import FieldLines, content_end, with_fields
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
_EMPTY = re.compile(r"(questions:)[ ]*\[[ ]*\]([ ]*(?:#.*)?\n?)")


def with_question(
    data: bytes,
    name: str,
    types: QuestionTypes,
    question: Question,
    remarks: Iterable[str] = (),
    at: int | None = None,
) -> bytes:
    """Return the file with one more question and comments above it: at the end, or at a place counted from 0.

    `name` is the file's name, for messages. Raises BankError if the file cannot be read, or if the question could not
    be read back unchanged (for example in a list in brackets).
    """
    markup = read_bank(data, name, types).quiz.markup

    def edited(text: str, questions: tuple[Value, ...]) -> str:
        lines = text.splitlines(keepends=True)
        margin = " " * (_dash(lines, questions[0]) if questions else 2)
        comments = [f"{margin}# {' '.join(remark.split())}\n" for remark in remarks]
        block = [*comments, *_block(question, margin, markup)]
        if at is None or at >= len(questions):
            end = _end(lines, questions) if questions else _opened(lines)
            return "".join([*_closed(lines[:end]), "\n", *block, *lines[end:]])
        start = _with_comments(lines, questions[at].line - 1)
        return "".join([*lines[:start], *block, "\n", *lines[start:]])

    def holds(before: Reading, after: Reading) -> bool:
        wanted = list(before.quiz.questions)
        wanted.insert(len(wanted) if at is None else at, question)
        return after.quiz.questions == tuple(wanted)

    return _edited(data, name, types, edited, holds, f"the question “{question.stem}” cannot be added")


def without_question(data: bytes, name: str, types: QuestionTypes, question_id: str) -> bytes:
    """Return the file without a question and the comments right above it; raises BankError as with_question does."""
    at = _line_of(data, name, types, question_id)

    def edited(text: str, questions: tuple[Value, ...]) -> str:
        lines = text.splitlines(keepends=True)
        start, end = _blocks(lines, questions)[_place(questions, at)]
        return "".join([*lines[:start], *lines[end:]])

    def holds(before: Reading, after: Reading) -> bool:
        return after.quiz.questions == tuple(one for one in before.quiz.questions if one.id != question_id)

    return _edited(data, name, types, edited, holds, f"the question in line {at} cannot be taken out")


def moved_question(data: bytes, name: str, types: QuestionTypes, question_id: str, to: int) -> bytes:
    """Return the file with a question at another place, counted from 0, together with the comments above it.

    Raises BankError as with_question does.
    """
    at = _line_of(data, name, types, question_id)

    def edited(text: str, questions: tuple[Value, ...]) -> str:
        lines = "".join(_closed([text])).splitlines(keepends=True)
        ends = _blocks(lines, questions)
        blocks = [_split_at_blank_end(lines[start:end]) for start, end in ends]
        gaps = [gap for _, gap in blocks]
        moved = [own for own, _ in blocks]
        moved.insert(to, moved.pop(_place(questions, at)))
        between = [line for own, gap in zip(moved, gaps, strict=True) for line in (*own, *gap)]
        return "".join([*lines[: ends[0][0]], *between, *lines[ends[-1][1] :]])

    def holds(before: Reading, after: Reading) -> bool:
        wanted = [one for one in before.quiz.questions if one.id != question_id]
        wanted.insert(to, next(one for one in before.quiz.questions if one.id == question_id))
        return after.quiz.questions == tuple(wanted)

    return _edited(data, name, types, edited, holds, f"the question in line {at} cannot be moved")


def replaced_question(data: bytes, name: str, types: QuestionTypes, question_id: str, question: Question) -> bytes:
    """Return the file with one question replaced by another.

    If both have the same type, unchanged fields stay as they were written, and so do comments. Raises BankError as
    with_question does.
    """
    at = _line_of(data, name, types, question_id)
    quiz = read_bank(data, name, types).quiz

    def edited(text: str, questions: tuple[Value, ...], by_field: bool) -> str:
        lines = text.splitlines(keepends=True)
        own = questions[_place(questions, at)]
        end = content_end(lines, own, _blocks(lines, questions)[_place(questions, at)][1])
        block = _block(question, " " * _dash(lines, own), quiz.markup)
        if by_field:
            before = next(one for one in quiz.questions if one.id == question_id)
            block = _merged(lines, own, end, before, question, block)
        return "".join([*lines[: own.line - 1], *block, *lines[end:]])

    def holds(before: Reading, after: Reading) -> bool:
        wanted = (question if one.id == question_id else one for one in before.quiz.questions)
        return after.quiz.questions == tuple(wanted)

    refusal = f"the question in line {at} cannot be changed"
    try:
        return _edited(data, name, types, partial(edited, by_field=True), holds, refusal)
    except BankError:
        return _edited(data, name, types, partial(edited, by_field=False), holds, refusal)


def _merged(lines: list[str], own: Value, end: int, before: Question, after: Question, block: list[str]) -> list[str]:
    """The lines of a question with those fields again that are others in its next version."""
    listed = read_tree("".join(block), "").root
    new = listed.content[0] if listed and isinstance(listed.content, tuple) else None
    written, rewritten = FieldLines.of(lines, own, end), FieldLines.of(block, new, len(block)) if new else None
    if type(before) is not type(after) or written is None or rewritten is None:
        return block
    same = (field.name for field in fields(before) if getattr(before, field.name) == getattr(after, field.name))
    return with_fields(written, rewritten, frozenset((*same, "type")))


def _edited(
    data: bytes,
    name: str,
    types: QuestionTypes,
    edit: Callable[[str, tuple[Value, ...]], str],
    holds: Callable[[Reading, Reading], bool],
    refusal: str,
) -> bytes:
    before = read_bank(data, name, types)
    text = decode_bank(data, name)
    root = read_tree(text, name).root
    listed = root.content.get("questions") if root and isinstance(root.content, dict) else None
    questions = listed.value.content if listed and isinstance(listed.value.content, tuple) else None
    by_hand = BankError(f"{name}: {refusal}: the file is written in a way that is edited by hand only")
    if questions is None:
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


def _line_of(data: bytes, name: str, types: QuestionTypes, question_id: str) -> int:
    """Return the line in which a question begins, counted from 1; raises BankError if there is none with this id."""
    at = read_bank(data, name, types).lines.get(question_id, 0)
    if not at:
        raise BankError(f"{name}: found no question {question_id} in this file")
    return at


def _place(questions: tuple[Value, ...], line: int) -> int:
    return [value.line for value in questions].index(line)


def _blocks(lines: list[str], questions: tuple[Value, ...]) -> list[tuple[int, int]]:
    """Return the lines of each question: its first, with the comments right above it, and the one after its last."""
    starts = [_with_comments(lines, value.line - 1) for value in questions]
    return list(zip(starts, [*starts[1:], _end(lines, questions)], strict=True))


def _split_at_blank_end(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines without the empty ones at their end, and those."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end], lines[end:]


def _dash(lines: list[str], question: Value) -> int:
    """Return the indentation of the dash before a question."""
    line = lines[question.line - 1]
    return len(line) - len(line.lstrip(" "))


def _opened(lines: list[str]) -> int:
    """The number of lines up to an empty list of questions, whose brackets are removed; all lines without one."""
    for at, line in enumerate(lines):
        if found := _EMPTY.fullmatch(line):
            lines[at] = f"{found[1]}{found[2]}"
            return at + 1
    return len(lines)


def _end(lines: list[str], questions: tuple[Value, ...]) -> int:
    """Return the number of lines up to the end of the last question: to the next field of the file, or to its end."""
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
