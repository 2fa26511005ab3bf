"""Feature hashing: the same 32-bit integers when training and at run time, on every machine.

An *atom* is one property of a token (its word, its tag) as a well mixed 32-bit number. A *template* names up to five
atoms; its *slot* in a table is a multiply-add hash of their values: `(c + c0·a0 + c1·a1 + …) mod 2³²`, highest bits.
Next: `quizengine.language.model.batch`.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.uint32]
"""Atoms or slots."""

Places = npt.NDArray[np.intp]

Template = tuple[str, ...]

LONGEST_TEMPLATE = 5
_FIRST_MIX = np.uint32(0x9E3779B1)
_SECOND_MIX = np.uint32(0x85EBCA77)
_SALT_DISTANCE = 100_003
_INSTANCES_AT_ONCE = 1024
"""Few enough that their terms stay in the processor's cache."""


def mix_bits(ids: npt.ArrayLike) -> Ids:
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
    """Templates from their names: atoms separated by spaces, templates by bars or line breaks."""
    return tuple(tuple(one.split()) for one in text.replace("\n", "|").split("|") if one.strip())


@lru_cache(maxsize=64)
def multipliers(count: int, salt: int) -> Ids:
    """The odd constants of `count` templates, one row each; the last column is added, not multiplied."""
    width = LONGEST_TEMPLATE + 1
    first = 1 + salt * _SALT_DISTANCE
    return (mix_bits(np.arange(first, first + count * width)) | np.uint32(1)).reshape(count, width)


@dataclass(frozen=True)
class Terms:
    """The terms that the hashes of templates are sums of: an atom and its multiplier for each place in each template.

    All first places come first, then all second ones, and so on, each those of the longest templates first: what is to
    be added to what then lies side by side.
    """

    columns: Places
    """The column of the atom."""
    multipliers: Ids
    addends: Ids
    """One for each template, in order of length."""
    later: tuple[slice, ...]
    """The terms of each place but the first."""

    @classmethod
    def of(cls, columns: npt.NDArray[np.integer], constants: Ids) -> "Terms":
        """The terms of templates, longest first, given as the columns of their atoms, filled up with -1."""
        there = (columns >= 0).T
        ends = there.sum(1).cumsum().tolist()
        later = tuple(slice(start, end) for start, end in pairwise(ends) if end > start)
        multiplied = constants[:, :-1].T[there][:, None]
        return cls(columns.T[there].astype(np.intp), multiplied, constants[:, -1:], later)

    def hashes(self, atoms: Ids) -> Ids:
        """The hash of every template (rows, longest first) for every instance (columns, as those of the atoms)."""
        terms = atoms.take(self.columns, 0)
        terms *= self.multipliers
        hashes = terms[: len(self.addends)]
        hashes += self.addends
        for later in self.later:
            hashes[: later.stop - later.start] += terms[later]
        return hashes


@lru_cache(maxsize=64)
def _terms(chosen: tuple[Template, ...], salt: int) -> tuple[tuple[str, ...], list[int], Terms]:
    """The names of the atoms of templates, the templates' numbers in order of length, and the terms of their hashes."""
    names = tuple(dict.fromkeys(name for template in chosen for name in template))
    order = sorted(range(len(chosen)), key=lambda at: len(chosen[at]), reverse=True)
    columns = np.full((len(chosen), LONGEST_TEMPLATE), -1, np.intp)
    for row, at in zip(columns, order, strict=True):
        row[: len(chosen[at])] = [names.index(name) for name in chosen[at]]
    return names, order, Terms.of(columns, multipliers(len(chosen), salt)[order])


def hash_slots(atoms: Mapping[str, Ids], chosen: tuple[Template, ...], salt: int, bits: int) -> npt.NDArray[np.int32]:
    """The slots of every template (rows) for every instance (columns) in a table of 2**bits slots."""
    names, order, terms = _terms(chosen, salt)
    every = np.stack([atoms[name] for name in names])
    found = np.empty((len(chosen), every.shape[1]), np.uint32)
    for start in range(0, every.shape[1], _INSTANCES_AT_ONCE):
        part = slice(start, start + _INSTANCES_AT_ONCE)
        found[order, part] = terms.hashes(every[:, part])
    found >>= np.uint32(32 - bits)
    return found.view(np.int32)
