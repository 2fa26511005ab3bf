"""The journal knows each article once, and one archive alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizengine.archive.journal import Begun, Failure, Journal, State, opened_journal
from quizengine.archive.making import Counted, Kind, Made, Nothing
from quizengine.archive.reading.entries import Entry
from quizengine.errors import ArchiveError

REFUSED = Counted(Kind.REFUSAL, "numeric_recall", "no-noun")


def entry(id_: str, place: str = "") -> Entry:
    return Entry(id_, place or f"{id_}.txt", id_.encode, id_, 0)


def begin(journal: Journal, *ids: str) -> list[Begun | None]:
    return [journal.begin(entry(id_)) for id_ in ids]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(place: Path) -> Iterator[Journal]:
    with opened_journal(place) as journal:
        yield journal


def test_articles_have_numbers_in_the_order_in_which_they_were_first_met(place: Path) -> None:
    with opened_journal(place) as first:
        assert begin(first, "b", "a") == [Begun(0, "b", State.BEGUN), Begun(1, "a", State.BEGUN)]
        first.finish(Begun(1, "a", State.BEGUN), Made(b"bank", 2))
    with opened_journal(place) as second:
        numbers = [begun.number for begun in begin(second, "new", "a", "b") if begun]
        assert numbers == [2, 1, 0] and second.articles == 3
        assert second.states() == {State.BEGUN: 2, State.MADE: 1, State.EMPTY: 0, State.FAILED: 0}


def test_a_second_article_with_the_same_id_is_a_failure_in_every_run(place: Path) -> None:
    for _ in range(2):
        with opened_journal(place) as journal:
            assert journal.begin(entry("a", "dump:1")) and journal.begin(entry("a", "dump:2")) is None
            why = "an article before it has the same id; nothing was made of this one"
            assert list(journal.failures()) == [Failure("a", "dump:2", why)] and journal.repeats == 1


def test_what_came_of_an_article_counts_once_even_if_it_is_made_again(place: Path) -> None:
    made = Made(b"bank", 2, counts={REFUSED: 3}, examples={REFUSED: "it is not clear what is counted"})
    for result in (made, Made(fault="its process was killed"), made):
        with opened_journal(place) as journal:
            [begun] = begin(journal, "a")
            assert begun
            journal.finish(begun, result)
            assert list(journal.counts(Kind.REFUSAL)) == [(REFUSED, 3, "it is not clear what is counted")]


def test_counts_add_up_and_the_example_does_not_depend_on_the_order(journal: Journal) -> None:
    for begun, reason in zip(begin(journal, "a", "b", "c"), ("z", "a", "m"), strict=True):
        assert begun
        journal.finish(begun, Made(nothing=Nothing.FOUND, counts={REFUSED: 2}, examples={REFUSED: reason}))
    assert list(journal.counts(Kind.REFUSAL)) == [(REFUSED, 6, "a")]
    assert journal.empty_by_reason() == {Nothing.FOUND: 3} and journal.articles_by_questions() == {0: 3}


def test_ids_that_no_text_can_hold_are_told_apart(journal: Journal) -> None:
    first, second = begin(journal, "a\udcff", "a\udcfe")
    assert first and second and first.number != second.number


def test_a_folder_is_for_the_same_options_only(place: Path) -> None:
    with opened_journal(place) as journal:
        journal.expect({"--seed": "1", "--count": "all"})
    with opened_journal(place) as journal:
        journal.expect({"--seed": "1", "--count": "all"})
        with pytest.raises(ArchiveError, match=r"begun with --seed 1, found 2; give the same as before, or another"):
            journal.expect({"--seed": "2", "--count": "all"})


def test_two_runs_do_not_work_in_one_folder_at_a_time(place: Path, journal: Journal) -> None:
    with pytest.raises(ArchiveError, match="another quizengine is at work in this folder"), opened_journal(place):
        pass


def test_a_file_that_is_no_journal_is_left_as_it_is(place: Path) -> None:
    place.write_text("It rained. " * 100)
    with pytest.raises(ArchiveError, match="file is not a database"), opened_journal(place):
        pass
    assert place.read_text() == "It rained. " * 100
