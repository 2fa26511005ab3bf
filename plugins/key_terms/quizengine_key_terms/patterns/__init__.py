"""The ways in which sentences define terms: all candidates of a sentence, by all patterns.

Read `candidate` first, then `clauses` and `phrases`; `terms` and `meanings` judge what is found here.
"""

from collections.abc import Iterator

from quizengine.language import Tree, clauses_at
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.clauses import CLAUSE_PATTERNS
from quizengine_key_terms.patterns.phrases import TOKEN_PATTERNS


def candidates(tree: Tree) -> Iterator[Candidate]:
    """Every candidate of a sentence, in the order of the patterns."""
    clauses = clauses_at(tree.sentence.span)
    for from_clause in CLAUSE_PATTERNS:
        for clause in clauses:
            yield from from_clause(clause)
    for from_token in TOKEN_PATTERNS:
        for index in range(len(tree.tokens)):
            yield from from_token(tree, index)
