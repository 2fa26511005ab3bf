"""Rows of weights."""

import numpy as np
import pytest

from quizengine.language.model.packing.rows import Rows, pack_rows, unpack_rows


def rows_of(height: int, *shares: float) -> Rows:
    """Rows in whose columns these shares have a weight."""
    rng = np.random.default_rng(1)
    return np.where(rng.random((height, len(shares))) < shares, rng.integers(1, 9, (height, len(shares))), 0).astype(
        np.int8
    )


def unpacked(rows: Rows, width: int) -> Rows:
    dense, count, parts = pack_rows(rows)
    found = np.zeros((len(rows), width), np.int8)
    unpack_rows(parts, dense, np.empty(count, np.uint8), found, rows.shape[1])
    return found


@pytest.mark.parametrize(
    "rows",
    [
        rows_of(40_000, 0.9, 0.002, 0.3, 0.05),  # more than are worked on at once
        rows_of(2_000, 0.001, 0.002),  # all are sparse, and far from each other
        rows_of(2_000, 0.5, 0.4, 0.3),
        rows_of(3, 0, 1),
        rows_of(0, 0.5),
    ],
    ids=["both", "sparse", "dense", "few", "none"],
)
def test_rows_survive_their_bytes(rows: Rows) -> None:
    classes = rows.shape[1]
    found = unpacked(rows, classes + 3)
    assert np.array_equal(found[:, :classes], rows)
    assert not found[:, classes:].any()


def test_a_column_is_dense_where_bits_are_shorter_than_bytes() -> None:
    dense, count, (there, short, long, *_) = pack_rows(rows_of(8_000, 0.5, 0.01))
    assert dense == [0]
    assert len(there) == 1_000
    assert len(short) == count - pack_rows(rows_of(8_000, 0.5, 0.01)[:, :1])[1]
    assert len(long) == 4 * short.count(0)
