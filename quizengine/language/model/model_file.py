"""The model as bytes: a header in JSON, then each table's rows."""

import json
import struct
import zlib

import numpy as np

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.pipeline import Model
from quizengine.language.model.tables import Table

_MAGIC = b"quizengine language model 1\n"
_LENGTH = struct.Struct("<I")
_GAP = 255
"""A gap between used slots of this size or more stands apart, in four bytes."""


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
            name: [len(part) for part in parts] + [len(model.tables[name].index)] for name, parts in tables.items()
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
    for name, (*sizes, slots) in header["tables"].items():
        parts = []
        for size in sizes:
            parts.append(zlib.decompress(data[at : at + size]))
            at += size
        tables[name] = _unpacked(parts, slots)
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
    used = np.flatnonzero(table.index)
    gaps = np.diff(used, prepend=-1) - 1
    near, far = np.minimum(gaps, _GAP).astype(np.uint8), gaps[gaps >= _GAP].astype("<u4")
    rows = table.rows[table.index[used]].astype(np.int8)
    return tuple(zlib.compress(part.tobytes(), 9) for part in (near, far, np.ascontiguousarray(rows)))


def _unpacked(parts: list[bytes], slots: int) -> Table:
    near, far, values = (
        np.frombuffer(parts[0], np.uint8),
        np.frombuffer(parts[1], "<u4"),
        np.frombuffer(parts[2], np.int8),
    )
    gaps = near.astype(np.int64)
    gaps[near == _GAP] = far
    index = np.zeros(slots, np.int32)
    index[np.cumsum(gaps + 1) - 1] = np.arange(1, len(gaps) + 1)
    rows = np.zeros((len(gaps) + 1, len(values) // max(len(gaps), 1)), np.int16)
    rows[1:] = values.reshape(len(gaps), -1)
    return Table(index, rows)
