"""The model as bytes: a header in JSON, then the streams of each table, compressed."""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.lexicon import SHORT_PATHS, Lexicon
from quizengine.language.model.pipeline import Model
from quizengine.language.model.tables import Table

_MAGIC = b"quizengine language model 4\n"
_LENGTH = struct.Struct("<I")
_FEW_ROWS = 256
"""Tables of so many rows or fewer are stored slot by slot."""
_LONG_GAP = 255
"""A distance of this size or more stands apart, in four bytes."""
Numbers = npt.NDArray[np.signedinteger]
_ALIGNMENT = 64
Stream = tuple[bytes, int]
"""Compressed bytes, and how many they were before."""


def to_bytes(model: Model) -> bytes:
    """The bytes of a model; the same model gives the same bytes."""
    tables = {name: _packed(table) for name, table in model.tables.items()}
    lexicon = _packed_lexicon(model.lexicon)
    header = {
        "tags": model.tags,
        "relations": model.relations,
        "thresholds": model.thresholds,
        "exceptions": dict(sorted(model.lemmas.exceptions.items())),
        "rules": dict(sorted(model.lemmas.rules.items())),
        "lexicon": _sizes(lexicon),
        "tables": {name: (_sizes(parts), *shape) for name, (shape, parts) in tables.items()},
    }
    text, _ = _squeezed(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode())
    streams = (part for parts in (lexicon, *(parts for _, parts in tables.values())) for part, _ in parts)
    return b"".join((_MAGIC, _LENGTH.pack(len(text)), text, *streams))


def from_bytes(data: bytes) -> Model:
    """The model of these bytes. Raises ValueError when they are none."""
    if not data.startswith(_MAGIC):
        raise ValueError(f"found {data[:16]!r}, expected the bytes of a language model")
    at = len(_MAGIC) + _LENGTH.size
    (length,) = _LENGTH.unpack_from(data, len(_MAGIC))
    header = json.loads(zlib.decompress(data[at : at + length]))
    at += length
    packed = header["tables"].values()
    every = [pair for sizes, *_ in packed for pair in sizes]
    arena = _Arena(sum(_memory_of(*shape[:3]) for _, *shape in packed), max(size for _, size in every))
    streams = _unsqueezed(memoryview(data)[at:], [*header["lexicon"], *every])
    lexicon = _unpacked_lexicon(list(islice(streams, len(header["lexicon"]))))
    tables = {
        name: _unpacked(list(islice(streams, len(sizes))), arena, *shape)
        for name, (sizes, *shape) in header["tables"].items()
    }
    rules = {key: (cut, added) for key, (cut, added) in header["rules"].items()}
    return Model(
        tuple(header["tags"]),
        tuple(header["relations"]),
        tuple(header["thresholds"]),
        lexicon,
        tables,
        Lemmas(header["exceptions"], rules),
    )


def _sizes(parts: Sequence[Stream]) -> list[tuple[int, int]]:
    return [(len(part), size) for part, size in parts]


def _squeezed(data: bytes) -> Stream:
    """The data compressed by the strategy of zlib that makes them shortest."""
    strategies = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE)
    packers = [zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, strategy) for strategy in strategies]
    return min((packer.compress(data) + packer.flush() for packer in packers), key=len), len(data)


def _unsqueezed(data: memoryview, sizes: Iterable[tuple[int, int]]) -> Iterator[bytes]:
    """The streams one after the other, each by its compressed and its full size."""
    for packed, size in sizes:
        yield zlib.decompress(data[:packed], bufsize=max(size, 1))
        data = data[packed:]


def _packed_lexicon(lexicon: Lexicon) -> tuple[Stream, ...]:
    """The streams of a lexicon; numbers of several bytes as one plane for each of their bytes."""
    rising = (np.diff(each, prepend=np.uint32(0)).astype("<u4") for each in (lexicon.common, lexicon.forms))
    planes = [each.view(np.uint8).reshape(len(each), -1).T for each in (*rising, lexicon.facts.astype("<u2"))]
    return tuple(_squeezed(np.ascontiguousarray(each).tobytes()) for each in (*planes, lexicon.short_paths))


def _unpacked_lexicon(parts: Sequence[bytes]) -> Lexicon:
    common, forms, facts = (
        np.ascontiguousarray(np.frombuffer(part, np.uint8).reshape(width, -1).T).view(f"<u{width}").ravel()
        for part, width in zip(parts, (4, 4, 2), strict=False)
    )
    short_paths = np.frombuffer(parts[3], np.uint8).reshape(len(SHORT_PATHS), -1)
    return Lexicon(np.cumsum(common, dtype=np.uint32), np.cumsum(forms, dtype=np.uint32), facts, short_paths)


def _packed(table: Table) -> tuple[tuple[int, ...], tuple[Stream, ...]]:
    """A table's numbers of slots, rows, columns and classes and its step, and its streams.

    Where few rows differ, the streams are the row of every slot, and the rows. Else they are: used slots, their row
    codes (low and high bytes), places of weights in the rows, weights. Many slots share their row. A row code is the
    number of such a row, from 1, commonest first, or 0 for a slot whose row no other has; those rows follow the shared
    ones in the order of their slots.
    """
    used = np.flatnonzero(table.index)
    every = np.ascontiguousarray(table.rows[table.index[used]])
    _, first, which, times = np.unique(
        every.view(f"V{every.shape[1]}").ravel(), return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -times))
    width = every.shape[1]
    if len(order) < _FEW_ROWS:
        index = np.zeros(len(table.index), np.uint8)
        index[used] = order.argsort()[which] + 1
        rows = np.concatenate((np.zeros((1, width), np.int8), every[first[order]]))
        shape = len(index), len(rows), width, table.classes, table.step
        return shape, tuple(_squeezed(part.tobytes()) for part in (index, rows))
    shared = order[: int((times > 1).sum())]
    number = np.zeros(len(times), "<u2")
    number[shared] = np.arange(1, len(shared) + 1)
    codes = number[which]
    rows = np.concatenate((every[first[shared]], every[codes == 0]))
    shape = len(table.index), 1 + len(rows), width, table.classes, table.step
    planes = codes.view(np.uint8).reshape(-1, 2).T
    weights = rows.ravel()
    places = np.flatnonzero(weights)
    parts = (*_gaps(used), planes, *_gaps(places), weights[places])
    return shape, tuple(_squeezed(part.tobytes()) for part in parts)


def _gaps(places: Numbers) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """The distances of rising numbers from one to the next: short ones, and apart from them the long ones."""
    gaps = np.diff(places, prepend=-1)
    return np.where(gaps < _LONG_GAP, gaps, 0).astype(np.uint8), gaps[gaps >= _LONG_GAP].astype("<u4")


class _Arena:
    """The memory of all tables in one piece, and some to work in: the system hands out few large pages fastest."""

    def __init__(self, size: int, longest: int) -> None:
        self._memory = np.zeros(size, np.uint8)
        self._used = 0
        self.places = np.empty(longest, np.intp)
        self.codes = np.empty(longest, np.int32)

    def array(self, length: int, kind: npt.DTypeLike) -> npt.NDArray[Any]:
        """An array of zeros."""
        start = -(-self._used // _ALIGNMENT) * _ALIGNMENT
        self._used = start + length * np.dtype(kind).itemsize
        return self._memory[start : self._used].view(kind)


def _memory_of(slots: int, rows: int, width: int) -> int:
    """How many bytes a table takes up at most."""
    return slots * np.min_scalar_type(rows).itemsize + rows * width + 2 * _ALIGNMENT


def _places(arena: _Arena, short: bytes, long: bytes) -> npt.NDArray[np.intp]:
    """The numbers whose distances these are; they last until the next call."""
    gaps: npt.NDArray[np.integer] = np.frombuffer(short, np.uint8)
    if long:
        gaps = gaps.astype(np.int32)
        gaps[gaps == 0] = np.frombuffer(long, "<u4")
    places = np.cumsum(gaps, dtype=np.intp, out=arena.places[: len(gaps)])
    places -= 1
    return places


def _unpacked(
    parts: Sequence[bytes], arena: _Arena, slots: int, count: int, width: int, classes: int, step: int
) -> Table:
    if count <= _FEW_ROWS:
        index, rows = np.frombuffer(parts[0], np.uint8), np.frombuffer(parts[1], np.int8)
        return Table(index, rows.reshape(count, width), classes, step)
    low, high = np.frombuffer(parts[2], np.uint8).reshape(2, -1)
    codes = np.left_shift(high, 8, out=arena.codes[: len(low)], dtype=np.int32)
    codes |= low
    alone = codes == 0
    codes[alone] = np.arange(count - alone.sum(), count, dtype=np.int32)
    index = arena.array(slots, np.min_scalar_type(count))
    index[_places(arena, *parts[:2])] = codes
    rows = arena.array(count * width, np.int8)
    rows[width:][_places(arena, *parts[3:5])] = np.frombuffer(parts[5], np.int8)
    return Table(index, rows.reshape(count, width), classes, step)
