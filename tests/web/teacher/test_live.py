"""The page of a class says who is where, for the script that asks every five seconds and for the button."""

import re
from html import unescape


def text_of(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def live(teacher, code):
    return text_of(re.search(r'<div id="live">.*?</table>', teacher.get(f"/teacher/classes/{code}").text, re.DOTALL)[0])


def test_who_joined_who_saved_which_question_and_who_handed_in_is_told(teacher, student, other, right):
    code = teacher.open_class("class")
    attempt = student.join(code, "Ada")
    other.join(code, "Ben")
    said = live(teacher, code)
    assert "2 students" in said and "0 have handed in, 2 are working." in said
    assert "Ben 0 of 8 working –" in said
    student.send(f"{attempt}/5", right[4])
    student.send(f"{attempt}/2", right[1])
    assert re.search(r"Ada 2 of 8 working, saved question 2 at \d\d:\d\d", live(teacher, code))
    student.send(f"{attempt}/submit")
    said = live(teacher, code)
    assert "1 has handed in, 1 is working." in said
    assert re.search(r"Ada 2 of 8 handed in at", said)


def test_with_a_time_limit_the_end_is_told_too(teacher, student, right):
    code = teacher.open_class("class", "20")
    attempt = student.join(code, "Ada")
    student.send(f"{attempt}/1", right[0])
    assert re.search(r"working, until \d\d:\d\d; last saved question 1", live(teacher, code))


def test_the_script_is_on_the_page_of_an_open_class_only(teacher):
    code = teacher.open_class("class")
    assert "/static/live.js" in teacher.get(f"/teacher/classes/{code}").text
    teacher.send(f"/teacher/classes/{code}/close")
    assert "/static/live.js" not in teacher.get(f"/teacher/classes/{code}").text
