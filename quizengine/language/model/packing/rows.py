"""The rows of a table: which columns of which rows have a weight, and these weights.

Columns in which many rows have a weight are stored as bits, row by row; the others as distances. Both are read in the
order of the rows, some thousands of weights at a time, so that what is worked on stays in the processor's cache.
Next: `quizengine.language.model.packing.tables`.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from quizengine.language.model.packing.bit_planes import WEIGHT_PARTS, pack_weights, read_bits, unpack_weights
from quizengine.language.model.packing.streams import Buffer

PARTS = 3 + WEIGHT_PARTS
_DENSE = 8
"""The most rows for each row with a weight at which a bit for each row is shorter than a byte for each weight."""
_LONG = 255
"""A distance of this size or more is stored apart, in four bytes; a zero is in its place."""
_AT_ONCE = 1 << 15

Places = npt.NDArray[np.intp]
Rows = npt.NDArray[np.int8]
Bytes = npt.NDArray[np.uint8]


def pack_rows(rows: Rows) -> tuple[list[int], int, tuple[bytes, ...]]:
    """The columns that are dense, how many weights there are, and the parts of the bytes."""
    there = rows != 0
    dense = there.sum(0) * _DENSE > len(rows)
    distances = np.diff(np.flatnonzero(there[:, ~dense]), prepend=-1)
    short = np.where(distances < _LONG, distances, 0).astype(np.uint8)
    long = distances[distances >= _LONG].astype("<u4")
    weights = np.concatenate([rows[:, which][there[:, which]] for which in (dense, ~dense)])
    parts = np.packbits(there[:, dense]).tobytes(), short.tobytes(), long.tobytes(), *pack_weights(weights)
    return np.flatnonzero(dense).tolist(), len(weights), parts


def unpack_rows(parts: Sequence[Buffer], dense: Sequence[int], scratch: Bytes, rows: Rows, classes: int) -> None:
    """Write the weights, as many as the scratch has room for, to rows that have none yet."""
    there, short, long, *packed_up = parts
    unpack_weights(packed_up, scratch)
    weights = scratch.view(np.int8)
    flat, (height, width) = rows.reshape(-1), rows.shape
    sparse = [column for column in range(classes) if column not in dense]
    for first, places in _dense_places(there, np.array(dense, np.intp), height, width):
        flat[first:][places], weights = weights[: len(places)], weights[len(places) :]
    for places in _sparse_places(short, long, np.array(sparse, np.intp), width):
        flat[places], weights = weights[: len(places)], weights[len(places) :]


def _dense_places(there: Buffer, columns: Places, height: int, width: int) -> Iterator[tuple[int, Places]]:
    """The places of weights in dense columns, from a first place on, for some rows after the others."""
    if not len(columns):
        return
    rows_at_once = max(_AT_ONCE // len(columns) // 8, 1) * 8
    place = (np.arange(rows_at_once)[:, None] * width + columns).reshape(-1)
    for first in range(0, height, rows_at_once):
        count = min(rows_at_once, height - first) * len(columns)
        yield first * width, place.take(np.flatnonzero(read_bits(there, count, first * len(columns))))


def _sparse_places(short: Buffer, long: Buffer, columns: Places, width: int) -> Iterator[Places]:
    """The places of weights in sparse columns, for some rows after the others."""
    every, apart = np.frombuffer(short, np.uint8), np.frombuffer(long, "<u4")
    last = -1
    for start in range(0, len(every), _AT_ONCE):
        distances = every[start : start + _AT_ONCE].astype(np.intp)
        zeros = np.flatnonzero(distances == 0)
        distances[zeros], apart = apart[: len(zeros)], apart[len(zeros) :]
        distances[0] += last
        members = np.cumsum(distances, out=distances)
        last = int(members[-1])
        row = members // len(columns)
        members -= row * len(columns)
        row *= width
        row += columns.take(members)
        yield row
