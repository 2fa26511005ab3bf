"""A bank full of scripts, markup, template syntax, turned writing and endless words is only text."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quizengine import ChoiceQuestion, ClozeQuestion, MatchingQuestion, OrderingQuestion, Pair, ShortTextQuestion
from quizengine.bank import dump_bank
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.quiz import Quiz

SCRIPT = "<script>document.title='taken over'</script>"
ATTRIBUTE = "\"'><img src=x onerror=\"document.title='taken over'\">"
TEMPLATE = "{{ 7 * 191 }} {% raw %} ${7*191} %(title)s {0}"
LINK = "[press](javascript:alert(1)) <a href='javascript:alert(1)'>x</a> &lt;b&gt; &#x202e;"
TURNED = "\u202eright to left\u202c \u2066isolated \u200f\u061c"
CLOSING = "</textarea></option></select></label></title><style>*{display:none}</style><!-- <base href=//evil.example>"
LONG = "Donaudampfschifffahrtsgesellschaft" * 2940
ALL = " ".join((SCRIPT, ATTRIBUTE, TEMPLATE, LINK, TURNED, CLOSING))

TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
.filter(each => each.getBoundingClientRect().right > innerWidth + 1 || each.getBoundingClientRect().left < -1)
.map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def hostile_site(serve, tmp_path_factory: pytest.TempPathFactory):
    folder: Path = tmp_path_factory.mktemp("hostile")
    (folder / "question_banks").mkdir()
    questions = (
        ChoiceQuestion(stem=f"1 {ALL}", answer=f"a {ALL}", distractors=(f"b {ALL}", LONG[:4000]), rationale=f"w {ALL}"),
        ShortTextQuestion(stem=f"2 {ALL}", answer=f"c {ALL}"),
        ClozeQuestion(stem=f"3 {CLOSING}", text=f"{SCRIPT} {{gap {ATTRIBUTE}}} {{{{ 7 * 191 }}}} %(title)s"),
        MatchingQuestion(
            stem=f"4 {ALL}",
            pairs=tuple(Pair(left=f"{n} {ALL}", right=f"{n} r {ALL}") for n in (1, 2)),
        ),
        OrderingQuestion(stem=f"5 {ALL}", answer=(f"first {ALL}", f"second {ALL}", f"third {LONG[:4000]}")),
        ShortTextQuestion(stem=f"6 {LONG}", answer="x", rationale=LONG),
    )
    available = Availability(State.OPEN)
    quiz = Quiz(f"Hostile {ALL[:300]}", questions, description=ALL, availability=available)
    (folder / "question_banks" / "hostile.yaml").write_bytes(dump_bank(quiz))
    with serve(folder) as site:
        yield site


def harmless(tab: Page) -> None:
    """The page is ours: its title, its styles, no element from the bank, nothing computed, nothing off the screen."""
    tab.wait_for_load_state()  # with its stylesheet: without one, long words make the page too wide
    assert tab.title() != "taken over"
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    assert tab.locator("main img, main script, main style, main base, main iframe").count() == 0
    assert tab.locator("[onerror], [href^=javascript]").count() == 0
    assert "1337" not in tab.locator("body").inner_text()
    assert tab.evaluate(TOO_WIDE) == []


def test_a_hostile_bank_is_taken_as_text_from_the_list_to_the_result(plain_tab, hostile_site):
    tab = plain_tab
    tab.set_viewport_size({"width": 320, "height": 640})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(hostile_site.student)
    harmless(tab)
    tab.get_by_role("link", name="Hostile").click()
    harmless(tab)
    tab.get_by_label("Your name").fill(f"Ada {CLOSING}"[:80])
    tab.get_by_role("button", name="Start the quiz").click()
    for number in range(1, 7):
        assert f"Question {number} of 6" in tab.locator(".caption").inner_text()
        harmless(tab)
        if number == 1:
            tab.get_by_role("radio").first.check()
        elif number != 4 and number != 5:
            tab.get_by_role("textbox").first.fill(f"{ALL}"[:200])
        tab.get_by_role("button", name="Save and continue").click()
    harmless(tab)
    tab.get_by_role("button", name="Submit").click()
    harmless(tab)
    assert SCRIPT in tab.get_by_role("main").inner_text()
    tab.get_by_role("link", name="Report a problem").first.click()
    tab.get_by_label("What is wrong").fill(ALL)
    tab.get_by_role("button", name="Send").click()
    harmless(tab)
    assert [address for address in asked if not address.startswith((hostile_site.student, "data:"))] == []


def test_the_teacher_reads_a_hostile_bank_and_its_reports_as_text(chromium: Browser, hostile_site):
    tab = chromium.new_context(viewport={"width": 320, "height": 640}).new_page()
    tab.goto(hostile_site.teacher)
    for page in ("", "/quizzes/hostile", "/quizzes/hostile/class", "/results", "/reports", "/classes"):
        tab.goto(f"{hostile_site.student}/teacher{page}")
        harmless(tab)
    tab.context.close()
