"""The page on which a teacher hands in images and recordings."""

import io
from pathlib import Path

import pytest
from PIL import Image


def picture(width: int = 30) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, 20), "teal").save(file, "PNG")
    return file.getvalue()


def sent(teacher, data: bytes, name: str = "cell.png", alt: str = "a round cell"):
    form = {"file": (io.BytesIO(data), name), "alt": alt}
    return teacher.post("/teacher/media", data=form, headers={"Origin": "http://localhost"})


@pytest.fixture
def clean(folder: Path):
    """The folder without what a test has put into it."""
    yield folder / "media"
    for place in (folder / "media").glob("*"):
        place.unlink()


def test_an_image_is_stored_and_the_page_says_what_to_write_for_it(teacher, clean: Path) -> None:
    answer = sent(teacher, picture())
    assert answer.status_code == 200 and 'value="![a round cell](media/cell.png)"' in answer.text
    assert (clean / "cell.png").is_file()
    assert 'width="30" height="20"' in teacher.get("/teacher/media").text


@pytest.mark.parametrize(
    ("data", "name", "alt", "said"),
    [
        (picture(), "cell.png", " ", "Say in words what it shows or lets hear"),
        (b"", "", "a cell", "Choose a file"),
        (b"<script>alert(1)</script>", "cell.png", "a cell", "found something else in the file"),
        (b"<svg/>", "cell.svg", "a cell", "found a file of another kind"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(teacher, clean: Path, data, name, alt, said) -> None:
    answer = sent(teacher, data, name, alt)
    assert answer.status_code == 422 and said in answer.text and "<script>alert" not in answer.text
    assert not list(clean.glob("*.png"))


def test_nobody_but_the_teacher_may_store_anything(student, clean: Path) -> None:
    assert sent(student, picture()).status_code == 403
    assert student.get("/teacher/media").status_code == 403
    assert not list(clean.glob("*"))


def test_words_with_signs_of_markup_do_no_harm(teacher, clean: Path) -> None:
    answer = sent(teacher, picture(31), "x.png", 'a ](javascript:alert(1)) "<b>')
    assert answer.status_code == 200 and "<b>" not in answer.text
    assert 'href="javascript' not in teacher.get("/teacher/media").text
