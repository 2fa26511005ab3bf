"""A learnt linear model as a table of whole numbers."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from quizengine.language.model.hashing import checksum
from quizengine.language.model.linear_table import LinearTable

STEP = 32
"""Whole numbers to a unit of weight."""
NEVER = 32_000
"""A threshold that no lead reaches."""
Weights = npt.NDArray[np.float64]


def table(
    features: Iterable[str], weights: Weights, classes: tuple[str, ...], thresholds: Mapping[str, int]
) -> LinearTable:
    """The table of weights, a row for each feature and one more for the bias; rows of nothing are left out."""
    whole = np.clip(np.rint(weights * STEP), -127, 127).astype(np.int8)
    used = np.flatnonzero(whole[:-1].any(axis=1))
    sums = np.array([checksum(feature) for feature in features], np.uint32)[used]
    order = np.argsort(sums)
    return LinearTable(classes, thresholds, tuple(whole[-1].tolist()), sums[order], whole[used[order]])


def threshold(leads: Iterable[tuple[int, bool]], precision: float, fewest: int) -> int:
    """The least lead down to which decisions, at least `fewest`, are right in this share; NEVER where there is none."""
    ordered = sorted(leads, reverse=True)
    right = np.cumsum([is_right for _, is_right in ordered])
    enough = [at for at in range(fewest - 1, len(ordered)) if right[at] >= precision * (at + 1)]
    return ordered[enough[-1]][0] if enough else NEVER
