"""What pages say and mark for whoever reads or hears them: what to choose, whose answer it is, where one is."""

import re

import pytest

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.language.truth_words import truth_words
from quizengine.web import create_app
from tests.web.conftest import KEY, TOKEN, another

BANK = """\
format: quizengine/1
title: "{title}"
locale: {locale}
questions:
  - {{type: true_false, stem: "Aale schwimmen.", answer: true}}
"""


def selects(page):
    return re.findall(r"<select.*?</select>", page, re.DOTALL)


@pytest.mark.parametrize("number", [7, 8])
def test_what_is_to_be_chosen_from_a_list_says_so_and_is_no_answer_by_itself(student, number):
    attempt = student.begin()
    lists = selects(student.get(f"{attempt}/{number}").text)
    assert len(lists) in (3, 4)
    for each in lists:
        assert re.search(r"<option[^>]*>[^<]*</option>", each)[0] == '<option value="">Choose…</option>'
    names = re.findall(r'<select [^>]*name="([^"]+)"', "".join(lists))
    student.send(f"{attempt}/{number}", dict.fromkeys(names, ""))
    assert "Not answered" in student.get(f"{attempt}/check").text


def test_a_teacher_reads_of_the_students_answer_and_the_student_of_their_own(student, teacher, right):
    attempt = student.begin()
    for number, form in enumerate(right, 1):
        student.send(f"{attempt}/{number}", form)
    own = student.send(f"{attempt}/submit")
    theirs = teacher.get(attempt.replace("/attempts/", "/teacher/results/")).text
    assert "Your answer" in own and "(your answer, right)" in own
    assert "our answer" not in theirs
    assert "The student’s answer" in theirs and "(chosen, right)" in theirs


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/teacher", ("page", "Quizzes")),
        ("/teacher/quizzes/paper-mill", ("true", "Quizzes")),
        ("/teacher/quizzes/paper-mill/class", ("true", "Quizzes")),
        ("/teacher/classes", ("page", "Classes")),
        ("/teacher/results", ("page", "Results")),
        ("/teacher/reports", ("page", "Problems")),
    ],
)
def test_the_teachers_pages_say_where_one_is(teacher, address, current):
    nav = re.search(r"<nav aria-label=.*?</nav>", teacher.get(address).text, re.DOTALL)[0]
    assert re.findall(r'aria-current="(\w+)">([^<]+)<', nav) == [current]


def test_every_page_of_the_teachers_belongs_to_a_section(teacher):
    code = teacher.open_class("class")
    for address in (f"/teacher/classes/{code}", f"/teacher/classes/{code}/close"):
        assert '"true">Classes<' in teacher.get(address).text


def test_what_was_just_done_is_told_at_once_and_has_the_focus(teacher, student):
    attempt = student.begin()
    told = student.send(f"{attempt}/1/report", {"problem": "A typing error."})
    assert re.search(r'<div class="notice" role="status" tabindex="-1" autofocus>', told)


def test_every_message_after_a_form_can_take_the_focus(checkout):
    paths = list((checkout / "quizengine" / "web" / "templates").rglob("*.html"))
    assert paths
    for path in paths:
        for element in re.findall(r"<[^>]*role=\"(?:status|alert)\"[^>]*>", path.read_text("utf-8")):
            if element.startswith("<div"):
                assert 'tabindex="-1" autofocus' in element, f"{path.name}: {element}"


@pytest.mark.parametrize("address", ["/teacher/classes", "/teacher/results"])
def test_a_table_can_be_scrolled_by_keys_and_says_that_it_can(teacher, student, address):
    student.send(f"{student.begin()}/submit")
    teacher.open_class("class")
    page = teacher.get(address).text
    assert (
        page.count("<table")
        == len(re.findall(r'<div class="scroll" role="region" aria-labelledby="\w+" tabindex="0">', page))
        == 1
    )
    assert "Scroll sideways to see the whole table." in page


@pytest.fixture
def site(tmp_path, store):
    """A browser before a folder with a quiz of this title and locale."""

    def opened(title, locale):
        (tmp_path / "question_banks").mkdir()
        (tmp_path / "question_banks" / "paper-mill.yaml").write_text(BANK.format(title=title, locale=locale), "utf-8")
        (tmp_path / "school.yaml").write_text("open: all\n")
        engine = start(tmp_path)
        return another(create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN))

    return opened


@pytest.mark.parametrize(
    ("locale", "true", "false"), [("de", "Richtig", "Falsch"), ("fr", "Vrai", "Faux"), ("en", "True", "False")]
)
def test_true_and_false_are_in_the_language_of_the_quiz(site, locale, true, false):
    student = site("Aale", locale)
    attempt = student.begin()
    page = student.get(f"{attempt}/1").text
    name, value = re.search(r'<input type="radio"[^>]* name="([^"]+)" value="([^"]+)"', page).groups()
    assert re.findall(r'<label for="part-1[^>]*>([^<]+)<', page) == [true, false]
    student.send(f"{attempt}/1", {name: value})
    assert f">{true}</span>" in student.get(f"{attempt}/check").text
    assert "1 of 1 right (100 %)" in student.send(f"{attempt}/submit")


def test_a_language_that_is_not_known_has_the_english_words():
    assert truth_words("tlh") == truth_words("en-GB") == {"true": "True", "false": "False"}
    assert truth_words("pt-BR") == truth_words("pt_PT") == {"true": "Verdadeiro", "false": "Falso"}


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_title_of_another_direction_does_not_turn_the_header_around(site, locale):
    student = site("سكة حديد الميناء", locale)
    header = re.search(r"<header>.*?</header>", student.get(f"{student.begin()}/1").text, re.DOTALL)[0]
    assert re.search(r'<span class="name"><bdi[^>]*>سكة حديد الميناء</bdi></span>', header)


def test_every_page_for_the_teacher_says_which_section_it_belongs_to(checkout):
    folder = checkout / "quizengine" / "web" / "templates" / "teacher"
    pages = {path.name: path.read_text("utf-8") for path in folder.glob("*.html")}
    whole = {name for name, page in pages.items() if "extends 'teacher/base.html'" in page}
    assert {name for name in whole if "set section" not in pages[name]} == {"address.html"}
