"""A student's way through a quiz, page by page."""

import re
import sqlite3
from contextlib import closing

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.quiz.parts import Option
from quizengine.store import Store
from quizengine.web import create_app


def title(page: str) -> str:
    return re.sub(r"\s+", " ", re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1])


def test_the_list_offers_every_quiz_with_its_number_of_questions(student):
    page = student.get("/").text
    assert "The paper mill" in page
    assert "8 questions" in page


def test_every_right_answer_earns_every_point(student, right):
    attempt = student.begin()
    for number, form in enumerate(right, 1):
        page = student.send(f"{attempt}/{number}", form)
    assert "Check your answers" in title(page)
    assert "Submit 8 answers" in page
    page = student.send(f"{attempt}/submit")
    assert title(page).startswith("Your result")
    assert "11 of 11 points" in page
    assert page.count(">Right</span>") == 8


def test_the_title_says_which_question_of_how_many(student):
    attempt = student.begin()
    assert title(student.get(f"{attempt}/3").text) == "Question 3 of 8: The paper mill – quizengine"


def test_saving_goes_on_to_the_next_question(student, right):
    attempt = student.begin()
    assert title(student.send(f"{attempt}/1", right[0])).startswith("Question 2 of 8")


def test_a_question_can_be_left_without_an_answer(student):
    attempt = student.begin()
    for number in range(1, 9):
        page = student.send(f"{attempt}/{number}", {})
    assert page.count("Not answered") == 8
    assert "Submit without any answer" in page
    assert "0 of 11 points" in student.send(f"{attempt}/submit")


def test_nothing_is_chosen_beforehand(student):
    attempt = student.begin()
    for number in range(1, 9):
        page = student.get(f"{attempt}/{number}").text
        assert " checked" not in page
        assert " selected" not in page
        assert all(value == "" for value in re.findall(r'type="text"[^>]* value="([^"]*)"', page))


@pytest.mark.parametrize("number", range(1, 9))
def test_a_saved_answer_is_shown_again(student, right, number):
    attempt = student.begin()
    student.send(f"{attempt}/{number}", right[number - 1])
    page = student.get(f"{attempt}/{number}").text
    shown = (
        re.findall(r'value="([^"]+)" checked', page)
        + re.findall(r'value="([^"]+)" selected', page)
        + [value for value in re.findall(r'type="text"[^>]* value="([^"]*)"', page) if value]
    )
    assert sorted(shown) == sorted(value for values in right[number - 1].values() for value in values)


def test_change_comes_back_to_the_check(student, right):
    attempt = student.begin()
    assert f'href="{attempt}/4?to=check"' in student.get(f"{attempt}/check").text
    assert 'name="to" value="check"' in student.get(f"{attempt}/4?to=check").text
    page = student.send(f"{attempt}/4", {**right[3], "to": "check"})
    assert title(page).startswith("Check your answers")
    assert "900 sheets" in page


def test_the_check_shows_answers_in_words(student, right):
    attempt = student.begin()
    for number, form in enumerate(right, 1):
        student.send(f"{attempt}/{number}", form)
    page = student.get(f"{attempt}/check").text
    for words in ("The stream ran dry.", "Tilde Brook", "False", "900 sheets", "Ida Marsh", "hard coal", "1902"):
        assert words in page
    lines = re.search(r"<ol>(.*?)</ol>", page, re.DOTALL)[1]
    assert lines.index("The brothers grind corn.") < lines.index("The mill is built.") < lines.index("The fire")


def test_an_answer_can_be_taken_back(student, right):
    attempt = student.begin()
    student.send(f"{attempt}/1", right[0])
    assert student.get(f"{attempt}/check").text.count("Not answered") == 7
    student.send(f"{attempt}/1", {})
    assert student.get(f"{attempt}/check").text.count("Not answered") == 8


def test_a_number_that_cannot_be_read_is_an_error_that_costs_nothing(student):
    attempt = student.begin()
    page = student.send(f"{attempt}/4", {"part-1": "nine hundredish"})
    assert title(page).startswith("Error: Question 4 of 8")
    assert "There is a problem" in page
    assert 'href="#part-1"' in page
    assert 'value="nine hundredish"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="part-1-error"' in page
    assert student.get(f"{attempt}/check").text.count("Not answered") == 8


def test_a_number_is_echoed_as_it_was_read(student):
    attempt = student.begin()
    student.send(f"{attempt}/4", {"part-1": "9 hundred"})
    assert "read as 900" in student.get(f"{attempt}/check").text


@pytest.mark.parametrize(
    ("places", "words"),
    [(["1", "2", "", ""], "Some lines have no place yet"), (["1", "2", "2", "4"], "You gave place 2 more than once")],
)
def test_an_order_that_is_not_whole_is_an_error_and_stays_on_the_page(student, places, words):
    attempt = student.begin()
    page = student.send(f"{attempt}/8", student.places(f"{attempt}/8", *places))
    assert words in page
    assert re.findall(r'value="(\d)" selected', page) == [place for place in places if place]


def test_a_text_beyond_measure_is_an_error_that_says_the_limit(student):
    attempt = student.begin()
    page = student.send(f"{attempt}/5", {"part-1": "x" * 1001})
    assert "Shorten it to 1,000 or fewer" in page
    assert student.get(f"{attempt}/check").text.count("Not answered") == 8


def test_a_place_that_there_is_not_is_refused(student):
    attempt = student.begin()
    form = student.places(f"{attempt}/8", "1", "2", "3", "5")
    assert student.post(f"{attempt}/8", data=form, headers={"Origin": "http://localhost"}).status_code == 400


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (1, {"part-1": "no-such-option"}),
        (3, {"part-1": ["true", "false"]}),
        (8, {"part-1": ["1", "2"]}),
        (1, {"part-1": "3e2c5ba9"}),
    ],
)
def test_what_no_page_of_ours_sends_is_refused(student, number, form):
    attempt = student.begin()
    answer = student.post(f"{attempt}/{number}", data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 400
    assert student.get(f"{attempt}/check").text.count("Not answered") == 8


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "Enter your name"), (" \u202e\x00 ", "Enter your name"), ("x" * 81, "80 characters or fewer")],
)
def test_a_name_that_will_not_do_is_an_error(student, name, words):
    student.get("/quizzes/paper-mill")
    page = student.send("/quizzes/paper-mill", {"student": name, "once": "1"})
    assert title(page).startswith("Error: ")
    assert words in page


def test_a_name_loses_what_cannot_be_seen(student):
    attempt = student.begin("  Zoë\u202e   Ōtani\n")
    assert "<bdi>Zoë Ōtani</bdi>" in student.get(f"{attempt}/1").text


def test_the_same_start_form_sent_twice_begins_one_attempt(student):
    page = student.get("/quizzes/paper-mill").text
    form = {"student": "Ada", "once": re.search(r'name="once" value="([^"]+)"', page)[1]}
    first, second = (
        student.post("/quizzes/paper-mill", data=form, headers={"Origin": "http://localhost"}).location for _ in "ab"
    )
    assert first == second
    assert student.get("/quizzes/paper-mill").text.count("Continue as") == 1


def test_a_browser_without_cookies_is_told_so(app: Flask):
    client = app.test_client(use_cookies=False)
    form = {"student": "Ada", "once": "1"}
    page = client.post("/quizzes/paper-mill", data=form, headers={"Origin": "http://localhost"}).text
    assert "Allow cookies for this page" in page


def test_submitting_twice_counts_once(student, right, store: Store):
    attempt = student.begin()
    student.send(f"{attempt}/1", right[0])
    first = student.send(f"{attempt}/submit")
    assert student.send(f"{attempt}/submit") == first
    assert len(store.submitted()) == 1


def test_after_submitting_nothing_can_be_changed_and_the_page_says_so(student, right):
    attempt = student.begin()
    student.send(f"{attempt}/submit")
    answer = student.post(f"{attempt}/1", data=right[0], headers={"Origin": "http://localhost"})
    assert answer.status_code == 409
    assert "was not saved" in answer.text
    assert "0 of 11 points" in student.get(f"{attempt}/result").text


@pytest.mark.parametrize("page", ["1", "check"])
def test_going_back_after_submitting_shows_the_result(student, page):
    attempt = student.begin()
    student.send(f"{attempt}/submit")
    answer = student.get(f"{attempt}/{page}")
    assert answer.status_code == 303
    assert answer.location == f"{attempt}/result"


def test_there_is_no_result_before_submitting(student):
    attempt = student.begin()
    assert student.get(f"{attempt}/result").location == f"{attempt}/check"


def test_the_result_marks_the_evidence_in_its_paragraph(student):
    attempt = student.begin()
    page = student.send(f"{attempt}/submit")
    quotes = re.findall(r"<blockquote>(.*?)<mark>(.*?)</mark>(.*?)</blockquote>", page, re.DOTALL)
    assert len(quotes) == 5
    before, quote, after = quotes[1]
    assert (before, quote) == ("", "After the fire of 1902 the mill was never rebuilt.")
    assert after == " What is left of it is the wheel, which the parish keeps oiled."


def test_the_result_says_in_words_what_was_chosen_and_what_is_right(student, fill):
    attempt = student.begin()
    wrong = Option.of("The wheel had burned.")
    student.send(f"{attempt}/1", fill(1, {"answer": (wrong.id,)}))
    page = student.send(f"{attempt}/submit")
    assert 'The wheel had burned.</span> <span class="state">(your answer, wrong)' in page
    assert 'The stream ran dry.</span> <span class="state">(right, not chosen)' in page
    assert "Without water the wheel stood still" in page


def test_a_figure_that_is_near_enough_is_right_and_stands_beside_the_exact_one(student):
    attempt = student.begin()
    student.send(f"{attempt}/4", {"part-1": "910"})
    page = student.send(f"{attempt}/submit")
    assert re.search(r'910 sheets</span>\s*<span class="state">\(right\)</span>', page)
    assert re.search(r"Right answer</dt><dd><span[^>]*>900 sheets", page)
    assert "Accepted: from 855 to 945." in page


def test_a_partly_right_answer_earns_its_part(student, right):
    attempt = student.begin()
    student.send(f"{attempt}/2", {"part-1": right[1]["part-1"][:1]})
    page = student.send(f"{attempt}/submit")
    assert "0.5 of 11 points" in page
    assert ">Partly right</span>" in page


def test_the_quiz_can_be_taken_again_without_typing_the_name_again(student):
    attempt = student.begin("Ada Quill")
    page = student.send(f"{attempt}/submit")
    again = re.search(r'href="(/quizzes/paper-mill\?again=[^"]+)"', page)[1]
    assert 'value="Ada Quill"' in student.get(again).text


def test_leaving_the_computer_hides_its_attempts(student):
    attempt = student.begin()
    student.send(f"{attempt}/submit")
    student.send("/leave")
    assert student.get(f"{attempt}/result").status_code == 404
    assert "Result of" not in student.get("/quizzes/paper-mill").text


def test_an_attempt_keeps_the_quiz_it_was_started_on(student, app, folder, right, store, tmp_path):

    attempt = student.begin()
    student.send(f"{attempt}/1", right[0])
    (tmp_path / "question_banks").mkdir()
    text = (folder / "question_banks" / "paper-mill.yaml").read_text("utf-8")
    edited = text.replace("answer: The stream ran dry.", "answer: Nobody knows.")
    assert edited != text
    (tmp_path / "question_banks" / "paper-mill.yaml").write_text(edited, "utf-8")
    (tmp_path / "school.yaml").write_text("open: all\n")
    changed = start(tmp_path)
    later = create_app(
        changed, open_library(changed), store, secret_key=app.secret_key, teacher_token="another-token-of-the-teacher"
    ).test_client()
    cookie = student.get_cookie(app.config["SESSION_COOKIE_NAME"])
    later.set_cookie(cookie.key, cookie.value)
    assert (
        "Nobody knows."
        in later.post(
            "/quizzes/paper-mill",
            data={"student": "B", "once": "2"},
            headers={"Origin": "http://localhost"},
            follow_redirects=True,
        ).text
    )
    page = later.get(f"{attempt}/1").text
    assert "Nobody knows." not in page
    assert "The stream ran dry." in page


def test_when_the_answer_cannot_be_written_the_page_says_so_and_keeps_it(student, store: Store, tmp_path):
    attempt = student.begin()
    with closing(sqlite3.connect(tmp_path / "attempts.db", isolation_level=None)) as someone:
        someone.execute("BEGIN IMMEDIATE")
        answer = student.post(f"{attempt}/5", data={"part-1": "Ida Marsh"}, headers={"Origin": "http://localhost"})
    assert answer.status_code == 503
    assert "Your answer is not saved" in answer.text
    assert 'value="Ida Marsh"' in answer.text
    assert "Ida Marsh" in student.send(f"{attempt}/5", {"part-1": "Ida Marsh", "to": "check"})


def test_the_result_begins_with_what_was_right_and_unfolds_what_was_missed(student, right):
    attempt = student.begin()
    student.send(f"{attempt}/1", right[0])
    page = student.send(f"{attempt}/submit")
    assert '<p class="outcome">1 of 8 right (13 %)</p>' in page and "1 of 11 points" in page
    assert page.index("Try the 7 I missed") < page.index('id="question-1"')
    assert re.findall(r'<details class="asked"( open)?>', page) == ["", *[" open"] * 7]


def test_flagging_a_question_is_no_saved_answer(student) -> None:
    attempt = student.begin()
    student.send(f"{attempt}/1", {"flag": "1"})
    for page in (f"{attempt}/2", f"{attempt}/check"):
        assert (
            "Last answer saved" not in student.get(page).text
            and "All answers below are saved" not in student.get(page).text
        )


def test_who_hands_in_a_test_alone_is_not_told_of_others(student, teacher) -> None:
    attempt = student.join(teacher.open_class("test"))
    page = student.send(f"{attempt}/submit")
    assert "The test is still open." in page and "Other students" not in page
