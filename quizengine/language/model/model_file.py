"""The model as bytes: a header in JSON, then the streams of each table, compressed."""

import json
import struct
import zlib

import numpy as np

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.pipeline import Model
from quizengine.language.model.tables import Table

_MAGIC = b"quizengine language model 1\n"
_LENGTH = struct.Struct("<I")
_LONG_GAP = 255
"""A gap between used slots of this size or more stands apart, in four bytes."""
_ROW_TYPES = (np.uint8, np.uint8, np.int8)


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
        "tables": {
            name: (*map(len, parts), len(model.tables[name].index), model.tables[name].classes, model.tables[name].step)
            for name, parts in tables.items()
        },
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
    for name, (*sizes, slots, classes, step) in header["tables"].items():
        parts = []
        for size in sizes:
            parts.append(zlib.decompress(data[at : at + size]))
            at += size
        tables[name] = _unpacked(parts, slots, classes, step)
    rules = {key: (cut, added) for key, (cut, added) in header["rules"].items()}
    return Model(
        tuple(header["tags"]),
        tuple(header["relations"]),
        tuple(header["thresholds"]),
        frozenset(np.frombuffer(bytes.fromhex(header["vocabulary"]), "<u4").tolist()),
        tables,
        Lemmas(header["exceptions"], rules),
    )


def _packed(table: Table) -> tuple[bytes, ...]:
    """The streams of a table: gaps between used slots (short, long), row codes, rows (counts, columns, weights).

    Many slots share their row. A row code is the number of such a row, from 1, commonest first, or 0 for a slot whose
    row no other has; those rows follow the shared ones in the order of their slots.
    """
    used = np.flatnonzero(table.index)
    gaps = np.diff(used, prepend=-1) - 1
    near, far = np.minimum(gaps, _LONG_GAP).astype(np.uint8), gaps[gaps >= _LONG_GAP].astype("<u4")
    every = np.ascontiguousarray(table.rows[table.index[used], : table.classes])
    _, first, which, times = np.unique(
        every.view(f"V{every.shape[1]}").ravel(), return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -times))
    shared = order[: int((times > 1).sum())]
    number = np.zeros(len(times), "<u2")
    number[shared] = np.arange(1, len(shared) + 1)
    codes = number[which]
    rows = np.concatenate((every[first[shared]], every[codes == 0]))
    places, columns = np.nonzero(rows)
    counts = np.bincount(places, minlength=len(rows)).astype(np.uint8)
    planes = codes.view(np.uint8).reshape(-1, 2).T
    parts = (near, far, planes, counts, columns.astype(np.uint8), rows[places, columns])
    return tuple(zlib.compress(part.tobytes(), 9) for part in parts)


def _unpacked(parts: list[bytes], slots: int, classes: int, step: int) -> Table:
    near, far = np.frombuffer(parts[0], np.uint8), np.frombuffer(parts[1], "<u4")
    gaps = near.astype(np.int64)
    gaps[near == _LONG_GAP] = far
    low, high = np.frombuffer(parts[2], np.uint8).reshape(2, -1)
    codes = low + high.astype(np.int32) * 256
    alone = np.flatnonzero(codes == 0)
    counts, columns, weights = (np.frombuffer(part, kind) for part, kind in zip(parts[3:], _ROW_TYPES, strict=True))
    codes[alone] = np.arange(len(counts) - len(alone) + 1, len(counts) + 1)
    index = np.zeros(slots, np.int32)
    index[np.cumsum(gaps + 1) - 1] = codes
    rows = np.zeros((len(counts) + 1) * classes, np.int8)
    rows[np.repeat(np.arange(1, len(counts) + 1) * classes, counts) + columns] = weights
    return Table.of(index, rows.reshape(-1, classes), step)
