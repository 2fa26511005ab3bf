"""The evidence for a key in its place: the paragraph of the article, with the proving words marked."""

from dataclasses import dataclass

from quizengine.quiz.questions import Evidence, without_article_says
from quizengine.text.article import Article, Span


@dataclass(frozen=True)
class Proof:
    """The words that prove a key, with those of the paragraph around them (empty if the article is not at hand)."""

    before: str
    quote: str
    after: str


def proof_of(evidence: Evidence | None, article: Article | None) -> Proof | None:
    """The evidence in its paragraph or paragraphs; the quotation alone when the article does not have it there."""
    if evidence is None:
        return None
    if article is None or not evidence.holds_in(article):
        return Proof("", evidence.quote, "")
    around = article.span(evidence.start, evidence.start).paragraph.to(article.span(evidence.start, evidence.end))
    around = around.to(article.span(evidence.end - 1, evidence.end).paragraph)
    text = article.text
    return Proof(text[around.start : evidence.start], evidence.quote, text[evidence.end : around.end])


def rationale_beside(rationale: str, proof: Proof | None) -> str:
    """The rationale as it reads beside its proof: a sentence that only quotes the same words again is left out."""
    if proof is None:
        return rationale
    return without_article_says(rationale, proof.quote).strip()


def whole_article(evidence: Evidence | None, article: Article) -> tuple[Proof, ...]:
    """The body of an article by paragraphs, each with what it has of the evidence marked (an empty quote: nothing)."""
    start, end = (evidence.start, evidence.end) if evidence and evidence.holds_in(article) else (0, 0)

    def paragraph(span: Span) -> Proof:
        first, last = (min(max(place, span.start), span.end) for place in (start, end))
        if first == last:
            return Proof(span.text, "", "")
        return Proof(article.text[span.start : first], article.text[first:last], article.text[last : span.end])

    return tuple(map(paragraph, article.paragraphs))
