"""A linear model over features that are texts, and its bytes."""

import numpy as np
import pytest

from quizengine.language.model.hashing import checksum
from quizengine.language.model.linear_table import LinearTable, read_table, write_table
from quizengine.language.model.shipped import KINDS_FILE, kind_table

TABLE = LinearTable(
    ("person", "place"),
    {"person": 5, "place": 50},
    (1, 0),
    np.array([checksum("first maria"), checksum("after in")], np.uint32),
    np.array([[20, -20], [-10, 30]], np.int8),
)


def test_the_class_with_the_highest_sum_wins() -> None:
    assert TABLE.scores(["first maria", "never seen"]) == (21, -20)
    assert TABLE.best(["first maria"]) == ("person", 41)
    assert TABLE.best(["after in"]) == ("place", 39)
    assert TABLE.best([]) == ("person", 1)


def test_a_table_survives_its_bytes() -> None:
    copy = read_table(write_table(TABLE))
    assert copy.scores(["first maria", "after in"]) == TABLE.scores(["first maria", "after in"])
    assert write_table(copy) == write_table(TABLE)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="expected the bytes of a linear table"):
        read_table(b"something else")


def test_the_shipped_table_is_small_and_is_what_its_bytes_say() -> None:
    data = write_table(kind_table())
    assert KINDS_FILE == "names.model" and len(data) < 400_000
    assert read_table(data).classes == kind_table().classes
