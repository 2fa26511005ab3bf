"""Questions held against checks: those that pass are kept, the others come with what is wrong."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from quizengine.article import Article
from quizengine.errors import PLUGIN_FAULTS, in_words
from quizengine.questions import Question
from quizengine.records import Check, Finding, Refusal


@dataclass(frozen=True)
class Review:
    """What came of one question: the errors that keep it out of a quiz, warnings and notes for its author."""

    question: Question
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...] = ()
    """Checks that raised, and so said nothing about the question."""

    @property
    def passes(self) -> bool:
        """Whether no check found an error."""
        return not any(finding.level == "error" for finding in self.findings)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What its author should look at, though it keeps the question out of nothing."""
        return tuple(finding for finding in self.findings if finding.level == "warning")

    def refusal(self, article: Article) -> Refusal:
        """Why the question is kept out, at its evidence."""
        question = self.question
        evidence, origin = question.evidence, question.origin
        holds = evidence is not None and evidence.holds_in(article)
        span = article.span(evidence.start, evidence.end) if evidence and holds else article.span(0, 0)
        rule = f"{origin.generator}/{origin.rule}" if origin else question.type
        reasons = "; ".join(f"{f.check}: {f.message}" for f in self.findings if f.level == "error")
        return Refusal(span, rule, f"{reasons} (stem: {question.stem})")


def review(question: Question, checks: Iterable[Check], article: Article | None = None) -> Review:
    """Hold one question against every check; a check that raises is named, and the others go on."""
    findings: list[Finding] = []
    faults: list[Finding] = []
    for check in checks:
        _take(check, partial(check.look, question, article), findings, faults)
    return Review(question, tuple(findings), tuple(faults))


@dataclass
class Pairs:
    """Pairs of questions held against the rules about pairs; each pair is looked at once, and remembered."""

    checks: Sequence[Check]
    faults: list[Finding] = field(default_factory=list)
    """Checks that raised."""
    _seen: dict[tuple[str, str], tuple[Finding, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, checks: Iterable[Check]) -> "Pairs":
        """The pairs with those of the checks that look at pairs."""
        return cls([check for check in checks if check.between])

    def between(self, one: Question, other: Question) -> tuple[Finding, ...]:
        """What is wrong with the two in one quiz."""
        key = (one.id, other.id)
        if key not in self._seen:
            findings: list[Finding] = []
            for check in self.checks:
                if check.between:
                    _take(check, partial(check.between, one, other), findings, self.faults)
            self._seen[key] = tuple(findings)
        return self._seen[key]


def review_pairs(
    questions: Iterable[Question], checks: Iterable[Check]
) -> tuple[tuple[tuple[Question, Finding], ...], tuple[Finding, ...]]:
    """What is wrong between the questions of one quiz, each finding with the later question; and checks that raised."""
    pairs = Pairs.of(checks)
    if not pairs.checks:
        return (), ()
    found = [(other, f) for one, other in combinations(questions, 2) for f in pairs.between(one, other)]
    return tuple(found), tuple(dict.fromkeys(pairs.faults))


def _take(check: Check, look: Callable[[], Iterable[str]], findings: list[Finding], faults: list[Finding]) -> None:
    try:
        findings += [Finding(words, level=check.level, check=check.name) for words in look()]
    except PLUGIN_FAULTS as fault:
        faults.append(Finding(f"check {check.name}: {in_words(fault)}; what it looks for was not checked"))
