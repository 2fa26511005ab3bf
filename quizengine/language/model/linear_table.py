"""A linear model with text features found by checksum, used for the kind of a name and the referent of "she"."""

import json
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from quizengine.language.model.hashing import checksum

_MAGIC = b"quizengine linear table 1\n"
_LENGTH = struct.Struct("<I")


@dataclass(frozen=True)
class LinearTable:
    """The weights of all features."""

    classes: tuple[str, ...]
    thresholds: Mapping[str, int]
    """The least lead from which on a decision is sure, by what it is about."""
    bias: tuple[int, ...]
    """The score of each class before any feature is seen."""
    checksums: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.int8]
    """One row for each checksum, one column for each class."""

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {number: row for row, number in enumerate(self.checksums.tolist())}

    def scores(self, features: Iterable[str]) -> tuple[int, ...]:
        """The sum for each class."""
        rows = self._rows
        found = [row for feature in features if (row := rows.get(checksum(feature))) is not None]
        total = self.weights[found].sum(axis=0, dtype=np.int64) + np.array(self.bias, np.int64)
        return tuple(total.tolist())

    def best(self, features: Iterable[str]) -> tuple[str, int]:
        """The class with the highest sum, and its lead over the second."""
        scores = self.scores(features)
        second, best = sorted(scores)[-2:]
        return self.classes[scores.index(best)], best - second


def write_table(table: LinearTable) -> bytes:
    """The bytes of a table; the same table gives the same bytes."""
    header = {"classes": table.classes, "thresholds": dict(table.thresholds), "bias": table.bias}
    text = json.dumps(header, separators=(",", ":")).encode()
    rest = table.checksums.astype("<u4").tobytes() + table.weights.T.tobytes()
    return b"".join((_MAGIC, _LENGTH.pack(len(text)), text, zlib.compress(rest, 9)))


def read_table(data: bytes) -> LinearTable:
    """The table of these bytes. Raises ValueError if they are none."""
    if not data.startswith(_MAGIC):
        raise ValueError(f"found {data[:16]!r}, expected the bytes of a linear table")
    at = len(_MAGIC) + _LENGTH.size
    (length,) = _LENGTH.unpack_from(data, len(_MAGIC))
    header = json.loads(data[at : at + length])
    rest = zlib.decompress(data[at + length :])
    classes = tuple(header["classes"])
    count = len(rest) // (4 + len(classes))
    weights = np.frombuffer(rest, np.int8, offset=4 * count).reshape(len(classes), count).T
    return LinearTable(
        classes,
        header["thresholds"],
        tuple(header["bias"]),
        np.frombuffer(rest, "<u4", count),
        np.ascontiguousarray(weights),
    )
