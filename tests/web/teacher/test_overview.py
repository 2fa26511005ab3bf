"""The teacher's pages, and who may see them."""

import re
from dataclasses import replace

from flask import Flask

from quizengine.desk.library import Library
from quizengine.extensions.records import Finding
from quizengine.store import misses
from quizengine.web import create_app

TOKEN = "a-token-for-the-teacher-alone"


def test_no_page_of_the_teacher_opens_without_the_token(student, app: Flask):
    rules = [rule for rule in app.url_map.iter_rules() if str(rule).startswith("/teacher")]
    assert len(rules) == 84
    for rule in rules:
        address = re.sub(r"<[^>]+>", "yaml", str(rule).replace("<name>", "paper-mill"))
        method = "POST" if "POST" in (rule.methods or ()) else "GET"
        for query in ("", "?token=", "?token=wrong", f"?token={TOKEN[:-1]}", f"?token={TOKEN}x"):
            answer = student.open(address + query, method=method, headers={"Origin": "http://localhost"})
            assert (str(rule), answer.status_code) == (str(rule), 403)


def test_the_token_is_taken_at_the_one_address_that_is_printed(student):
    assert student.get(f"/teacher/results?token={TOKEN}").status_code == 403


def test_the_token_leaves_the_address_and_stays_out_of_the_cookie(student):
    answer = student.get(f"/teacher?token={TOKEN}")
    assert (answer.status_code, answer.location) == (303, "/teacher")
    cookie = answer.headers["Set-Cookie"]
    assert TOKEN not in cookie
    assert "HttpOnly" in cookie
    assert student.get("/teacher").status_code == 200


def test_a_new_token_closes_what_the_old_one_opened(teacher, app: Flask, engine, library, store):
    later = create_app(
        engine, library, store, secret_key=app.secret_key, teacher_token="another-token-of-the-teacher"
    ).test_client()
    cookie = teacher.get_cookie(f"{app.config['SESSION_COOKIE_NAME']}_teacher", path="/teacher")
    later.set_cookie(cookie.key, cookie.value, path="/teacher")
    assert later.get("/teacher").status_code == 403


def test_a_student_does_not_become_a_teacher(student):
    student.begin()
    assert student.get("/teacher/quizzes/paper-mill").status_code == 403


def test_the_first_page_has_a_card_for_each_quiz_and_each_class_under_way(teacher, student):
    assert "Classes under way" not in teacher.get("/teacher").text
    code = teacher.open_class("class")
    student.send(f"{student.join(code)}/submit")
    page = teacher.get("/teacher").text
    assert "Classes under way" in page and page.count("1 student, 1 handed in") == 2
    assert 'The paper mill</a></h3>\n<p><span class="badge open">Open</span>' in page
    assert "8 questions" in page and 'href="/teacher/quizzes/paper-mill/preview"' in page
    teacher.send(f"/teacher/classes/{code}/close")
    assert "Classes under way" not in teacher.get("/teacher").text


def test_the_page_of_plugins_lists_what_they_offer(teacher):
    page = teacher.get("/teacher/plugins").text
    for words in (
        "8 question types",
        "format yaml",
        "question type true_false",
    ):
        assert words in page


def test_the_first_page_counts_findings_and_leads_to_them(engine, library: Library, store):
    finding = Finding("found “anser”, expected answer", file="bad.yaml", line=7, column=3)
    told = replace(library, findings=(finding,))
    client = create_app(engine, told, store, secret_key=b"k" * 32, teacher_token=TOKEN).test_client()
    page = client.get(f"/teacher?token={TOKEN}", follow_redirects=True).text
    assert "1 thing to look at in files and plugins" in page
    page = client.get("/teacher/plugins").text
    assert "bad.yaml:7:3: found “anser”, expected answer" in page


def test_a_quiz_is_shown_with_keys_reasons_and_proof(teacher):
    page = teacher.get("/teacher/quizzes/paper-mill").text
    assert 'The stream ran dry.</span> <span class="state">(right)' in page
    assert "900 sheets" in page
    assert "Accepted: from 855 to 945." in page
    assert "Also accepted: Marsh, the teacher Ida Marsh." in page
    assert "The diary belonged to the school" in page
    assert "<mark>After the fire of 1902 the mill was never rebuilt.</mark>" in page
    assert "your answer" not in page.casefold()


def test_results_list_who_has_submitted_and_nobody_else(teacher, student, other, right):
    student.send(f"{student.begin('Ada')}/submit")
    attempt = other.begin("Bo")
    page = teacher.get("/teacher/results").text
    assert "Ada" in page
    assert "0 of 11" in page
    assert "Bo" not in page
    other.send(f"{attempt}/1", right[0])
    other.send(f"{attempt}/submit")
    page = teacher.get("/teacher/results").text
    assert page.index("Bo") < page.index("Ada")
    address = re.search(r'href="(/teacher/results/[^"]+)"', page)[1]
    assert "1 of 11 points" in teacher.get(address).text


def test_an_attempt_under_way_is_not_shown(teacher, student):
    attempt = student.begin()
    assert teacher.get(f"/teacher/results/{attempt.rsplit('/', 1)[1]}").status_code == 404


def test_tokens_cannot_be_tried_one_after_the_other(app: Flask, student, teacher):
    answers = [student.get(f"/teacher?token={number:040}") for number in range(25)]
    assert [answer.status_code for answer in answers] == [403] * misses.MOST + [429] * (25 - misses.MOST)
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert student.get("/join?code=KTR4XN").status_code == 404
    assert teacher.get("/teacher").status_code == 200


def test_a_right_token_is_never_refused_whoever_has_guessed_wrong(student, other):
    for number in range(misses.MOST + 5):
        student.get(f"/teacher?token={number:040}")
    assert other.get(f"/teacher?token={TOKEN}").status_code == 303
    assert other.get("/teacher").status_code == 200


def test_a_quiz_that_is_paused_by_an_open_test_says_so(teacher) -> None:
    address = "/teacher/quizzes/paper-mill"
    assert "Every student can take the quiz." in teacher.get(address).text
    assert "Paused" not in teacher.get("/teacher").text
    teacher.open_class("test")
    for page in (teacher.get(address).text, teacher.get("/teacher").text):
        assert "Every student can take the quiz." not in page
        assert "only students with a class code can take the quiz" in page
        assert '<span class="badge upcoming">Paused</span>' in page


def test_the_teacher_is_told_that_a_test_pauses_the_quiz_before_giving_it(teacher) -> None:
    assert "only students with a class code can take this quiz" in teacher.get("/teacher/quizzes/paper-mill/class").text
