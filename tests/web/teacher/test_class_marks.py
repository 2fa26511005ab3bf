"""The page of a class's results: sentences first, then the grid, then each question."""

import re

import pytest

ORIGIN = {"Origin": "http://localhost"}


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


@pytest.fixture
def class_of_three(app, teacher, browser_of, right, fill, quiz):
    """Three students: all right, the first two questions right, and one question reported and wrong."""
    code = teacher.open_class("class")
    for student, answered in (("Ada", 8), ("Ben", 2)):
        attempt = (browser := browser_of(app)).join(code, student)
        for number in range(answered):
            browser.send(f"{attempt}/{number + 1}", right[number])
        browser.send(f"{attempt}/submit")
    attempt = (browser := browser_of(app)).join(code, "Eve")
    wrong = {"answer": (next(iter(quiz.questions[0].option_feedback)),)}
    browser.send(f"{attempt}/1", fill(1, wrong))
    browser.send(f"{attempt}/1/report", {"problem": "Two are right!"})
    browser.send(f"{attempt}/submit")
    return code


def test_the_results_begin_with_sentences(teacher, class_of_three):
    said = text_of(teacher.get(f"/teacher/classes/{class_of_three}/results").text)
    assert "3 students have handed in; on average they earned" in said
    assert "1 student reported a problem with question 1." in said
    assert "Estimates need 10 answers; until then, only counts are shown." in said


def test_the_grid_has_a_sign_and_a_word_for_each_answer(teacher, class_of_three):
    page = teacher.get(f"/teacher/classes/{class_of_three}/results").text
    rows = re.findall(r'<tr><th scope="row"><a.*?<bdi>(\w+)</bdi>.*?</tr>', page, re.DOTALL)
    assert rows == ["Ada", "Ben", "Eve"]
    eve = re.search(r"<tr><th scope=\"row\"><a[^>]*><bdi>Eve.*?</tr>", page, re.DOTALL)[0]
    assert re.findall(r'class="unseen">([^<]+)', eve) == ["wrong", *["not answered"] * 7]
    assert re.findall(r'aria-hidden="true">(.)<', eve) == ["✗", *"–" * 7]


def test_a_question_shows_what_was_given_and_what_is_right(teacher, class_of_three):
    page = teacher.get(f"/teacher/classes/{class_of_three}/results").text
    first = text_of("<main>" + re.search(r'aria-labelledby="question-1">.*?</section>', page, re.DOTALL)[0])
    assert "2 of 3 right" in first
    assert "The stream ran dry. ✓ right 2" in first
    assert "The wheel had burned. 1" in first
    assert "Reported: Two are right! Eve" in first


def test_estimates_of_three_answers_are_refused(teacher, class_of_three):
    said = text_of(teacher.get(f"/teacher/classes/{class_of_three}/results").text)
    assert "needs 10 answers" in said and "needs 10 students" in said
    assert "nan" not in said.lower()


def test_the_grid_can_be_sorted_by_points_and_has_pages(teacher, class_of_three, monkeypatch):
    monkeypatch.setattr("quizengine.web.teacher.class_marks.STUDENTS_ON_A_PAGE", 2)
    address = f"/teacher/classes/{class_of_three}/results"
    names = [
        re.findall(r'<tr><th scope="row"><a[^>]*><bdi>(\w+)', teacher.get(address + query).text)
        for query in ("", "?page=2", "?page=99", "?page=x", "?order=points")
    ]
    assert names == [["Ada", "Ben"], ["Eve"], ["Eve"], ["Ada", "Ben"], ["Ada", "Ben"]]
    assert "Page 2 of 2" in teacher.get(address + "?page=2").text


def test_pictures_have_a_title_a_description_and_a_table_beside_them(teacher, class_of_three):
    page = teacher.get(f"/teacher/classes/{class_of_three}/results").text
    for name in ("distribution", "shares"):
        picture = re.search(rf'<svg[^>]*aria-labelledby="{name}-title {name}-description">.*?</svg>', page, re.DOTALL)[
            0
        ]
        assert f'<title id="{name}-title">' in picture and f'<desc id="{name}-description">' in picture
        assert "style=" not in picture


def test_a_class_that_handed_in_nothing_says_so(teacher, student):
    code = teacher.open_class("class")
    student.join(code)
    page = teacher.get(f"/teacher/classes/{code}/results").text
    assert "Nobody has handed in yet." in page
    assert "1 student is still working" in page
    assert teacher.get("/teacher/classes/KTR4XN/results").status_code == 404


def test_the_page_of_the_class_leads_to_the_results(teacher, class_of_three):
    assert f'href="/teacher/classes/{class_of_three}/results"' in teacher.get(f"/teacher/classes/{class_of_three}").text
