"""What else could be asked about an article: the questions that a quiz leaves out, for a teacher to look through."""

from dataclasses import dataclass, replace

from quizengine.article import Article
from quizengine.pairs import Pairs
from quizengine.questions import Question
from quizengine.quiz import Quiz
from quizengine.records import Finding, Refusal
from quizengine.review import Review, review
from quizengine.startup import Engine


@dataclass(frozen=True)
class Beside:
    """What is wrong between a question on offer and one that the quiz asks already."""

    number: int
    """Of the question that is asked already, counted from 1."""
    asked: Question
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Offer:
    """A question that could stand in a quiz and does not."""

    review: Review
    """The question with what checks say of it alone; a teacher may overrule a warning."""
    beside: tuple[Beside, ...] = ()
    """The questions of the quiz that it does not go well with."""
    doubt: Refusal | None = None
    """Why no quiz takes it unasked, where its generator offers it to teachers alone."""

    @property
    def question(self) -> Question:
        """What would be asked."""
        return self.review.question

    @property
    def only_instead(self) -> bool:
        """Whether it can only take the place of what it does not go with: a finding between them is an error."""
        return any(finding.level == "error" for one in self.beside for finding in one.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What a teacher overrules who adds it to the quiz as it is."""
        between = (finding for one in self.beside for finding in one.findings if finding.level == "warning")
        return (*self.review.warnings, *between)


@dataclass(frozen=True)
class Offers:
    """All that was found in an article and does not stand in a quiz on it."""

    questions: tuple[Offer, ...]
    """What may be asked: first those of a doubt, then by generator, in the order of the article."""
    refusals: tuple[Refusal, ...]
    """What may not, and why; in the order of the article."""
    left_out: str = ""
    """What the time did not suffice for, in a sentence; empty where everything was looked for."""

    def find(self, question_id: str) -> Offer | None:
        """The offer of the question with this id, if it is on offer."""
        return next((offer for offer in self.questions if offer.question.id == question_id), None)


def offers(engine: Engine, article: Article, quiz: Quiz) -> Offers:
    """What every generator finds in the article, switched on or not, and the quiz does not ask.

    A question with a finding of level error becomes a refusal; one that clashes with a question of the quiz may take
    its place.
    """
    everyone = replace(engine, generators=tuple(one for _, one in sorted(engine.registry.generators.items())))
    draft = everyone.draft(article, seed=quiz.seed)
    asked = {either for one in quiz.questions for either in (one.id, one.content_id)}
    candidates = [(verdict.question, None) for verdict in draft.selection.verdicts]
    doubtful = [(one.offer, one) for one in draft.refusals if one.offer]
    checks = tuple(engine.registry.checks.values())
    pairs = Pairs.of(checks)
    held = [
        Offer(review(question, checks, article), _beside(question, quiz, pairs), doubt)
        for question, doubt in (*candidates, *doubtful)
        if question.id not in asked
    ]
    settled = [*(offer.doubt for offer in held), *(doubt for question, doubt in doubtful if question.id in asked)]
    refusals = [one for one in draft.refusals if one not in settled]
    refusals += [offer.review.refusal(article) for offer in held if not offer.review.passes]
    return Offers(
        tuple(sorted((offer for offer in held if offer.review.passes), key=_rank)),
        tuple(sorted(refusals, key=lambda refusal: (refusal.span.start, refusal.rule))),
        draft.left_out,
    )


def _beside(question: Question, quiz: Quiz, pairs: Pairs) -> tuple[Beside, ...]:
    """What is wrong between a question and those of the quiz, where it would come last."""
    found = (Beside(number, other, pairs.between(other, question)) for number, other in enumerate(quiz.questions, 1))
    return tuple(one for one in found if any(finding.level != "note" for finding in one.findings))


def _rank(offer: Offer) -> tuple[bool, str, int]:
    question = offer.question
    generator = question.origin.generator if question.origin else ""
    return offer.doubt is None, generator, question.evidence.start if question.evidence else 0
