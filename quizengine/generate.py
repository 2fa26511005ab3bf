"""Articles and generators become questions; a generator that raises is named, and the others go on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from quizengine.article import Article
from quizengine.errors import PLUGIN_FAULTS, PluginError, in_words
from quizengine.facts import Fact, Facts
from quizengine.questions import Origin, Question
from quizengine.records import Finding, Generator, Refusal

Kind = TypeVar("Kind")

_MOST_EVIDENCE = 10_000
"""Characters of the article: in more nobody finds what proves a key, and a bank of such questions would be huge."""


@dataclass(frozen=True)
class Found:
    """What one generator found in one article."""

    generator: Generator
    facts: Facts
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True)
class Generation:
    """What came of one article: for each fact the ways to ask about it, what was refused, and faults of plugins."""

    asked: tuple[tuple[Question, ...], ...]
    refusals: tuple[Refusal, ...]
    findings: tuple[Finding, ...]


def find_facts(article: Article, generators: Iterable[Generator]) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The facts that each generator finds in the article, and a finding for each generator that raised."""
    found: list[Found] = []
    findings: list[Finding] = []
    for generator in generators:
        try:
            facts, refusals = _sorted_out(generator.find(article), Fact)
        except PLUGIN_FAULTS as fault:
            findings.append(_blame(generator, "find", fault))
        else:
            found.append(Found(generator, Facts(facts), refusals))
    return tuple(found), tuple(findings)


def generate(article: Article, generators: Iterable[Generator], seed: int = 0) -> Generation:
    """Ask about everything that the generators find.

    Each question depends on the article, the seed, its generator and the place of its fact alone, so a plugin more or
    less leaves the questions of the others as they were.
    """
    found, findings = find_facts(article, generators)
    faults = list(findings)
    asked: list[tuple[Question, ...]] = []
    refusals: list[Refusal] = []
    for one in found:
        refusals += one.refusals
        try:
            for number, fact in enumerate(one.facts):
                rng = Random(f"{seed}/{one.generator.name}/{number}")
                questions, refused = _sorted_out(one.generator.ask(fact, one.facts, rng), Question)
                signed = [_signed(question, one.generator, fact) for question in questions]
                asked.append(tuple(question for question in signed if not _rests_on_too_much(question)))
                refusals += refused
                refusals += [_too_much(question, article) for question in signed if _rests_on_too_much(question)]
        except PLUGIN_FAULTS as fault:
            faults.append(_blame(one.generator, "ask", fault))
    return Generation(tuple(asked), tuple(refusals), tuple(faults))


def _sorted_out(results: Iterable[object], kind: type[Kind]) -> tuple[tuple[Kind, ...], tuple[Refusal, ...]]:
    """The results parted into those of the kind expected and refusals; raises PluginError for anything else."""
    wanted: list[Kind] = []
    refusals: list[Refusal] = []
    for result in results:
        if isinstance(result, kind):
            wanted.append(result)
        elif isinstance(result, Refusal):
            refusals.append(result)
        else:
            raise PluginError(f"found {type(result).__name__}, expected {kind.__name__} or Refusal")
    return tuple(wanted), tuple(refusals)


def _signed(question: Question, generator: Generator, fact: Fact) -> Question:
    """The question with its origin: where the generator gave none, its name and the kind of fact.

    It is laid out once, so that a question type that cannot do so is blamed here and not on a student's page.
    """
    question.parts(Random(0))
    question.grade({})
    return question if question.origin else replace(question, origin=Origin(generator.name, fact.kind))


def _rests_on_too_much(question: Question) -> bool:
    return question.evidence is not None and len(question.evidence.quote) > _MOST_EVIDENCE


def _too_much(question: Question, article: Article) -> Refusal:
    """Why a question is not asked that only pages of the article prove."""
    evidence = question.evidence
    holds = evidence is not None and evidence.holds_in(article)
    span = article.span(evidence.start, evidence.start + _MOST_EVIDENCE) if evidence and holds else article.span(0, 0)
    rule = f"{question.origin.generator}/{question.origin.rule}" if question.origin else question.type
    return Refusal(span, rule, f"it rests on more than {_MOST_EVIDENCE:,} characters of the article")


def _blame(generator: Generator, function: str, fault: BaseException) -> Finding:
    return Finding(f"generator {generator.name}, {function}: {in_words(fault)}; its other questions are left out")
