"""Numbers as planes of bits."""

import numpy as np
import pytest

from quizengine.language.model.packing.bit_planes import from_planes, pack_weights, read_bits, to_planes, unpack_weights


def test_the_lowest_bits_come_first() -> None:
    assert to_planes(np.array([1, 2, 3]), 2) == (bytes([0b10100000]), bytes([0b01100000]))


@pytest.mark.parametrize("width", [0, 1, 8, 9, 16])
def test_numbers_survive_their_planes(width: int) -> None:
    numbers = np.arange(1 << width, dtype=np.int64)
    assert from_planes(to_planes(numbers, width), len(numbers)).tolist() == numbers.tolist()


def test_bits_are_read_from_a_byte_on() -> None:
    assert read_bits(bytes([0, 0b11000000]), 3, 8).tolist() == [True, True, False]


def test_every_weight_survives_its_planes() -> None:
    every = np.array([weight for weight in range(-128, 128) if weight], np.int8)
    weights = np.tile(every, 600)  # more than are worked on at once
    found = np.empty(len(weights), np.uint8)
    unpack_weights(pack_weights(weights), found)
    assert np.array_equal(found.view(np.int8), weights)
