"""A teacher is signed in until the browser is closed, for twelve hours at most, and can sign out on every page."""

import re
from datetime import timedelta

import pytest

from quizengine.web.security import teacher_cookie
from tests.web.conftest import TOKEN, another

SIGN_OUT = re.compile(r'<form class="sign-out" method="post" action="/leave">')
ADDRESSES = ("/teacher", "/teacher/classes", "/teacher/results", "/teacher/reports", "/teacher/address")
MORE = ("quizzes/paper-mill", "quizzes/paper-mill/class", "quizzes/paper-mill/more")
OF_A_CLASS = ("", "/projector", "/close")


def cookies(answer) -> list[str]:
    return answer.headers.getlist("Set-Cookie")


def test_every_teacher_s_page_can_be_signed_out_of(teacher, student):
    code = teacher.open_class("class", "5")
    attempt = student.join(code).rsplit("/", 1)[1]
    others = (f"/teacher/classes/{code}/students/{attempt}",)
    for address in (
        *ADDRESSES,
        *(f"/teacher/{each}" for each in MORE),
        *(f"/teacher/classes/{code}{each}" for each in OF_A_CLASS),
        *others,
    ):
        answer = teacher.get(address)
        assert (address, answer.status_code, len(SIGN_OUT.findall(answer.text))) == (address, 200, 1)
    student.send(f"/attempts/{attempt}/submit")
    teacher.send(f"/teacher/classes/{code}/close")
    for address in (
        f"/teacher/classes/{code}/reopen",
        f"/teacher/classes/{code}/delete",
        f"/teacher/results/{attempt}",
    ):
        assert len(SIGN_OUT.findall(teacher.get(address).text)) == 1


def test_who_leaves_the_computer_is_no_teacher_any_more(teacher):
    teacher.begin("Ada")
    assert teacher.get("/teacher").status_code == 200
    answer = teacher.post("/leave", headers={"Origin": "http://localhost"})
    assert (answer.status_code, answer.location) == (303, "/")
    assert teacher.get("/teacher").status_code == 403
    assert "Started in this browser" not in teacher.get("/quizzes/paper-mill").text


def test_the_cookie_ends_with_the_browser_and_goes_to_the_teacher_s_pages_alone(app):
    [cookie] = cookies(another(app).get(f"/teacher?token={TOKEN}"))
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie
    assert all(part in cookie for part in ("Path=/teacher", "HttpOnly", "SameSite=Lax"))


def test_no_student_s_page_lengthens_a_teacher_s_cookie(teacher, monkeypatch: pytest.MonkeyPatch):
    attempt = teacher.begin("Ada")
    for address in ("/", "/quizzes/paper-mill", f"{attempt}/1", f"{attempt}/check", "/teacher", "/teacher/results"):
        assert not any("_teacher=" in each for each in cookies(teacher.get(address))), address
    assert teacher.get("/teacher").status_code == 200
    monkeypatch.setattr(teacher_cookie, "LIFETIME", timedelta(seconds=-1))
    assert teacher.get("/teacher").status_code == 403


@pytest.mark.parametrize("spoilt", ["", "x", "e30.aaaa.bbbb"])
def test_a_cookie_that_was_not_signed_here_opens_nothing(app, spoilt: str):
    browser = another(app)
    browser.set_cookie(f"{app.config['SESSION_COOKIE_NAME']}_teacher", spoilt, path="/teacher")
    assert browser.get("/teacher").status_code == 403


def test_a_student_s_cookie_is_not_taken_for_a_teacher_s(app, student):
    student.begin()
    own = student.get_cookie(app.config["SESSION_COOKIE_NAME"])
    student.set_cookie(f"{own.key}_teacher", own.value, path="/teacher")
    assert student.get("/teacher").status_code == 403


def test_behind_a_prefix_the_cookie_lies_under_it(app):
    browser = another(app)
    answer = browser.get(f"/teacher?token={TOKEN}", environ_overrides={"SCRIPT_NAME": "/quiz"})
    assert "Path=/quiz/teacher" in cookies(answer)[0]
