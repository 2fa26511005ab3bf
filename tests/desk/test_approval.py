"""What a teacher decides goes into the bank file, and nothing else in it changes."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from quizengine import Article, BankError, Engine, start
from quizengine.checking import check_bank
from quizengine.desk.approval import add, changeable, earlier, keep, take_out
from quizengine.desk.library import Entry, open_library
from quizengine.desk.offers import Offer, offers
from quizengine.engine import Draft


@pytest.fixture(scope="module")
def folder(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with the article on North Korean troops: the same for all tests, which share its draft."""
    folder = tmp_path_factory.mktemp("folder")
    (folder / "seeds").mkdir()
    shutil.copy(checkout / "seeds" / "north-korean-troops.txt", folder / "seeds" / "troops.txt")
    return folder


@pytest.fixture
def engine(folder: Path) -> Iterator[Engine]:
    """An engine for the folder, in which there is no bank yet."""
    yield start(folder)
    shutil.rmtree(folder / "question_banks", ignore_errors=True)


@cache
def draft(article: Article) -> Draft:
    return start().draft(article)


def troops(engine: Engine) -> Entry:
    entry = open_library(engine, draft).find("troops")
    assert entry is not None
    return entry


def on_offer(engine: Engine, entry: Entry) -> tuple[Offer, ...]:
    assert entry.article is not None
    return offers(engine, entry.article, entry.quiz).questions


def test_a_draft_that_is_kept_is_a_bank_with_the_same_questions(engine: Engine) -> None:
    drafted = troops(engine)
    place = keep(engine, drafted)
    kept = troops(engine)
    assert (drafted.draft, kept.draft) == (True, False)
    assert (kept.source, kept.quiz.questions) == (place, drafted.quiz.questions)
    assert place.parts[-2:] == ("question_banks", "troops.yaml")


def test_keeping_a_quiz_that_is_kept_changes_nothing(engine: Engine) -> None:
    place = keep(engine, troops(engine))
    place.write_text(f"# mine\n{place.read_text()}")
    keep(engine, troops(engine))
    assert place.read_text().startswith("# mine\n")


def test_a_draft_becomes_a_bank_by_the_first_question_that_is_taken_out(engine: Engine) -> None:
    drafted = troops(engine)
    take_out(engine, drafted, drafted.quiz.questions[0].id)
    assert troops(engine).quiz.questions == drafted.quiz.questions[1:]
    assert not troops(engine).draft


def test_a_bank_as_it_was_before_lies_beside_it(engine: Engine) -> None:
    place = keep(engine, troops(engine))
    before = place.read_bytes()
    take_out(engine, troops(engine), troops(engine).quiz.questions[0].id)
    assert earlier(place).read_bytes() == before
    assert place.read_bytes() != before


def test_a_warning_that_is_overruled_is_silent_in_the_file(engine: Engine) -> None:
    entry = troops(engine)
    offer = next(one for one in on_offer(engine, entry) if one.warnings and not one.only_instead)
    place = add(engine, entry, offer)
    assert troops(engine).quiz.questions == (*entry.quiz.questions, offer.question)
    assert f"# quizengine: ignore[{offer.warnings[0].check}] seen by a teacher and kept\n" in place.read_text()
    assert check_bank(engine, place)[1] == ()


def test_what_cannot_stand_beside_a_question_takes_its_place(engine: Engine) -> None:
    entry = troops(engine)
    offer = next(one for one in on_offer(engine, entry) if one.only_instead)
    with pytest.raises(BankError, match="cannot stand beside"):
        add(engine, entry, offer)
    assert troops(engine).draft
    place = add(engine, entry, offer, instead=True)
    gone = {one.asked for one in offer.beside}
    assert troops(engine).quiz.questions == (*(q for q in entry.quiz.questions if q not in gone), offer.question)
    assert check_bank(engine, place)[1] == ()


def test_the_only_question_of_a_quiz_stays(engine: Engine) -> None:
    entry = troops(engine)
    for question in entry.quiz.questions[1:]:
        take_out(engine, troops(engine), question.id)
    with pytest.raises(BankError, match="the only question"):
        take_out(engine, troops(engine), entry.quiz.questions[0].id)
    assert len(troops(engine).quiz.questions) == 1


def test_a_file_in_the_way_of_a_draft_is_not_overwritten(engine: Engine) -> None:
    assert engine.folder is not None
    place = engine.folder / "question_banks" / "troops.yaml"
    place.parent.mkdir()
    place.write_text("format: quizengine/1\ntitle: broken\n")
    with pytest.raises(BankError, match="there is such a file already"):
        keep(engine, troops(engine))
    assert place.read_text() == "format: quizengine/1\ntitle: broken\n"


def test_the_banks_of_plugins_and_those_that_come_with_quizengine_are_not_changed(engine: Engine) -> None:
    entries = open_library(engine, draft).entries
    plugins_bank = next(entry for entry in entries if entry.name != "troops")
    assert "comes with a plugin" in changeable(engine, plugins_bank)
    assert changeable(engine, troops(engine)) == ""
    assert all(
        "working folder of your own" in changeable(start(), entry) for entry in open_library(start(), draft).entries
    )
