"""The parts that all questions about a relation share: the sentence that proves the key, and the origin."""

from collections.abc import Iterable

from quizengine import ChoiceQuestion, Evidence, OpenQuestion, Origin, ShortTextQuestion, Span, article_says
from quizengine.language import sentence_of
from quizengine_cause_and_effect.relations import NAME, CausalRelation


def relation_evidence(relation: CausalRelation) -> Span:
    """The sentence that tells of a relation."""
    return sentence_of(relation.signal)


def relation_rationale(relation: CausalRelation) -> str:
    """Return what a student reads who wants to know why."""
    return article_says(relation_evidence(relation).text)


def question_tags() -> tuple[str, ...]:
    """The tags of every question of this plugin."""
    return ("cause and effect",)


def choice_question(relation: CausalRelation, rule: str, stem: str, key: str, options: Iterable[str]) -> ChoiceQuestion:
    """A question with one right option, on the sentence that tells of a relation."""
    return ChoiceQuestion(
        stem=stem,
        answer=key,
        distractors=tuple(options),
        rationale=relation_rationale(relation),
        evidence=Evidence.of(relation_evidence(relation)),
        origin=Origin(NAME, rule),
        tags=question_tags(),
    )


def typed_question(relation: CausalRelation, rule: str, stem: str, accepted: tuple[str, ...]) -> ShortTextQuestion:
    """A question whose answer is typed, the fullest form first."""
    return ShortTextQuestion(
        stem=stem,
        answer=accepted[0],
        accept=accepted[1:],
        rationale=relation_rationale(relation),
        evidence=Evidence.of(relation_evidence(relation)),
        origin=Origin(NAME, rule),
        tags=question_tags(),
    )


def open_question(
    relation: CausalRelation, rule: str, stem: str, answer: str, evidence: Span | None = None
) -> OpenQuestion:
    """A question to be answered in sentences, on the sentence that tells of a relation, or on `evidence`."""
    span = evidence or relation_evidence(relation)
    return OpenQuestion(
        stem=stem,
        answer=answer,
        rationale=article_says(span.text),
        evidence=Evidence.of(span),
        origin=Origin(NAME, rule),
        tags=question_tags(),
    )
