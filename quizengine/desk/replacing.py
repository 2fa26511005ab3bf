"""Finds the best question to put in the place of one that a teacher does not want, or beside all that a quiz asks."""

from collections.abc import Iterable, Iterator

from quizengine.desk.edit_log import EditLog
from quizengine.desk.offers import Offer, Offers
from quizengine.engine import Engine
from quizengine.generation.pairs import Pairs
from quizengine.quiz.questions import Question, generator_of
from quizengine.quiz.quiz import Quiz


def replacement(engine: Engine, quiz: Quiz, question: Question, found: Offers, log: EditLog) -> Offer | None:
    """Return the offer that best replaces a question of the quiz; None if there is none.

    Offers of the same generator come first, then those most likely to be usable as they stand, and last those that a
    generator leaves to the teacher. The offer is about other words of the article and does not clash with any other
    question. What the log says was dropped or replaced never comes back, not even in another form. The offers may have
    been made for an earlier version of the quiz.
    """
    ranked = sorted(_unasked(found, quiz, log), key=lambda one: _rank(one, question, found))
    elsewhere = (one for one in ranked if not _shares_evidence(one.question, question))
    return _first_that_fits(elsewhere, engine, quiz)


def next_best(engine: Engine, quiz: Quiz, found: Offers, log: EditLog) -> Offer | None:
    """Return the offer that is likeliest to be usable beside all questions of the quiz; None if there is none.

    As with `replacement`, what was dropped or replaced never comes back.
    """
    ranked = sorted(_unasked(found, quiz, log), key=lambda one: _rank(one, None, found))
    return _first_that_fits(ranked, engine, quiz)


def _unasked(found: Offers, quiz: Quiz, log: EditLog) -> Iterator[Offer]:
    asked = {one.content_id for one in quiz.questions}
    for offer in found.questions:
        candidate = offer.question
        if offer.doubt or offer.review.warnings or candidate.content_id in asked or log.is_rejected(candidate):
            continue
        yield offer


def _first_that_fits(ranked: Iterable[Offer], engine: Engine, quiz: Quiz) -> Offer | None:
    pairs = Pairs.of(tuple(engine.registry.checks.values()))
    return next((one for one in ranked if _goes_well(one.question, quiz.questions, pairs)), None)


def _shares_evidence(one: Question, other: Question) -> bool:
    first, second = one.evidence, other.evidence
    return bool(first and second and first.start < second.end and second.start < first.end)


def _rank(offer: Offer, question: Question | None, found: Offers) -> tuple[bool, bool, float]:
    usable = found.usable.get(offer.question.content_id)
    is_of_another = question is not None and generator_of(offer.question) != generator_of(question)
    return offer.caution is not None, is_of_another, -usable.probability if usable else 0.0


def _goes_well(candidate: Question, others: tuple[Question, ...], pairs: Pairs) -> bool:
    return all(finding.level == "note" for other in others for finding in pairs.between(other, candidate))
