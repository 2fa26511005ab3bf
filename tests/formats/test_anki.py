"""Packages for Anki, imported by Anki's own library into a collection."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition as Update
from anki.notes import Note
from sample_responses import QUIZ

from quizengine import ClozeQuestion, Quiz, ShortTextQuestion
from quizengine.formats.anki import ANKI


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Collection, quiz: Quiz, folder: Path) -> list[Note]:
    """The notes of the collection after a quiz was imported into it."""
    path = folder / "quiz.apkg"
    path.write_bytes(ANKI.written(quiz)[0])
    always = Update.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
    options = ImportAnkiPackageOptions(merge_notetypes=True, update_notes=always)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
    return [collection.get_note(ident) for ident in sorted(collection.find_notes(""))]


def test_every_question_is_a_note_that_anki_finds_in_order(collection: Collection, tmp_path: Path) -> None:
    notes = imported(collection, QUIZ, tmp_path)
    assert len(notes) == len(QUIZ.questions) and collection.fix_integrity()[1]
    assert [collection.decks.name(card.did) for card in notes[0].cards()] == ["“Rivers” & <more>"]
    for note, question in zip(notes, QUIZ.questions, strict=True):
        first = note.cards()[0].render_output()
        assert escape(question.stem.split("\n")[0], quote=False) in first.question_text
    choice = notes[1]
    assert choice["Answer"] == "Elbe &lt;b&gt;" and choice["Explanation"] == "“The Elbe is “slow” &amp; long.”"
    assert notes[2].tags == ["map"]
    assert notes[-1]["Answer"] == "&#91;1] Water is &lt;faster&gt; outside = it digs there.<br>So."


def test_one_text_is_typed_and_several_are_shown(collection: Collection, tmp_path: Path) -> None:
    one, several = ShortTextQuestion(stem="a?", answer="b"), ShortTextQuestion(stem="c?", answer="d", accept=("e",))
    typed, shown = imported(collection, Quiz("T", (one, several)), tmp_path)
    assert "[[type:Answer]]" in typed.cards()[0].render_output().question_text
    assert shown["Answer"] == "d<br>(e)"


def test_each_gap_is_a_card_whatever_stands_in_it(collection: Collection, tmp_path: Path) -> None:
    gaps = ClozeQuestion(stem="Fill {{c1::this}}.", text="a {b::c|d} [sound:x.mp3] {{e}} {10}.")
    (note,) = imported(collection, Quiz("T", (gaps,)), tmp_path)
    shown = [card.render_output() for card in sorted(note.cards(), key=lambda card: card.ord)]
    assert len(shown) == 2
    assert '<span class="cloze" data-ordinal="1">b:&#58;c / d</span>' in shown[0].answer_text
    assert "&#91;sound:x.mp3] &#123;e&#125;" in shown[0].question_text and not shown[0].question_av_tags


def test_a_mended_question_takes_the_place_of_the_old_one(collection: Collection, tmp_path: Path) -> None:
    question = ShortTextQuestion(stem="Captial?", answer="Rome", id="capital")
    (before,) = imported(collection, Quiz("T", (question,)), tmp_path)
    (after,) = imported(collection, Quiz("T", (replace(question, stem="Capital?"),)), tmp_path)
    assert (after.id, after.guid, after["Question"]) == (before.id, before.guid, "Capital?")


def test_the_guid_and_the_note_type_of_a_question_never_change(collection: Collection, tmp_path: Path) -> None:
    (note,) = imported(collection, Quiz("T", (ShortTextQuestion(stem="?", answer="a", id="x"),)), tmp_path)
    assert (note.guid, note.mid) == ("O%S6k6(.)5", 1607392302)
