"""`results` and `generate --measured`: from what students gave to how hard the questions are."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import Result

from quizengine import start
from quizengine.bank import read_bank
from quizengine.extensions.shipped import shipped_folder
from quizengine.quiz.attempt import grade_attempt, scorer
from quizengine.quiz.mending import Override
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import SelfMark
from quizengine.store import Start, Store

Run = Callable[..., Result]

BANK = b"""\
format: quizengine/1
title: Rivers
questions:
  - {type: short_text, stem: Which river flows through Hamburg?, answer: Elbe}
  - {type: short_text, stem: Which river flows through Cairo?, answer: Nile}
"""
TYPES = start().registry.question_types
RIVERS = read_bank(BANK, "rivers.yaml", TYPES).quiz


def give(
    path: Path, name: str, *answers: str, quiz: Quiz = RIVERS, bank: bytes = BANK, owner: str = "", submit: bool = True
) -> None:
    """Take the quiz as a student, in order; an empty answer is none."""
    owner = owner or name
    with closing(Store(path)) as store:
        store.begin(Start(name, owner, "Ada", "rivers", quiz.title, quiz.id, bank))
        for question, answer in zip(quiz.questions, answers, strict=False):
            if answer:
                part = next(iter(question.key()))
                store.respond(name, owner, question.id, {part: (answer,)})
        if submit:
            store.submit(name, owner, lambda attempt: grade_attempt(quiz, attempt).score)


@pytest.fixture
def class_of_40(tmp_path: Path) -> Path:
    """Thirty know both rivers, ten know the Elbe and take the Nile for the Niger."""
    path = tmp_path / "quizengine.db"
    for number in range(30):
        give(path, f"good-{number}", "Elbe", "Nile")
    for number in range(10):
        give(path, f"weak-{number}", "Elbe" if number < 5 else "Rhine", "Niger")
    return path


def test_the_table_says_how_many_were_right_and_how_hard_that_makes_it(run: Run, class_of_40: Path) -> None:
    lines = run("results", class_of_40).stdout.splitlines()
    assert lines[0] == "Rivers (rivers): 40 first attempts"
    assert lines[2].split()[:3] == ["40/40", "35", "0.12"] and "Hamburg" in lines[2]
    assert lines[3].split()[:6] == ["40/40", "30", "0.25", "(0.14", "to", "0.40)"] and "Cairo" in lines[3]


def test_the_folder_that_was_served_will_do(run: Run, class_of_40: Path) -> None:
    assert run("results", class_of_40.parent).stdout == run("results", class_of_40).stdout


def test_json_and_csv_hold_the_same(run: Run, class_of_40: Path) -> None:
    rows = json.loads(run("results", class_of_40, "--format", "json").stdout)
    table = list(csv.DictReader(io.StringIO(run("results", class_of_40, "--format", "csv").stdout)))
    assert [row["stem"] for row in table] == [row["stem"] for row in rows] == [q.stem for q in RIVERS.questions]
    assert rows[1]["difficulty"] == 0.25 and rows[1]["discrimination"] == pytest.approx(0.6547, abs=1e-4)
    assert float(table[1]["discrimination"]) == rows[1]["discrimination"]


def test_few_answers_say_nothing(run: Run, tmp_path: Path) -> None:
    for number in range(9):
        give(tmp_path / "few.db", f"s-{number}", "Elbe", "Nile")
    assert "too few answers" in run("results", tmp_path / "few.db").stdout.splitlines()[2]
    (row, _) = json.loads(run("results", tmp_path / "few.db", "--format", "json").stdout)
    assert (row["answered"], row["difficulty"], row["low"], row["discrimination"]) == (9, None, None, None)


def test_sentences_count_once_marked_and_those_marked_by_students_are_told(run: Run, tmp_path: Path) -> None:
    bank = (
        b"format: quizengine/1\ntitle: Ice\nquestions: [{type: open, stem: Why does ice float?, answer: It is light.}]"
    )
    quiz, path = read_bank(bank, "ice.yaml", TYPES).quiz, tmp_path / "ice.db"
    [question] = quiz.questions
    for number in range(12):
        give(path, f"s-{number}", "It is light.", quiz=quiz, bank=bank)
    with closing(Store(path)) as store:
        for number in range(10):
            store.mending.mark_own(f"s-{number}", f"s-{number}", question.id, SelfMark.FULL, scorer(quiz))
        for number in (0, 10):
            store.mending.override(f"s-{number}", question.id, Override(Fraction(0)), scorer(quiz))
    assert run("results", path).stdout.splitlines()[2].split()[:2] == ["11/11", "9"]
    assert run("results", path).stdout.splitlines()[2].endswith("Why does ice float? (9 marked by students)")
    (row,) = json.loads(run("results", path, "--format", "json").stdout)
    assert (row["difficulty"], row["marked by students"]) == (pytest.approx(2 / 11), 9)


def test_only_first_attempts_that_were_submitted_count(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    give(path, "first", "Rhine", "", owner="browser")
    give(path, "second", "Elbe", "Nile", owner="browser")
    give(path, "left", "Elbe", "Nile", submit=False)
    rows = json.loads(run("results", path, "--format", "json").stdout)
    assert [(row["asked"], row["answered"], row["full"]) for row in rows] == [(1, 1, 0), (1, 0, 0)]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "there is no file of attempts here"),
        (lambda path: path.write_text("a letter"), "is no file of attempts"),
        (lambda path: Store(path).close(), "No attempt was submitted yet."),
    ],
)
def test_a_file_without_attempts_is_told_in_a_line(run: Run, make: Callable[[Path], object], words: str) -> None:
    make(Path("some.db"))
    result = run("results", "some.db")
    assert words in result.output and len(result.output.splitlines()) == 1


def test_an_unknown_quiz_is_told_with_those_there_are(run: Run, class_of_40: Path) -> None:
    result = run("results", class_of_40, "--quiz", "lakes")
    assert result.exit_code == 1 and "found no attempts at lakes, expected one of: rivers" in result.output


def test_generate_takes_the_difficulty_that_was_measured(run: Run, tmp_path: Path) -> None:
    shutil.copy(shipped_folder("seeds") / "river-eels.txt", "eels.txt")
    run("generate", "eels.txt", "-o", "eels.yaml")
    bank = Path("eels.yaml").read_bytes()
    quiz = read_bank(bank, "eels.yaml", TYPES).quiz
    for number in range(20):
        give(tmp_path / "eels.db", f"s-{number}", *["nothing of the kind"] * len(quiz.questions), quiz=quiz, bank=bank)
    told = run("generate", "eels.txt", "--explain", "--measured", "eels.db").stderr
    assert len(quiz.questions) > 0 and told.count("taken: hard (1.00, measured)") == len(quiz.questions)
    left = run("generate", "eels.txt", "--difficulty", "easy", "--explain", "--measured", "eels.db").stderr
    assert left.count("it is hard (1.00, measured)") == len(quiz.questions)
