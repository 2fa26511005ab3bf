"""Relations between the tokens in the trees of a batch.

Next: `quizengine.language.model.head_choice`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quizengine.language.model.batch import Batch, Places


@dataclass(frozen=True)
class Kinship:
    """The relatives of each token by its number; the number after the last token stands for nobody."""

    head: Places
    before: Places
    """The nearest sibling to the left."""
    after: Places
    first_child: Places
    """The outermost child on the left; like the next one, it has an entry for nobody as well."""
    last_child: Places
    second_child: Places
    left: Places
    """The number of children on the left."""
    right: Places


def kinship(batch: Batch, heads: npt.NDArray[np.int32]) -> Kinship:
    """The kinship of all tokens in their trees, given the places of their heads (0: the root)."""
    nobody = len(batch)
    me = np.arange(nobody)
    first = batch.offsets[batch.sentence]
    head = np.where(heads > 0, first + heads - 1, nobody)
    order = np.lexsort((me, head, batch.sentence))
    neighbours = (head[order][1:] == head[order][:-1]) & (batch.sentence[order][1:] == batch.sentence[order][:-1])
    before, after = np.full(nobody + 1, nobody), np.full(nobody + 1, nobody)
    before[order[1:][neighbours]] = order[:-1][neighbours]
    after[order[:-1][neighbours]] = order[1:][neighbours]
    child = me[head < nobody]
    on_left = child < head[child]
    left = np.bincount(head[child[on_left]], minlength=nobody + 1)
    right = np.bincount(head[child[~on_left]], minlength=nobody + 1)
    first_child, last_child = np.full(nobody + 1, nobody), np.full(nobody + 1, -1)
    np.minimum.at(first_child, head[child], child)
    np.maximum.at(last_child, head[child], child)
    first_child[left == 0], last_child[right == 0] = nobody, nobody
    second_child = after[first_child]
    second_child[second_child > np.arange(nobody + 1)] = nobody
    return Kinship(head, before, after, first_child, last_child, second_child, left, right)
