"""The questions of a file while it is read: the good ones, and what is wrong with the others, each with its line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from quizengine.errors import FormatError, QuestionError
from quizengine.extensions.records import Finding, Reading
from quizengine.formats.encodings.xml_tree import Node
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz

ReadItem = Callable[[Node], tuple[Question, tuple[str, ...]]]
"""From an item its question, and remarks on what of it was left out; raises FormatError or QuestionError."""


@dataclass
class Collected:
    """What came of the items of one file so far."""

    name: str
    """The file's name, for messages."""
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    """The line in which each question begins, by its id."""

    def add(self, items: Iterable[Node], path: str, read: ReadItem) -> None:
        """Read the items of a file; `path` is its place in the package, empty for a file on its own."""
        for number, item in enumerate(items, 1):
            place = f"{path}: item {number}" if path else f"item {number}"
            try:
                question, remarks = read(item)
            except (QuestionError, FormatError) as fault:
                self.findings.append(Finding(str(fault), self.name, item.line, path=place))
                continue
            self.findings += [Finding(one, self.name, item.line, path=place, level="note") for one in remarks]
            if question.id in self.first:
                words = f"found the same question a second time (first in line {self.first[question.id]})"
                self.findings.append(Finding(words, self.name, item.line, path=place))
            else:
                self.first[question.id] = item.line
                self.questions.append(question)

    def reading(self, quiz: Callable[[tuple[Question, ...]], Quiz], expected: str) -> Reading:
        """All that was read, in a quiz; raises FormatError where there was nothing to read."""
        if not self.questions and not self.findings:
            raise FormatError(f"{self.name}: found no question, expected {expected}")
        return Reading(quiz(tuple(self.questions)), tuple(self.findings), dict(self.first))
