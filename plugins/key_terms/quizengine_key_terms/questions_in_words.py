"""The fields of a question with a model answer beside its words, and how long the answer may be.

Next: `retold`.
"""

from quizengine import Evidence, OpenQuestion, Origin, Span, article_says
from quizengine_key_terms.definition import NAME

MOST_WORDS = 35
"""Words of a model answer."""
TOO_LONG = f"the model answer has more than {MOST_WORDS} words"


def question_in_words(stem: str, answer: str, proof: Span, rule: str) -> OpenQuestion:
    """The question with a model answer that some words of the article prove."""
    return OpenQuestion(
        stem=stem,
        answer=answer,
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, rule),
        tags=("key terms",),
    )
