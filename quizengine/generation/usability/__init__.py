"""The probability that a strict reader accepts a question as it stands: a logistic model of blind verdicts.

probability = 1 / (1 + exp(-(intercept + sum of weight x feature + weight of the rule)))

`features` computes the features, `weights` holds the weights; docs/selection.md shows how often the model was right.
Read `features` first.
"""

from quizengine.generation.usability.features import DRAWBACKS, usability_features
from quizengine.generation.usability.model import Usability, usabilities, usability

__all__ = ["DRAWBACKS", "Usability", "usabilities", "usability", "usability_features"]
