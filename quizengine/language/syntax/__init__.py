"""The structure of sentences: tokens, trees, clauses.

Read `sentence` first, then `clauses`.
"""

from quizengine.language.syntax.adjunct_words import TIME_NOUNS
from quizengine.language.syntax.analysis import analyse, analyse_sentences, analyse_together
from quizengine.language.syntax.certainty import Certainty
from quizengine.language.syntax.clauses import Clause, Said, clauses_at, clauses_of, main_clause
from quizengine.language.syntax.constituents import Constituent
from quizengine.language.syntax.sentence import FINITE_TAGS, TENSED, WH_PRONOUNS, WH_WORDS, Sentence, Token
from quizengine.language.syntax.tree import Tree, cache_per_tree, is_a, tree_at, tree_index, trees
from quizengine.language.syntax.verb_groups import VerbGroup

__all__ = [
    "FINITE_TAGS",
    "TENSED",
    "TIME_NOUNS",
    "WH_PRONOUNS",
    "WH_WORDS",
    "Certainty",
    "Clause",
    "Constituent",
    "Said",
    "Sentence",
    "Token",
    "Tree",
    "VerbGroup",
    "analyse",
    "analyse_sentences",
    "analyse_together",
    "cache_per_tree",
    "clauses_at",
    "clauses_of",
    "is_a",
    "main_clause",
    "tree_at",
    "tree_index",
    "trees",
]
