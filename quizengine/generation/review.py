"""Applies checks to questions: those without an error pass, the others come with their findings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from quizengine.errors import PLUGIN_FAULTS, error_message
from quizengine.extensions.records import Check, Finding, Refusal
from quizengine.quiz.questions import Question, generator_of, plain_question, rule_of
from quizengine.text.article import Article

MOST_FINDINGS = 10
"""The limit of findings of one check about one question; a hostile bank could cause thousands."""


@dataclass(frozen=True)
class Review:
    """The findings about one question: errors that keep it out of a quiz, and warnings and notes for its author."""

    question: Question
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...] = ()
    """Checks that raised an exception and so say nothing about the question."""

    @property
    def passes(self) -> bool:
        """True if no check found an error."""
        return not any(finding.level == "error" for finding in self.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that its author should look at, although they do not keep the question out."""
        return tuple(finding for finding in self.findings if finding.level == "warning")

    def refusal(self, article: Article) -> Refusal:
        """Return why the question is kept out, at its evidence."""
        question = self.question
        evidence = question.evidence
        holds = evidence is not None and evidence.holds_in(article)
        span = article.span(evidence.start, evidence.end) if evidence and holds else article.span(0, 0)
        rule = rule_of(question) or question.type
        reasons = "; ".join(f"{f.check}: {f.message}" for f in self.findings if f.level == "error")
        return Refusal(span, rule, f"{reasons} (stem: {question.stem})", generator=generator_of(question))


def review(question: Question, checks: Iterable[Check], article: Article | None = None) -> Review:
    """Apply every check to one question; a check that raises is reported, and the others continue."""
    words = plain_question(question)
    findings: list[Finding] = []
    faults: list[Finding] = []
    for check in checks:
        collect_findings(check, partial(check.look, words, article), findings, faults)
    return Review(question, tuple(findings), tuple(faults))


def collect_findings(
    check: Check, look: Callable[[], Iterable[str]], findings: list[Finding], faults: list[Finding]
) -> None:
    """Add what a check finds to the findings, MOST_FINDINGS at most, and what it raises to the faults."""
    try:
        found = list(islice(look(), MOST_FINDINGS + 1))
    except PLUGIN_FAULTS as fault:
        faults.append(raised_finding(check, fault))
        return
    findings += [Finding(words, level=check.level, check=check.name) for words in found[:MOST_FINDINGS]]
    if len(found) > MOST_FINDINGS:
        findings.append(overflow_finding(check))


def raised_finding(check: Check, fault: BaseException) -> Finding:
    """The finding that says that a check raised."""
    return Finding(f"check {check.name}: {error_message(fault)}; what it looks for was not checked", plugin=check.name)


def overflow_finding(check: Check) -> Finding:
    """Return the finding that stands for all further ones of a check."""
    return Finding(f"and more of the same kind; {MOST_FINDINGS} are listed", level=check.level, check=check.name)
