"""The training and the storage of each table of the language model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """The training and the storage of one table."""

    bits: int
    epochs: int
    keep: float = 0.0
    """Rows without any weight this large are left out, and the rest is trained again."""
    scale: float = 1.0
    """The factor by which weights are multiplied before they become whole numbers."""
    drop: int = 0
    """Rows without any scaled weight this large are not shipped."""
    step: int = 1
    """The divisor of the weights that are shipped."""


RECIPES = {
    "tag_first": Recipe(18, 5, keep=1.0, drop=2),
    "tag_second": Recipe(18, 6, keep=1.0, drop=2),
    "plain": Recipe(19, 8, keep=1.5, drop=4, step=2),
    "stacked": Recipe(20, 8, keep=1.5, drop=4, step=2),
    "head": Recipe(20, 2, scale=48, drop=3),
    "relation": Recipe(18, 6, scale=2, drop=4, step=4),
    "judge": Recipe(19, 2, scale=48),
}
FEWER_EPOCHS = 2
"""The epochs by which the trainings without a quarter are shorter."""

PRECISION = {"nsubj": 0.95, "obj": 0.932, "advcl": 0.77}
"""The precision that the tokens called sure must reach, by universal relation."""
PRECISION_OF_OTHERS = 0.93

FOLDS = 4
NEIGHBOURS = 60
"""The number of sentences in a row that are in the same fold."""
EXPLORE = 0.9
"""The probability that a parser that learns follows its own mistake, after the first epoch."""
RATE = 0.02
"""The step by which one instance moves a logistic regression."""
LEAST_SEEN_TAG = 5
"""Tags that are rarer are not learnt."""
