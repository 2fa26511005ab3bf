"""Images and recordings of banks: where they lie, what they are, and which are refused."""

import io
import math
import wave
from pathlib import Path
from struct import pack
from zlib import crc32

import pytest
from PIL import Image

from quizengine.bank import read_bank
from quizengine.bank.media_files import MediaError, MediaFolders
from quizengine.extensions.shipped_types import quizengine_question_types

TYPES = {cls.type: cls for cls in quizengine_question_types()}
BANK = """\
format: quizengine/1
title: A test
markup: markdown
questions:
  - type: choice
    stem: |
      What is this?

      ![a square](media/square.png)
    answer: a square
    distractors:
      - a circle
      - "![a tone](media/tone.wav)"
"""


def image(kind: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind)
    return file.getvalue()


def tone() -> bytes:
    """A tenth of a second of a tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"".join(pack("<h", int(9000 * math.sin(n / 3))) for n in range(800)))
    return file.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with an image in its folder media, and beside it what no bank may show."""
    media = tmp_path / "media"
    media.mkdir()
    (media / "square.png").write_bytes(image())
    (media / "tone.wav").write_bytes(tone())
    (tmp_path / "secret.png").write_bytes(image())
    return tmp_path


def fault(folder: Path, name: str, content: bytes) -> str:
    """What is said of a file with this content."""
    (folder / "media" / name).write_bytes(content)
    with pytest.raises(MediaError) as raised:
        MediaFolders((folder,)).find(f"media/{name}")
    return str(raised.value)


def test_an_image_has_its_type_its_size_and_a_digest_of_its_content(folder: Path) -> None:
    found = MediaFolders((folder,)).find("media/square.png")
    assert (found.type, found.width, found.height) == ("image/png", 30, 20)
    before = found.digest
    (folder / "media" / "square.png").write_bytes(image(size=(31, 20)))
    after = MediaFolders((folder,)).find("media/square.png")
    assert after.digest != before and after.width == 31


def test_a_recording_has_its_type_and_no_size(folder: Path) -> None:
    found = MediaFolders((folder,)).find("media/tone.wav")
    assert (found.type, found.width, found.height) == ("audio/wav", 0, 0)


def test_the_folder_beside_the_bank_comes_before_the_working_folder(folder: Path) -> None:
    beside = folder / "question_banks"
    (beside / "media").mkdir(parents=True)
    (beside / "media" / "square.png").write_bytes(image(size=(7, 7)))
    assert MediaFolders((beside, folder)).find("media/square.png").width == 7
    assert MediaFolders((beside, folder)).find("media/tone.wav").path.parent == folder / "media"


@pytest.mark.parametrize("kind", ["JPEG", "GIF", "WEBP"])
def test_the_other_kinds_of_images_are_known(folder: Path, kind: str) -> None:
    name = f"media/other.{kind.lower()}"
    (folder / name).write_bytes(image(kind))
    assert MediaFolders((folder,)).find(name).type == f"image/{kind.lower()}"


def test_what_leads_out_of_the_folder_is_not_found(folder: Path) -> None:
    (folder / "media" / "link.png").symlink_to(folder / "secret.png")
    (folder / "media" / "up").symlink_to(folder)
    folders = MediaFolders((folder,))
    for file in ("media/../secret.png", "media/link.png", "media/up/secret.png", "secret.png", "media/none.png"):
        assert folders.path(file) is None
    assert folders.path("media/square.png") == folder / "media" / "square.png"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.png", b"<!doctype html><script>alert(1)</script>"),
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("photo.png", image("JPEG")),
        ("picture.jpg", image("PNG")),
        ("empty.png", b""),
        ("half.gif", b"GIF89a"),
        ("page.mp3", b"<!doctype html><script>alert(1)</script>"),
        ("tone.mp3", tone()),
        ("empty.ogg", b""),
    ],
)
def test_a_file_that_is_something_else_than_its_name_says_is_refused(folder: Path, name: str, content: bytes) -> None:
    assert "found something else" in fault(folder, name, content)


def test_large_files_are_refused_by_bytes_and_by_pixels(folder: Path) -> None:
    assert "found 5,000,100 bytes" in fault(folder, "heavy.png", image() + bytes(5_000_100 - len(image())))
    for width in (9_000, 60_000):
        head = b"IHDR" + pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
        png = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + head + pack(">I", crc32(head)) + image()[33:]
        assert "too many pixels" in fault(folder, f"bomb-{width}.png", png)


def test_a_bank_with_all_its_files_is_read(folder: Path) -> None:
    reading = read_bank(BANK.encode(), "bank.yaml", TYPES, MediaFolders((folder,)).fault)
    assert reading.findings == () and len(reading.quiz.questions) == 1


def test_what_a_bank_misses_is_told_with_line_and_column(folder: Path) -> None:
    (folder / "media" / "square.png").unlink()
    (folder / "media" / "tone.wav").write_bytes(b"<html>")
    reading = read_bank(BANK.encode(), "bank.yaml", TYPES, MediaFolders((folder,)).fault)
    assert [str(finding) for finding in reading.findings] == [
        f"bank.yaml:6:11: questions[0].stem: found no file media/square.png, expected it in one of: {folder}",
        "bank.yaml:13:9: questions[0].distractors[1]: media/tone.wav: found something else in the file, "
        "expected WAV, as its name says; export it again",
    ]
    assert reading.quiz.questions == ()
