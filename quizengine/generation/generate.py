"""Turns articles into questions with the help of generators; one that raises is reported, and the others continue."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Generic, TypeVar

from quizengine.errors import PLUGIN_FAULTS, OutOfTime, PluginError, error_message
from quizengine.extensions.records import Finding, Generator, Refusal
from quizengine.plurals import with_number
from quizengine.quiz.questions import Origin, Question, rule_of
from quizengine.text.article import Article
from quizengine.text.facts import Fact, Facts

Kind = TypeVar("Kind")

_MOST_EVIDENCE = 10_000
"""Characters of the article: nobody can find the proof in more, and a bank of such questions would be huge."""


@dataclass(frozen=True)
class Found:
    """The facts that one generator found in one article."""

    generator: Generator
    facts: Facts
    refusals: tuple[Refusal, ...]
    stopped: bool = False
    """True if the time was up before it had found everything."""


@dataclass(frozen=True)
class Generation:
    """The result for one article: for each fact the ways to ask about it, refusals, and faults of plugins."""

    asked: tuple[tuple[Question, ...], ...]
    refusals: tuple[Refusal, ...]
    findings: tuple[Finding, ...]
    unfinished: tuple[str, ...] = ()
    """The progress of each generator that ran out of time, in words."""

    @property
    def failed(self) -> tuple[str, ...]:
        """The generators that raised."""
        return tuple(dict.fromkeys(finding.plugin for finding in self.findings))

    def with_those_of(self, *others: "Generation") -> "Generation":
        """Return all of them as one, in order."""
        every = (self, *others)
        return Generation(
            tuple(ways for one in every for ways in one.asked),
            tuple(refusal for one in every for refusal in one.refusals),
            tuple(finding for one in every for finding in one.findings),
            tuple(words for one in every for words in one.unfinished),
        )


def find_facts(article: Article, generators: Iterable[Generator]) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The facts that each generator finds in the article, and a finding for each generator that raised."""
    found: list[Found] = []
    findings: list[Finding] = []
    for generator in generators:
        results: _Results[Fact] = _Results(Fact)
        stopped = False
        try:
            results.take(generator.find(article))
        except OutOfTime:
            stopped = True
        except PLUGIN_FAULTS as fault:
            findings.append(_blame(generator, "find", fault))
            continue
        found.append(Found(generator, Facts(results.wanted), tuple(results.refusals), stopped))
    return tuple(found), tuple(findings)


def generate(article: Article, generators: Iterable[Generator], seed: int = 0) -> Generation:
    """Ask about everything that the generators find.

    Each question depends only on the article, the seed, its generator and the place of its fact, so other plugins do
    not change it.
    """
    found, findings = find_facts(article, generators)
    return Generation((), (), findings).with_those_of(*(ask_about(article, one, seed) for one in found))


def ask_about(article: Article, found: Found, seed: int = 0) -> Generation:
    """Ask about everything that one generator found; if OutOfTime is raised, the questions so far are kept."""
    name = found.generator.name
    asked: list[tuple[Question, ...]] = []
    refusals = list(found.refusals)
    unfinished = [f"{name} had found {with_number(len(found.facts), 'fact')}"] if found.stopped else []
    faults: list[Finding] = []
    try:
        for number, fact in enumerate(found.facts):
            rng = Random(f"{seed}/{name}/{number}")
            results: _Results[Question] = _Results(Question)
            results.take(found.generator.ask(fact, found.facts, rng))
            signed = [_signed(question, found.generator, fact) for question in results.wanted]
            asked.append(tuple(question for question in signed if not _rests_on_too_much(question)))
            refusals += results.refusals
            refusals += [_too_much(question, article) for question in signed if _rests_on_too_much(question)]
    except OutOfTime:
        unfinished.append(f"{name} had asked about {len(asked)} of {with_number(len(found.facts), 'fact')}")
    except PLUGIN_FAULTS as fault:
        faults.append(_blame(found.generator, "ask", fault))
    named = tuple(replace(refusal, generator=name) for refusal in refusals)
    return Generation(tuple(asked), named, tuple(faults), tuple(unfinished))


class _Results(Generic[Kind]):
    """The results of a generator, divided into those of the expected kind and refusals."""

    def __init__(self, kind: type[Kind]) -> None:
        self._kind = kind
        self.wanted: list[Kind] = []
        self.refusals: list[Refusal] = []

    def take(self, results: Iterable[object]) -> None:
        """Add results; raises PluginError for anything that is neither."""
        for result in results:
            if isinstance(result, self._kind):
                self.wanted.append(result)
            elif isinstance(result, Refusal):
                self.refusals.append(result)
            else:
                raise PluginError(f"found {type(result).__name__}, expected {self._kind.__name__} or Refusal")


def _signed(question: Question, generator: Generator, fact: Fact) -> Question:
    """Return the question with its origin; the default is the generator's name and the kind of fact.

    It is laid out once, so that a question type that cannot do so is blamed here and not on a student's page.
    """
    question.parts(Random(0))
    question.grade({})
    return question if question.origin else replace(question, origin=Origin(generator.name, fact.kind))


def _rests_on_too_much(question: Question) -> bool:
    return question.evidence is not None and len(question.evidence.quote) > _MOST_EVIDENCE


def _too_much(question: Question, article: Article) -> Refusal:
    """Return why a question is not asked that only pages of the article prove."""
    evidence = question.evidence
    holds = evidence is not None and evidence.holds_in(article)
    span = article.span(evidence.start, evidence.start + _MOST_EVIDENCE) if evidence and holds else article.span(0, 0)
    rule = rule_of(question) or question.type
    return Refusal(span, rule, f"it rests on more than {_MOST_EVIDENCE:,} characters of the article")


def _blame(generator: Generator, function: str, fault: BaseException) -> Finding:
    words = f"generator {generator.name}, {function}: {error_message(fault)}; its other questions are left out"
    return Finding(words, plugin=generator.name)
