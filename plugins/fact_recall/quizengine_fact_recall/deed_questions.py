"""Open questions about deeds, with the words of the article as model answers."""

from quizengine import Evidence, OpenQuestion, Origin, Refusal, article_says
from quizengine_fact_recall.deed_wording import worded
from quizengine_fact_recall.deeds import Deed
from quizengine_fact_recall.event_faults import Unasked

_RULES = {
    "object": "what-did",
    "infinitive": "what-to-do",
    "clause": "what-found",
    "phrase": "what-of",
    "attribute": "what-purpose",
}


def deed_question(deed: Deed) -> OpenQuestion | Refusal:
    """The question for a deed, or the reason why it is not asked."""
    made = worded(deed)
    if isinstance(made, Unasked):
        return Refusal(deed.answer, made.rule, made.reason)
    stem, answer = made
    proof = deed.clause.tree.sentence.span
    return OpenQuestion(
        stem=stem,
        answer=answer,
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin("fact_recall", _RULES[deed.asked]),
        tags=("fact recall",),
    )
