"""The article beside its quiz: students are told of it, and read it where the teacher and every open test let them."""

import re
from dataclasses import replace

import pytest

from quizengine.bank import dump_bank
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.availability import Availability, State
from quizengine.web import create_app
from tests.web.conftest import KEY, TOKEN, another

READ = "Save and read the article"
MAY, MAY_NOT = "You can read it here while you answer.", "You cannot read it here while you answer."
ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture
def title(quiz) -> str:
    assert quiz.article is not None and quiz.article.title
    return quiz.article.title


def give(teacher, mode: str, article: str) -> str:
    """Give the quiz to a class; gives its code."""
    page = teacher.get("/teacher/quizzes/paper-mill/class").text
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    teacher.send("/teacher/quizzes/paper-mill/class", {"once": once, "mode": mode, "article": article})
    return once


def reads(student, attempt: str) -> bool:
    """Whether the article opens from a question; the button for it is there just then."""
    answer = student.get(f"{attempt}/read/2")
    asked = student.get(f"{attempt}/2").text
    assert (READ in asked) == (answer.status_code == 200)
    if answer.status_code != 200:
        assert answer.location == f"{attempt}/2"
        return False
    assert "<mark" not in answer.text and f'href="{attempt}/2"' in answer.text
    return True


def test_the_title_of_the_article_stands_before_the_quiz_and_beside_every_question(student, title: str):
    before = student.get("/quizzes/paper-mill").text
    assert title in before and MAY in before
    attempt = student.begin()
    for number in range(1, 9):
        assert f"About the article “<bdi>{title}</bdi>”" in student.get(f"{attempt}/{number}").text


@pytest.mark.parametrize(
    ("mode", "article", "may"),
    [
        ("practice", "unless-test", True),
        ("class", "unless-test", True),
        ("test", "unless-test", False),
        ("practice", "never", False),
        ("class", "never", False),
        ("test", "never", False),
        ("test", "always", True),
        ("practice", "anything else", False),
    ],
)
def test_the_teacher_decides_who_reads_it(student, teacher, mode: str, article: str, may: bool):
    code = give(teacher, mode, article)
    assert ((MAY if may else MAY_NOT) in student.get(f"/join/{code}").text) is True
    assert reads(student, student.join(code)) is may
    said = "students may read it while they answer" if may else "students do not see it while they answer"
    assert said in teacher.get(f"/teacher/classes/{code}").text


def test_an_answer_is_saved_before_the_article_is_read_and_stays_open(student):
    attempt = student.begin(mode="practice")
    answer = student.post(f"{attempt}/5", data={"part-1": "Ida", "then": "article"}, headers=ORIGIN)
    assert answer.location == f"{attempt}/read/5"
    assert 'value="Ida"' in student.get(f"{attempt}/5").text


def test_while_a_test_without_the_article_is_open_nobody_reads_it(student, other, teacher):
    alone, open_book = student.begin(), other.join(give(teacher, "test", "always"))
    assert reads(other, open_book) and reads(student, alone)
    code = give(teacher, "test", "never")
    assert not reads(other, open_book) and not reads(student, alone)
    teacher.send(f"/teacher/classes/{code}/close")
    assert reads(other, open_book) and reads(student, alone)


def test_the_article_is_another_s_for_whoever_has_not_begun(student, other):
    assert other.get(f"{student.begin()}/read/1").status_code == 404


def test_what_is_handed_in_leads_to_its_result(student):
    attempt = student.begin()
    student.send(f"{attempt}/submit")
    assert student.get(f"{attempt}/read/1").location == f"{attempt}/result"


def test_the_form_asks_about_the_article_and_takes_no_test_for_granted(teacher):
    page = teacher.get("/teacher/quizzes/paper-mill/class").text
    assert re.search(r'name="article" value="unless-test" checked', page)


def test_a_title_that_the_quiz_and_its_article_share_is_not_said_twice(article_folder, store):
    engine = start(article_folder)
    [draft] = [entry for entry in open_library(engine).entries if entry.draft]
    (article_folder / "question_banks").mkdir()
    opened = replace(draft.quiz, availability=Availability(State.OPEN))
    (article_folder / "question_banks" / "troops.yaml").write_bytes(dump_bank(opened))
    app = create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN)
    student = another(app)
    assert "The questions are about the article with this title." in student.get("/quizzes/troops").text
    asked = student.get(f"{student.begin(quiz='troops')}/1").text
    assert "About the article with this title" in asked and READ in asked
