"""Take docs/result.png anew: the result of a question about a figure, in the quiz that `make serve` makes.

    python tools/picture_result.py [docs/result.png]

A quiz is made from the sample article and served, a student answers the first question about a rounded figure a little
beside it, and Chromium takes the picture of what the result says of that question.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, Page, sync_playwright

from quizengine.engine import start
from quizengine.quiz.parts import NumberKey
from quizengine.quiz.quiz import Quiz

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "seeds" / "north-korean-troops.txt"
CHROMIUM = os.environ.get("QUIZENGINE_CHROMIUM") or shutil.which("chromium")
WIDTH, MARGIN = 640, 16
NAME = "sample"


def main() -> None:
    """Write the picture to the place on the command line."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "result.png"
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        quiz = sample(folder)
        number, typed = figure_of(quiz)
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        with served(folder) as address:
            page = browser.new_page(viewport={"width": WIDTH, "height": 900})
            hand_in(page, address, number, typed)
            shown = page.locator("details.asked").nth(number - 1)
            if shown.get_attribute("open") is None:
                shown.locator("summary").click()
            page.locator("h1").click()  # so that nothing has the focus
            picture(page, shown, place)
        browser.close()
    print(f"{place}: question {number} of {len(quiz.questions)}, answered {typed}")


def sample(folder: Path) -> Quiz:
    """The quiz that `make serve` makes, as a bank in a folder in which all quizzes are open."""
    bank = folder / "question_banks" / f"{NAME}.yaml"
    bank.parent.mkdir()
    (folder / "school.yaml").write_text("open: all\n")
    subprocess.run([sys.executable, "-m", "quizengine", "generate", ARTICLE, "-o", bank], check=True, cwd=ROOT)
    return start(folder).read_bank(bank).quiz


def figure_of(quiz: Quiz) -> tuple[int, str]:
    """The number of the first question that accepts a range of numbers, and one of them that is not its key."""
    for number, question in enumerate(quiz.questions, 1):
        for key in question.key().values():
            if isinstance(key, NumberKey) and key.low < key.value:
                return number, f"{(key.value - (key.value - key.low) * 2 / 5).normalize():f}"
    raise SystemExit("the sample quiz has no question about a rounded figure; take another article")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server for students, while it runs."""
    command = [sys.executable, "-m", "quizengine", "serve", str(folder), "--port", "0"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        lines = iter(process.stdout.readline, "")
        yield next(found[1] for line in lines if (found := re.search(r"For students: +(\S+)", line)))
    finally:
        process.terminate()
        process.wait(20)


def hand_in(page: Page, address: str, number: int, typed: str) -> None:
    """Take the quiz, answer one question, and go on to the result."""
    page.goto(f"{address}quizzes/{NAME}")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Start the quiz").click()
    attempt = page.url.rpartition("/")[0]
    page.goto(f"{attempt}/{number}")
    page.get_by_role("textbox").first.fill(typed)
    page.get_by_role("button", name="Save and continue").click()
    page.goto(f"{attempt}/check")
    page.get_by_role("button", name=re.compile("Submit")).click()
    page.wait_for_url("**/result")


def picture(page: Page, question: Locator, place: Path) -> None:
    """Write the picture of a question with its result, as far as to the words of the article."""
    question.scroll_into_view_if_needed()
    heading, proof = (question.locator(name).first.bounding_box() for name in ("summary", "blockquote"))
    assert heading and proof
    low, high = heading["y"] - MARGIN / 2, proof["y"] + proof["height"] + MARGIN
    scrolled = page.evaluate("scrollY")
    page.screenshot(
        path=place, full_page=True, clip={"x": 0, "y": low + scrolled, "width": WIDTH, "height": high - low}
    )


if __name__ == "__main__":
    main()
