"""Open questions for parts of clauses, with the words of the article as model answers."""

from quizengine import OpenQuestion, Refusal
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


def open_part_question(asked: OpenPart) -> OpenQuestion | Refusal:
    """The question for a part, or the reason why it is not asked."""
    made = open_part_words(asked)
    if isinstance(made, Unasked):
        return Refusal(asked.answer, made.rule, made.reason)
    stem, answer = made
    return question_in_sentence(stem, answer, asked.clause.tree, _RULES[asked.form])
