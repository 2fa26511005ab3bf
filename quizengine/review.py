"""Questions held against checks: those that pass are kept, the others come with what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizengine.article import Article
from quizengine.errors import PLUGIN_FAULTS, in_words
from quizengine.questions import Question
from quizengine.records import Check, Finding


@dataclass(frozen=True)
class Review:
    """What came of one question: the errors that keep it out of a quiz, and the warnings for its author."""

    question: Question
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...] = ()
    """Checks that raised, and so said nothing about the question."""

    @property
    def passes(self) -> bool:
        """Whether no check found an error."""
        return not any(finding.level == "error" for finding in self.findings)


def review(question: Question, checks: Iterable[Check], article: Article | None = None) -> Review:
    """Hold one question against every check; a check that raises is named, and the others go on."""
    findings: list[Finding] = []
    faults: list[Finding] = []
    for check in checks:
        try:
            findings += [
                Finding(f"{check.name}: {words}", level=check.level) for words in check.look(question, article)
            ]
        except PLUGIN_FAULTS as fault:
            faults.append(Finding(f"check {check.name}: {in_words(fault)}; what it looks for was not checked"))
    return Review(question, tuple(findings), tuple(faults))
