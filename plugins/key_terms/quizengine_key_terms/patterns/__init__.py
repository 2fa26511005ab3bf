"""The ways in which sentences define terms: all candidates of a sentence, by all patterns.

Read `candidate` first, then `attachment`, `clauses`, `phrases`, `closing_appositions`, `alternatives`, `sentences`,
`naming`, `named_at_the_end`, `namers`, `states`, `summed_up` and `bold`; `terms` and `meanings` judge what they find.
"""

from collections.abc import Iterator

from quizengine.language import Tree, clauses_at, is_inside_quotation
from quizengine_key_terms.patterns.alternatives import OR_PATTERNS
from quizengine_key_terms.patterns.bold import bold_candidates
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.clauses import CLAUSE_PATTERNS
from quizengine_key_terms.patterns.closing_appositions import CLOSING_PATTERNS
from quizengine_key_terms.patterns.named_at_the_end import NAMES_AT_THE_END
from quizengine_key_terms.patterns.namers import NAMER_PATTERNS
from quizengine_key_terms.patterns.naming import NAMING_PATTERNS
from quizengine_key_terms.patterns.noun_phrases import CLOSING_QUOTES, OPENING_QUOTES
from quizengine_key_terms.patterns.phrases import TOKEN_PATTERNS
from quizengine_key_terms.patterns.sentences import SENTENCE_PATTERNS
from quizengine_key_terms.patterns.states import STATE_PATTERNS
from quizengine_key_terms.patterns.summed_up import SUMMARY_PATTERNS


def definition_candidates(tree: Tree) -> Iterator[Candidate]:
    """Every candidate of a sentence with a term and a meaning, in the order of the patterns."""
    found = (each for each in _candidates(tree) if each.term and each.meaning)
    return (each for each in found if _is_whole(each) and not _is_said(tree, each.term[0]))


def _is_said(tree: Tree, first: int) -> bool:
    """Return whether a term is in a quotation of more than itself: what somebody else says."""
    quoted = tree.tokens[first].form in OPENING_QUOTES
    place, paragraph = tree.tokens[first].span.start, tree.sentence.span.paragraph
    before = paragraph.article.text[paragraph.start : place]
    return is_inside_quotation(paragraph, place) and not (quoted and before.rstrip().endswith(("“", '"')))


def _is_whole(candidate: Candidate) -> bool:
    """Return whether a term that begins with a quotation mark ends with one: else it begins what somebody says."""
    tokens, last = candidate.tree.tokens, candidate.term[-1]
    closing = [token.form for token in tokens[candidate.term[0] + 1 : last + 3]]  # also after a comma: “moat,”
    return tokens[candidate.term[0]].form not in OPENING_QUOTES or any(form in CLOSING_QUOTES for form in closing)


def _candidates(tree: Tree) -> Iterator[Candidate]:
    clauses = clauses_at(tree.sentence.span)
    for from_clause in CLAUSE_PATTERNS:
        for clause in clauses:
            yield from from_clause(clause)
    yield from bold_candidates(tree)
    for number, index in sorted(set(_triggered(tree))):
        yield from _PATTERNS[number].find(tree, index)


def _triggered(tree: Tree) -> Iterator[tuple[int, int]]:
    """The number of each pattern with each token that it is tried at."""
    for index, token in enumerate(tree.tokens):
        for trigger in TokenPattern.triggers_of(token):
            for number in _TRIGGERED.get(trigger, ()):
                yield number, index


_PATTERNS = (
    *TOKEN_PATTERNS,
    *CLOSING_PATTERNS,
    *OR_PATTERNS,
    *SENTENCE_PATTERNS,
    *NAMING_PATTERNS,
    *NAMES_AT_THE_END,
    *NAMER_PATTERNS,
    *STATE_PATTERNS,
    *SUMMARY_PATTERNS,
)
_TRIGGERED = {
    trigger: [number for number, pattern in enumerate(_PATTERNS) if trigger in pattern.triggers]
    for trigger in sorted({trigger for pattern in _PATTERNS for trigger in pattern.triggers})
}
"""The numbers of the patterns by what triggers them: at most tokens there is none."""
