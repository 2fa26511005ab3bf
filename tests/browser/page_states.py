"""Every page in every state that it can be in, and the way to each."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from page_ways import Steps, at, made, pressed
from playwright.sync_api import Browser, Page

from quizengine.quiz.quiz import Quiz, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.testing import right_response


@dataclass(frozen=True)
class States:
    """Every state that a page can be in, by name, with the tab to see it in and the way to it.

    One tab stands for each person: a tab behind others is not drawn, and Chromium may never close one that is still
    loading.
    """

    ways: dict[str, tuple[Page, Steps]]

    def items(self) -> Iterator[tuple[str, Page]]:
        """Each state's name with a tab in that state, until the next one is asked for."""
        for name, (tab, steps) in self.ways.items():
            steps(tab)
            tab.wait_for_load_state()
            yield name, tab


@contextmanager
def every_state(chromium: Browser, site, attempts: Path, every_type: Quiz, gives, starts) -> Iterator[States]:
    """All of them on a site with the quiz of every type, whose attempts are in a file."""
    newcomer, tab, teacher = tabs = [chromium.new_context().new_page() for _ in range(3)]
    attempt, done = (_begun(tab, starts) for _ in range(2))
    for number, (question, asked) in enumerate(
        zip(every_type.questions[:6], sheet(every_type, Shuffle(b"", "any order"))[:6], strict=True), 1
    ):
        tab.goto(f"{attempt}/{number}")
        gives(tab, asked, right_response(question))
        tab.get_by_role("button", name="Save and continue").click()
    for number, given in ((1, "The wheel had burned."), (2, "Tilde Brook"), (3, "False")):
        tab.goto(f"{done}/{number}")
        tab.get_by_label(given).check()
        tab.get_by_role("button", name="Save and continue").click()
    for number in (6, 7, 8):
        tab.goto(f"{done}/{number}")
        gives(
            tab,
            sheet(every_type, Shuffle(b"", "any order"))[number - 1],
            right_response(every_type.questions[number - 1]),
        )
        if number < 8:
            tab.get_by_role("textbox").or_(tab.get_by_role("combobox")).first.press("End")
        tab.get_by_role("button", name="Save and continue").click()
    tab.get_by_role("button", name="Submit").click()
    teacher.goto(site.teacher)
    ways = {name: (newcomer, steps) for name, steps in _before(site).items()}
    ways |= {name: (tab, steps) for name, steps in _under_way(site, every_type, attempt, done).items()}
    ways |= {name: (tab, steps) for name, steps in _in_a_class(site, attempts, teacher, tab).items()}
    yield States(ways | {name: (teacher, steps) for name, steps in _of_the_teacher(site, every_type).items()})
    teacher.goto(f"{site.student}/teacher/classes")  # every test ends, for other tests look at its quiz
    under_way = teacher.get_by_role("row", name=re.compile("Reading the news.*when you close.*still open"))
    while under_way.count():
        under_way.first.get_by_role("link").click()
        teacher.get_by_role("link", name="Close the test").click()
        teacher.get_by_role("button", name="Close the test").click()
        teacher.goto(f"{site.student}/teacher/classes")
    for each in tabs:
        each.wait_for_load_state()
        each.context.close()


def _begun(tab: Page, starts: Callable[[Page], None]) -> str:
    """The address of a new attempt."""
    starts(tab)
    return tab.url.removesuffix("/1")


def _before(site) -> dict[str, Steps]:
    start = f"{site.student}/quizzes/paper-mill"
    return {"list": at(site.student), "start": at(start), "start-error": pressed(start, "Start")}


def _under_way(site, every_type: Quiz, attempt: str, done: str) -> dict[str, Steps]:
    questions = {f"question-{n}-{q.type}": at(f"{attempt}/{n}") for n, q in enumerate(every_type.questions, 1)}
    return {
        **questions,
        "error-number": pressed(
            f"{attempt}/4", "Save and continue", lambda tab: tab.get_by_role("textbox").fill("lots")
        ),
        "error-ordering": pressed(
            f"{attempt}/8", "Save and continue", lambda tab: tab.get_by_role("combobox").first.select_option("2")
        ),
        "check": at(f"{attempt}/check"),
        "result": at(f"{done}/result"),
        "start-again": at(f"{site.student}/quizzes/paper-mill"),
        "not-found": at(f"{site.student}/nowhere"),
    }


def _in_a_class(site, attempts: Path, teacher: Page, tab: Page) -> dict[str, Steps]:
    """A test with a time limit, one student at work and one done, and a class that practises."""

    def opened(mode: str, minutes: str, quiz: str = "paper-mill") -> str:
        teacher.goto(f"{site.student}/teacher/quizzes/{quiz}/class")
        teacher.get_by_label(mode).check()
        teacher.get_by_label("Time limit").fill(minutes)
        teacher.get_by_role("button", name="Create the class code").click()
        return teacher.url.rsplit("/", 1)[1]

    def joined(code: str, name: str) -> str:
        tab.goto(f"{site.student}/join/{code}")
        tab.get_by_label("Your name").fill(name)
        tab.get_by_role("button", name=re.compile("Continue|Start the quiz")).click()
        return re.sub("/(ready|1)$", "", tab.url)

    def late(tab: Page) -> None:
        """Answer when the time has been up for some minutes: each time as somebody else."""
        tab.goto(f"{joined(timed, f'Late {next(numbers)}')}/ready")
        tab.get_by_role("button", name="Start now").click()
        tab.get_by_label("The wheel had burned.").wait_for()  # the deadline stands when the first question does
        with closing(sqlite3.connect(attempts, timeout=10)) as file, file:
            file.execute("UPDATE attempts SET deadline = '2026-01-01T10:00:00.000+00:00' WHERE student LIKE 'Late %'")
        tab.get_by_label("The wheel had burned.").check()
        tab.get_by_role("button", name="Save and continue").click()
        tab.get_by_role("heading", name="Your time is up").wait_for()

    numbers = count(1)
    final = joined(opened("After each question", "", "news-literacy"), "Pia")
    tab.goto(f"{final}/1")
    tab.get_by_role("radio").or_(tab.get_by_role("checkbox")).first.check()
    tab.get_by_role("button", name="Save and continue").click()
    tab.get_by_role("link", name="Next question").wait_for()
    handed_in = joined(opened("When you close the test", "", "news-literacy"), "Nora")
    tab.goto(f"{handed_in}/check")
    tab.get_by_role("button", name="Submit").click()
    promised = opened("After each question", "", "news-literacy")
    practice, timed = opened("After each question", ""), opened("When they have submitted", "30")
    waiting, working, practising = joined(timed, "Ida"), joined(timed, "Ansgar"), joined(practice, "Tilde")
    tab.goto(f"{working}/ready")
    tab.get_by_role("button", name="Start now").click()
    tab.goto(f"{practising}/1")
    tab.get_by_label("The wheel had burned.").check()
    tab.get_by_label("Flag").check()
    tab.get_by_role("button", name="Save and continue").click()
    return {
        "handed-in": at(f"{handed_in}/result"),
        "join-withheld": at(f"{site.student}/join/{promised}"),
        "asked-withheld": at(f"{final}/2"),
        "feedback-withheld": at(f"{final}/1/feedback"),
        "check-withheld": at(f"{final}/check"),
        "start-withheld": at(f"{site.student}/quizzes/news-literacy"),
        "late": late,
        "join-class": at(f"{site.student}/join/{timed}"),
        "join-error": at(f"{site.student}/join?code=nothing"),
        "resume-error": pressed(f"{site.student}/resume", "Continue"),
        "ready": at(f"{waiting}/ready"),
        "timed": at(f"{working}/1"),
        "feedback": at(f"{practising}/1/feedback"),
        "check-practice": at(f"{practising}/check"),
        "article": at(f"{practising}/article/1"),
        "report": at(f"{practising}/1/report"),
        "report-error": pressed(f"{practising}/2/report", "Send"),
        "report-sent": pressed(
            f"{practising}/1/report", "Send", lambda tab: tab.get_by_label("What is wrong").fill("Two are right.")
        ),
    }


def _of_the_teacher(site, every_type: Quiz) -> dict[str, Steps]:
    def result(tab: Page) -> None:
        tab.goto(f"{site.student}/teacher/results")
        tab.get_by_role("link", name="Ada Quill").first.click()

    def opened(tab: Page) -> None:
        tab.goto(f"{site.student}/teacher/quizzes/north-korean-troops/more")
        while tab.locator("details.offer").count() == 0:  # the article is still being searched
            tab.wait_for_timeout(200)
            tab.reload()
        closed = tab.locator("details:not([open]) > summary")
        while closed.count():
            closed.first.click()

    def class_page(tab: Page) -> None:
        tab.goto(f"{site.student}/teacher/classes")
        tab.get_by_role("row", name="still open").get_by_role("link").first.click()

    def followed(link: str) -> Steps:
        """Open a class, and follow a link of its page."""

        def steps(tab: Page) -> None:
            tab.goto(f"{site.student}/teacher/classes")
            tab.get_by_role("row", name="still open").filter(has_text="when a student").get_by_role(
                "link"
            ).first.click()
            tab.get_by_role("link", name=link).first.click()

        return steps

    def mistyped(tab: Page) -> None:
        class_page(tab)
        tab.get_by_label("The student’s name").fill("Ansgaar")
        tab.get_by_label("How much time").select_option("twice as much")
        tab.get_by_role("button", name="Give more time").click()

    def reopen_class(tab: Page) -> None:
        delete_page(tab)
        tab.get_by_role("link", name="Back to the class").click()
        tab.get_by_role("link", name="Reopen the class").click()

    def close_page(tab: Page) -> None:
        class_page(tab)
        tab.get_by_role("link", name="Close the class").click()

    def delete_page(tab: Page) -> None:
        """Of a class that is closed already."""
        tab.goto(give)
        tab.get_by_label("When they have submitted").check()
        tab.get_by_role("button", name="Create the class code").click()
        tab.goto(f"{tab.url}/close")
        tab.get_by_role("button", name="Close the class").click()
        tab.get_by_role("link", name="Delete the class").click()

    give = f"{site.student}/teacher/quizzes/paper-mill/class"
    pages = {
        "": "",
        "-classes": "classes",
        "-new": "new",
        "-plugins": "plugins",
        "-preview": "quizzes/paper-mill/preview",
        "-reports": "reports",
        "-quiz": "quizzes/paper-mill",
        "-draft": "quizzes/north-korean-troops",
        "-results": "results",
        "-download": "quizzes/paper-mill/download",
        "-import": "import",
        "-review": "quizzes/north-korean-troops/review",
        "-edit": f"quizzes/paper-mill/questions/{every_type.questions[0].id}",
        "-unassigned": "quizzes/paper-mill/results",
        "-unassigned-marking": f"quizzes/paper-mill/results/{every_type.questions[0].content_id}/marking",
    }
    addresses = {f"teacher{name}": f"{site.student}/teacher/{page}".rstrip("/") for name, page in pages.items()}
    return {name: at(address) for name, address in addresses.items()} | {
        "teacher-result": result,
        "teacher-class": class_page,
        "teacher-close": close_page,
        "teacher-delete": delete_page,
        "teacher-projector": followed("Show it on the projector"),
        "teacher-code": followed("Show the code of"),
        "teacher-reopen": followed("Reopen the attempt of"),
        "teacher-reopen-class": reopen_class,
        "teacher-mistyped": mistyped,
        "teacher-give": at(give),
        "teacher-new-error": pressed(f"{site.student}/teacher/new", "Make questions from this text"),
        "teacher-give-error": pressed(give, "Create the class code"),
        "teacher-more": opened,
        "teacher-another": made(f"{site.student}/teacher/quizzes/paper-mill/another"),
        "teacher-edit-image": pressed(
            addresses["teacher-edit"],
            "Put it into the question",
            lambda tab: tab.get_by_text("Add an image or a recording").first.click(),
        ),
        "teacher-edit-error": pressed(
            f"{site.student}/teacher/quizzes/paper-mill/questions/new/numeric", re.compile("^Save$")
        ),
    }
