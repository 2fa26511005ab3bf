"""The model as bytes: a header in JSON, then streams of bytes, most of which are stored as they are used.

Next: `quizengine.language.model.shipped`.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from itertools import islice

import numpy as np

from quizengine.language.model.hashing import Ids
from quizengine.language.model.lemmas import Lemmas
from quizengine.language.model.lexicon import SHORT_PATHS, Lexicon
from quizengine.language.model.packing import tables
from quizengine.language.model.packing.bit_planes import read_bits
from quizengine.language.model.packing.streams import Buffer, compress, decompress, stream_sizes
from quizengine.language.model.pipeline import Model

_MAGIC = b"quizengine language model 5\n"
_LENGTH = struct.Struct("<I")
_HIGH = 1 << 16
"""Checksums have so many upper halves, and as many lower ones."""


def write_model(model: Model) -> bytes:
    """The bytes of a model; the same model gives the same bytes."""
    packed = {name: tables.pack_table(table) for name, table in model.tables.items()}
    streams = {name: compress(parts) for name, (_, parts) in packed.items()}
    lexicon, exceptions = compress(_packed_lexicon(model.lexicon)), compress(_lines(model.lemmas.exceptions))
    header = {
        "tags": model.tags,
        "relations": model.relations,
        "thresholds": model.thresholds,
        "rules": dict(sorted(model.lemmas.rules.items())),
        "exceptions": stream_sizes(exceptions),
        "lexicon": stream_sizes(lexicon),
        "tables": {name: (astuple(shape), stream_sizes(streams[name])) for name, (shape, _) in packed.items()},
    }
    text = zlib.compress(json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode(), 9)
    every = (stored for part in (exceptions, lexicon, *streams.values()) for stored, _ in part)
    return b"".join((_MAGIC, _LENGTH.pack(len(text)), text, *every))


def read_model(data: Buffer) -> Model:
    """The model of these bytes. Raises ValueError if they are none."""
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError(f"found {bytes(data[: len(_MAGIC)])!r}, expected the bytes of a language model, {_MAGIC!r}")
    at = len(_MAGIC) + _LENGTH.size
    (length,) = _LENGTH.unpack_from(data, len(_MAGIC))
    header = json.loads(zlib.decompress(data[at : at + length]))
    at += length
    shapes = {name: tables.Shape(*shape) for name, (shape, _) in header["tables"].items()}
    lengths = [header["exceptions"], header["lexicon"], *(each for _, each in header["tables"].values())]
    every = [pair for each in lengths for pair in each]
    expected = at + sum(stored for stored, _ in every)
    if len(data) != expected:
        raise ValueError(f"found {len(data):,} bytes of a language model, expected {expected:,}: copy the file anew")
    streams = decompress(memoryview(data)[at:], every)
    exceptions, lexicon, *packed = (list(islice(streams, len(each))) for each in lengths)
    arena = tables.Arena(shapes.values())
    named = zip(shapes.items(), packed, strict=True)
    found = {name: tables.unpack_table(shape, parts, arena) for (name, shape), parts in named}
    return Model(
        tuple(header["tags"]),
        tuple(header["relations"]),
        tuple(header["thresholds"]),
        _unpacked_lexicon(lexicon),
        found,
        Lemmas(_from_lines(exceptions), {key: (cut, added) for key, (cut, added) in header["rules"].items()}),
    )


def _lines(texts: Mapping[str, str]) -> tuple[bytes, bytes]:
    """The keys, each with a line break after it, and what they stand for."""
    keys = sorted(texts)
    return "".join(f"{key}\n" for key in keys).encode(), "".join(f"{texts[key]}\n" for key in keys).encode()


def _from_lines(parts: Sequence[Buffer]) -> dict[str, str]:
    keys, values = (str(part, "utf-8").split("\n")[:-1] for part in parts)
    return dict(zip(keys, values, strict=True))


def _packed_lexicon(lexicon: Lexicon) -> tuple[bytes, ...]:
    return (
        *_packed_checksums(lexicon.common),
        *_packed_checksums(lexicon.forms),
        lexicon.facts.astype("<u2").tobytes(),
        lexicon.short_paths.tobytes(),
    )


def _unpacked_lexicon(parts: Sequence[Buffer]) -> Lexicon:
    return Lexicon(
        _unpacked_checksums(parts[0:2]),
        _unpacked_checksums(parts[2:4]),
        np.frombuffer(parts[4], "<u2").astype(np.uint16),
        np.frombuffer(parts[5], np.uint8).reshape(len(SHORT_PATHS), -1).copy(),
    )


def _packed_checksums(rising: Ids) -> tuple[bytes, bytes]:
    """The lower halves of rising numbers of 32 bits; and a one for each of them, after as many zeros as its upper half.

    Source: Elias (1974), Efficient storage and retrieval by content and address of static files.
    """
    ones = np.zeros(len(rising) + _HIGH, np.bool_)
    ones[(rising >> np.uint32(16)) + np.arange(len(rising))] = True
    return (rising % _HIGH).astype("<u2").tobytes(), np.packbits(ones).tobytes()


def _unpacked_checksums(parts: Sequence[Buffer]) -> Ids:
    lower = np.frombuffer(parts[0], "<u2")
    numbers = np.flatnonzero(read_bits(parts[1], len(lower) + _HIGH)).astype(np.uint32)
    numbers -= np.arange(len(lower), dtype=np.uint32)
    numbers <<= np.uint32(16)
    numbers |= lower
    return numbers
