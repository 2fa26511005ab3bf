"""The marks of a class as files: read back by other programs, with the same figures and without formulas."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from python_calamine import CalamineWorkbook

from quizengine.desk import mark_tables
from quizengine.desk.class_results import ClassResults, class_results
from quizengine.quiz.attempt import Mode
from quizengine.quiz.mending import Marking, Override
from quizengine.quiz.parts import Option
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.types.choice import ChoiceQuestion
from quizengine.quiz.types.ordering import OrderingQuestion
from quizengine.quiz.types.short_text import ShortTextQuestion
from quizengine.store import Assignment, HandedIn
from quizengine.store.stored import Ending

START = datetime(2026, 11, 30, 8, tzinfo=UTC)
CLASS = Assignment("KTR4XN", "8b", "rivers", "Rivers", "", "", Mode.CLASS, None, START)
QUIZ = Quiz(
    "Rivers",
    (
        ChoiceQuestion(id="one", stem="Which river?", answer="Elbe", distractors=("Rhine",)),
        ShortTextQuestion(id="two", stem="=1+1?", answer="Nile"),
        OrderingQuestion(id="three", stem="From north to south?", answer=("Elbe", "Rhine")),
    ),
)
EVIL = '=HYPERLINK("http://evil")'


@pytest.fixture(scope="module")
def results() -> ClassResults:
    """Ada knows the first; a student with the name of a formula typed one, too, and has half a point by hand."""
    elbe, rhine = Option.of("Elbe").id, Option.of("Rhine").id
    ada = {"one": {"answer": (elbe,)}, "three": {"answer": (rhine, elbe)}}
    evil = {"one": {"answer": (rhine,)}, "two": {"answer": ("+49 1 <b>",)}}
    handed_in = [
        HandedIn(name, name, START, START + timedelta(minutes=4), Ending.STUDENT, given, {"one": 12.34})
        for name, given in (("Ada", ada), (EVIL, evil))
    ]
    by_hand = Marking(overrides={"two": Override(Fraction(1, 3))})
    return class_results(QUIZ, handed_in, lambda attempt: by_hand if attempt == EVIL else Marking())


def read_csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_csv_has_a_row_for_each_student(results: ClassResults) -> None:
    ada, evil = read_csv(mark_tables.marks_as_csv(mark_tables.marks_by_student(results)))
    assert (ada["student"], ada["earned"], ada["possible"], ada["per cent"]) == ("Ada", "1", "3", "33.33")
    assert [ada[f"question {number}"] for number in (1, 2, 3)] == ["1", "", "0"]
    assert [evil[f"question {number}"] for number in (1, 2, 3)] == ["0", "0.3333", ""]
    assert (ada["started"], ada["handed in"]) == ("2026-11-30T08:00:00+00:00", "2026-11-30T08:04:00+00:00")


def test_the_csv_by_answer_says_in_words_what_was_given(results: ClassResults) -> None:
    rows = read_csv(mark_tables.marks_as_csv(mark_tables.marks_by_answer(results)))
    assert [(row["question"], row["answer"], row["earned"]) for row in rows[:3]] == [
        ("1", "Elbe", "1"),
        ("2", "", "0"),
        ("3", "Rhine → Elbe", "0"),
    ]
    assert (rows[4]["by hand"], rows[0]["seconds"]) == ("yes", "12.3")


def test_no_cell_of_a_csv_begins_as_a_formula(results: ClassResults) -> None:
    tables = (mark_tables.marks_by_student(results), mark_tables.marks_by_answer(results))
    cells = [cell for rows in tables for row in read_csv(mark_tables.marks_as_csv(rows)) for cell in row.values()]
    assert f"'{EVIL}" in cells and "'=1+1?" in cells and "'+49 1 <b>" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_the_workbook_has_both_tables_with_numbers_as_numbers_and_no_formula(results: ClassResults) -> None:
    data = mark_tables.marks_as_xlsx(results)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    students = book.get_sheet_by_name("students").to_python()
    assert students[1][:4] == ["Ada", 1.0, 3.0, 33.33] and students[2][0] == EVIL
    assert len(book.get_sheet_by_name("answers").to_python()) == 7
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_the_json_has_exact_points_and_raw_answers(results: ClassResults) -> None:
    record = json.loads(mark_tables.marks_as_json(CLASS, results, ()))
    assert [each["id"] for each in record["questions"]] == ["one", "two", "three"]
    assert [each["earned"] for each in record["students"]] == ["1", "1/3"]
    assert record["students"][1]["answers"][1] == {
        "question": "two",
        "given": {"answer": ["+49 1 <b>"]},
        "earned": "1/3",
        "possible": "1",
        "by hand": True,
        "marked by": "teacher",
    }


def test_the_zip_has_the_quiz_and_every_file_and_the_same_bytes_each_time(results: ClassResults) -> None:
    first, second = (mark_tables.class_as_zip(CLASS, results, (), b"format: quizengine/1\n") for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == ["quiz.yaml", "students.csv", "answers.csv", "marks.xlsx", "class.json"]
        assert archive.read("quiz.yaml") == b"format: quizengine/1\n"
        assert archive.read("students.csv") == mark_tables.marks_as_csv(mark_tables.marks_by_student(results))


def test_a_class_without_anybody_gives_empty_tables() -> None:
    nobody = class_results(QUIZ, [], lambda attempt: Marking())
    assert mark_tables.marks_as_csv(mark_tables.marks_by_student(nobody)).decode("utf-8-sig").strip() == ""
    assert CalamineWorkbook.from_filelike(io.BytesIO(mark_tables.marks_as_xlsx(nobody))).sheet_names == [
        "students",
        "answers",
    ]
