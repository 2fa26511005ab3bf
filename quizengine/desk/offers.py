"""Further questions about an article: those that its quiz does not ask, for a teacher to choose from."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

from quizengine.engine import Engine
from quizengine.extensions.records import Finding, Refusal
from quizengine.generation.cueing import keys_held
from quizengine.generation.overlaps import Overlaps
from quizengine.generation.pairs import Pairs
from quizengine.generation.review import Review, review
from quizengine.generation.usability import Usability, usabilities
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.text.article import Article

_SAME = "same-question"
"""The check that finds two questions that ask the same."""
_LONGEST_NAME = 4
"""The most words that a name or a figure has; a longer text states something."""


@dataclass(frozen=True)
class Beside:
    """The findings between a question on offer and one that the quiz already asks."""

    number: int
    """The number of the existing question, counted from 1."""
    asked: Question
    findings: tuple[Finding, ...]

    @property
    def is_same(self) -> bool:
        """True if the two ask the same."""
        return any(finding.check == _SAME for finding in self.findings)


@dataclass(frozen=True)
class Offer:
    """A question that could be in a quiz but is not."""

    review: Review
    """The question with the findings about it alone; a teacher may overrule a warning."""
    beside: tuple[Beside, ...] = ()
    """The questions of the quiz that it clashes with."""
    doubt: Refusal | None = None
    """The reason why it contradicts some words of the article, if its generator says so; it rests on others."""
    caution: Refusal | None = None
    """The reason why its generator leaves it to the teacher, if that is no contradiction."""
    form_of: Question | None = None
    """The earlier question on offer that asks the same in another form, if there is one."""

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.review.question

    @property
    def only_instead(self) -> bool:
        """True if it can only replace the questions that it clashes with: a finding between them is an error."""
        return any(finding.level == "error" for one in self.beside for finding in one.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings that a teacher overrules by adding the question."""
        between = (finding for one in self.beside for finding in one.findings if finding.level == "warning")
        return (*self.review.warnings, *between)


@dataclass(frozen=True)
class Offers:
    """Everything that was found in an article but is not in the quiz about it."""

    questions: tuple[Offer, ...]
    """The questions on offer: first those with a doubt, then the most likely to be usable.

    Different forms of one question are next to each other.
    """
    refusals: tuple[Refusal, ...]
    """Facts that may not be asked about, with reasons; in the order of the article."""
    left_out: str = ""
    """A sentence about the work that did not fit into the time; empty if everything was searched."""
    usable: Mapping[str, Usability] = field(default_factory=dict)
    """The probability that each question, on offer or in the quiz, can be used as it stands, by content id."""

    def find(self, question_id: str) -> Offer | None:
        """The offer of the question with this id, if it is on offer."""
        return next((offer for offer in self.questions if offer.question.id == question_id), None)


def find_offers(engine: Engine, article: Article, quiz: Quiz) -> Offers:
    """Return what every generator finds in the article, switched on or not, and the quiz does not ask.

    A question with a finding of level error becomes a refusal; one that clashes with a question of the quiz may take
    its place. What a generator refuses but another one asks is no refusal, nor what one refuses that is switched
    off.
    """
    everyone = replace(engine, generators=tuple(one for _, one in sorted(engine.registry.generators.items())))
    draft = everyone.draft(article, seed=quiz.seed)
    asked = {either for one in quiz.questions for either in (one.id, one.content_id)}
    refused = [(one.offer, one) for one in draft.refusals if one.offer]
    usable = {**draft.usable, **{one.id: known for one, known in usabilities((one for one, _ in refused), article)}}
    checks = tuple(engine.registry.checks.values())
    pairs = Pairs.of(checks)
    found = [(verdict.question, None) for verdict in draft.selection.verdicts] + refused
    held = [
        _offer(review(question, checks, article), refusal, quiz, pairs)
        for question, refusal in found
        if question.id not in asked
    ]
    held = [offer for offer in held if offer.review.passes or not offer.caution]
    settled = [*(one.doubt or one.caution for one in held), *(one for question, one in refused if question.id in asked)]
    refusals = [one for one in draft.refusals if one not in settled]
    refusals += [offer.review.refusal(article) for offer in held if not offer.review.passes]
    on = {generator.name for generator in engine.generators}
    refusals = [one for one in refusals if not _is_asked(one, quiz, on)]
    passing = sorted((offer for offer in held if offer.review.passes), key=lambda offer: _rank(offer, usable))
    return Offers(
        _by_what_they_ask(passing, pairs),
        tuple(sorted(refusals, key=lambda refusal: (refusal.span.start, refusal.rule))),
        draft.left_out,
        usable,
    )


def _offer(reviewed: Review, refusal: Refusal | None, quiz: Quiz, pairs: Pairs) -> Offer:
    doubt = refusal if refusal and refusal.others else None
    return Offer(reviewed, _beside(reviewed.question, doubt, quiz, pairs), doubt, caution=None if doubt else refusal)


def _beside(question: Question, doubt: Refusal | None, quiz: Quiz, pairs: Pairs) -> tuple[Beside, ...]:
    """Return the findings between a question and those of the quiz, as if it came last."""
    found = (
        Beside(number, other, (*pairs.between(other, question), *_contradicts(doubt, other)))
        for number, other in enumerate(quiz.questions, 1)
    )
    return tuple(one for one in found if any(finding.level != "note" for finding in one.findings))


def _contradicts(doubt: Refusal | None, asked: Question) -> tuple[Finding, ...]:
    """An error if a question rests on the words of the article that a doubt is about, and has its key in them."""
    if doubt is None or not _rests_on(asked, doubt) or not keys_held(asked, doubt.span.text):
        return ()
    return (Finding(f"“{doubt.span.text}” is right there, and this question doubts it", check=doubt.rule),)


def _is_asked(refusal: Refusal, quiz: Quiz, on: Container[str]) -> bool:
    """Return whether the quiz asks about a refused fact: as another generator's statement, or at all if it is off."""
    asking = {one.origin.generator for one in quiz.questions if one.origin and _rests_on(one, refusal)}
    is_statement = len(refusal.span.text.split()) > _LONGEST_NAME
    return bool(asking) and (refusal.generator not in on or (is_statement and refusal.generator not in asking))


def _rests_on(question: Question, refusal: Refusal) -> bool:
    evidence, span = question.evidence, refusal.span
    return evidence is not None and evidence.start < span.end and span.start < evidence.end


def _by_what_they_ask(found: Iterable[Offer], pairs: Pairs) -> tuple[Offer, ...]:
    """The offers in order, each form of a question after the first one that asks the same."""
    first: Overlaps[Offer] = Overlaps()
    forms: dict[str, list[Offer]] = defaultdict(list)
    for offer in found:
        question = offer.question
        same = next((one.question for one in first.of(question) if _same(pairs, one.question, question)), None)
        if same is None:
            first.add(offer)
        forms[(same or question).id].append(replace(offer, form_of=same))
    return tuple(offer for several in forms.values() for offer in several)


def _same(pairs: Pairs, one: Question, other: Question) -> bool:
    return any(finding.check == _SAME for finding in pairs.between(one, other))


def _rank(offer: Offer, usable: Mapping[str, Usability]) -> tuple[bool, float, int]:
    question = offer.question
    known = usable.get(question.id)
    likely = known.probability if known else 0.0
    return offer.doubt is None, -likely, question.evidence.start if question.evidence else 0
