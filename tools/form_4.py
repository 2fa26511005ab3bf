"""Language models in form 4, the one before the form of today, so that they can be stored again without training."""

import json
import struct
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.lexicon import SHORT_PATHS, Lexicon
from quizengine.language.model.pipeline import Model
from quizengine.language.model.tables import Table

MAGIC = b"quizengine language model 4\n"
_FEW_ROWS = 256


def from_form_4(data: bytes) -> Model:
    """The model of these bytes, which begin with MAGIC."""
    (length,) = struct.unpack_from("<I", data, len(MAGIC))
    at = len(MAGIC) + 4
    header = json.loads(zlib.decompress(data[at : at + length]))
    at += length

    def parts(sizes: Sequence[tuple[int, int]]) -> list[bytes]:
        nonlocal at
        found = []
        for packed, _ in sizes:
            found.append(zlib.decompress(data[at : at + packed]))
            at += packed
        return found

    return Model(
        tuple(header["tags"]),
        tuple(header["relations"]),
        tuple(header["thresholds"]),
        _lexicon(parts(header["lexicon"])),
        {name: _table(parts(sizes), *shape) for name, (sizes, *shape) in header["tables"].items()},
        Lemmas(header["exceptions"], {key: (cut, added) for key, (cut, added) in header["rules"].items()}),
    )


def _lexicon(parts: Sequence[bytes]) -> Lexicon:
    common, forms, facts = (
        np.ascontiguousarray(np.frombuffer(part, np.uint8).reshape(width, -1).T).view(f"<u{width}").ravel()
        for part, width in zip(parts, (4, 4, 2), strict=False)
    )
    short_paths = np.frombuffer(parts[3], np.uint8).reshape(len(SHORT_PATHS), -1)
    return Lexicon(np.cumsum(common, dtype=np.uint32), np.cumsum(forms, dtype=np.uint32), facts, short_paths)


def _table(parts: Sequence[bytes], slots: int, count: int, width: int, classes: int, step: int) -> Table:
    if count <= _FEW_ROWS:
        index, weights = np.frombuffer(parts[0], np.uint8), np.frombuffer(parts[1], np.int8)
        return Table(index, weights.reshape(count, width), classes, step)
    low, high = np.frombuffer(parts[2], np.uint8).reshape(2, -1).astype(np.int64)
    codes = high << 8 | low
    alone = codes == 0
    codes[alone] = np.arange(count - alone.sum(), count)
    numbers = np.zeros(slots, np.min_scalar_type(count))
    numbers[_places(*parts[:2])] = codes
    rows = np.zeros(count * width, np.int8)
    rows[width:][_places(*parts[3:5])] = np.frombuffer(parts[5], np.int8)
    return Table(numbers, rows.reshape(count, width), classes, step)


def _places(short: bytes, long: bytes) -> npt.NDArray[np.intp]:
    distances = np.frombuffer(short, np.uint8).astype(np.intp)
    distances[distances == 0] = np.frombuffer(long, "<u4")
    return np.cumsum(distances) - 1
