"""Tables as parts of bytes."""

import numpy as np
import pytest

from quizengine.language.model.packing.tables import Arena, pack_table, unpack_table
from quizengine.language.model.tables import Table


def table(slots: int, rows: int, classes: int) -> Table:
    """A table in which every tenth slot has one of so many rows."""
    rng = np.random.default_rng(2)
    weights = (rng.integers(-9, 10, (rows + 1, classes)) * rng.integers(0, 2, (rows + 1, classes))).astype(np.int8)
    weights[0] = 0
    index = np.zeros(slots, np.int32)
    index[::10] = rng.integers(0, rows, len(index[::10])) + 1
    return Table.of(index, weights, step=2)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (table(1 << 17, 9_000, 20), np.uint16),
        (table(1 << 20, 90_000, 3), np.uint16),
        (table(1 << 21, 150_000, 21), np.uint32),
        (table(1 << 12, 50, 1), np.uint8),
        (Table.of(np.zeros(16, np.int32), np.zeros((1, 3), np.int8)), np.uint8),
    ],
    ids=["large", "of few different rows", "of many rows", "small", "empty"],
)
def test_a_table_survives_its_bytes(given: Table, kind: type[np.generic]) -> None:
    shape, parts = pack_table(given)
    found = unpack_table(shape, parts, Arena([shape]))
    assert np.array_equal(found.rows[found.index], given.rows[given.index])
    assert (found.index.dtype, found.classes, found.step) == (kind, given.classes, given.step)


def test_slots_with_the_same_row_share_it_and_the_commonest_comes_first() -> None:
    index, rows = np.array([0, 1, 2, 3, 2, 2, 1, 0]), np.array([[0], [5], [7], [7]], np.int8)
    shape, parts = pack_table(Table.of(index, rows))
    found = unpack_table(shape, parts, Arena([shape]))
    assert found.rows.tolist() == [[0], [7], [5]]
    assert found.index.tolist() == [0, 2, 1, 1, 1, 1, 2, 0]


def test_tables_do_not_overlap_in_memory() -> None:
    every = [pack_table(table(1 << 12, 700, classes)) for classes in (3, 5)]
    arena = Arena([shape for shape, _ in every])
    found = [unpack_table(shape, parts, arena) for shape, parts in every]
    for classes, one in zip((3, 5), found, strict=True):
        given = table(1 << 12, 700, classes)
        assert np.array_equal(one.rows[one.index], given.rows[given.index])
