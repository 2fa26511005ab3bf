"""Feature hashing: the same 32-bit integers when training and at run time, on every machine.

An *atom* is one property of a token (its word, its tag) as a well mixed 32-bit number. A *template* names up to five
atoms; its *slot* in a table is a multiply-add hash of their values: `(c + c0·a0 + c1·a1 + …) mod 2³²`, highest bits.
Next: `quizengine.language.model.batch`.
"""

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.uint32]
"""Atoms or slots."""

Template = tuple[str, ...]

LONGEST_TEMPLATE = 5
_FIRST_MIX = np.uint32(0x9E3779B1)
_SECOND_MIX = np.uint32(0x85EBCA77)
_SALT_DISTANCE = 100_003


def mixed(ids: npt.ArrayLike) -> Ids:
    """Spread small integers, or checksums, over all 32 bits; equal numbers stay equal."""
    spread = np.atleast_1d(np.asarray(ids)).astype(np.uint32) * _FIRST_MIX
    spread ^= spread >> np.uint32(15)
    spread *= _SECOND_MIX
    spread ^= spread >> np.uint32(13)
    return spread


def checksum(text: str) -> int:
    """The CRC-32 of a text in UTF-8; unlike `hash`, the same in every process."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def templates(text: str) -> tuple[Template, ...]:
    """Templates from their names: atoms parted by spaces, templates by bars or line breaks."""
    return tuple(tuple(one.split()) for one in text.replace("\n", "|").split("|") if one.strip())


@lru_cache(maxsize=64)
def multipliers(count: int, salt: int) -> Ids:
    """The odd constants of `count` templates, one row each; the last column is added, not multiplied."""
    width = LONGEST_TEMPLATE + 1
    first = 1 + salt * _SALT_DISTANCE
    return (mixed(np.arange(first, first + count * width)) | np.uint32(1)).reshape(count, width)


def slots(atoms: Mapping[str, Ids], chosen: Sequence[Template], salt: int, bits: int) -> npt.NDArray[np.int32]:
    """The slots of every template (rows) for every instance (columns) in a table of 2**bits slots."""
    constants = multipliers(len(chosen), salt)
    size = len(next(iter(atoms.values())))
    found = np.empty((len(chosen), size), np.uint32)
    for at, template in enumerate(chosen):
        total = np.full(size, constants[at, -1], np.uint32)
        for place, name in enumerate(template):
            total += constants[at, place : place + 1] * atoms[name]
        found[at] = total
    found >>= np.uint32(32 - bits)
    return found.view(np.int32)
