"""Open questions for parts of clauses, with the words of the article as model answers."""

from collections.abc import Sequence

from quizengine import Fact, OpenQuestion, Refusal, Span, cache_per_facts
from quizengine_fact_recall.event_faults import Unasked
from quizengine_fact_recall.open_part_wording import open_part_words
from quizengine_fact_recall.open_parts import OpenPart
from quizengine_fact_recall.open_question import question_in_sentence

_RULES = {
    "object": "what-did",
    "infinitive": "what-to-do",
    "clause": "what-found",
    "phrase": "what-of",
    "attribute": "what-purpose",
}


def open_part_question(asked: OpenPart, facts: Sequence[Fact]) -> OpenQuestion | Refusal:
    """The question for a part among the facts of its article, or the reason why it is not asked."""
    made = _words_of_parts(facts)[asked.predicate, asked.answer]
    if isinstance(made, Unasked):
        return Refusal(asked.answer, made.rule, made.reason)
    stem, answer = made
    return question_in_sentence(stem, answer, asked.clause.tree, _RULES[asked.form])


@cache_per_facts
def predicates_asked_about(facts: Sequence[Fact]) -> frozenset[Span]:
    """The predicates of an article of which an open question asks for a part."""
    return frozenset(predicate for (predicate, _), made in _words_of_parts(facts).items() if isinstance(made, tuple))


@cache_per_facts
def _words_of_parts(facts: Sequence[Fact]) -> dict[tuple[Span, Span], tuple[str, str] | Unasked]:
    """The question for each part and its model answer, or why there are none, by the predicate and the part."""
    return {(fact.predicate, fact.answer): open_part_words(fact) for fact in facts if isinstance(fact, OpenPart)}
