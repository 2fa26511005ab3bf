"""Rules about proof: the evidence stands in the article, word for word."""

from collections.abc import Iterator

from quizengine.article import Article
from quizengine.questions import Question
from quizengine.records import Check


def evidence_matches(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the article does not hold the evidence's quote at the evidence's offsets."""
    evidence = question.evidence
    if article is None or evidence is None or evidence.holds_in(article):
        return
    found = _short(article.text[evidence.start : evidence.end])
    yield f"the article has “{found}” at {evidence.start}:{evidence.end}, the evidence says “{_short(evidence.quote)}”"


def generated_has_evidence(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a generated question has no evidence."""
    if question.origin is not None and question.evidence is None:
        yield f"made by {question.origin.generator} without evidence; a generated key needs the words that prove it"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


EVIDENCE_CHECKS = (
    Check("evidence-matches", evidence_matches, "A key is proved by the article's own words, or not at all."),
    Check("evidence-missing", generated_has_evidence, "A generated key that nobody can look up cannot be approved."),
)
