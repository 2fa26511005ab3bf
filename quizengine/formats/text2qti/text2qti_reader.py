"""The Markdown of text2qti, read: quizzes that teachers have written for Canvas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from textwrap import dedent
from typing import Any

from quizengine.errors import BankError
from quizengine.extensions.records import QuestionTypes, Reading
from quizengine.formats.content.model_answers import read_open_question
from quizengine.formats.content.read_answers import distinct_answers, number_named, read_number_question
from quizengine.formats.content.read_questions import (
    Note,
    Questions,
    UnreadError,
    numbered_lines,
    question_text,
    without_feedback,
)
from quizengine.formats.text2qti.markdown_text import as_words, elements_in, has_own_markup
from quizengine.quiz.questions import Question
from quizengine.quiz.types import ChoiceQuestion, ClozeQuestion, OptionFeedback, ShortTextQuestion, TrueFalseQuestion

_MARKS = {
    "question": r"\d+\.",
    "right": r"\*[a-zA-Z]\)",
    "wrong": r"[a-zA-Z]\)",
    "right of several": r"\[\*\]",
    "wrong of several": r"\[ ?\]",
    "typed": r"\*",
    "feedback": r"\.\.\.",
    "feedback if right": r"\+",
    "feedback if wrong": r"-",
    "solution": r"!",
    "essay": r"___+",
    "upload": r"\^\^\^+",
    "number": r"=",
    "title": r"[Tt]itle:",
    "points": r"[Pp]oints:",
    "text": r"[Tt]ext(?: [Tt]itle)?:",
    "quiz title": r"[Qq]uiz [Tt]itle:",
    "quiz description": r"[Qq]uiz description:",
    "group": r"GROUP",
    "end of group": r"END_GROUP",
    "pick": r"[Pp]ick:",
    "solutions pick": r"[Ss]olutions pick:",
    "points in group": r"[Pp]oints per question:",
    "setting": r"[A-Za-z][a-z' -]+:(?= *(?:true|false|True|False)\s*$)",
}
_MARK = re.compile("|".join(f"(?P<k{n}>{mark})(?=\\s|$)" for n, mark in enumerate(_MARKS.values())))
_KINDS = tuple(_MARKS)
_OPTIONS = ("right", "wrong", "right of several", "wrong of several")
_BETWEEN = frozenset(
    {"title", "points", "points in group", "group", "end of group", "pick", "solutions pick", "setting", "text"}
)
_RANGE = re.compile(r"\[\s*(?P<low>[^,\]]+),\s*(?P<high>[^,\]]+)\]")
_LINE = re.compile(r"_{3,}")
_STEM = "Fill the gap."


@dataclass
class _Piece:
    """A text after a mark: its kind, the line where it begins, and its lines."""

    kind: str
    line: int
    lines: list[str]
    unread: str = ""
    """The first line under it that belongs to nothing."""

    @property
    def raw(self) -> str:
        """The text, its lines joined as Markdown has them: code keeps its indentation."""
        first, *more = self.lines
        return "\n".join((first, dedent("\n".join(more)))).strip()


@dataclass
class _Block:
    """One question: its pieces in order, and the points named before it."""

    line: int
    points: str
    pieces: list[_Piece] = field(default_factory=list)

    def all(self, *kinds: str) -> list[_Piece]:
        """The pieces of these kinds."""
        return [piece for piece in self.pieces if piece.kind in kinds]


def read_text2qti(data: bytes, name: str, types: QuestionTypes) -> Reading:
    """Return the questions of a file for text2qti; raises BankError if it has none."""
    found = Questions(name)
    file = _File(found)
    for piece in _pieces(question_text(data, name), found):
        file.take(piece)
    if not file.blocks:
        raise BankError(f"{name}: found no question, expected one that begins with a number and a point: 1. Which …?")
    for each in file.blocks:
        found.add(each.line, partial(_question, each, partial(found.note, each.line)))
    return found.reading(file.head.get("quiz title", ""), file.head.get("quiz description", ""))


class _File:
    """A file while it is read: its questions so far, and what was said before the next of them."""

    def __init__(self, found: Questions) -> None:
        self.found = found
        self.head: dict[str, str] = {}
        self.blocks: list[_Block] = []
        self.block: _Block | None = None
        self.title: _Piece | None = None
        self.points = ""
        self.points_in_group = ""

    def take(self, piece: _Piece) -> None:
        """Take the next piece: a question begins with it, belongs to it, or lies behind it."""
        if piece.kind == "question":
            self.block = _Block(piece.line, self.points or self.points_in_group, [piece])
            self.points = ""
            self.blocks.append(self.block)
            if self.title:
                self.found.note_name(self.title.line, self.title.raw, piece.raw)
                self.title = None
        elif piece.kind in ("quiz title", "quiz description"):
            self.head[piece.kind] = as_words(piece.raw, markup=False)
        elif piece.kind in _BETWEEN:
            self._between(piece)
        elif self.block:
            self.block.pieces.append(piece)

    def _between(self, piece: _Piece) -> None:
        """Take what is between questions."""
        self.block = None
        match piece.kind:
            case "title":
                self.title = piece
            case "points":
                self.points = piece.raw
            case "points in group":
                self.points_in_group = piece.raw
            case "group" | "end of group":
                self.points_in_group = ""
            case "pick" | "solutions pick":
                self.found.note(
                    piece.line, f"all questions of the group are read, of which {piece.lines[0]} should be drawn"
                )
            case "setting":
                self.found.note(piece.line, f"the setting “{piece.raw}” is not read")
            case "text":
                self.found.note(piece.line, f"the text between questions is not read: “{piece.lines[0][:40]}”")


def _pieces(text: str, found: Questions) -> Iterator[_Piece]:
    """The texts after marks, each with the lines that are indented under it; comments are left out."""
    piece: _Piece | None = None
    in_comment = False
    for number, line in numbered_lines(text):
        if in_comment or line.startswith(("COMMENT", "%")):
            in_comment = (in_comment or line.startswith("COMMENT")) and not line.startswith("END_COMMENT")
        elif mark := _MARK.match(line):
            if piece:
                yield piece
            kind = _KINDS[int((mark.lastgroup or "k0")[1:])]
            piece = _Piece(kind, number, [(line if kind == "setting" else line[mark.end() :]).strip()])
        elif piece and (not line.strip() or line[:1] in " \t"):
            piece.lines.append(line.rstrip())
        elif line.strip():
            if piece:
                piece.unread = piece.unread or line.strip()
            found.fault(number, f"found “{line.strip()[:40]}”, expected a mark such as 1. or a) before it")
    if piece:
        yield piece


def _question(block: _Block, note: Note) -> Question:
    stem, unread = block.pieces[0].raw, block.pieces[0].unread
    if unread:
        raise UnreadError(f"found “{unread[:40]}” under its stem, expected lines that are indented")
    choices = block.all(*_OPTIONS)
    said = _feedback(block)
    solutions = block.all("solution") if block.all("essay") else []
    shown = (stem, *(piece.raw for piece in (*choices, *solutions)), *said.values())
    markup = any(map(has_own_markup, shown))
    if elements := elements_in(shown):
        note(f"read without the HTML {', '.join(elements)}")
    general = said.pop(-1, "")
    words = partial(as_words, markup=markup)
    beside: dict[str, Any] = {"stem": words(stem), "rationale": words(general), "points": _points(block)}
    beside |= {"markup": "markdown"} if markup else {}
    if block.all("essay"):
        return _open(solutions, words, beside)
    if block.all("feedback if right", "feedback if wrong", "solution"):
        note("read without feedback that depends on the response")
    if choices:
        feedback = tuple(OptionFeedback(words(choices[place].raw), words(text)) for place, text in said.items())
        return _choice(choices, words, {**beside, "feedback": feedback}, note)
    if numbers := block.all("number"):
        return _number(numbers[0].raw, beside)
    if typed := block.all("typed"):
        return _typed(distinct_answers(piece.raw for piece in typed), beside)
    kind = "a file to upload" if block.all("upload") else "no answer"
    raise UnreadError(f"found {kind}, expected options, typed answers or a number")


def _feedback(block: _Block) -> dict[int, str]:
    """The feedback by the place of its option; -1 is that of the question as a whole."""
    said: dict[int, str] = {}
    place = -1
    for piece in block.pieces:
        place += piece.kind in _OPTIONS
        if piece.kind == "feedback":
            said[place] = piece.raw
    return said


def _points(block: _Block) -> Decimal | None:
    if not block.points:
        return None
    points = number_named(block.points, "points")
    return points if points != 1 else None


def _choice(choices: list[_Piece], words: Any, beside: dict[str, Any], note: Note) -> Question:
    right = tuple(words(piece.raw) for piece in choices if piece.kind.startswith("right"))
    wrong = tuple(words(piece.raw) for piece in choices if piece.kind.startswith("wrong"))
    if choices[0].kind.endswith("several"):
        return ChoiceQuestion(answer=right, distractors=wrong, **beside)
    if len(right) != 1:
        raise UnreadError(f"found {len(right)} right options, expected one marked as *a)")
    if {text.casefold() for text in (*right, *wrong)} == {"true", "false"}:
        if message := without_feedback(*(each.says for each in beside.pop("feedback"))):
            note(message)
        return TrueFalseQuestion(answer=right[0].casefold() == "true", **beside)
    return ChoiceQuestion(answer=right[0], distractors=wrong, **beside)


def _open(solutions: list[_Piece], words: Any, beside: dict[str, Any]) -> Question:
    """The question by its solution, or by its feedback, which is what Canvas is given."""
    stem = beside.pop("stem")
    model = words(solutions[0].raw) if solutions else beside.pop("rationale")
    return read_open_question(stem, model, "as its feedback: ... It says that …", **beside)


def _number(raw: str, beside: dict[str, Any]) -> Question:
    if raw.isdecimal() and (filled := _filled((raw,), beside)):
        return filled
    stem = beside.pop("stem")
    if ends := _RANGE.fullmatch(raw):
        low, high = (number_named(ends[name], "answer") for name in ("low", "high"))
        return read_number_question(stem, (((low + high) / 2, (high - low) / 2),), **beside)
    value, _, margin = raw.partition("+-")
    answer = number_named(value, "answer")
    share = margin.strip().endswith("%")
    around = number_named(margin.strip().rstrip("%") or "0", "margin")
    return read_number_question(stem, ((answer, abs(answer) * around / 100 if share else around),), **beside)


def _typed(accept: tuple[str, ...], beside: dict[str, Any]) -> Question:
    filled = _filled(accept, beside)
    return filled or ShortTextQuestion(answer=accept[0], accept=accept[1:], **beside)


def _filled(accept: tuple[str, ...], beside: dict[str, Any]) -> Question | None:
    """The sentence of a stem with what fills its one line, as a cloze; None if it has no such line."""
    stem, parted, text = beside["stem"].partition("\n\n")
    if len(_LINE.findall(beside["stem"])) != 1 or beside.get("markup") or re.search(r"[{}|]", "".join(accept)):
        return None
    if not parted or _LINE.search(stem):
        stem, text = _STEM, beside["stem"]
    text = text.replace("{", "{{").replace("}", "}}")
    return ClozeQuestion(text=_LINE.sub(lambda _: f"{{{'|'.join(accept)}}}", text), **{**beside, "stem": stem})
