"""The page of a class's results: 2,000 attempts at 20 questions, asked for by a teacher.

python benchmarks/class_results.py                  2,000 students
python benchmarks/class_results.py --students 30    a class
python benchmarks/class_results.py --most 0.3       an error when half of the pages take longer than so many seconds

Time is that of the processor, so other programs on the machine do not count.
"""

import argparse
import gc
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizengine.bank import read_bank
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.attempt import Attempt, Mode, grade_attempt
from quizengine.quiz.parts import Option, Response
from quizengine.quiz.quiz import Quiz
from quizengine.store import Assignment, Store
from quizengine.store.stored import format_time
from quizengine.web import create_app

TOKEN, CODE = "a-token-for-the-teacher-alone", "KTR4XN"


def main() -> None:
    """Print how long the page took; exit code 1 if that was too long."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--students", type=int, default=2000)
    arguments.add_argument("--times", type=int, default=15)
    arguments.add_argument("--most", type=float, default=float("inf"))
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "question_banks").mkdir()
        (folder / "question_banks" / "rivers.yaml").write_text(bank(), "utf-8")
        engine = start(folder)
        store = Store(folder / "quizengine.db")
        quiz = read_bank(bank().encode(), "rivers.yaml", engine.registry.question_types).quiz
        fill(store, folder / "quizengine.db", quiz, chosen.students)
        app = create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)
        client = app.test_client()
        client.get(f"/teacher?token={TOKEN}")
        gc.freeze()  # as the server does
        took, size = [], 0
        for _ in range(chosen.times):
            began = time.process_time()
            answer = client.get(f"/teacher/classes/{CODE}/results")
            took.append(time.process_time() - began)
            assert answer.status_code == 200
            size = len(answer.data)
        store.close()
    half = statistics.median(took)
    print(
        f"{chosen.students} students, 20 questions: {1000 * half:.0f} ms (first {1000 * took[0]:.0f}), {size:,} bytes"
    )
    sys.exit(half > chosen.most)


def bank() -> str:
    """Twelve questions with four options each, four numbers and four words."""
    lines = ["format: quizengine/1", "title: Rivers", "questions:"]
    lines += [
        f"  - {{type: choice, stem: Which is river {number}?, answer: a{number}, distractors: [b, c, d]}}"
        for number in range(1, 13)
    ]
    for number in range(1, 5):
        lines.append(f"  - {{type: numeric, stem: How long is river {number}?, answer: {100 * number}}}")
        lines.append(f"  - {{type: short_text, stem: What is river {number} called?, answer: name{number}}}")
    return "\n".join(lines) + "\n"


def fill(store: Store, path: Path, quiz: Quiz, students: int) -> None:
    """Let so many students join, answer and hand in: straight into the tables, as only reading is measured here."""
    assignment = Assignment(CODE, "", "rivers", quiz.title, "", quiz.id, Mode.CLASS, None, datetime.now(UTC))
    store.assignments.open(assignment, bank().encode())
    digest = store.assignments.find(CODE).quiz
    chance, began = random.Random(1), datetime.now(UTC)
    with closing(sqlite3.connect(path)) as file, file:
        for number in range(students):
            responses = {question.id: response(chance, at) for at, question in enumerate(quiz.questions)}
            score = grade_attempt(quiz, Attempt(quiz.id, "", responses)).score
            ended = format_time(began + timedelta(minutes=20))
            values = (str(number), "o", "rivers", "Rivers", digest, quiz.id, f"Student {number}", format_time(began))
            values += (ended, str(score.earned), str(score.possible), CODE, "student")
            file.execute(
                "INSERT INTO attempts (id, owner, entry, title, quiz, quiz_id, student, started_at, submitted_at,"
                " earned, possible, assignment, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
            file.executemany(
                "INSERT INTO responses (attempt, question, given, saved_at) VALUES (?, ?, ?, ?)",
                (
                    (str(number), name, json.dumps(given), format_time(began + timedelta(seconds=30 * at + number % 9)))
                    for at, (name, given) in enumerate(responses.items(), 1)
                ),
            )


def response(chance: random.Random, at: int) -> Response:
    """One answer, right or wrong, as students give them."""
    if at < 12:
        return {"answer": (Option.of(chance.choice([f"a{at + 1}", f"a{at + 1}", "b", "c", "d"])).id,)}
    return {"answer": (chance.choice(["100", "200", "300", "name1", "name2", f"{chance.randrange(500)}"]),)}


if __name__ == "__main__":
    main()
