"""A student takes a quiz in Chromium."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from quizengine.bank import dump_bank
from quizengine.desk.library import Library
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.self_marks import has_model_answer
from quizengine.system.files import write_whole


@pytest.fixture(scope="module")
def troops_site(serve, library: Library, tmp_path_factory: pytest.TempPathFactory):
    """A server for the quiz on the article about troops, as it is drafted, opened to students."""
    folder: Path = tmp_path_factory.mktemp("troops")
    entry = library.find("north-korean-troops")
    quiz = replace(entry.quiz, availability=Availability(State.OPEN))
    write_whole(folder / "question_banks" / "north-korean-troops.yaml", dump_bank(quiz))  # so it is not drafted anew
    write_whole(folder / "seeds" / entry.source.name, entry.source.read_bytes())
    with serve(folder) as site:
        yield site


def test_a_whole_quiz_on_the_article_about_troops(tab, troops_site, library, take):
    entry = library.find("north-korean-troops")
    assert entry.draft
    assert len(entry.quiz.questions) >= 5
    take(tab, entry.quiz, troops_site)
    number = len(entry.quiz.questions)
    tab.get_by_role("button", name=f"Submit {number} answers").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Your result")
    for _ in range(sum(map(has_model_answer, entry.quiz.questions))):
        tab.locator("button[aria-pressed=false]", has_text="My answer says this").first.click()
    expect(tab.locator(".outcome")).to_have_text(f"{number} of {number} right (100 %)")
    expect(tab.get_by_role("heading", name="Right")).to_have_count(number)
    assert tab.locator("mark").all_text_contents() == [question.evidence.quote for question in entry.quiz.questions]


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


def test_the_browser_s_back_button_shows_what_was_given(tab, every_type, starts, go_back):
    starts(tab)
    tab.get_by_label("The wheel had burned.").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab).to_have_title("Question 2 of 8: The paper mill – quizengine")
    go_back(tab)
    expect(tab).to_have_title("Question 1 of 8: The paper mill – quizengine")
    expect(tab.get_by_label("The wheel had burned.")).to_be_checked()
    tab.get_by_role("button", name="Save and continue").click()
    tab.get_by_role("button", name="Save and go back").click()
    expect(tab.get_by_label("The wheel had burned.")).to_be_checked()


def test_back_after_submitting_shows_the_result(tab, starts, go_back):
    starts(tab)
    tab.get_by_role("button", name="Save and see all your answers").click()
    tab.get_by_role("button", name="Submit without any answer").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Your result")
    go_back(tab)
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
    expect(tab.get_by_role("link", name="Continue as")).to_have_count(0)


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


def test_in_two_tabs_the_later_answer_stays_and_nothing_comes_after_submitting(tab, starts):
    starts(tab)
    second = tab.context.new_page()
    second.goto(tab.url)
    tab.get_by_label("The stream ran dry.").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab).to_have_title("Question 2 of 8: The paper mill – quizengine")
    second.get_by_label("The wheel had burned.").check()
    second.get_by_role("button", name="Save and see all your answers").click()
    expect(second.get_by_text("The wheel had burned.")).to_be_visible()
    second.get_by_role("button", name="Submit 1 answer").click()
    expect(second.locator(".score")).to_have_text("0 of 11 points")
    tab.get_by_label("Tilde Brook").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your answers have been submitted already")
    tab.get_by_role("link", name="Go to your attempt").click()
    expect(tab.locator(".score")).to_have_text("0 of 11 points")
    second.close()
