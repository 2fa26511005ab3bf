"""The marks of a class as tables and files: by student, by answer, as CSV, XLSX and JSON, and all of it as a ZIP."""

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from quizengine.desk.class_results import ClassResults, Mark, StudentResult
from quizengine.desk.tables import as_csv
from quizengine.formats.encodings.packages import packed
from quizengine.formats.encodings.tables import Row, workbook_of
from quizengine.quiz.answer_counts import given_in_words
from quizengine.quiz.parts import Response, Text
from quizengine.quiz.questions import Question, fixed_parts, plain_question
from quizengine.store import Assignment, Report

Cells = Mapping[str, str | int | float]


def marks_by_student(results: ClassResults) -> tuple[Cells, ...]:
    """A row for each student: the points of the whole and of each question, empty without an answer or a mark."""
    return tuple(map(_student_row, results.students))


def marks_by_answer(results: ClassResults) -> tuple[Cells, ...]:
    """A row for each student and question, with what was given."""
    return tuple(row for student in results.students for row in _answer_rows(results, student))


def marks_as_csv(rows: Sequence[Cells]) -> bytes:
    """Rows as CSV in which no cell is run as a formula; with a byte order mark, without which Excel garbles names."""
    return ("\ufeff" + as_csv(tuple(rows[0]) if rows else (), rows)).encode()


def marks_as_xlsx(results: ClassResults) -> bytes:
    """A workbook with a sheet by student and a sheet by answer; no cell in it is a formula."""
    tables = {"students": marks_by_student(results), "answers": marks_by_answer(results)}
    return workbook_of({name: _with_header(rows) for name, rows in tables.items()}, (24, 12))


def marks_as_json(assignment: Assignment, results: ClassResults, reports: Sequence[Report]) -> bytes:
    """Everything about a class for other programs: points are exact fractions in texts, times are ISO 8601."""
    record = {
        "code": assignment.code,
        "class": assignment.label,
        "quiz": assignment.title,
        "opened": assignment.opened.isoformat(),
        "closed": assignment.closed.isoformat() if assignment.closed else None,
        "questions": [_question_record(each.number, each.question) for each in results.questions],
        "students": [_student_record(results, student) for student in results.students],
        "reports": [{"student": each.student, "question": each.question, "problem": each.problem} for each in reports],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def class_as_zip(assignment: Assignment, results: ClassResults, reports: Sequence[Report], bank: bytes) -> bytes:
    """The quiz and all marks of a class in one file."""
    return packed(
        {
            "quiz.yaml": bank,
            "students.csv": marks_as_csv(marks_by_student(results)),
            "answers.csv": marks_as_csv(marks_by_answer(results)),
            "marks.xlsx": marks_as_xlsx(results),
            "class.json": marks_as_json(assignment, results, reports),
        }
    )


def response_in_words(question: Question, response: Response) -> str:
    """All that was given to a question, its parts separated by bars."""
    parts = [part for part in fixed_parts(question) if not isinstance(part, Text)]
    given = [given_in_words(part, response.get(part.name, ()), question.markup) for part in parts]
    return " | ".join(given) if any(given) else ""


def _student_row(student: StudentResult) -> Cells:
    row: dict[str, str | int | float] = {
        "student": student.handed_in.student,
        "earned": _number(student.score.earned),
        "possible": _number(student.score.possible),
        "per cent": round(100 * student.share, 2),
        "started": student.handed_in.started.isoformat(timespec="seconds"),
        "handed in": student.handed_in.submitted.isoformat(timespec="seconds"),
        "handed in by": student.handed_in.ended,
    }
    for number, mark in enumerate(student.marks, 1):
        counts = (mark.answered or mark.score.earned) and not mark.unmarked
        row[f"question {number}"] = _number(mark.score.earned) if counts else ""
    return row


def _answer_rows(results: ClassResults, student: StudentResult) -> Iterator[Cells]:
    for each, mark in zip(results.questions, student.marks, strict=True):
        yield {
            "student": student.handed_in.student,
            "question": each.number,
            "stem": " ".join(plain_question(each.question).stem.split()),
            "answer": response_in_words(each.question, student.handed_in.responses.get(each.question.id, {})),
            "earned": _number(mark.score.earned),
            "possible": _number(mark.score.possible),
            "by hand": "yes" if mark.by_hand else "",
            "marked by": _marked_by(mark),
            "seconds": round(student.handed_in.seconds.get(each.question.id, 0.0), 1),
        }


def _student_record(results: ClassResults, student: StudentResult) -> dict[str, object]:
    handed_in = student.handed_in
    return {
        "student": handed_in.student,
        "earned": str(student.score.earned),
        "possible": str(student.score.possible),
        "started": handed_in.started.isoformat(),
        "handed in": handed_in.submitted.isoformat(),
        "handed in by": handed_in.ended,
        "answers": [
            {
                "question": each.question.id,
                "given": handed_in.responses.get(each.question.id, {}),
                "earned": str(mark.score.earned),
                "possible": str(mark.score.possible),
                "by hand": mark.by_hand,
                "marked by": _marked_by(mark),
            }
            for each, mark in zip(results.questions, student.marks, strict=True)
        ],
    }


def _marked_by(mark: Mark) -> Literal["teacher", "student", "nobody", "key"]:
    """Name who or what has marked a response: sentences are marked by nobody until somebody does it."""
    if mark.by_hand:
        return "teacher"
    return "student" if mark.by_student else "nobody" if mark.unmarked else "key"


def _question_record(number: int, question: Question) -> dict[str, object]:
    return {"number": number, "id": question.id, "type": question.type, "stem": question.stem}


def _with_header(rows: Sequence[Cells]) -> list[Row]:
    return [list(rows[0]), *(list(row.values()) for row in rows)] if rows else []


def _number(points: Fraction) -> int | float:
    """Points as a spreadsheet counts with them: whole, or to four decimals."""
    return points.numerator if points.denominator == 1 else round(float(points), 4)
