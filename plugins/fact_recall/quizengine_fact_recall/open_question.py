"""The fields of an open question beside its words, the same for all of this plugin.

Next: `open_part_questions`.
"""

from quizengine import Evidence, OpenQuestion, Origin, article_says
from quizengine.language import Tree


def question_in_sentence(stem: str, answer: str, tree: Tree, rule: str) -> OpenQuestion:
    """The question with a model answer that a sentence proves."""
    proof = tree.sentence.span
    return OpenQuestion(
        stem=stem,
        answer=answer,
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin("fact_recall", rule),
        tags=("fact recall",),
    )
