"""A table of weights as streams of bytes.

Next: `quizengine.language.model.model_file`, which puts all of a model together.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from quizengine.language.model.packing import rows as packed_rows
from quizengine.language.model.packing.bit_planes import from_planes, read_bits, to_planes
from quizengine.language.model.packing.streams import Buffer
from quizengine.language.model.tables import Table

Bytes = npt.NDArray[np.uint8]
RowNumbers = npt.NDArray[np.unsignedinteger[Any]]

_ALIGNMENT = 64
_IDLE = 1 << 20
_AT_ONCE = 1 << 15
_FEW_ROWS = 255
"""A table of so many rows or fewer has all of them among those that slots share."""


@dataclass(frozen=True)
class Shape:
    """The data needed to read the parts of a table."""

    slots: int
    rows: int
    """The number of rows, row 0 included, which is all zeros."""
    width: int
    classes: int
    step: int
    used: int
    """The number of slots that have a row."""
    shared: int
    """The number of these that share their row with others."""
    weights: int
    dense: Sequence[int]
    """The columns in which many rows have a weight."""

    @property
    def index_type(self) -> np.dtype[Any]:
        """The type of the number of a row."""
        return np.min_scalar_type(self.rows)

    @property
    def memory(self) -> int:
        """The number of bytes that the table takes up, each array on its own line of the processor's cache."""
        return _aligned(self.slots * self.index_type.itemsize) + _aligned(self.rows * self.width)

    @property
    def scratch(self) -> int:
        """The number of bytes needed while it is read."""
        return max(self.used * self.index_type.itemsize, self.weights)


class Arena:
    """The memory of all tables, and some to work in, in one piece: the system hands out few large pages fastest."""

    def __init__(self, shapes: Collection[Shape]) -> None:
        np.empty(_IDLE, np.uint8)  # once such a piece was freed, glibc keeps memory that is idle instead of asking anew
        kept = sum(shape.memory for shape in shapes)
        self._memory = np.zeros(kept + max((shape.scratch for shape in shapes), default=0), np.uint8)
        self._used = 0
        self.scratch = self._memory[kept:]

    def array(self, length: int, kind: npt.DTypeLike) -> npt.NDArray[Any]:
        """An array of zeros."""
        start, size = self._used, length * np.dtype(kind).itemsize
        self._used += _aligned(size)
        return self._memory[start : start + size].view(kind)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def pack_table(table: Table) -> tuple[Shape, tuple[bytes, ...]]:
    """The shape of a table and the parts of its bytes.

    Slots with the same row share it. Shared rows come first, the commonest first; then those that one slot has alone,
    in the order of the slots. The parts are bits that tell which slots have a row, and which of these have it alone;
    those of `rows`; and the planes of the numbers of the rows that slots share.
    """
    used = np.flatnonzero(table.index)
    every = np.ascontiguousarray(table.rows[table.index[used]])
    _, first, which, times = np.unique(
        every.view(f"V{every.shape[1]}").ravel(), return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -times))
    shared_rows = int((times > 1).sum()) if len(order) > _FEW_ROWS else len(order)
    number = order.argsort()[which] + 1
    alone = number > shared_rows
    dense, weights, parts = packed_rows.pack_rows(every[first[order], : table.classes])
    codes = to_planes(number[~alone], shared_rows.bit_length())
    sizes = len(table.index), 1 + len(order), table.rows.shape[1], table.classes, table.step
    shape = Shape(*sizes, len(used), int((~alone).sum()), weights, dense)
    return shape, (np.packbits(table.index != 0).tobytes(), np.packbits(alone).tobytes(), *parts, *codes)


def unpack_table(shape: Shape, parts: Sequence[Buffer], arena: Arena) -> Table:
    """The table of this shape and these parts."""
    used, alone, *rest = parts
    numbers = _row_numbers(shape, alone, rest[packed_rows.PARTS :], arena.scratch)
    index = arena.array(shape.slots, shape.index_type)
    for start in range(0, shape.slots, _AT_ONCE):
        some = index[start : start + _AT_ONCE]
        places = np.flatnonzero(read_bits(used, len(some), start))
        some[places], numbers = numbers[: len(places)], numbers[len(places) :]
    rows = arena.array(shape.rows * shape.width, np.int8).reshape(shape.rows, shape.width)
    weights = arena.scratch[: shape.weights]
    packed_rows.unpack_rows(rest[: packed_rows.PARTS], shape.dense, weights, rows[1:], shape.classes)
    return Table(index, rows, shape.classes, shape.step)


def _row_numbers(shape: Shape, alone: Buffer, codes: Sequence[Buffer], scratch: Bytes) -> RowNumbers:
    """The number of the row of each slot that has one; they last until the scratch is used again."""
    shared = from_planes(codes, shape.shared)
    if shape.shared == shape.used:
        return shared
    numbers = scratch[: shape.used * shape.index_type.itemsize].view(shape.index_type)
    last = shape.rows - 1 - (shape.used - shape.shared)
    for start in range(0, shape.used, _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        is_alone = read_bits(alone, len(some), start)
        np.cumsum(is_alone, out=some)
        some += some.dtype.type(last)
        sharing = np.flatnonzero(~is_alone)
        last += len(some) - len(sharing)
        some[sharing], shared = shared[: len(sharing)], shared[len(sharing) :]
    return numbers
