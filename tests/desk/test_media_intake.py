"""Images and recordings that are handed in: drawn anew, under a name of ours, and nothing else than that."""

import io
import math
import wave
from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from quizengine.bank.media_files import MediaError, MediaFolders
from quizengine.desk.media_intake import media_of, reference, take_media
from quizengine.engine import Engine, start
from quizengine.quiz.markup import Medium


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return start(tmp_path_factory.mktemp("media"))


def picture(kind: str, size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **more)
    return file.getvalue()


def stored(engine: Engine, name: str, data: bytes) -> Path:
    """Where a file lies that was handed in."""
    assert engine.folder
    file = take_media(engine, name, data)
    assert MediaFolders((engine.folder,)).find(file)
    return engine.folder / file


def tone() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"".join(pack("<h", int(9000 * math.sin(n / 3))) for n in range(400)))
    return file.getvalue()


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".png"), ("WEBP", ".png")])
def test_an_image_of_each_kind_is_stored(engine: Engine, kind: str, suffix: str) -> None:
    place = stored(engine, f"Zelle {kind}.{kind.lower()}", picture(kind))
    assert place.name == f"zelle-{kind.lower()}{suffix}"


def test_a_photograph_is_turned_upright_made_smaller_and_says_nothing_of_where_it_was_taken(engine: Engine) -> None:
    told = Image.Exif()
    told[0x0112] = 6  # turn it by a quarter
    told.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)  # a latitude
    place = stored(engine, "photo.jpg", picture("JPEG", (3000, 1500), exif=told))
    with Image.open(place) as found:
        assert found.size == (800, 1600) and not found.getexif()


def test_the_same_file_is_stored_once_and_another_of_its_name_beside_it(engine: Engine) -> None:
    first = stored(engine, "map.png", picture("PNG"))
    assert stored(engine, "map.png", picture("PNG")) == first
    other = stored(engine, "map.png", picture("PNG", (41, 20)))
    assert (first.name, other.name) == ("map.png", "map-2.png")


def test_a_recording_is_stored_as_it_is(engine: Engine) -> None:
    assert stored(engine, "tone.wav", tone()).read_bytes() == tone()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd.png", "passwd.png"),
        ("..\\..\\boot.png", "boot.png"),
        ("/etc/cron.d/x.png", "x.png"),
        (".htaccess.png", "htaccess.png"),
        ("a\x00b\n<script>.png", "a-b-script.png"),
        ("x" * 5000 + ".png", "x" * 40 + ".png"),
    ],
)
def test_a_name_is_never_a_path(engine: Engine, name: str, expected: str) -> None:
    size = (50 + len(expected), 20)  # each another picture
    place = stored(engine, name, picture("PNG", size))
    assert engine.folder and place.parent == engine.folder / "media" and place.name == expected


def test_names_without_a_letter_that_is_safe_are_numbered(engine: Engine) -> None:
    first, other = (
        stored(engine, "...png", picture("PNG", (58, 20))),
        stored(engine, "日本.png", picture("PNG", (60, 20))),
    )
    assert engine.folder and {first.parent, other.parent} == {engine.folder / "media"}
    assert (first.name, other.name) == ("file.png", "file-2.png")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.png", b"<!doctype html><script>alert(1)</script>"),
        ("a.jpg", b"\xff\xd8\xff<script>alert(1)</script>"),
        ("a.png", b""),
        ("a.html", b"<b>"),
        ("a.exe", picture("PNG")),
        ("a", picture("PNG")),
        ("a.mp3", tone()),
        ("a.wav", b"<!doctype html>"),
        ("a.png", bytes(50_000_000)),
        ("a.wav", tone() + bytes(20_000_000)),
        ("a.png", picture("TIFF")),
    ],
)
def test_what_is_no_image_or_recording_is_refused(engine: Engine, name: str, data: bytes) -> None:
    assert engine.folder
    before = sorted((engine.folder / "media").glob("*"))
    with pytest.raises(MediaError, match="found"):
        take_media(engine, name, data)
    assert sorted((engine.folder / "media").glob("*")) == before


def test_what_stands_behind_a_picture_in_its_file_is_not_stored(engine: Engine) -> None:
    place = stored(engine, "polyglot.png", picture("PNG", (33, 33)) + b"<script>alert(1)</script>")
    assert b"script" not in place.read_bytes()


def test_what_is_there_is_listed_with_what_to_write_for_it(engine: Engine) -> None:
    stored(engine, "red cell.png", picture("PNG", (35, 20)))
    found = {medium.file: reference(medium) for medium in media_of(engine)}
    assert found["media/red-cell.png"] == "![red cell](media/red-cell.png)"
    assert reference(Medium("media/a b.png", "one ] \\ two\n[", "image")) == "![one two](<media/a b.png>)"


def test_what_comes_with_quizengine_takes_no_files() -> None:
    with pytest.raises(MediaError, match="working folder of your own"):
        take_media(start(), "a.png", picture("PNG"))
