"""Streams of bytes, one after the other, compressed where that saves enough to be worth the time to undo it.

Next: `quizengine.language.model.packing.bit_planes`.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence

Buffer = memoryview | bytes
Stream = tuple[bytes, int]
"""Bytes as they are stored, and how many they are when read; the same number says that they are not compressed."""

_MOST_LEFT = 0.7
"""Compressed bytes are stored when they are at most this share of what they stand for. What is stored as it is takes no
time to read; a compressed byte takes three or four nanoseconds."""


def compress(parts: Iterable[bytes]) -> tuple[Stream, ...]:
    """The streams of these parts, each compressed by the strategy of zlib that makes it shortest, or not at all."""
    return tuple((_shortest(part), len(part)) for part in parts)


def _shortest(data: bytes) -> bytes:
    strategies = (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE)
    packers = [zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, strategy) for strategy in strategies]
    packed = min((packer.compress(data) + packer.flush() for packer in packers), key=len)
    return packed if len(packed) <= _MOST_LEFT * len(data) else data


def stream_sizes(streams: Sequence[Stream]) -> list[tuple[int, int]]:
    """Return for each stream how many bytes are stored, and how many they are when read."""
    return [(len(stored), size) for stored, size in streams]


def decompress(data: memoryview, lengths: Iterable[tuple[int, int]]) -> Iterator[Buffer]:
    """The parts that are stored from the beginning of the data on, by their sizes."""
    for stored, size in lengths:
        part, data = data[:stored], data[stored:]
        yield part if stored == size else zlib.decompress(part, bufsize=size)
