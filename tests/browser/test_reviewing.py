"""The review of a draft beside its article in a real browser, with one key for each decision."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect


@pytest.fixture(scope="module")
def blood(serve, checkout: Path, tmp_path_factory) -> Iterator:
    """A server over a folder with one article and its draft, and the folder."""
    folder = tmp_path_factory.mktemp("blood")
    (folder / "seeds").mkdir()
    shutil.copy(checkout / "seeds" / "blood-circulation.txt", folder / "seeds" / "blood.txt")
    with serve(folder) as site:
        yield site, folder


@pytest.fixture
def desk(chromium: Browser, blood) -> Iterator[Page]:
    site, folder = blood
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(site.teacher)
    tab.goto(f"{site.student}/teacher/quizzes/blood/review")
    yield tab
    tab.wait_for_load_state()
    context.close()
    shutil.rmtree(folder / "question_banks", ignore_errors=True)


def pressed(desk: Page, *keys: str) -> None:
    """Press keys that each bring another page."""
    for key in keys:
        with desk.expect_navigation():
            desk.keyboard.press(key)


def total_of(desk: Page) -> int:
    return int(desk.locator("#read").inner_text().split()[2])


def test_a_draft_is_read_with_one_key_for_each_question(desk: Page, blood) -> None:
    total = total_of(desk)
    stem = desk.locator(".reading .stem").first.inner_text()
    pressed(desk, "d")
    expect(desk.get_by_role("status")).to_have_text("Dropped.")
    pressed(desk, *"k" * (total - 1))
    expect(desk.locator("#read")).to_have_text(f"{total - 1} of {total - 1} questions read")
    expect(desk.get_by_text("All questions are read.")).to_be_visible()
    bank = (blood[1] / "question_banks" / "blood.yaml").read_text()
    assert stem not in bank and bank.count("- type: ") == total - 1
    for _ in range(total):
        pressed(desk, "u")
    expect(desk.locator("#read")).to_have_text(f"0 of {total} questions read")
    expect(desk.locator(".reading .stem").first).to_have_text(stem)
    assert not (blood[1] / "question_banks" / "blood.yaml").exists()


def test_from_an_article_to_an_open_quiz_of_eight_in_at_most_forty_key_presses(desk: Page, blood) -> None:
    site, folder = blood
    pressed_so_far = 0

    def press(key: str, *, leads_on: bool = False) -> None:
        nonlocal pressed_so_far
        pressed_so_far += 1
        pressed(desk, key) if leads_on else desk.keyboard.press(key)

    def follow(words: str) -> None:
        """Past what stands on every page, and on to a link."""
        press("Tab")
        press("Enter")
        while words not in desk.evaluate("document.activeElement.closest('main a')?.textContent ?? ''"):
            press("Tab")
        press("Enter", leads_on=True)

    desk.goto(site.teacher)
    follow("How blood circulates")
    follow("Review the questions")
    for number in range(total_of(desk)):
        press("k" if number < 8 else "d", leads_on=True)
    while total_of(desk) < 8:
        press("m", leads_on=True)
        if desk.get_by_role("alert").count():  # the others are still being looked for
            desk.wait_for_timeout(500)
            pressed_so_far -= 1
        else:
            press("k", leads_on=True)
    press("p", leads_on=True)
    expect(desk.get_by_text("The quiz is open to students.")).to_be_visible()
    bank = (folder / "question_banks" / "blood.yaml").read_text()
    assert bank.count("- type: ") == 8 and "state: open\n" in bank
    assert pressed_so_far <= 40


def test_the_card_and_its_proof_are_chosen_together(desk: Page) -> None:
    desk.keyboard.press("n")
    expect(desk.locator(".reading[aria-current]")).to_have_attribute("data-number", "2")
    assert desk.locator("mark.current").count() > 0
    assert "2" in desk.locator("mark.current").first.get_attribute("data-questions").split()
    desk.locator("#proof-1").click()
    expect(desk.locator(".reading[aria-current]")).to_have_attribute("data-number", "1")


def test_the_keys_can_be_switched_off(desk: Page) -> None:
    desk.get_by_role("button", name="Switch off the keys").click()
    desk.keyboard.press("k")
    desk.keyboard.press("n")
    expect(desk.locator(".reading[aria-current]")).to_have_attribute("data-number", "1")
    expect(desk.locator("#read")).to_contain_text("0 of")


def test_a_question_is_edited_while_its_findings_and_its_preview_follow(desk: Page, blood) -> None:
    stem = desk.locator(".reading .stem").first.inner_text()
    desk.keyboard.press("e")
    desk.get_by_label("Question", exact=True).fill("According to question 1, who was that?")
    expect(desk.locator("#preview")).to_contain_text("According to question 1, who was that?")
    expect(desk.locator("#said-stem")).to_contain_text("each question has to stand alone")
    desk.get_by_label("Question", exact=True).fill("")
    expect(desk.locator("#said-stem")).to_contain_text("This field is still empty")
    desk.get_by_label("Question", exact=True).fill(f"{stem} Say so.")
    expect(desk.locator("#said-stem .error")).to_have_count(0)
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("status")).to_have_text("Saved.")
    assert "Say so." in (blood[1] / "question_banks" / "blood.yaml").read_text()
    expect(desk.locator("#read")).to_contain_text("1 of")


def test_what_is_typed_before_the_script_has_come_is_looked_at_when_it_comes(desk: Page) -> None:
    late: list[Route] = []

    def hold_back(route: Route) -> None:
        late.append(route)

    desk.route("**/editing.js*", hold_back)
    desk.keyboard.press("e")
    desk.get_by_label("Question", exact=True).fill("According to question 1, who was that?")
    while not late:
        desk.wait_for_timeout(20)
    late[0].continue_()
    expect(desk.locator("#preview")).to_contain_text("According to question 1, who was that?")


def test_a_question_is_dragged_to_another_place(desk: Page) -> None:
    desk.set_viewport_size({"width": 1280, "height": 3000})
    stems = desk.locator(".reading .stem").all_inner_texts()
    with desk.expect_navigation():
        desk.locator("#question-1 .handle").drag_to(desk.locator("#question-3 h2"))
    expect(desk.get_by_role("status")).to_have_text("Moved.")
    assert desk.locator(".reading .stem").all_inner_texts()[:3] == [stems[1], stems[2], stems[0]]
