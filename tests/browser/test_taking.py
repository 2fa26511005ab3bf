"""A student takes a quiz in Chromium."""

import pytest
from playwright.sync_api import expect

from quizengine.quiz import sheet
from quizengine.testing import right_response


def test_a_whole_quiz_on_the_article_about_troops(tab, site, library, take):
    entry = library.find("north-korean-troops")
    assert entry.draft
    assert len(entry.quiz.questions) >= 8
    take(tab, entry.quiz)
    number = len(entry.quiz.questions)
    tab.get_by_role("button", name=f"Submit {number} answers").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Your result")
    points = sum(question.grade({}).possible for question in entry.quiz.questions)
    expect(tab.locator(".score")).to_have_text(f"{points} of {points} points")
    expect(tab.get_by_role("heading", name="Right")).to_have_count(number)
    assert tab.locator("mark").all_inner_texts() == [question.evidence.quote for question in entry.quiz.questions]


def test_every_question_type_can_be_answered(tab, every_type, take):
    take(tab, every_type)
    tab.get_by_role("button", name="Submit 8 answers").click()
    expect(tab.locator(".score")).to_have_text("11 of 11 points")
    expect(tab.get_by_role("heading", name="Right")).to_have_count(8)


def test_an_answer_is_changed_from_the_check_and_shown_there(tab, starts):
    starts(tab)
    tab.goto(tab.url.removesuffix("1") + "3")
    tab.get_by_label("False").check()
    tab.get_by_role("button", name="Save and continue").click()
    tab.get_by_role("button", name="Save and see all your answers").click()
    tab.get_by_role("link", name="Change question 3").click()
    expect(tab.get_by_label("False")).to_be_checked()
    tab.get_by_label("True").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Check your answers")
    tab.get_by_role("button", name="Submit 1 answer").click()
    expect(tab.locator(".score")).to_have_text("0 of 11 points")
    expect(tab.get_by_role("heading", name="Question 3: Wrong")).to_be_visible()


def test_the_browser_s_back_button_shows_what_was_given(tab, every_type, starts):
    starts(tab)
    tab.get_by_label("The wheel had burned.").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab).to_have_title("Question 2 of 8: The paper mill – quizengine")
    tab.go_back()
    expect(tab).to_have_title("Question 1 of 8: The paper mill – quizengine")
    expect(tab.get_by_label("The wheel had burned.")).to_be_checked()
    tab.get_by_role("button", name="Save and continue").click()
    tab.get_by_role("button", name="Save and go back").click()
    expect(tab.get_by_label("The wheel had burned.")).to_be_checked()


def test_back_after_submitting_shows_the_result(tab, starts):
    starts(tab)
    tab.get_by_role("button", name="Save and see all your answers").click()
    tab.get_by_role("button", name="Submit without any answer").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Your result")
    tab.go_back()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Your result")
    expect(tab.get_by_role("button", name="Submit")).to_have_count(0)


def test_an_error_takes_the_focus_and_keeps_what_was_typed(tab, site, starts):
    starts(tab)
    tab.goto(tab.url.removesuffix("1") + "4")
    box = tab.get_by_role("textbox", name="About how many sheets")
    box.fill("lots")
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab).to_have_title("Error: Question 4 of 8: The paper mill – quizengine")
    expect(tab.get_by_role("alert")).to_be_focused()
    expect(box).to_have_value("lots")
    tab.get_by_role("alert").get_by_role("link").click()
    expect(box).to_be_focused()
    box.fill("910")
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab).to_have_title("Question 5 of 8: The paper mill – quizengine")


def test_a_double_click_submits_once(tab, starts, site):
    starts(tab)
    tab.get_by_role("button", name="Save and see all your answers").click()
    tab.get_by_role("button", name="Submit without any answer").dblclick()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Your result")
    tab.goto(f"{site.student}/quizzes/paper-mill")
    expect(tab.get_by_role("link", name="Result of")).to_have_count(1)
    expect(tab.get_by_role("link", name="Go on as")).to_have_count(0)


def test_another_site_cannot_post_a_form(plain_tab, site, starts):
    starts(plain_tab)
    address = plain_tab.url
    plain_tab.get_by_label("The wheel had burned.").check()
    form = f'<form method="post" action="{address}"><input name="part-1" value=""><button>Win a prize</button></form>'
    plain_tab.route("http://prizes.example/", lambda route: route.fulfill(body=form, content_type="text/html"))
    plain_tab.goto("http://prizes.example/")
    with plain_tab.expect_response(address) as answer:
        plain_tab.get_by_role("button").click()
    assert answer.value.status == 403


def test_a_quiz_is_taken_by_keyboard_alone(plain_tab, every_type, site):
    plain_tab.goto(f"{site.student}/quizzes/paper-mill")
    press = plain_tab.keyboard.press

    def tab_to(name: str, role: str) -> None:
        target = plain_tab.get_by_role(role, name=name, exact=True)
        for _ in range(30):
            press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                return
        pytest.fail(f"no way by Tab to the {role} {name}")

    tab_to("Your name", "textbox")
    plain_tab.keyboard.type("Ada Quill")
    press("Enter")
    expect(plain_tab).to_have_title("Question 1 of 8: The paper mill – quizengine")
    first = sheet(every_type)[0].parts[1].options
    tab_to(first[0].text, "radio")
    key = next(iter(every_type.questions[0].key()["answer"].ids))
    press("Space")
    for _ in range([option.id for option in first].index(key)):
        press("ArrowDown")
    tab_to("Save and continue", "button")
    press("Enter")
    expect(plain_tab).to_have_title("Question 2 of 8: The paper mill – quizengine")
    for name in ("Ansgar Brook", "Tilde Brook"):
        plain_tab.get_by_role("checkbox", name=name).focus()
        press("Space")
    tab_to("Save and continue", "button")
    press("Enter")
    expect(plain_tab).to_have_title("Question 3 of 8: The paper mill – quizengine")
    plain_tab.goto(plain_tab.url.removesuffix("3") + "8")
    order = right_response(every_type.questions[7])["answer"]
    for option in sheet(every_type)[7].parts[1].options:
        tab_to(option.text, "combobox")
        plain_tab.keyboard.type(str(order.index(option.id) + 1))
    tab_to("Save and continue", "button")
    press("Enter")
    expect(plain_tab.get_by_role("heading", level=1)).to_have_text("Check your answers")
    tab_to("Submit 3 answers", "button")
    press("Enter")
    expect(plain_tab.locator(".score")).to_have_text("3 of 11 points")
