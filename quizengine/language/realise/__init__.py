"""Words for clauses: statements, questions and options that say what a clause says, in its own words.

Read `questions` first.
"""

from quizengine.language.realise.attribution import attributed
from quizengine.language.realise.gapped import gapped
from quizengine.language.realise.lead_ins import lead_in
from quizengine.language.realise.pruning import phrase
from quizengine.language.realise.questions import Realised, question, realised, statement
from quizengine.language.realise.words import capitalised, wording

__all__ = [
    "Realised",
    "attributed",
    "capitalised",
    "gapped",
    "lead_in",
    "phrase",
    "question",
    "realised",
    "statement",
    "wording",
]
