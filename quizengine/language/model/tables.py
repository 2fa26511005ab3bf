"""Weights of a linear model: rows of small integers after hashed slots.

Sums of integers do not depend on the order in which a machine adds them.
Next: `quizengine.language.model.model_file`, which stores them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Weights = npt.NDArray[np.int8]
Scores = npt.NDArray[np.int16]
"""At most 258 templates of weights of a byte each fit into 16 bits."""

_FAST_WIDTH = 32
"""Bytes: rows of this width are gathered several times as fast as slightly narrower ones."""

_TOKENS_AT_ONCE = 256
"""Small enough that the rows which are summed stay in the processor's cache."""


@dataclass(frozen=True)
class Table:
    """One row of weights, one for each class, for every slot that has any; slots without share row 0, all zeros."""

    index: npt.NDArray[np.integer]
    """The row of each slot; of the narrowest type that will do."""
    rows: Weights
    classes: int
    """Columns from here on only fill the rows up."""
    step: int = 1
    """The value of one unit of weight; scores are multiples of it."""

    @classmethod
    def of(cls, index: npt.NDArray[np.integer], rows: Weights, step: int = 1) -> "Table":
        """The table of an index and its rows, which are filled up to a width that is fast."""
        classes = rows.shape[1]
        if _FAST_WIDTH // 2 < classes < _FAST_WIDTH:
            rows = np.pad(rows, ((0, 0), (0, _FAST_WIDTH - classes)))
        return cls(index, rows, classes, step)

    def scores(self, slots: npt.NDArray[np.int32]) -> Scores:
        """Return for each instance (a column of `slots`) the sum of its templates' rows."""
        starts = range(0, slots.shape[1], _TOKENS_AT_ONCE)
        found = [self._sums(slots[:, start : start + _TOKENS_AT_ONCE]) for start in starts]
        return (np.concatenate(found) if len(found) > 1 else found[0])[:, : self.classes]

    def _sums(self, slots: npt.NDArray[np.int32]) -> Scores:
        sums: Scores = np.add.reduce(self.rows.take(self.index.take(slots), 0), 0, dtype=np.int16)
        if self.step > 1:
            sums *= self.step
        return sums
