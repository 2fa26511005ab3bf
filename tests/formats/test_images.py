"""Images travel into the formats that have a place for them; where nobody has read their files, that is said."""

import io
import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from click.testing import CliRunner
from docx import Document
from PIL import Image
from pypdf import PdfReader

from quizengine import ChoiceQuestion, Quiz, start
from quizengine.__main__ import quizengine
from quizengine.bank.media_files import MediaFolders
from quizengine.extensions.losses import loss_report

FORMATS = start(strict=True).registry.formats
FLAME = ChoiceQuestion(
    stem="What is this? ![a red flame](media/flame.png)", answer="fire", distractors=("ice",), markup="markdown"
)
QUIZ = Quiz("Fire", (FLAME,))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> MediaFolders:
    """A folder with the file of the image."""
    folder = tmp_path_factory.mktemp("bank")
    (folder / "media").mkdir()
    Image.new("RGB", (8, 4), "red").save(folder / "media" / "flame.png")
    return MediaFolders((folder,))


@pytest.fixture(scope="module")
def flame(folders: MediaFolders) -> bytes:
    """The file of the image."""
    found = folders.content("media/flame.png")
    assert found
    return found


def test_the_page_holds_the_image_itself(folders: MediaFolders) -> None:
    page = FORMATS["html"].written(QUIZ, folders.content)[0].decode()
    assert '<img src="data:image/png;base64,iVBOR' in page and 'alt="a red flame"' in page
    reader = PdfReader(io.BytesIO(FORMATS["pdf"].written(QUIZ, folders.content)[0]))
    assert len(reader.pages[0].images) == 1


@pytest.mark.parametrize("name", ["qti-2.1", "qti-3.0"])
def test_a_package_holds_the_file_beside_the_items(name: str, folders: MediaFolders, flame: bytes) -> None:
    with ZipFile(io.BytesIO(FORMATS[name].written(QUIZ, folders.content)[0])) as package:
        assert package.read("media/flame.png") == flame
        assert '<file href="media/flame.png" />' in package.read("imsmanifest.xml").decode()
        item = package.read(f"items/question-{FLAME.id}.xml").decode()
    assert '<img src="../media/flame.png" alt="a red flame" />' in item


def test_canvas_finds_the_file_in_the_package(folders: MediaFolders, flame: bytes) -> None:
    with ZipFile(io.BytesIO(FORMATS["canvas"].written(QUIZ, folders.content)[0])) as package:
        assert package.read("media/flame.png") == flame
        assert 'type="webcontent" href="media/flame.png"' in package.read("imsmanifest.xml").decode()
        questions = package.read(f"quiz-{QUIZ.id}/quiz-{QUIZ.id}.xml").decode()
    assert 'img src="%24IMS-CC-FILEBASE%24/media/flame.png" alt="a red flame"' in questions


@pytest.mark.parametrize("name", ["docx", "docx-key"])
def test_a_word_file_shows_the_image_with_its_alternative_text(name: str, folders: MediaFolders, flame: bytes) -> None:
    option = replace(FLAME, answer="![a red flame](media/flame.png)", stem="Which burns?", id="")
    written = FORMATS[name].written(Quiz("Fire", (FLAME, option)), folders.content)[0]
    document = Document(io.BytesIO(written))
    assert len(document.inline_shapes) == 2
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["a red flame"] * 2
    (part,) = set(document.part.package.image_parts)
    assert part.blob == flame


def test_anki_finds_every_image_of_a_deck(folders: MediaFolders, flame: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.apkg").write_bytes(FORMATS["anki"].written(QUIZ, folders.content)[0])
    collection = Collection(str(tmp_path / "c.anki2"))
    try:
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(tmp_path / "a.apkg")))
        checked = collection.media.check()
        assert (list(checked.missing), list(checked.unused)) == ([], [])
        assert collection.media.dir() and len(list(Path(collection.media.dir()).iterdir())) == 1
    finally:
        collection.close()


def test_h5p_shows_the_first_image_of_a_stem_above_the_question(folders: MediaFolders, flame: bytes) -> None:
    option = replace(FLAME, answer="![red](media/flame.png)", stem="Which burns?", id="")
    data, losses = FORMATS["h5p"].written(Quiz("Fire", (FLAME, option)), folders.content)
    with ZipFile(io.BytesIO(data)) as package:
        about, content = (json.loads(package.read(name)) for name in ("h5p.json", "content/content.json"))
        shown = content["questions"][0]["params"]["media"]["type"]
        assert (shown["library"], shown["params"]["alt"]) == ("H5P.Image 1.1", "a red flame")
        assert package.read(f"content/{shown['params']['file']['path']}") == flame
    assert "H5P.Image" in [one["machineName"] for one in about["preloadedDependencies"]]
    assert "media" not in content["questions"][1]["params"]
    assert "question 2 simplified: images beside the first of the stem" in "\n".join(loss_report(losses))


def test_anki_plays_a_recording(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "word.mp3").write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" * 50)
    heard = replace(FLAME, stem="Which word? ![a word](media/word.mp3) [sound:x.mp3]", id="")
    data, losses = FORMATS["anki"].written(Quiz("Words", (heard,)), MediaFolders((tmp_path,)).content)
    assert not any("recordings" in loss.lost for loss in losses)
    (tmp_path / "a.apkg").write_bytes(data)
    collection = Collection(str(tmp_path / "c.anki2"))
    try:
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(tmp_path / "a.apkg")))
        checked = collection.media.check()
        assert (list(checked.missing), list(checked.unused)) == ([], [])
        (card,) = collection.find_cards("")
        (played,) = collection.get_card(card).render_output().question_av_tags
        assert played.filename.endswith(".mp3")
    finally:
        collection.close()


@pytest.mark.parametrize("name", ["html", "pdf", "docx", "canvas", "qti-2.1", "anki", "h5p"])
def test_an_image_that_nobody_has_read_is_named(name: str, folders: MediaFolders) -> None:
    words = "images and recordings: the words that describe them take their place"
    assert words in "\n".join(loss_report(FORMATS[name].written(QUIZ)[1]))
    assert words not in "\n".join(loss_report(FORMATS[name].written(QUIZ, folders.content)[1]))


def test_the_command_reads_the_files_beside_the_bank(flame: bytes, tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "flame.png").write_bytes(flame)
    (tmp_path / "fire.yaml").write_bytes(FORMATS["yaml"].written(QUIZ)[0])
    done = CliRunner().invoke(quizengine, ["export", str(tmp_path / "fire.yaml"), "--format", "html"])
    assert done.exit_code == 0 and "data:image/png;base64," in done.stdout
