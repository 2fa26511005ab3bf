"""What a teacher decides goes into the bank file, and nothing else in it changes."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from quizengine import Article, BankError, Engine, Question, Refusal, start
from quizengine.bank import dump_bank
from quizengine.checking import check_bank
from quizengine.desk.approval import add_question, add_unread, drop, edit, keep_draft, make_available, put_in_place
from quizengine.desk.changes import OutdatedError, changeable, earlier, progress, undo
from quizengine.desk.edit_log import Done, Edit, EditLog, note
from quizengine.desk.library import Entry, open_library
from quizengine.desk.offers import Offer, find_offers
from quizengine.desk.replacing import next_best, replacement
from quizengine.engine import Draft
from quizengine.quiz.availability import Availability, State
from quizengine.quiz.types.true_false import TrueFalseQuestion
from quizengine.system.files import read_article


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
    return find_offers(engine, entry.article, entry.quiz).questions


def test_a_draft_that_is_kept_is_a_bank_with_the_same_questions(engine: Engine) -> None:
    drafted = troops(engine)
    place = keep_draft(engine, drafted, drafted.quiz.questions[0])
    kept = troops(engine)
    assert (drafted.draft, kept.draft) == (True, False)
    assert (kept.source, kept.quiz.questions) == (place, drafted.quiz.questions)
    assert place.parts[-2:] == ("question_banks", "troops.yaml")


def test_keeping_a_quiz_that_is_kept_changes_nothing(engine: Engine) -> None:
    place = keep_draft(engine, troops(engine), troops(engine).quiz.questions[0])
    place.write_text(f"# mine\n{place.read_text()}")
    keep_draft(engine, troops(engine), troops(engine).quiz.questions[0])
    assert place.read_text().startswith("# mine\n")


def test_a_draft_becomes_a_bank_by_the_first_question_that_is_taken_out(engine: Engine) -> None:
    drafted = troops(engine)
    drop(engine, drafted, drafted.quiz.questions[0])
    assert troops(engine).quiz.questions == drafted.quiz.questions[1:]
    assert not troops(engine).draft


def test_a_bank_as_it_was_before_lies_beside_it(engine: Engine) -> None:
    place = keep_draft(engine, troops(engine), troops(engine).quiz.questions[0])
    before = place.read_bytes()
    drop(engine, troops(engine), troops(engine).quiz.questions[0])
    assert earlier(place).read_bytes() == before
    assert place.read_bytes() != before


def test_a_warning_that_is_overruled_is_silent_in_the_file(engine: Engine) -> None:
    entry = troops(engine)
    offer = next(one for one in on_offer(engine, entry) if one.warnings and not one.only_instead)
    place = add_question(engine, entry, offer)
    assert troops(engine).quiz.questions == (*entry.quiz.questions, offer.question)
    assert f"# quizengine: ignore[{offer.warnings[0].check}] seen by a teacher and kept\n" in place.read_text()
    assert check_bank(engine, place)[1] == ()


def test_what_cannot_stand_beside_a_question_takes_its_place(engine: Engine) -> None:
    entry = troops(engine)
    offer = next(one for one in on_offer(engine, entry) if one.only_instead)
    with pytest.raises(BankError, match="cannot stand beside"):
        add_question(engine, entry, offer)
    assert troops(engine).draft
    place = add_question(engine, entry, offer, instead=True)
    gone = {one.asked for one in offer.beside}
    assert troops(engine).quiz.questions == (*(q for q in entry.quiz.questions if q not in gone), offer.question)
    assert check_bank(engine, place)[1] == ()


def generated(engine: Engine, state: str = "") -> Entry:
    """A bank as `quizengine generate` writes it, with a question by hand at its end, and a state if one is given."""
    assert engine.folder is not None
    quiz = draft(read_article(engine.folder / "seeds" / "troops.txt")).quiz
    by_hand = TrueFalseQuestion(stem="It snowed.", answer=False)
    quiz = replace(quiz, questions=(*quiz.questions[:3], by_hand))
    if state:
        quiz = replace(quiz, availability=Availability(State(state)))
    place = engine.folder / "question_banks" / "troops.yaml"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(dump_bank(quiz))
    return troops(engine)


def test_of_a_generated_bank_what_nobody_wrote_is_read_by_nobody_until_it_is_kept(engine: Engine) -> None:
    entry = generated(engine)
    made = entry.quiz.questions[:3]
    assert progress(engine, entry).unread == {one.content_id for one in made}
    with pytest.raises(BankError, match="found 1 of 4 questions read"):
        make_available(engine, entry, Availability(State.OPEN))
    keep_draft(engine, entry, made[0])
    assert progress(engine, troops(engine)).unread == {one.content_id for one in made[1:]}
    undo(engine, troops(engine), 1)
    assert progress(engine, troops(engine)).read == 1


@pytest.mark.parametrize("state", ["ready", "open", "closed"])
def test_a_generated_bank_that_its_author_approved_by_hand_is_read(engine: Engine, state: str) -> None:
    entry = generated(engine, state)
    assert progress(engine, entry).unread == frozenset()
    make_available(engine, entry, Availability(State.DRAFT))
    assert progress(engine, troops(engine)).unread == frozenset()  # what was approved once stays read


def test_the_only_question_of_a_quiz_stays(engine: Engine) -> None:
    entry = troops(engine)
    for question in entry.quiz.questions[1:]:
        drop(engine, troops(engine), question)
    with pytest.raises(BankError, match="the only question"):
        drop(engine, troops(engine), entry.quiz.questions[0])
    assert len(troops(engine).quiz.questions) == 1


def test_a_file_in_the_way_of_a_draft_is_not_overwritten(engine: Engine) -> None:
    assert engine.folder is not None
    place = engine.folder / "question_banks" / "troops.yaml"
    place.parent.mkdir()
    place.write_text("format: quizengine/1\ntitle: broken\n")
    with pytest.raises(BankError, match="there is such a file already"):
        keep_draft(engine, troops(engine), troops(engine).quiz.questions[0])
    assert place.read_text() == "format: quizengine/1\ntitle: broken\n"


def test_the_banks_of_plugins_and_those_that_come_with_quizengine_are_not_changed(engine: Engine) -> None:
    entries = open_library(engine, draft).entries
    plugins_bank = next(entry for entry in entries if entry.name != "troops")
    assert "comes with a plugin" in changeable(engine, plugins_bank)
    assert changeable(engine, troops(engine)) == ""
    assert all(
        "working folder of your own" in changeable(start(), entry) for entry in open_library(start(), draft).entries
    )


def test_a_draft_is_read_question_by_question(engine: Engine) -> None:
    drafted = troops(engine)
    first, second, *others = drafted.quiz.questions
    assert progress(engine, drafted).read == 0
    keep_draft(engine, drafted, first)
    drop(engine, troops(engine), second)
    now = progress(engine, troops(engine))
    assert (now.read, now.total, len(now.unread)) == (1, len(others) + 1, len(others))
    assert not now.is_unread(first) and now.is_unread(others[0])


def test_everything_can_be_undone_and_leaves_the_draft_that_there_was(engine: Engine) -> None:
    drafted = troops(engine)
    first, second, *_ = drafted.quiz.questions
    place = keep_draft(engine, drafted, first)
    place.write_text(place.read_text().replace("questions:", "# mine\nquestions:"))
    texts = [place.read_bytes()]
    for question in (first, second):
        drop(engine, troops(engine), question)
        texts.append(place.read_bytes())
    assert len(set(texts)) == 3
    for before in reversed(texts[:-1]):
        undo(engine, troops(engine), len(progress(engine, troops(engine)).log.edits))
        assert place.read_bytes() == before
    with pytest.raises(BankError, match="changed in another program"):
        undo(engine, troops(engine), 1)
    place.write_text(place.read_text().replace("# mine\n", ""))
    assert undo(engine, troops(engine), 1).stem == first.stem
    assert troops(engine) == drafted and not place.exists()


@pytest.mark.parametrize("goes_on", [False, True], ids=["undoes the others", "drops one more"])
def test_an_edit_that_a_killed_server_only_logged_stays_out_of_the_log_whatever_follows(
    engine: Engine, goes_on: bool
) -> None:
    first, second, third, *_ = troops(engine).quiz.questions
    place = keep_draft(engine, troops(engine), first)
    drop(engine, troops(engine), second)
    text = place.read_bytes()
    note(place, Edit.between(Done.without("drop", third.stem, third), text, text.replace(b"questions:", b"")))
    if goes_on:
        drop(engine, troops(engine), third)
        assert undo(engine, troops(engine), 3).stem == third.stem
    assert undo(engine, troops(engine), 2).stem == second.stem
    place.write_text(f"# changed elsewhere\n{place.read_text()}")
    assert [edit.done.act for edit in progress(engine, troops(engine)).log.edits] == ["keep"]


def test_only_the_last_edit_is_undone_and_only_by_who_has_seen_it(engine: Engine) -> None:
    keep_draft(engine, troops(engine), troops(engine).quiz.questions[0])
    drop(engine, troops(engine), troops(engine).quiz.questions[1])
    with pytest.raises(OutdatedError):
        undo(engine, troops(engine), 1)


def test_a_question_is_replaced_by_one_about_another_fact_that_nobody_has_read(engine: Engine) -> None:
    drafted = troops(engine)
    assert drafted.article is not None
    found, question = find_offers(engine, drafted.article, drafted.quiz), drafted.quiz.questions[2]
    offer = replacement(engine, drafted.quiz, question, found, EditLog())
    assert offer is not None and offer.question.evidence is not None and question.evidence is not None
    assert not offer.question.evidence.start < question.evidence.end <= offer.question.evidence.end
    place = put_in_place(engine, drafted, question, offer)
    now = troops(engine)
    assert now.quiz.questions[2] == offer.question
    assert progress(engine, now).is_unread(offer.question)
    assert check_bank(engine, place)[1] == ()


def test_what_a_generator_leaves_to_the_teacher_replaces_a_question_only_where_nothing_else_does(
    engine: Engine,
) -> None:
    drafted = troops(engine)
    assert drafted.article is not None
    found, question = find_offers(engine, drafted.article, drafted.quiz), drafted.quiz.questions[2]
    best = replacement(engine, drafted.quiz, question, found, EditLog())
    assert best is not None and best.caution is None
    leaning = replace(best, caution=Refusal(drafted.article.span(0, 1), "leans", "it leans on the text around it"))
    offers = replace(found, questions=tuple(leaning if one is best else one for one in found.questions))
    other = replacement(engine, drafted.quiz, question, offers, EditLog())
    assert other is not None and other is not leaning
    alone = replace(found, questions=(leaning,))
    assert replacement(engine, drafted.quiz, question, alone, EditLog()) is leaning


def test_what_was_dropped_or_replaced_never_comes_back_in_any_form(engine: Engine) -> None:
    dropped = troops(engine).quiz.questions[0]
    drop(engine, troops(engine), dropped)
    now = troops(engine)
    edited = now.quiz.questions[0]  # and so no longer the question that the article gives
    edit(engine, now, edited, replace(edited, stem="How many, then?", id=""))
    unwanted = [dropped]
    while True:
        now = troops(engine)
        question, article = now.quiz.questions[0], now.article
        assert article is not None
        offer = replacement(engine, now.quiz, question, find_offers(engine, article, now.quiz), log_of(engine))
        if offer is None:
            break
        assert not [one for one in unwanted if rests_on_the_same(one, offer.question)], offer.question.stem
        unwanted.append(question)
        put_in_place(engine, now, question, offer)
    assert len(unwanted) > 3  # there was something to replace with, more than once


def test_one_more_question_is_the_likeliest_that_fits_and_nobody_has_read_it(engine: Engine) -> None:
    drafted = troops(engine)
    assert drafted.article is not None
    found = find_offers(engine, drafted.article, drafted.quiz)
    offer = next_best(engine, drafted.quiz, found, EditLog())
    assert offer is not None and not offer.doubt and offer.question not in drafted.quiz.questions
    add_unread(engine, drafted, offer)
    now = troops(engine)
    assert now.quiz.questions == (*drafted.quiz.questions, offer.question)
    assert progress(engine, now).is_unread(offer.question)
    drop(engine, now, offer.question)
    again = next_best(engine, troops(engine).quiz, found, log_of(engine))
    assert again is None or not rests_on_the_same(again.question, offer.question)


def log_of(engine: Engine) -> EditLog:
    return progress(engine, troops(engine)).log


def rests_on_the_same(one: Question, other: Question) -> bool:
    first, second = one.evidence, other.evidence
    return bool(first and second and first.start < second.end and second.start < first.end)
