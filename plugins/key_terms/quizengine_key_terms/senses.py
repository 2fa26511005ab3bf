"""Decides whether an article has said before that a term is something else: then it tells of a special sense.

Next: `definition_facts`.
"""

from quizengine.language import surface_text
from quizengine_key_terms.essence import plays_a_part
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.term_kinds import genus_of

_DEFINING_BY_THE_WAY = frozenset({"is", "which is", "apposition", "or", "i.e."})
"""Patterns of sentences that may tell of one sense only; one that says what a word means is meant for all."""


class Senses:
    """The class that the first sentence about each term puts it in: "a share is a part of a firm"."""

    def __init__(self) -> None:
        """Begin without any term."""
        self._first: dict[str, tuple[str, int]] = {}

    def is_another(self, candidate: Candidate) -> bool:
        """Return whether a candidate puts its term in another class than a sentence before it did."""
        genus = _class_in(candidate)
        bare = [each for each in candidate.term if candidate.tree.tokens[each].upos != "DET"]
        words = surface_text(candidate.tree, bare).casefold()
        place = candidate.tree.sentence.span.start
        known, first = self._first.setdefault(words, (genus, place)) if genus else ("", place)
        return known != genus and first < place


def _class_in(candidate: Candidate) -> str:
    """The noun of "a grange is a barn": what kind of thing a candidate says its term to be; empty if it says none."""
    tree, meaning = candidate.tree, candidate.meaning
    said = candidate.rule in _DEFINING_BY_THE_WAY and not candidate.frame and candidate.source is None
    if not said or not meaning or tree.tokens[meaning[0]].form.lower() not in ("a", "an"):
        return ""
    named = tree.tokens[candidate.head].upos == "NOUN" and not plays_a_part(candidate, meaning)
    return genus_of(tree, candidate.head) if named else ""
