"""How likely a strict reader takes a question as it stands: a logistic model, fitted on blind verdicts.

probability = 1 / (1 + exp(-(intercept + sum of weight x feature + weight of the rule)))

`features` says what is looked at, `weights` holds the weights; docs/selection.md has the table of how often the model
was right. Of a rule that no reader has judged it says nothing. Read `features` first.
"""

from quizengine.generation.usability.features import DRAWBACKS, usability_features
from quizengine.generation.usability.model import Usability, usabilities, usability

__all__ = ["DRAWBACKS", "Usability", "usabilities", "usability", "usability_features"]
