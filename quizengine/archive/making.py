"""Makes the bank of one article: the same bytes, whether it is one of a million or the only one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from quizengine.archive.question_rows import question_rows
from quizengine.engine import Draft, Engine
from quizengine.errors import QuizEngineError
from quizengine.extensions.records import Refusal
from quizengine.generation.blueprint import Blueprint
from quizengine.quiz.questions import generator_of, rule_of
from quizengine.text.article import Article


@dataclass(frozen=True)
class Wishes:
    """The requirements for each article's quiz."""

    blueprint: Blueprint = field(default_factory=Blueprint)
    seed: int = 0
    locale: str = "en"
    measured: Mapping[str, float] = field(default_factory=dict)
    """The difficulty by id of questions that students have answered."""
    as_rows: bool = False
    """True if the questions are wanted as rows of a table, and no bank."""


class Kind(StrEnum):
    """The kinds of things that are counted over an archive."""

    QUESTION = "question"
    TYPE = "type"
    REFUSAL = "refusal"
    NOT_CHOSEN = "not chosen"
    INCOMPLETE = "incomplete"
    PLUGIN_FAULT = "plugin fault"


@dataclass(frozen=True)
class Counted:
    """One thing that is counted over an archive: a question by its rule, say, or a refusal by its reason."""

    kind: Kind
    generator: str = ""
    """The generator, or for a fault of a plugin that plugin."""
    name: str = ""
    """The rule that asked or refused, the check that refused, or the type of the question."""


class Nothing(StrEnum):
    """The reason why nothing is asked about an article."""

    FOUND = "found nothing certain enough to ask"
    FITS = "found something, but nothing that fits the options"
    IN_TIME = "the time was up before anything could be asked"


@dataclass(frozen=True)
class Made:
    """The result for one article."""

    bank: bytes = b""
    """The bank file; empty if there is no question, if it failed, or if rows are wanted."""
    questions: int = 0
    nothing: Nothing | None = None
    """The reason why nothing is asked; None if something is."""
    fault: str = ""
    """The reason why the article could not be read or its bank could not be made; empty if nothing is wrong."""
    counts: Mapping[Counted, int] = field(default_factory=dict)
    examples: Mapping[Counted, str] = field(default_factory=dict)
    """The reason in words for each kind of refusal or fault: of several, the first in the alphabet."""
    rows: tuple[Mapping[str, Any], ...] = ()
    """The questions as rows of a table (`quizengine.archive.question_rows`)."""


def drafted(engine: Engine, article: Article, wishes: Wishes) -> Draft:
    """Return the draft of an article by the wishes."""
    return engine.draft(article, seed=wishes.seed, blueprint=wishes.blueprint, measured=wishes.measured)


def bank_of(engine: Engine, draft: Draft, wishes: Wishes) -> bytes:
    """Return the bank file of a draft; raises FormatError if no bank can hold it."""
    return engine.registry.formats["yaml"].written(replace(draft.quiz, locale=wishes.locale))[0]


def why_nothing(draft: Draft) -> Nothing | None:
    """Return why a draft has no question; None if it has one."""
    if draft.quiz.questions:
        return None
    if draft.left_out:
        return Nothing.IN_TIME
    return Nothing.FITS if draft.selection.verdicts else Nothing.FOUND


def make(engine: Engine, article: Article, wishes: Wishes) -> Made:
    """Make the bank of an article, and count what was asked and refused."""
    draft = drafted(engine, article, wishes)
    try:
        bank = bank_of(engine, draft, wishes) if draft.quiz.questions and not wishes.as_rows else b""
    except QuizEngineError as fault:
        return Made(fault=str(fault))
    counts: Counter[Counted] = Counter()
    examples: dict[Counted, str] = {}
    for counted, reason in _counted(draft, engine):
        counts[counted] += 1
        if reason:
            examples[counted] = min(reason, examples.get(counted, reason))
    rows = tuple(question_rows(draft)) if wishes.as_rows else ()
    return Made(bank, len(draft.quiz.questions), why_nothing(draft), counts=counts, examples=examples, rows=rows)


def _counted(draft: Draft, engine: Engine) -> Iterator[tuple[Counted, str]]:
    """All that is counted of a draft, each with a reason in words, which may be empty."""
    for question in draft.quiz.questions:
        yield Counted(Kind.QUESTION, generator_of(question), rule_of(question).partition("/")[2]), ""
        yield Counted(Kind.TYPE, name=question.type), ""
    for verdict in draft.selection.verdicts:
        if not verdict.taken:
            yield Counted(Kind.NOT_CHOSEN, generator_of(verdict.question)), ""
    for refusal in draft.refusals:
        yield _reason_of(refusal, engine)
    for finding in draft.findings:
        if finding.plugin:
            yield Counted(Kind.PLUGIN_FAULT, finding.plugin), finding.message
    if draft.left_out:
        yield Counted(Kind.INCOMPLETE), ""


def _reason_of(refusal: Refusal, engine: Engine) -> tuple[Counted, str]:
    """The kind of a refusal, and its reason: for a question that broke a check, the reason for that check."""
    check = engine.registry.checks.get(refusal.reason.partition(":")[0])
    if check is not None:
        return Counted(Kind.REFUSAL, refusal.generator, f"check {check.name}"), check.why
    return Counted(Kind.REFUSAL, refusal.generator, refusal.rule), refusal.reason
