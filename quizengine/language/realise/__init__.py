"""Words for clauses: statements, questions and options that say what a clause says, in its own words.

Read `questions` first.
"""

from quizengine.language.realise.attribution import with_source
from quizengine.language.realise.gapped_sentences import GAP, gapped_sentence
from quizengine.language.realise.lead_ins import lead_in
from quizengine.language.realise.pruning import phrase_tokens
from quizengine.language.realise.questions import Realised, question, realised, statement
from quizengine.language.realise.surface_text import surface_text

__all__ = [
    "GAP",
    "Realised",
    "gapped_sentence",
    "lead_in",
    "phrase_tokens",
    "question",
    "realised",
    "statement",
    "surface_text",
    "with_source",
]
