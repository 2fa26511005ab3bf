"""Averaged perceptrons, trained by perceptron.c, which is compiled when it is first needed."""

import ctypes
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from quizengine.language.model.arc_hybrid import CLASSES, GROUP_ATOMS, NO_NODE, ROOT, SMALL, Reading, Tree
from quizengine.language.model.parser_features import Features
from quizengine.language.model.tables import Table

Weights = npt.NDArray[np.int16]

_ALIGNED = 32  # columns: a row of 16-bit weights fills whole cache lines
_LARGEST = 127
"""Shipped weights fit into a byte."""


class _Table(ctypes.Structure):
    _fields_ = [(name, ctypes.c_void_p) for name in ("weights", "sums", "steps", "trainable")] + [
        (name, ctypes.c_int32) for name in ("width", "classes", "bits")
    ]


class _Sentences(ctypes.Structure):
    _names = ("attributes", "offsets", "heads", "groups", "guides", "no_node", "root", "group_atoms", "small")
    _fields_ = [(name, ctypes.c_void_p) for name in _names] + [
        ("tokens", ctypes.c_int64),
        ("attribute_count", ctypes.c_int32),
        ("guide_count", ctypes.c_int32),
    ]


class _Templates(ctypes.Structure):
    _fields_ = [(name, ctypes.c_void_p) for name in ("columns", "constants")] + [
        (name, ctypes.c_int32) for name in ("count", "places")
    ]


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    source = Path(__file__).with_name("perceptron.c")
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "perceptron.so"
        command = [
            "cc",
            "-O3",
            "-march=native",
            "-shared",
            "-fPIC",
            "-ffp-contract=off",
            str(source),
            "-o",
            str(library),
            "-lm",
        ]
        subprocess.run(command, check=True)
        return ctypes.CDLL(str(library))


def _at(array: np.ndarray | None) -> int | None:
    if array is None:
        return None
    if not array.flags.c_contiguous:
        raise ValueError("the trainer reads contiguous arrays only")
    return array.ctypes.data


@dataclass
class Perceptron:
    """The weights of one classifier or parser while it learns."""

    classes: int
    bits: int
    trainable: npt.NDArray[np.uint8] | None = None
    """The slots that may have weights; all when absent."""
    weights: Weights = field(init=False)
    sums: npt.NDArray[np.int64] | None = field(init=False)
    steps: npt.NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        width = -(-self.classes // _ALIGNED) * _ALIGNED
        self.weights = np.zeros((1 << self.bits, width), np.int16)
        self.sums = np.zeros(self.weights.shape, np.int64)
        self.steps = np.zeros(1, np.int64)

    def average(self) -> npt.NDArray[np.float32]:
        """The weights averaged over all steps."""
        assert self.sums is not None
        return (self.weights - self.sums / max(int(self.steps[0]), 1)).astype(np.float32)

    @property
    def table(self) -> _Table:
        """The table as the compiled code reads it."""
        arrays = (self.weights, self.sums, self.steps, self.trainable)
        return _Table(*map(_at, arrays), self.weights.shape[1], self.classes, self.bits)

    @classmethod
    def fixed(cls, weights: Weights, classes: int) -> "Perceptron":
        """A perceptron that only answers."""
        made = cls.__new__(cls)
        made.classes, made.bits, made.trainable = classes, len(weights).bit_length() - 1, None
        made.weights, made.sums, made.steps = weights, None, np.zeros(1, np.int64)
        return made


def whole(average: npt.NDArray[np.float32], scale: float) -> Weights:
    """Averages as whole numbers that fit into a byte."""
    return np.clip(np.rint(average * scale), -_LARGEST, _LARGEST).astype(np.int16)


def as_table(weights: Weights, classes: int, step: int = 1) -> Table:
    """The table that the engine reads: only rows with any weight, behind an index."""
    used = np.flatnonzero(weights.any(1))
    index = np.zeros(len(weights), np.int32)
    index[used] = np.arange(1, len(used) + 1)
    rows = np.concatenate((np.zeros((1, classes), np.int8), weights[used, :classes].astype(np.int8)))
    return Table.of(index, rows, step)


@dataclass(frozen=True)
class Answers:
    """The classes found best and second best for each instance, and by how much the one beats the other."""

    best: npt.NDArray[np.int64]
    second: npt.NDArray[np.int64]
    lead: npt.NDArray[np.int32]


def classify_epoch(
    perceptron: Perceptron,
    slots: npt.NDArray[np.int32],
    order: npt.NDArray[np.int64],
    gold: npt.NDArray[np.int64],
    train: bool,
    margin: int = 0,
) -> Answers:
    """One pass over instances (rows of `slots`) in this order; when training, gold classes below 0 teach nothing."""
    found = Answers(*(np.zeros(len(slots), kind) for kind in (np.int64, np.int64, np.int32)))
    _library().classify_epoch(
        ctypes.byref(perceptron.table),
        *(ctypes.c_void_p(_at(slots)), slots.shape[1], ctypes.c_void_p(_at(order)), ctypes.c_int64(len(order))),
        *(ctypes.c_void_p(_at(array)) for array in (gold, found.best, found.second, found.lead)),
        *(int(train), margin),
    )
    return found


@dataclass(frozen=True)
class Choice:
    """Instances, each with candidates of which one is right, or perhaps none."""

    slots: npt.NDArray[np.int32]
    """Instances by candidates by templates."""
    usable: npt.NDArray[np.uint8]
    """Instances by candidates."""
    gold: npt.NDArray[np.int64]
    """The number of the right candidate; below 0 if it is none of them."""
    or_none: bool
    """True if that none is right is an answer as well: the one with the score 0."""


@dataclass
class Logistic:
    """The weights of a logistic regression while it learns."""

    bits: int
    weights: npt.NDArray[np.float32] = field(init=False)
    squares: npt.NDArray[np.float32] = field(init=False)

    def __post_init__(self) -> None:
        self.weights = np.zeros(1 << self.bits, np.float32)
        self.squares = np.zeros(1 << self.bits, np.float32)

    def epoch(self, choice: Choice, order: npt.NDArray[np.int64], rate: float) -> npt.NDArray[np.float32]:
        """One pass over the instances in this order; returns the scores. With the rate 0 nothing is learnt."""
        scores = np.zeros(choice.usable.shape, np.float32)
        pointers = (self.weights, self.squares, choice.slots)
        _library().choose_epoch(
            *(ctypes.c_void_p(_at(array)) for array in pointers),
            *(choice.slots.shape[2], ctypes.c_void_p(_at(choice.usable)), choice.usable.shape[1], int(choice.or_none)),
            *(ctypes.c_void_p(_at(order)), ctypes.c_int64(len(order)), ctypes.c_void_p(_at(choice.gold))),
            *(ctypes.c_void_p(_at(scores)), ctypes.c_float(rate)),
        )
        return scores


@dataclass(frozen=True)
class Exercise:
    """Sentences for a parser to learn from or to parse, in its own reading direction."""

    features: Features
    reading: Reading
    offsets: npt.NDArray[np.int64]
    heads: npt.NDArray[np.int32]
    groups: npt.NDArray[np.int32]


def parse_epoch(
    perceptron: Perceptron,
    exercise: Exercise,
    order: npt.NDArray[np.int64],
    train: bool,
    explore: float = 0.0,
    seed: int = 0,
) -> Tree:
    """One pass over sentences in this order; returns the trees found, also when training."""
    tokens, reading, features = len(exercise.heads), exercise.reading, exercise.features
    attributes = np.ascontiguousarray(reading.attributes.T)
    guides = np.ascontiguousarray(reading.guides)
    columns, constants = np.ascontiguousarray(features.columns), np.ascontiguousarray(features.constants)
    arrays = (attributes, exercise.offsets, exercise.heads, exercise.groups, guides, NO_NODE, ROOT, GROUP_ATOMS, SMALL)
    sentences = _Sentences(*map(_at, arrays), tokens, attributes.shape[1], len(guides))
    templates = _Templates(_at(columns), _at(constants), *columns.shape)
    found = Tree(*(np.zeros(tokens, np.int32) for _ in range(3)))
    assert perceptron.classes == CLASSES
    _library().parse_epoch(
        *map(ctypes.byref, (perceptron.table, templates, sentences)),
        *(ctypes.c_void_p(_at(order)), ctypes.c_int64(len(order))),
        *(ctypes.c_void_p(_at(array)) for array in (found.heads, found.groups, found.margins)),
        *(int(train), ctypes.c_double(explore), ctypes.c_uint64(seed)),
    )
    return found
