"""What students type goes through the real form: saved, asked back or refused as the table of typed answers says."""

import re
from dataclasses import replace

import pytest

from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.quiz.quiz import Quiz
from quizengine.store import Store
from quizengine.web import create_app
from tests.quiz.grading.typed_table import ROWS
from tests.web.conftest import KEY, TOKEN, another

VERDICTS = {"+": {"right"}, "~": {"part"}, "-": {"wrong", "none"}, "?": {"none"}}
"""What the result says of an answer; what cannot be read as a number is not saved, and so not answered."""


@pytest.mark.parametrize("locale", ["en", "de", "es", "fr"])
def test_a_typed_answer_is_graded_through_the_form(locale: str, engine: Engine, library: Library, store: Store) -> None:
    rows = [row for row in ROWS if row.locale == locale]
    questions = tuple(replace(row.question, id=f"typed-{number}") for number, row in enumerate(rows, 1))
    entry = replace(library.entries[0], name="typed", quiz=Quiz("Typed", questions, locale=locale))
    student = another(create_app(engine, Library((entry,), ()), store, secret_key=KEY, teacher_token=TOKEN))
    attempt = student.begin(quiz="typed")
    for number, row in enumerate(rows, 1):
        page = student.send(f"{attempt}/{number}", {"part-1": row.typed})
        assert row.sign in "-?" or "There is a problem" not in page, row
        assert row.sign != "?" or "There is a problem" in page, row
    result = student.send(f"{attempt}/submit")
    verdicts = dict(re.findall(r'id="question-(\d+)">[^<]*<span class="verdict (\w+)"', result))
    assert len(verdicts) == len(rows) > 10
    assert [str(row) for n, row in enumerate(rows, 1) if verdicts[str(n)] not in VERDICTS[row.sign]] == []


def test_a_demanded_unit_is_asked_for_and_a_near_miss_is_told(engine: Engine, library: Library, store: Store) -> None:
    rows = [next(row for row in ROWS if row.typed == typed and row.sign in "?~") for typed in ("20", "photosyntesis")]
    questions = tuple(replace(row.question, id=f"typed-{number}") for number, row in enumerate(rows, 1))
    entry = replace(library.entries[0], name="typed", quiz=Quiz("Typed", questions))
    student = another(create_app(engine, Library((entry,), ()), store, secret_key=KEY, teacher_token=TOKEN))
    attempt = student.begin(quiz="typed")
    page = student.get(f"{attempt}/1").text
    assert "Write the number with its unit." in page and ">N<" not in page
    assert "“20” has no unit. Write the number with its unit." in student.send(f"{attempt}/1", {"part-1": "20"})
    student.send(f"{attempt}/1", {"part-1": "0.02 kN"})
    student.send(f"{attempt}/2", {"part-1": "photosyntesis"})
    result = student.send(f"{attempt}/submit")
    assert "1.5 of 2 points" in result
    assert "This differs by one letter from “<bdi>photosynthesis</bdi>”." in result
