"""Questions held against checks: those that pass are kept, the others come with what is wrong."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from quizengine.errors import PLUGIN_FAULTS, error_message
from quizengine.extensions.records import Check, Finding, Refusal
from quizengine.quiz.questions import Question, generator_of, plain_question, rule_of
from quizengine.text.article import Article

MOST_FINDINGS = 10
"""Of one check about one question; nobody reads more, and a hostile bank could make thousands."""


@dataclass(frozen=True)
class Review:
    """What came of one question: the errors that keep it out of a quiz, warnings and notes for its author."""

    question: Question
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...] = ()
    """Checks that raised, and so said nothing about the question."""

    @property
    def passes(self) -> bool:
        """True if no check found an error."""
        return not any(finding.level == "error" for finding in self.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What its author should look at, though it keeps the question out of nothing."""
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
    """Hold the words of one question against every check; a check that raises is named, and the others go on."""
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
    """The finding that stands for all those of a check that are not told one by one."""
    return Finding(f"and more of the same kind; {MOST_FINDINGS} are listed", level=check.level, check=check.name)
