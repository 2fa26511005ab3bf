"""Every id gives a name of its own that no file system takes for anything else."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.archive.bank_names import bank_name


@pytest.mark.parametrize("id_", ["17", "flood", "harbour-railway.txt", "b08-2024_11"])
def test_a_plain_id_is_its_own_name(id_: str) -> None:
    assert bank_name(id_) == f"{id_}.yaml"


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("Flood.txt", "flood"),
        ("north/Flood.txt", "flood"),
        ("https://example.org/a?b=1", "https-example-org-a-b-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "article"),
        ("", "article"),
        ("con", "con"),
        ("nul.txt", "nul"),
        ("x" * 300, "x" * 40),
        ("\U00010437" * 300, "\U0001040f" * 40),
    ],
)
def test_any_other_id_gives_its_words_and_a_hash(id_: str, words: str) -> None:
    stem, _, digest = bank_name(id_).removesuffix(".yaml").partition("~")
    assert stem.casefold() == words.casefold() and len(digest) == 20 and len(bank_name(id_).encode()) < 200


def test_ids_that_differ_only_in_what_a_name_leaves_out_have_different_names() -> None:
    ids = ["a/b", "a b", "a-b", "A-b", "a_b", "a.b", "a-b.txt", "a\\b", "a-b~", bank_name("a/b").removesuffix(".yaml")]
    assert len({bank_name(id_).casefold() for id_ in ids}) == len(ids)


@given(st.text())
def test_a_name_is_one_short_file_in_the_folder(id_: str) -> None:
    name = bank_name(id_)
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name and name[0] not in ".-~"
    assert len(name.encode()) < 255 and not PureWindowsPath(name).is_reserved()
