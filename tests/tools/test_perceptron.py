"""The compiled trainer sees exactly what the engine sees."""

import shutil

import numpy as np
import pytest

from perceptron import Exercise, Perceptron, as_table, parse_epoch
from quizengine.language.model.arc_hybrid import CLASSES, Reading, parse
from quizengine.language.model.hashing import mix_bits
from quizengine.language.model.parser_features import PLAIN, STACKED, Features

pytestmark = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler here")

BITS = 12
LENGTHS = (1, 2, 7, 30, 3, 200)


def random_perceptron(rng: np.random.Generator) -> Perceptron:
    made = Perceptron(CLASSES, BITS)
    made.weights[:, :CLASSES] = rng.integers(-20, 21, (1 << BITS, CLASSES))
    made.weights[rng.random(1 << BITS) < 0.3] = 0
    return made


def random_reading(rng: np.random.Generator, features: Features, offsets: np.ndarray) -> Reading:
    attributes = mix_bits(rng.integers(0, 9, (len(features.attributes), offsets[-1])))
    limits = np.repeat(np.diff(offsets), np.diff(offsets))
    guides = [rng.integers(0, limits + 1) for _ in features.guides]
    return Reading(attributes, np.array(guides, np.int32).reshape(len(guides), offsets[-1]))


@pytest.mark.parametrize("features", [PLAIN, STACKED], ids=["plain", "stacked"])
def test_trainer_and_engine_find_the_same_trees(features: Features) -> None:
    rng = np.random.default_rng(3)
    offsets = np.concatenate(([0], np.cumsum(LENGTHS))).astype(np.int64)
    nothing = np.zeros(offsets[-1], np.int32)
    perceptrons = [random_perceptron(rng) for _ in range(2)]
    readings = [random_reading(rng, features, offsets) for _ in range(2)]
    table = as_table(np.concatenate([one.weights for one in perceptrons]), CLASSES)
    found = parse(features, table, readings, offsets)
    assert len(found) == 2
    for perceptron, reading, tree in zip(perceptrons, readings, found, strict=True):
        exercise = Exercise(features, reading, offsets, nothing, nothing)
        expected = parse_epoch(perceptron, exercise, np.arange(len(LENGTHS)), train=False)
        assert tree.heads.tolist() == expected.heads.tolist()
        assert tree.groups.tolist() == expected.groups.tolist()
        assert np.minimum(tree.margins, 1 << 16).tolist() == np.minimum(expected.margins, 1 << 16).tolist()
