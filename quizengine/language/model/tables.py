"""Weights of a linear model: rows of small integers behind hashed slots.

Sums of integers do not depend on the order in which a machine adds them.
Next: `quizengine.language.model.model_file`, which stores them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Weights = npt.NDArray[np.int16]

_TOKENS_AT_ONCE = 256
"""Small enough that the rows which are summed stay in the processor's cache."""


@dataclass(frozen=True)
class Table:
    """One row of weights, one for each class, for every slot that has any; slots without share row 0, all zeros."""

    index: npt.NDArray[np.int32]
    """The row of each slot."""
    rows: Weights

    def scores(self, slots: npt.NDArray[np.int32]) -> Weights:
        """For each instance (column of `slots`) the sum of its templates' rows."""
        found = np.empty((slots.shape[1], self.rows.shape[1]), np.int16)
        for start in range(0, slots.shape[1], _TOKENS_AT_ONCE):
            part = self.index.take(slots[:, start : start + _TOKENS_AT_ONCE])
            np.add.reduce(self.rows.take(part, 0), 0, out=found[start : start + _TOKENS_AT_ONCE])
        return found
