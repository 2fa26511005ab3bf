"""Finds the scores from which a judge can be trusted."""

import numpy as np
import numpy.typing as npt

NEVER = 1 << 14
"""A score that nothing reaches."""


def threshold(scores: npt.NDArray[np.int64], right: npt.NDArray[np.bool_], precision: float) -> int:
    """The least score from which on this share is right; higher than any where no score reaches it."""
    if not len(scores):
        return NEVER
    order = np.argsort(-scores, kind="stable")
    reached = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    last_of_score = np.append(scores[order][1:] != scores[order][:-1], True)
    enough = np.flatnonzero((reached >= precision) & last_of_score)
    return int(scores[order][enough[-1]]) if len(enough) else NEVER
