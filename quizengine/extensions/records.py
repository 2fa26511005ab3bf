"""The records that plugins provide (Generator, Format, Check) and the results that people get (Refusal, Finding)."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from quizengine.errors import PLUGIN_FAULTS, FailedFormatError, FormatError, QuizEngineError, error_message
from quizengine.extensions.losses import Loss
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.text.article import Article, Span
from quizengine.text.facts import Fact

QuestionTypes = Mapping[str, type[Question]]
"""Question classes by the `type:` that a bank file gives them."""

Level = Literal["error", "warning", "note"]
"""The weight of a finding: an error keeps a question out, a warning is for its author to judge, a note may help."""


_BESIDE_SHEETS = ("-key", "-large")
"""The endings of the names of formats that are a sheet of another format: the key of `html` is `html-key`."""


@dataclass(frozen=True)
class Refusal:
    """Something that a generator found but did not ask, with the reason; shown by `--explain`."""

    span: Span
    rule: str
    reason: str
    others: tuple[Span, ...] = ()
    """Other spans of the article that the reason rests on."""
    offer: Question | None = None
    """A question that only a teacher may add; it never gets into a quiz by itself."""
    generator: str = ""
    """The name of the generator that refused; the engine fills it in."""


@dataclass(frozen=True)
class Finding:
    """A fault in content or in a plugin, as a value with its place; str() is one line for a person."""

    message: str
    """The message: what was found, what was expected, what to do."""
    file: str = ""
    line: int = 0
    """Counted from 1; 0 if there is none. So is the column."""
    column: int = 0
    path: str = ""
    """The place among the file's values: `questions[3].answer`."""
    level: Level = "error"
    check: str = ""
    """The name of the check that found it, if a check did."""
    plugin: str = ""
    """The name of the plugin, generator or check that is at fault, if one is; the message is then for developers."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return ": ".join(part for part in (place, self.path, self.check, self.message) if part)


@dataclass(frozen=True)
class Generator:
    """Finds facts in an article and asks questions about them; both functions are pure.

    `find(article)` yields facts in order; `ask(fact, others, rng)` yields the ways to ask about one of them, given all
    facts of this generator in the article. Both may yield a Refusal for something that is not certain enough.
    """

    name: str
    find: Callable[[Article], Iterable[Fact | Refusal]]
    ask: Callable[[Fact, Sequence[Fact], Random], Iterable[Question | Refusal]]
    summary: str = ""
    by_default: bool = True
    """True if it is on by default; otherwise it has to be named (`--only`)."""
    options: Any = None
    """A pydantic model of its options with a default for each; its functions then get one as `options=`."""
    chosen: Any = None
    """The options that the folder sets, filled in when the plugin is loaded; None without options."""


@dataclass(frozen=True)
class Reading:
    """The result of reading a bank file: the quiz of its valid questions, and the faults of the others."""

    quiz: Quiz
    findings: tuple[Finding, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line where each question begins, by its id; empty for a format without lines."""
    media: Mapping[str, bytes] = field(default_factory=dict)
    """The images and recordings that came in the file, by the reference that the questions have: media/cell.png."""


MediaSource = Callable[[str], bytes | None]
"""Gives the bytes of an image or a recording, by the path that a text has for it; None where there is no such file."""


@dataclass(frozen=True)
class Format:
    """Writes a quiz as the bytes of a file, reads one back, or both; `losses` says what writing would leave out."""

    name: str
    suffix: str
    """The file ending, with the dot."""
    write: Callable[[Quiz], bytes] | None = None
    read: Callable[[bytes, str, QuestionTypes], Reading] | None = None
    """Reads a quiz from the bytes, the file's name for messages, and the question types on offer."""
    losses: Callable[[Quiz], Iterable[Loss]] = lambda quiz: ()
    summary: str = ""
    also_read: tuple[str, ...] = ()
    """Other endings that files of this format have, with the dot."""
    recognises: Callable[[bytes], bool] = lambda data: True
    """Tells whether the bytes look like this format, where several formats share an ending; it must be quick."""
    embed: Callable[[Quiz, MediaSource], bytes] | None = None
    """Like `write`, with the files of images and recordings inside, for a format that can hold them."""

    for_students: bool = False
    """True if a file holds no keys, and may be given to students."""
    options: Any = None
    """A pydantic model of its options with a default for each; its functions then get one as `options=`."""
    chosen: Any = None
    """The options that the folder sets, filled in when the plugin is loaded; None without options."""

    @property
    def ending(self) -> str:
        """The ending of a quiz's file after the name of the quiz: .pdf, or -key.pdf for a key beside its sheet."""
        beside = next((each for each in _BESIDE_SHEETS if self.name.endswith(each)), "")
        return f"{beside}{self.suffix}"

    def lost(self, quiz: Quiz) -> tuple[Loss, ...]:
        """Return what writing a quiz would lose; raises FormatError when the format fails or only reads."""
        if self.write is None:
            raise FormatError(f"format {self.name} only reads, expected one that writes")
        try:
            losses = tuple(self.losses(quiz))
        except QuizEngineError:
            raise
        except PLUGIN_FAULTS as fault:
            raise FailedFormatError(f"format {self.name}: {error_message(fault)}") from None
        if wrong := next((loss for loss in losses if not isinstance(loss, Loss)), None):
            raise FailedFormatError(f"format {self.name}: found the loss {wrong!r}, expected a Loss(…)")
        return losses

    def written(self, quiz: Quiz, media: MediaSource | None = None) -> tuple[bytes, tuple[Loss, ...]]:
        """Return the bytes of a quiz, and what they leave out; raises FormatError when the format fails.

        Without `media`, images and recordings are the words that describe them, also in a format that could hold them.
        """
        losses = self.lost(quiz)
        if self.embed and media is None and any(question.media for question in quiz.questions):
            losses += (Loss("images and recordings", "the words that describe them take their place"),)
        try:
            data = self._data(quiz, media)
        except QuizEngineError:
            raise
        except PLUGIN_FAULTS as fault:
            raise FailedFormatError(f"format {self.name}: {error_message(fault)}") from None
        if not isinstance(data, bytes):
            raise FailedFormatError(f"format {self.name}: found {type(data).__name__}, expected bytes")
        return data, losses

    def _data(self, quiz: Quiz, media: MediaSource | None) -> bytes:
        if self.embed and media:
            return self.embed(quiz, media)
        return self.write(quiz) if self.write else b""

    def reading(self, data: bytes, name: str, types: QuestionTypes) -> Reading:
        """Return the result of reading a file; raises FormatError or BankError if nothing of it can be read."""
        if self.read is None:
            raise FormatError(f"format {self.name} only writes, expected one that reads")
        try:
            found = self.read(data, name, types)
        except QuizEngineError:
            raise
        except PLUGIN_FAULTS as fault:
            raise FailedFormatError(f"{name}: format {self.name}: {error_message(fault)}") from None
        if not isinstance(found, Reading):
            raise FailedFormatError(f"{name}: format {self.name}: found {type(found).__name__}, expected a Reading(…)")
        return found


@dataclass(frozen=True)
class Check:
    """An item-writing rule: `look(question, article)` yields faults, in words for the author.

    A rule about two questions of one quiz also has `between(one, other)`, called with the earlier question first;
    `Check.of_pairs` makes a rule that only does this. It is called with every pair, unless the rule also has `shows`
    and `hides`: then only with pairs in which one question shows a term that the other hides. This keeps checking quick
    for a bank of thousands of questions.
    """

    name: str
    look: Callable[[Question, Article | None], Iterable[str]]
    why: str
    """The reason why the rule matters."""
    level: Level = "error"
    """An error keeps a question out of every generated quiz; a warning is for the author to judge, a note may help."""
    authority: str = ""
    """The publication that the rule comes from."""
    hit: str = ""
    """A question that breaks the rule, as a bank file writes it; for pairs a list of two."""
    miss: str = ""
    """A similar question that keeps the rule."""
    between: Callable[[Question, Question], Iterable[str]] | None = None
    same_words: bool = False
    """True if `between` finds nothing in questions that rest on different words of their article, or on none.

    Then a quiz can be put together without comparing each question with all others.
    """
    shows: Callable[[Question], Iterable[Hashable]] | None = None
    """The terms that a question shows to students, such as the words of its stem."""
    hides: Callable[[Question], Iterable[Hashable]] | None = None
    """The terms that no other question should show, such as one word of each key."""
    options: Any = None
    """A pydantic model of its options with a default for each; its functions then get one as `options=`."""
    chosen: Any = None
    """The options that the folder sets, filled in when the plugin is loaded; None without options."""

    @classmethod
    def of_pairs(
        cls, name: str, between: Callable[[Question, Question], Iterable[str]], why: str, **more: Any
    ) -> "Check":
        """Return a rule that compares pairs of questions and says nothing about a single question."""
        return cls(name, _nothing, why, between=between, **more)


def _nothing(question: Question, article: Article | None) -> Iterable[str]:
    return ()
