"""What the script adds: saving while typing, keys for options, and a clock that does not shout."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect


def at(tab: Page, number: int) -> None:
    tab.goto(tab.url.rsplit("/", 1)[0] + f"/{number}")
    tab.wait_for_load_state()


def test_what_is_typed_is_saved_without_a_button(plain_tab, starts):
    starts(plain_tab)
    at(plain_tab, 4)
    plain_tab.get_by_role("textbox").fill("910")
    expect(plain_tab.locator("#saved")).to_contain_text("Saved ")
    plain_tab.reload()
    expect(plain_tab.get_by_role("textbox")).to_have_value("910")


def test_what_cannot_be_read_is_said_to_be_unsaved(plain_tab, starts):
    starts(plain_tab)
    at(plain_tab, 4)
    plain_tab.get_by_role("textbox").fill("lots")
    expect(plain_tab.locator("#saved")).to_have_text("Not saved yet.")


def test_what_was_typed_last_is_what_stays(plain_tab, starts):
    """The button waits for a saving that is under way, so that an earlier text never comes after a later one."""
    starts(plain_tab)
    at(plain_tab, 5)
    held = []

    def hold_the_first(route):
        if "then=stay" in (route.request.post_data or "") and not held:
            held.append(route)
        else:
            route.continue_()

    plain_tab.route("**/5", hold_the_first)
    box = plain_tab.get_by_role("textbox")
    with plain_tab.expect_request(lambda request: "then=stay" in (request.post_data or "")):
        box.fill("first")
    box.fill("second")
    plain_tab.get_by_role("button", name="Save and continue").click()
    held[0].continue_()
    expect(plain_tab).to_have_title("Question 6 of 8: The paper mill – quizengine")
    at(plain_tab, 5)
    expect(plain_tab.get_by_role("textbox")).to_have_value("second")


def test_a_page_left_in_haste_is_saved(plain_tab, starts, site):
    starts(plain_tab)
    at(plain_tab, 4)
    address = plain_tab.url
    plain_tab.get_by_role("textbox").fill("905")
    plain_tab.goto(site.student)
    plain_tab.goto(address)
    expect(plain_tab.get_by_role("textbox")).to_have_value("905")


def test_number_keys_choose_and_can_be_switched_off(plain_tab, starts):
    starts(plain_tab)
    plain_tab.wait_for_load_state()
    radios = plain_tab.get_by_role("radio")
    plain_tab.keyboard.press("2")
    expect(radios.nth(1)).to_be_checked()
    plain_tab.get_by_role("button", name="Stop keys 1 to 9 from choosing an answer").click()
    plain_tab.keyboard.press("3")
    expect(radios.nth(1)).to_be_checked()
    plain_tab.get_by_role("button", name="Let keys 1 to 9 choose an answer").click()
    plain_tab.keyboard.press("3")
    expect(radios.nth(2)).to_be_checked()


def test_a_number_typed_into_a_field_is_a_number(plain_tab, starts):
    starts(plain_tab)
    at(plain_tab, 4)
    plain_tab.get_by_role("textbox").press_sequentially("123")
    expect(plain_tab.get_by_role("textbox")).to_have_value("123")


@pytest.fixture
def timed(plain_tab, site, chromium) -> Page:
    """A tab on the first question of a class that has seven minutes."""
    teacher = chromium.new_context().new_page()
    teacher.goto(site.teacher)
    teacher.goto(f"{site.student}/teacher/quizzes/paper-mill/class")
    teacher.get_by_label("When they have submitted").check()
    teacher.get_by_label("Time limit").fill("7")
    teacher.get_by_role("button", name="Create the class code").click()
    code = teacher.url.rsplit("/", 1)[1]
    teacher.context.close()
    plain_tab.goto(f"{site.student}/join/{code}")
    plain_tab.get_by_label("Your name").fill("Ansgar Brook")
    plain_tab.get_by_role("button", name="Continue").click()
    plain_tab.get_by_role("button", name="Start now").click()
    plain_tab.wait_for_load_state()
    return plain_tab


def test_the_time_left_can_be_put_away(timed):
    expect(timed.locator("#time")).to_contain_text("Minutes left: 6")
    expect(timed.locator("#time [role=status]")).to_have_text("")
    timed.get_by_role("button", name="Hide the time left").click()
    expect(timed.get_by_text("Minutes left: 6")).to_be_hidden()


def test_at_the_end_of_the_time_the_page_hands_in_what_is_on_it(timed, folder):
    ends = (datetime.now(UTC) + timedelta(seconds=4)).isoformat(timespec="milliseconds")
    attempt = timed.url.rsplit("/", 2)[1]
    with closing(sqlite3.connect(folder / "quizengine.db", timeout=10)) as file, file:
        file.execute("UPDATE attempts SET deadline = ? WHERE id = ?", (ends, attempt))
    timed.reload()
    timed.get_by_label("The stream ran dry.").check()
    expect(timed.locator(".score")).to_have_text("1 of 11 points")
