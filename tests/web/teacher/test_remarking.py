"""A teacher changes how a question is marked, sees who gains, applies and undoes it, and gives points by hand."""

import re
from html import unescape

import pytest

from quizengine.quiz.parts import Choice, Option
from quizengine.quiz.questions import fixed_parts

STREAM, WHEEL = (Option.of(text).id for text in ("The stream ran dry.", "The wheel had burned."))


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.partition("<main")[2])).split())


@pytest.fixture
def take(app, browser_of, fill):
    """Let a student join, answer some questions by number, and hand in; gives the browser and the attempt's address."""

    def taken(code, student, responses, *, submit=True):
        attempt = (browser := browser_of(app)).join(code, student)
        for number, response in responses.items():
            browser.send(f"{attempt}/{number}", fill(number, response))
        if submit:
            browser.send(f"{attempt}/submit")
        return browser, attempt

    return taken


TEXTS = re.compile(r'<input type="text"[^>]* name="([^"]+)"[^>]* value="([^"]*)"')
TICKS = re.compile(r'<input type="(?:radio|checkbox)"[^>]* name="([^"]+)" value="([^"]+)" checked')
LINES = re.compile(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', re.DOTALL)
LISTS = re.compile(r'<select[^>]* name="([^"]+)">.*?value="(\d+)" selected', re.DOTALL)


@pytest.fixture
def mend(teacher, quiz):
    """Fill the form of a question as its page shows it, change some fields, and send it; gives the last page."""

    def sent(code, number, then="apply", **changed):
        address = f"/teacher/classes/{code}/questions/{quiz.questions[number - 1].id}/marking"
        page = teacher.get(address).text
        form = {}
        for fields in (TEXTS, TICKS, LINES, LISTS):
            for name, value in fields.findall(page):
                form.setdefault(name, []).append(unescape(value))
        return text_of(teacher.send(address, form | changed | {"then": then}))

    return sent


def score(teacher, code, student):
    """The points of a student in the grid of results."""
    page = teacher.get(f"/teacher/classes/{code}/results").text
    return re.search(rf'<bdi>{student}</bdi>.*?<td class="figure">([^<]+)</td></tr>', page, re.DOTALL)[1]


def test_who_gains_and_who_loses_is_shown_before_anything_is_changed(teacher, take, mend):
    code = teacher.open_class("class")
    take(code, "Ada", {1: {"answer": (STREAM,)}})
    take(code, "Ben", {1: {"answer": (WHEEL,)}})
    said = mend(code, 1, then="preview", **{"part-1": [WHEEL]})
    assert "1 student gains, 1 student loses. Nothing has been changed yet." in said
    assert "Ada 1 of 11 0 of 11 ▼ loses" in said and "Ben 0 of 11 1 of 11 ▲ gains" in said
    assert (score(teacher, code, "Ada"), score(teacher, code, "Ben")) == ("1 of 11", "0 of 11")


def test_the_effects_page_leads_on_to_the_change(teacher, take, quiz):
    code = teacher.open_class("class")
    take(code, "Ben", {1: {"answer": (WHEEL,)}})
    address = f"/teacher/classes/{code}/questions/{quiz.questions[0].id}/marking"
    page = teacher.send(address, {"part-1": [STREAM, WHEEL], "points": "2", "treatment": "marked"})
    fields = re.findall(r'<textarea hidden name="([^"]+)">\n(.*?)</textarea>', page)
    form = {name: [value for each, value in fields if each == name] for name, _ in fields}
    teacher.send(address, form | {"then": "apply"})
    assert score(teacher, code, "Ben") == "2 of 12"


def test_a_change_is_applied_and_undone_and_both_are_listed(teacher, take, mend):
    code = teacher.open_class("class")
    take(code, "Ben", {1: {"answer": (WHEEL,)}})
    said = mend(code, 1, **{"part-1": [STREAM, WHEEL]})
    assert "The marking was changed." in said and "another key Undo this change" in said
    assert score(teacher, code, "Ben") == "1 of 11"
    page = teacher.get(f"/teacher/classes/{code}/results").text
    change = re.search(r'name="change" value="(\d+)"', page)[1]
    said = text_of(teacher.send(f"/teacher/classes/{code}/marking/undo", {"change": change}))
    assert "The change was undone." in said and re.search(r"another key \(undone .*?\)", said)
    assert score(teacher, code, "Ben") == "0 of 11"
    assert "The change was undone." not in text_of(
        teacher.send(f"/teacher/classes/{code}/marking/undo", {"change": change})
    )


@pytest.mark.parametrize(
    ("number", "response", "changed"),
    [
        (1, {"answer": (WHEEL,)}, {"part-1": [STREAM, WHEEL]}),
        (2, {"answer": (Option.of("Nora Hessing").id,)}, {"part-1": [Option.of("Nora Hessing").id]}),
        (3, {"answer": ("true",)}, {"part-1": ["true"]}),
        (4, {"answer": ("1200",)}, {"part-1-high": ["1200"]}),
        (5, {"answer": ("the schoolmistress",)}, {"part-1": ["Ida Marsh\nthe schoolmistress"]}),
        (5, {"answer": ("nobody",)}, {"treatment": ["credited"]}),
    ],
)
def test_an_answer_of_every_type_can_be_made_right(teacher, take, mend, number, response, changed):
    code = teacher.open_class("class")
    take(code, "Ben", {number: response})
    before = score(teacher, code, "Ben")
    mend(code, number, **changed)
    assert (before, score(teacher, code, "Ben")) == ("0 of 11", "1 of 11")


def test_gaps_pairs_and_orders_have_keys_of_their_own(teacher, take, mend, quiz):
    code = teacher.open_class("class")
    given = dict.fromkeys(list(quiz.questions[5].key())[1:], ("coke",))
    order = tuple(reversed(quiz.questions[7].key()["answer"].ids))
    pair = next(part.name for part in fixed_parts(quiz.questions[6]) if isinstance(part, Choice))
    year = Option.of("1915").id
    take(code, "Ben", {6: given, 7: {pair: (year,)}, 8: {"answer": order}})
    assert score(teacher, code, "Ben") == "0 of 11"
    mend(code, 6, **{"part-2": ["coke"]})
    mend(code, 7, **{"part-1": [year]})
    mend(code, 8, **{f"part-1-{option}": [str(place)] for place, option in enumerate(order, 1)})
    assert score(teacher, code, "Ben") == "3 of 11"


def test_a_form_sent_as_it_is_changes_nothing(teacher, take, mend):
    code = teacher.open_class("class")
    take(code, "Ben", {})
    said = [mend(code, number) for number in range(1, 9)]
    assert not any("The marking was changed" in each for each in said)
    assert "Changes of the marking" not in said[-1]


@pytest.mark.parametrize(
    ("number", "changed", "fault"),
    [
        (1, {"part-1": []}, "Choose at least one right answer"),
        (4, {"part-1-low": ["many"]}, "Enter two numbers"),
        (4, {"part-1-low": ["2000"]}, "Enter two numbers"),
        (5, {"part-1": [" \n "]}, "Enter at least one right answer"),
        (5, {"points": ["0"]}, "Enter the points as a number"),
        (5, {"points": ["lots"]}, "Enter the points as a number"),
        (5, {"points": ["1e9"]}, "Enter the points as a number"),
    ],
)
def test_faults_are_told_and_nothing_is_changed(teacher, take, mend, number, changed, fault):
    code = teacher.open_class("class")
    take(code, "Ben", {})
    said = mend(code, number, **changed)
    assert "There is a problem" in said and fault in said
    assert "Changes of the marking" not in text_of(teacher.get(f"/teacher/classes/{code}/results").text)


def test_who_is_in_the_middle_of_it_and_who_joins_later_are_marked_by_the_change(teacher, take, mend):
    code = teacher.open_class("class")
    browser, attempt = take(code, "Ben", {1: {"answer": (WHEEL,)}}, submit=False)
    mend(code, 1, **{"part-1": [WHEEL]})
    browser.send(f"{attempt}/submit")
    take(code, "Eve", {1: {"answer": (WHEEL,)}})
    teacher.send(f"/teacher/classes/{code}/close")
    assert (score(teacher, code, "Ben"), score(teacher, code, "Eve")) == ("1 of 11", "1 of 11")


def test_closing_the_class_marks_by_the_change(teacher, take, mend):
    code = teacher.open_class("test")
    take(code, "Ben", {1: {"answer": (WHEEL,)}}, submit=False)
    mend(code, 1, **{"part-1": [WHEEL]})
    teacher.send(f"/teacher/classes/{code}/close")
    assert score(teacher, code, "Ben") == "1 of 11"


def test_students_see_the_new_key_and_that_it_was_changed(teacher, take, mend):
    code = teacher.open_class("class")
    browser, attempt = take(code, "Ben", {1: {"answer": (WHEEL,)}})
    mend(code, 1, **{"part-1": [STREAM, WHEEL]})
    mend(code, 3, treatment=["dropped"])
    said = text_of(browser.get(f"{attempt}/result").text)
    assert "1 of 7 right" in said
    assert "The marking of this question was changed after the quiz." in said
    assert "The wheel had burned. (your answer, right)" in said
    assert "Question 3: Does not count" in said
    assert "Try the 6 I missed" in said


def test_points_are_given_by_hand_with_a_note_and_taken_back(teacher, take, quiz):
    code = teacher.open_class("class")
    browser, attempt = take(code, "Ben", {5: {"answer": ("the teacher",)}})
    address = f"/teacher/results/{attempt.rpartition('/')[2]}/questions/{quiz.questions[4].id}/points"
    said = text_of(teacher.send(address, {"points": "0,5", "note": "She is meant."}))
    assert "The points for this answer were given by hand. She is meant." in said
    assert score(teacher, code, "Ben") == "0.5 of 11"
    assert "She is meant." in browser.get(f"{attempt}/result").text
    teacher.send(address, {"back": "1"})
    assert score(teacher, code, "Ben") == "0 of 11"
    assert "She is meant." not in browser.get(f"{attempt}/result").text


def test_part_points_for_an_empty_answer_are_partly_right_on_every_page(teacher, take, quiz):
    code = teacher.open_class("class")
    browser, attempt = take(code, "Ben", {})
    address = f"/teacher/results/{attempt.rpartition('/')[2]}/questions/{quiz.questions[4].id}/points"
    assert "Question 5: Partly right" in text_of(teacher.send(address, {"points": "0.5"}))
    assert "Question 5: Partly right" in text_of(browser.get(f"{attempt}/result").text)
    grid = re.search(r"<bdi>Ben</bdi>.*?</tr>", teacher.get(f"/teacher/classes/{code}/results").text, re.DOTALL)[0]
    assert re.findall(r'class="unseen">([^<]+)', grid)[4] == "partly right"
    assert "◐ Not answered" in text_of(teacher.get(f"/teacher/classes/{code}/reports").text)


def test_no_answer_is_called_wrong_beside_points_that_were_given_for_it(teacher, take, mend, quiz):
    code = teacher.open_class("class")
    browser, attempt = take(code, "Ben", {1: {"answer": (WHEEL,)}, 5: {"answer": ("the teacher",)}})
    address = f"/teacher/results/{attempt.rpartition('/')[2]}/questions/{quiz.questions[0].id}/points"
    said = text_of(teacher.send(address, {"points": "1"}))
    assert "The wheel had burned. (chosen)" in said and "The stream ran dry. (right by the key)" in said
    mend(code, 5, treatment=["credited"])
    said = text_of(browser.get(f"{attempt}/result").text)
    assert "Question 1: Right" in said and "The wheel had burned. (your answer)" in said
    assert "Question 5: Right" in said and "the teacher Right answer Ida Marsh" in said


def test_points_by_hand_that_the_key_gives_as_well_leave_its_words(teacher, take, quiz):
    code = teacher.open_class("class")
    _, attempt = take(code, "Ben", {1: {"answer": (WHEEL,)}})
    address = f"/teacher/results/{attempt.rpartition('/')[2]}/questions/{quiz.questions[0].id}/points"
    assert "The wheel had burned. (chosen, wrong)" in text_of(teacher.send(address, {"points": "0"}))


@pytest.mark.parametrize("typed", ["", "2", "-1", "one", "1/0", "9" * 20])
def test_points_by_hand_are_from_none_to_all(teacher, take, quiz, typed):
    code = teacher.open_class("class")
    _, attempt = take(code, "Ben", {})
    address = f"/teacher/results/{attempt.rpartition('/')[2]}/questions/{quiz.questions[4].id}/points"
    assert "Enter the points as a number from 0 to 1" in text_of(teacher.send(address, {"points": typed}))
    assert score(teacher, code, "Ben") == "0 of 11"


def test_there_is_nothing_to_mark_where_there_is_no_question_or_no_result(teacher, take, quiz):
    code = teacher.open_class("class")
    _, attempt = take(code, "Ben", {}, submit=False)
    assert teacher.get(f"/teacher/classes/{code}/questions/nothing/marking").status_code == 404
    name = attempt.rpartition("/")[2]
    assert teacher.get(f"/teacher/results/{name}/questions/{quiz.questions[4].id}/points").status_code == 404
