"""What plugins hand over (Generator, Format, Check) and what people get back (Refusal, Finding)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from quizengine.article import Article, Span
from quizengine.facts import Fact
from quizengine.questions import Question
from quizengine.quiz import Quiz

QuestionTypes = Mapping[str, type[Question]]
"""Question classes by the `type:` that a bank file gives them."""


@dataclass(frozen=True)
class Refusal:
    """What a generator found and did not ask, and why: the word for `--explain`."""

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True)
class Finding:
    """A fault in content or in a plugin, as a value with its place; str() is one line for a person."""

    message: str
    """What was found, what was expected, what to do."""
    file: str = ""
    line: int = 0
    """Counted from 1; 0 where there is none. So is the column."""
    column: int = 0
    path: str = ""
    """Where inside the file's values: `questions[3].answer`."""
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return ": ".join(part for part in (place, self.path, self.message) if part)


@dataclass(frozen=True)
class Generator:
    """Finds facts in an article and asks questions about them; both functions are pure.

    `find(article)` yields facts, in order; `ask(fact, others, rng)` yields the ways to ask about one of them, given all
    facts of this generator in the article. Both may yield a Refusal instead: found, but not certain enough.
    """

    name: str
    find: Callable[[Article], Iterable[Fact | Refusal]]
    ask: Callable[[Fact, Sequence[Fact], Random], Iterable[Question | Refusal]]
    summary: str = ""


@dataclass(frozen=True)
class Reading:
    """What came of reading a bank file: the quiz of its good questions, and the faults of the others."""

    quiz: Quiz
    findings: tuple[Finding, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line where each question begins, by its id; empty for a format without lines."""


@dataclass(frozen=True)
class Format:
    """Writes a quiz as the bytes of a file, reads one back, or both; `losses` says what writing would leave out."""

    name: str
    suffix: str
    """The ending of its files, with the dot."""
    write: Callable[[Quiz], bytes] | None = None
    read: Callable[[bytes, str, QuestionTypes], Reading] | None = None
    """From the bytes, the file's name for messages, and the question types on offer."""
    losses: Callable[[Quiz], Iterable[Finding]] = lambda quiz: ()
    summary: str = ""


@dataclass(frozen=True)
class Check:
    """An item-writing rule: `look(question, article)` yields what is wrong, in words for the author."""

    name: str
    look: Callable[[Question, Article | None], Iterable[str]]
    why: str
    """Why the rule matters, with its authority."""
    level: Literal["error", "warning"] = "error"
    """An error keeps a question out of every generated quiz; a warning is for the author to judge."""
