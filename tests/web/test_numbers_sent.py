"""A whole number beyond all measure, wherever one can be sent, is answered with a page, never with a fault."""

import re

import pytest

from quizengine.web.http.form_data import MOST_DIGITS, whole_number

ORIGIN = {"Origin": "http://localhost"}
HUGE = ["9" * 5000, "9" * 20, "٩" * 5000]


@pytest.mark.parametrize("minutes", HUGE)
def test_the_minutes_of_a_class_are_refused_in_words(teacher, minutes):
    form = {"once": "KTR4XN", "mode": "class", "minutes": minutes}
    answer = teacher.post("/teacher/quizzes/paper-mill/class", data=form, headers=ORIGIN)
    assert answer.status_code == 422
    assert "Enter the minutes as a whole number from 1 to" in answer.text


def test_every_address_with_a_number_is_no_page_for_a_huge_one(app, student):
    numbered = [rule for rule in app.url_map.iter_rules() if "<int:" in rule.rule]
    assert len(numbered) >= 5
    attempt = student.begin().rsplit("/", 1)[1]
    for rule in numbered:
        for huge in HUGE:
            address = rule.rule.replace("<attempt_id>", attempt).replace("<int:number>", huge)
            for method in rule.methods & {"GET", "POST"}:
                assert student.open(address, method=method, headers=ORIGIN).status_code == 404, (rule, method)


@pytest.mark.parametrize("length", HUGE[:2])
def test_a_body_that_says_it_is_huge_is_refused(student, length):
    attempt = student.begin()
    environ = {"CONTENT_LENGTH": length, "CONTENT_TYPE": "application/x-www-form-urlencoded"}
    assert student.post(f"{attempt}/1", headers=ORIGIN, environ_overrides=environ).status_code == 413


@pytest.mark.parametrize("place", HUGE)
def test_a_place_in_an_order_is_refused(student, place):
    attempt = student.begin()
    names = re.findall(r'<select [^>]*name="([^"]+)"', student.get(f"{attempt}/8").text)
    assert len(names) == 4
    assert student.post(f"{attempt}/8", data=dict.fromkeys(names, place), headers=ORIGIN).status_code == 400


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("900", 900),
        ("9" * MOST_DIGITS, 999_999_999),
        ("9" * (MOST_DIGITS + 1), None),
        ("", None),
        ("-1", None),
    ],
)
def test_a_whole_number_is_read_up_to_its_most_digits(text, number):
    assert whole_number(text) == number
