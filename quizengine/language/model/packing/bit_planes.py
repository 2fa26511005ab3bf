"""Small whole numbers as planes of bits: the lowest bit of every number, then the next one of every number, and so on.

A plane whose bits are as good as random is no longer than any code for it, and read at once.
Next: `quizengine.language.model.packing.rows`.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from quizengine.language.model.packing.streams import Buffer

Bits = npt.NDArray[np.bool_]

WEIGHT_PARTS = 4
_BYTE = 8
_LARGE = 3
"""Two planes hold the size of a weight, less one, up to this; larger ones are stored apart, in a byte."""
_AT_ONCE = 1 << 16
"""Few enough that what is worked on stays in the processor's cache."""


def read_bits(data: Buffer, count: int, start: int = 0) -> Bits:
    """`count` bits of the data, from the bit `start` on, which has to be the first bit of a byte."""
    return np.unpackbits(np.frombuffer(data, np.uint8)[start // 8 :], count=count).view(np.bool_)


def to_planes(numbers: npt.NDArray[np.integer[Any]], width: int) -> tuple[bytes, ...]:
    """The planes of numbers of at most `width` bits, the lowest first."""
    return tuple(np.packbits((numbers >> bit & 1).astype(np.bool_)).tobytes() for bit in range(width))


def from_planes(parts: Sequence[Buffer], count: int) -> npt.NDArray[np.unsignedinteger[Any]]:
    """The numbers of these planes: of one byte each, or of two where there are more than eight planes."""
    if len(parts) > _BYTE:
        return from_planes(parts[_BYTE:], count) * np.uint16(256) + from_planes(parts[:_BYTE], count)
    numbers = np.zeros(count, np.uint8)
    for plane in reversed(parts):
        numbers += numbers
        numbers |= read_bits(plane, count).view(np.uint8)
    return numbers


def pack_weights(weights: npt.NDArray[np.int8]) -> tuple[bytes, ...]:
    """The parts of weights, none of which is zero: a plane of signs, two planes of sizes, and what is beyond these."""
    beyond = np.abs(weights.astype(np.int16)) - 1
    large = (beyond[beyond >= _LARGE] - _LARGE).astype(np.uint8)
    return *to_planes((weights < 0).astype(np.uint8), 1), *to_planes(np.minimum(beyond, _LARGE), 2), large.tobytes()


def unpack_weights(parts: Sequence[Buffer], weights: npt.NDArray[np.uint8]) -> None:
    """Fill the array with the weights of these parts, each as the byte of a signed number."""
    *bit_parts, large = (np.frombuffer(part, np.uint8) for part in parts)
    for start in range(0, len(weights), _AT_ONCE):
        some = weights[start : start + _AT_ONCE]
        minus, low, high = (np.unpackbits(part[start // 8 :], count=len(some)) for part in bit_parts)
        beyond = np.flatnonzero((low & high).view(np.bool_))
        low += high
        low += high
        low += 1
        low[beyond] += large[: len(beyond)]
        large = large[len(beyond) :]
        np.negative(minus, out=minus)
        low ^= minus
        np.subtract(low, minus, out=some)
