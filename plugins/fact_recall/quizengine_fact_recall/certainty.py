"""The parts of a clause that must be certain before it is asked about."""

from quizengine.language import Certainty, Clause, Constituent


def is_sure_of(clause: Clause, *parts: Constituent) -> bool:
    """True if predicate, subject and some other parts are certain; how the rest hangs may stay open where it is kept.

    A question repeats the words after the verb as they stand, so that it is right wherever they hang.
    """
    if clause.subject is None or clause.hangs_wrong:
        return False
    heads = [clause.head, *clause.verb.tokens, clause.subject.head]
    heads += [each for part in parts for each in (part.head, *part.marker)]
    return min(clause.tree.tokens[each].certainty for each in heads) >= Certainty.LIKELY
