"""Markdown on the pages of students and teachers, over a folder with images and a recording."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizengine.desk.attempt_statistics import quiz_results
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app

KEY = b"a key of thirty-two bytes, for tests"


@pytest.fixture(scope="module")
def rich_folder(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(checkout / "tests" / "rich", tmp_path_factory.mktemp("rich") / "folder"))


@pytest.fixture(scope="module")
def attempts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of attempts."""
    return tmp_path_factory.mktemp("rich-store") / "attempts.db"


@pytest.fixture(scope="module")
def rich_app(rich_folder: Path, attempts: Path) -> Iterator[Flask]:
    engine = start(rich_folder)
    store = Store(attempts)
    yield create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token="a-token-for-the-teacher-alone")
    store.close()


@pytest.fixture
def student(rich_app: Flask, browser_of):
    return browser_of(rich_app)


@pytest.fixture
def pages(student) -> list[str]:
    """The page of each question."""
    attempt = student.begin(quiz="rich")
    return [student.get(f"{attempt}/{number}").text for number in range(1, 9)]


def test_code_keeps_its_lines_and_a_short_code_stands_in_the_option(pages: list[str]) -> None:
    assert '<pre tabindex="0"><code>for number in range(2):\n    square = number * number\n' in pages[0]
    assert "<code>0</code> and <code>1</code></label>" in pages[0]
    assert re.search(r'<h1 class="rich">What does this program print when it runs to its end\?</h1>', pages[0])


def test_an_image_stands_above_the_words_that_ask_and_in_options(pages: list[str]) -> None:
    image = (
        r'<img src="(/media/\w{20}/\w{16}/media/square\.png)" alt="a violet square on white" width="500" height="400">'
    )
    assert len(re.findall(image, pages[1])) == 2
    assert pages[1].index("<img") < pages[1].index("Which figure is <em>this</em>?")


def test_a_formula_is_mathml_in_the_stem_and_in_options(pages: list[str]) -> None:
    assert '<math display="block">' in pages[2] and "<msqrt>" in pages[2]
    assert "<mfrac>" in pages[1]


def test_gaps_lie_inside_a_table_and_inside_code(pages: list[str]) -> None:
    assert len(re.findall(r'<td class="right"><input type="text" id="part-\d" name="part-\d"', pages[3])) == 2
    assert re.search(r"<code><input [^>]*>\(x, 2\)</code>", pages[3])


def test_formulas_to_choose_from_in_a_list_have_letters(pages: list[str]) -> None:
    assert pages[4].count('<ol class="lettered" type="A">') == 1
    shown = [html.unescape(each) for each in re.findall(r'<option value="\w{8}">(.*?)</option>', pages[4])]
    assert {each[:3] for each in shown} == {"A: ", "B: ", "C: "} and any(r"\pi r^2" in each for each in shown)


def test_a_recording_has_controls_and_a_transcript(pages: list[str]) -> None:
    assert re.search(r'<audio controls="" preload="metadata" src="/media/\S+/media/tone.wav"', pages[6])
    assert "<summary>Transcript</summary>A low tone, then a high one.</details>" in pages[6]


def test_the_result_shows_markdown_where_it_was_asked_and_words_where_they_were_typed(student) -> None:
    attempt = student.begin(quiz="rich")
    student.send(f"{attempt}/4", {"part-6": "**4**"})
    page = student.send(f"{attempt}/submit")
    assert "<code>range(2)</code> counts 0 and 1" in page and "**4**" in page
    assert "<strong>[Gap 1]</strong></td>" in page
    check = student.get(f"{student.begin(quiz='rich')}/check").text
    assert "8. Which country is larger?</dt>" in check


def test_the_teacher_sees_the_same(student) -> None:
    student.get("/teacher?token=a-token-for-the-teacher-alone")
    page = student.get("/teacher/quizzes/rich").text
    assert "<mfrac>" in page and "<audio" in page and "<code>range(2)</code> begins with <strong>0</strong>." in page


def address_of(page: str, name: str) -> str:
    found = re.search(rf'src="(/media/[^"]*{name})"', page)
    assert found
    return found[1]


def test_a_file_comes_with_its_type_shut_in_and_may_be_kept(student, pages: list[str]) -> None:
    answer = student.get(address_of(pages[1], "square.png"))
    assert answer.status_code == 200 and answer.mimetype == "image/png" and answer.data.startswith(b"\x89PNG")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_recording_can_be_had_in_part_as_players_ask(student, pages: list[str]) -> None:
    answer = student.get(address_of(pages[6], "tone.wav"), headers={"Range": "bytes=0-3"})
    assert answer.status_code == 206 and answer.data == b"RIFF" and answer.mimetype == "audio/wav"


@pytest.mark.parametrize(
    "file",
    [
        *("media/square.png", "media/../question_banks/rich.yaml", "question_banks/rich.yaml", "quizengine.db"),
        *("media/%2e%2e/secret-key", "/etc/passwd", "media/none.png", "media/%00.png"),
    ],
)
def test_an_address_without_our_signature_gives_nothing(student, pages: list[str], file: str) -> None:
    ours = address_of(pages[1], "square.png").split("/")[2]
    for signature in ("0" * 20, "é", ours if "square" not in file else ours[::-1]):
        assert student.get(f"/media/{signature}/{'0' * 16}/{file}").status_code == 404


def test_a_file_that_has_changed_has_another_address_and_the_old_one_is_not_kept(
    student, pages: list[str], rich_folder: Path
) -> None:
    before = address_of(pages[1], "circle.png")
    place = rich_folder / "media" / "circle.png"
    old = place.read_bytes()
    try:
        place.write_bytes((rich_folder / "media" / "square.png").read_bytes())
        after = address_of(student.get(f"{student.begin(quiz='rich')}/2").text, "circle.png")
        assert before != after
        assert student.get(before).headers["Cache-Control"] == "private, no-cache"
        place.write_bytes(b"<script>alert(1)</script>")
        assert student.get(after).status_code == 404
    finally:
        place.write_bytes(old)


def test_a_bank_is_read_again_when_the_image_that_it_missed_is_there(
    rich_folder: Path, rich_app: Flask, browser_of, tmp_path: Path
) -> None:
    bank = rich_folder / "question_banks" / "later.yaml"
    bank.write_text(
        "format: quizengine/1\ntitle: Later\nstate: open\nmarkup: markdown\nquestions:\n"
        "  - {type: true_false, stem: '![a square](media/new.png) Is it new?', answer: true}\n"
    )
    browser = browser_of(rich_app)
    try:
        assert "Later" not in browser.get("/").text
        shutil.copy(rich_folder / "media" / "square.png", rich_folder / "media" / "new.png")
        assert "Later" in browser.get("/").text
    finally:
        bank.unlink()
        (rich_folder / "media" / "new.png").unlink(missing_ok=True)


def test_results_in_a_terminal_name_questions_by_their_words(rich_app: Flask, attempts: Path, student) -> None:
    attempt = student.begin(quiz="rich")
    student.send(f"{attempt}/1", {})
    student.send(f"{attempt}/submit")
    engine = rich_app.extensions["quizengine"].engine
    stems = [stem for one in quiz_results(engine, attempts) for stem, _ in one.items]
    assert "Put in order, smallest first." in stems


def test_a_preview_shows_its_images_as_students_see_them(student) -> None:
    student.get("/teacher?token=a-token-for-the-teacher-alone")
    preview = "/teacher/quizzes/rich/preview"
    once = re.search(r'name="once" value="([^"]+)"', student.get(preview).text)
    assert once
    form = {"student": "Preview", "once": once[1], "mode": "class"}
    begun = student.post(f"{preview}/quizzes/rich", data=form, headers={"Origin": "http://localhost"})
    page = student.get(f"{begun.location.rsplit('/', 1)[0]}/2").text
    image = re.search(rf'src="({preview}/media/[^"]*square.png)"', page)
    assert image
    answer = student.get(image[1])
    assert answer.status_code == 200 and answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
