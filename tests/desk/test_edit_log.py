"""The log of a bank: what was done to it, exactly as it can be undone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine import BankError
from quizengine.desk.edit_log import Done, Edit, log_of, note, read_log

KEPT = Done("keep", "Which river?", read=("one",))


def made(bank: Path, done: Done, before: bytes | None, after: bytes) -> None:
    note(bank, Edit.between(done, before, after))
    bank.write_bytes(after)


@given(st.binary(), st.binary())
def test_an_edit_undone_gives_the_bytes_before(before: bytes, after: bytes) -> None:
    assert Edit.between(KEPT, before, after).undone(after) == before


@given(st.text("ab\n"), st.text("ab\n"))
def test_an_edit_of_nearly_the_same_text_does_so_too(before: str, after: str) -> None:
    assert Edit.between(KEPT, before.encode(), after.encode()).undone(after.encode()) == before.encode()


def test_an_edit_holds_only_the_stretch_that_changed() -> None:
    edit = Edit.between(KEPT, b"stem: Which rivr?\n", b"stem: Which river?\n")
    assert (edit.at, edit.taken, edit.put) == (15, "", "e")


def test_an_edit_after_which_the_file_was_changed_elsewhere_is_not_undone() -> None:
    with pytest.raises(BankError, match="changed in another program"):
        Edit.between(KEPT, b"one", b"two").undone(b"two and more")


def test_a_log_is_read_as_it_was_written(tmp_path: Path) -> None:
    bank = tmp_path / "rivers.yaml"
    made(bank, Done("drop", "Which lake?", unread=("one", "two"), gone=("two",)), None, "Flüsse".encode())
    made(bank, KEPT, "Flüsse".encode(), "Flüsse".encode())
    log = read_log(bank, bank.read_bytes())
    assert [edit.done.act for edit in log.edits] == ["drop", "keep"]
    assert (log.unread, log.gone) == (frozenset(), {"two"})
    assert log_of(bank) == tmp_path / ".edits" / "rivers.yaml.jsonl"


def test_what_was_undone_is_no_longer_in_the_log(tmp_path: Path) -> None:
    bank = tmp_path / "rivers.yaml"
    made(bank, Done("add", "Which lake?", unread=("one",)), None, b"one")
    made(bank, KEPT, b"one", b"one")
    note(bank, None)
    assert read_log(bank, b"one").unread == {"one"}


def test_an_edit_that_was_written_down_and_not_made_never_happened(tmp_path: Path) -> None:
    bank = tmp_path / "rivers.yaml"
    note(bank, Edit.between(KEPT, None, b"one"))
    assert read_log(bank, None).edits == ()
    assert len(read_log(bank, b"one").edits) == 1


def test_half_a_line_at_the_end_spoils_neither_what_is_before_nor_what_comes_after(tmp_path: Path) -> None:
    bank = tmp_path / "rivers.yaml"
    made(bank, KEPT, b"one", b"two")
    with log_of(bank).open("ab") as file:
        file.write(b'{"done": {"act": "dr')
    made(bank, KEPT, b"two", b"three")
    assert len(read_log(bank, b"three").edits) == 2


@pytest.mark.parametrize("line", [b"[]", b"7", b"{}", b'{"done": 3}', b'{"done": {"act": "keep"}}', b"\xff"])
def test_a_line_that_is_no_edit_is_passed_over(tmp_path: Path, line: bytes) -> None:
    bank = tmp_path / "rivers.yaml"
    made(bank, KEPT, b"one", b"two")
    log_of(bank).write_bytes(line + b"\n" + log_of(bank).read_bytes())
    assert len(read_log(bank, b"two").edits) == 1


def test_a_bank_that_is_made_anew_begins_a_new_log(tmp_path: Path) -> None:
    bank = tmp_path / "rivers.yaml"
    made(bank, KEPT, b"one", b"two")
    made(bank, Done("keep", "Which lake?"), None, b"three")
    assert [edit.done.stem for edit in read_log(bank, b"three").edits] == ["Which lake?"]
