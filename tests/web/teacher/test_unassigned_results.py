"""Results outside of a class, and marking anew what was handed in there before a question was edited."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app
from tests.web.teacher.test_question_editing import form_of

TOKEN = "a-token-for-the-teacher-alone"
QUIZ = "/teacher/quizzes/rivers"
RESULTS = f"{QUIZ}/results"
BANK = """\
format: quizengine/1
title: Rivers
state: open
questions:
  - {type: choice, stem: Which river runs through Dresden?, answer: Rhine, distractors: [Elbe, Oder]}
  - {type: short_text, stem: Which sea does it reach?, answer: North Sea}
  - {type: numeric, stem: How many countries?, answer: 4}
"""


@pytest.fixture
def rivers(tmp_path: Path) -> Path:
    """The bank file of a quiz that is open to everyone, and whose first key is wrong."""
    bank = tmp_path / "question_banks" / "rivers.yaml"
    bank.parent.mkdir()
    bank.write_text(BANK)
    return bank


@pytest.fixture
def app(rivers: Path, store: Store) -> Flask:
    engine = start(rivers.parent.parent)
    return create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)


@pytest.fixture
def take(app, browser_of):
    """Let a student take the quiz without a class, by what the labels say; gives the browser and the address."""

    def taken(student: str, river: str, sea: str, count: str, *, submit: bool = True):
        attempt = (browser := browser_of(app)).begin(student, quiz="rivers")
        page = browser.get(f"{attempt}/1").text
        option = re.search(rf"<input ([^>]+)>\s*<label[^>]*>(?:<span[^>]*>)*{river}", page)[1]
        name, value = (re.search(rf'{key}="([^"]+)"', option)[1] for key in ("name", "value"))
        browser.send(f"{attempt}/1", {name: value})
        for number, typed in ((2, sea), (3, count)):
            field = re.search(r'<input type="text"[^>]* name="([^"]+)"', browser.get(f"{attempt}/{number}").text)[1]
            browser.send(f"{attempt}/{number}", {field: typed})
        if submit:
            browser.send(f"{attempt}/submit")
        return browser, attempt

    return taken


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


def edit(teacher, number: int, **typed: object) -> str:
    """Change some fields of a question and save it; gives the page after that."""
    address = re.findall(r'<a class="button second" href="([^"]+)" data-key="e"', teacher.get(f"{QUIZ}/review").text)
    page = teacher.get(address[number - 1]).text
    fields = {f"q.{name}": value for name, value in typed.items()}
    return teacher.send(address[number - 1], form_of(page) | fields | {"then": "save"})


def offered(page: str) -> str:
    """The address at which a page offers to mark anew."""
    return re.search(r'href="([^"]+/marking/present)"', page)[1]


def marked_anew(teacher, address: str) -> str:
    """Send the form that an address fills in, look at the effects and apply them; gives the words of both pages."""
    page = teacher.get(address).text.partition("<main")[2]
    ticked = re.findall(r'type="(?:checkbox|radio)"[^>]* name="([^"]+)" value="([^"]+)" checked', page)
    texts = re.findall(r'<input type="text"[^>]* name="([^"]+)"[^>]* value="([^"]*)"', page)
    lines = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    form: dict[str, list[str]] = {}
    for name, value in (*ticked, *texts, *lines):
        form.setdefault(name, []).append(unescape(value))
    target = re.search(r'<form method="post" action="([^"]+/marking)"', page)[1]
    effects = text_of(teacher.send(target, form))
    return f"{effects} … {text_of(teacher.send(target, form | {'then': 'apply'}))}"


def score(browser, attempt: str) -> str:
    return re.search(r"\d of \d right \(\d+ %\)", browser.get(f"{attempt}/result").text)[0]


def test_each_question_has_a_line_with_its_share_and_its_most_frequent_wrong_answer(teacher, take) -> None:
    take("Ada", "Rhine", "North Sea", "5")
    take("Ben", "Elbe", "North Sea", "5")
    take("Eve", "Elbe", "Baltic Sea", "4")
    said = text_of(teacher.get(RESULTS).text)
    assert "3 attempts were handed in by students who took the quiz without a class." in said
    assert "Question 1 Which river runs through Dresden? 1 of 3 33 % Elbe (2)" in said
    assert "Question 2 Which sea does it reach? 2 of 3 67 % Baltic Sea (1)" in said
    assert "Question 3 How many countries? 1 of 3 33 % 5 (2)" in said
    assert "Results outside of a class: 3 attempts" in teacher.get(QUIZ).text
    assert f'href="{RESULTS}"' in teacher.get("/teacher/results").text


def test_who_takes_the_quiz_again_is_counted_once_and_marked_each_time(teacher, take) -> None:
    browser, first = take("Ada", "Elbe", "Baltic Sea", "5")
    again = browser.begin("Ada", quiz="rivers")
    option = re.search(r"<input ([^>]+)>\s*<label[^>]*>(?:<span[^>]*>)*Elbe", browser.get(f"{again}/1").text)[1]
    name, value = (re.search(rf'{key}="([^"]+)"', option)[1] for key in ("name", "value"))
    browser.send(f"{again}/1", {name: value})
    browser.send(f"{again}/submit")
    assert "0 of 1 0 % Elbe (1)" in text_of(teacher.get(RESULTS).text)
    page = edit(teacher, 1, answer="Elbe", distractors=["Rhine", "Oder"])
    assert "2 attempts were handed in outside of a class" in page
    marked_anew(teacher, offered(page))
    assert [score(browser, attempt)[0] for attempt in (first, again)] == ["1", "1"]


def test_a_question_with_an_id_of_its_own_is_known_when_its_file_is_edited(teacher, take, rivers: Path) -> None:
    named = BANK.replace("{type: choice,", "{type: choice, id: dresden,")
    rivers.write_text(named)
    take("Ada", "Elbe", "North Sea", "4")
    rivers.write_text(named.replace("answer: Rhine, distractors: [Elbe,", "answer: Elbe, distractors: [Rhine,"))
    said = text_of(teacher.get(RESULTS).text)
    assert "Question 1 as it was before" in said and "Mark 1 attempt by the question as it is now" in said


def test_a_class_is_no_part_of_it(teacher, app, browser_of) -> None:
    code = teacher.open_class("class", quiz="rivers")
    attempt = (browser := browser_of(app)).join(code, "Ada")
    browser.send(f"{attempt}/submit")
    assert "Nobody has handed in yet." in text_of(teacher.get(RESULTS).text)


def test_after_another_key_the_page_says_how_many_are_concerned_and_marks_them_anew(teacher, take) -> None:
    ada, ben = take("Ada", "Rhine", "North Sea", "4"), take("Ben", "Elbe", "North Sea", "4")
    page = edit(teacher, 1, answer="Elbe", distractors=["Rhine", "Oder"])
    assert "2 attempts were handed in outside of a class and are marked by the question as it was before." in page
    assert [score(*one) for one in (ada, ben)] == ["3 of 3 right (100 %)", "2 of 3 right (67 %)"]
    said = marked_anew(teacher, offered(page))
    assert "1 student gains, 1 student loses." in said and "Ada 3 of 3 2 of 3 ▼ loses" in said
    assert "The marking was changed." in said and "Question 1 as it was before" in said
    assert [score(*one) for one in (ada, ben)] == ["2 of 3 right (67 %)", "3 of 3 right (100 %)"]
    assert "marking/present" not in teacher.get(RESULTS).text


def test_accepted_answers_and_points_are_taken_over_as_well(teacher, take) -> None:
    ada = take("Ada", "Rhine", "the German Ocean", "4")
    page = edit(teacher, 2, accept=["the German Ocean"], points="2")
    assert "1 attempt was handed in outside of a class" in page
    marked_anew(teacher, offered(page))
    assert score(*ada) == "3 of 3 right (100 %)"
    assert "4 of 4 points" in teacher.get(f"/teacher/results/{ada[1].rpartition('/')[2]}").text


def test_a_change_is_undone_and_who_begins_after_it_is_marked_by_the_quiz(teacher, take) -> None:
    ada = take("Ada", "Rhine", "North Sea", "4")
    marked_anew(teacher, offered(edit(teacher, 1, answer="Elbe", distractors=["Rhine", "Oder"])))
    number = re.search(r'name="edit" value="(\d+)"', teacher.get(f"{QUIZ}/review").text)[1]
    page = teacher.send(f"{QUIZ}/review/undo", {"edit": number})
    assert "1 attempt was handed in outside of a class" in page  # the key was right after all
    ben = take("Ben", "Rhine", "North Sea", "4")
    assert [score(*one) for one in (ada, ben)] == ["2 of 3 right (67 %)", "3 of 3 right (100 %)"]
    change = re.search(r'name="change" value="(\d+)"', teacher.get(RESULTS).text)[1]
    said = text_of(teacher.send(f"{RESULTS}/undo", {"change": change}))
    assert "The change was undone." in said and "(undone" in said
    assert score(*ada) == "3 of 3 right (100 %)"


def test_who_is_in_the_middle_of_it_is_marked_by_the_change(teacher, take) -> None:
    take("Ada", "Rhine", "North Sea", "4")
    browser, attempt = take("Ben", "Elbe", "North Sea", "4", submit=False)
    marked_anew(teacher, offered(edit(teacher, 1, answer="Elbe", distractors=["Rhine", "Oder"])))
    browser.send(f"{attempt}/submit")
    assert score(browser, attempt) == "3 of 3 right (100 %)"


def test_other_words_of_the_question_concern_nobody(teacher, take) -> None:
    take("Ada", "Rhine", "North Sea", "4")
    assert "outside of a class" not in edit(teacher, 1, stem="Which river flows through Dresden?")
    assert "Question 1 as it was before" in text_of(teacher.get(RESULTS).text)


def test_an_answer_that_nobody_could_choose_is_told_and_left_to_the_teacher(teacher, take) -> None:
    take("Ada", "Rhine", "North Sea", "4")
    page = edit(teacher, 1, answer="Saale")
    assert "1 attempt was handed in outside of a class" in page
    said = text_of(teacher.get(offered(page)).text)
    assert "Change the marking of question 1" in said and "Saale" not in said
    assert "marking/present" not in teacher.get(RESULTS).text


def test_what_was_never_asked_has_no_marking(teacher) -> None:
    assert teacher.get(f"{RESULTS}/nothing/marking").status_code == 404
