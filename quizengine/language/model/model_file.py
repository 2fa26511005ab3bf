"""The model as bytes: a header in JSON, then the streams of each table, compressed."""

import json
import struct
import zlib

import numpy as np
import numpy.typing as npt

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.pipeline import Model
from quizengine.language.model.tables import Table

_MAGIC = b"quizengine language model 1\n"
_LENGTH = struct.Struct("<I")
_LONG_GAP = 255
"""A distance of this size or more stands apart, in four bytes."""
Numbers = npt.NDArray[np.int64]


def to_bytes(model: Model) -> bytes:
    """The bytes of a model; the same model gives the same bytes."""
    tables = {name: _packed(table) for name, table in model.tables.items()}
    header = {
        "tags": model.tags,
        "relations": model.relations,
        "thresholds": model.thresholds,
        "exceptions": dict(sorted(model.lemmas.exceptions.items())),
        "rules": dict(sorted(model.lemmas.rules.items())),
        "vocabulary": np.array(sorted(model.vocabulary), "<u4").tobytes().hex(),
        "tables": {name: (*map(len, parts), *_shape(model.tables[name])) for name, parts in tables.items()},
    }
    text = zlib.compress(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return b"".join((_MAGIC, _LENGTH.pack(len(text)), text, *(part for parts in tables.values() for part in parts)))


def from_bytes(data: bytes) -> Model:
    """The model of these bytes. Raises ValueError when they are none."""
    if not data.startswith(_MAGIC):
        raise ValueError(f"found {data[:16]!r}, expected the bytes of a language model")
    at = len(_MAGIC) + _LENGTH.size
    (length,) = _LENGTH.unpack_from(data, len(_MAGIC))
    header = json.loads(zlib.decompress(data[at : at + length]))
    at += length
    tables = {}
    for name, (*sizes, slots, width, classes, step) in header["tables"].items():
        parts = []
        for size in sizes:
            parts.append(zlib.decompress(data[at : at + size]))
            at += size
        tables[name] = _unpacked(parts, slots, width, classes, step)
    rules = {key: (cut, added) for key, (cut, added) in header["rules"].items()}
    return Model(
        tuple(header["tags"]),
        tuple(header["relations"]),
        tuple(header["thresholds"]),
        frozenset(np.frombuffer(bytes.fromhex(header["vocabulary"]), "<u4").tolist()),
        tables,
        Lemmas(header["exceptions"], rules),
    )


def _shape(table: Table) -> tuple[int, int, int, int]:
    """The numbers of slots, columns and classes, and the step."""
    return len(table.index), table.rows.shape[1], table.classes, table.step


def _packed(table: Table) -> tuple[bytes, ...]:
    """The streams of a table: used slots, their row codes (low and high bytes), places of weights in the rows, weights.

    Many slots share their row. A row code is the number of such a row, from 1, commonest first, or 0 for a slot whose
    row no other has; those rows follow the shared ones in the order of their slots.
    """
    used = np.flatnonzero(table.index)
    every = np.ascontiguousarray(table.rows[table.index[used]])
    _, first, which, times = np.unique(
        every.view(f"V{every.shape[1]}").ravel(), return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -times))
    shared = order[: int((times > 1).sum())]
    number = np.zeros(len(times), "<u2")
    number[shared] = np.arange(1, len(shared) + 1)
    codes = number[which]
    rows = np.concatenate((every[first[shared]], every[codes == 0])).ravel()
    planes = codes.view(np.uint8).reshape(-1, 2).T
    places = np.flatnonzero(rows)
    parts = (*_gaps(used), planes, *_gaps(places), rows[places])
    return tuple(zlib.compress(part.tobytes(), 9) for part in parts)


def _gaps(places: Numbers) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """The distances of rising numbers from one to the next: short ones, and apart from them the long ones."""
    gaps = np.diff(places, prepend=-1)
    return np.where(gaps < _LONG_GAP, gaps, 0).astype(np.uint8), gaps[gaps >= _LONG_GAP].astype("<u4")


def _places(short: bytes, long: bytes) -> Numbers:
    """The numbers whose distances these are."""
    gaps = np.frombuffer(short, np.uint8).astype(np.int64)
    gaps[gaps == 0] = np.frombuffer(long, "<u4")
    gaps[:1] -= 1
    return np.cumsum(gaps, out=gaps)


def _unpacked(parts: list[bytes], slots: int, width: int, classes: int, step: int) -> Table:
    used, places, weights = _places(*parts[:2]), _places(*parts[3:5]), np.frombuffer(parts[5], np.int8)
    low, high = np.frombuffer(parts[2], np.uint8).reshape(2, -1)
    codes = low + high.astype(np.int32) * 256
    alone = np.flatnonzero(codes == 0)
    shared = int(codes.max(initial=0))
    codes[alone] = np.arange(shared + 1, shared + 1 + len(alone))
    index = np.zeros(slots, np.int32)
    index[used] = codes
    rows = np.zeros((1 + shared + len(alone), width), np.int8)
    rows[1:].reshape(-1)[places] = weights
    return Table(index, rows, classes, step)
