"""Questions that a reader has found in a file: the good ones as a quiz, the others as findings with their line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from quizengine.errors import BankError, QuestionError
from quizengine.extensions.records import Finding, Level, Reading
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz

MOST_BYTES = 50_000_000
MOST_QUESTIONS = 20_000
_SHOWN = 40
"""Characters of feedback that are quoted in a finding."""
_FEW = 3
_NAMES = "read without the names"


class UnreadError(Exception):
    """A question of a file cannot be read; the message is for whoever made the file."""


Note = Callable[[str], None]
"""Takes a note of what a question was read without."""


@dataclass
class Questions:
    """The questions of one file while it is read."""

    name: str
    """The file's name, for messages."""
    found: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, line: int, make: Callable[[], Question | Iterable[Question]]) -> None:
        """Take what a function makes of the lines from here on, or a finding where it raises."""
        try:
            made = make()
            for question in (made,) if isinstance(made, Question) else made:
                self._take(line, question)
        except (UnreadError, QuestionError) as fault:
            self.fault(line, f"the question is left out: {fault}")

    def fault(self, line: int, message: str, level: Level = "error") -> None:
        """Report something about a line."""
        self.findings.append(Finding(message, self.name, line, level=level))

    def note(self, line: int, message: str) -> None:
        """Report that a question was read without something."""
        self.fault(line, message, "warning")

    def note_once(self, line: int, message: str) -> None:
        """Report something that many questions of a file are read without, at the first of them."""
        if not any(finding.message == message for finding in self.findings):
            self.note(line, message)

    def note_name(self, line: int, name: str, stem: str) -> None:
        """Report that names of questions are not kept, if this one is not in the stem anyway."""
        told = any(finding.message.startswith(_NAMES) for finding in self.findings)
        if not told and _letters(name) not in _letters(stem):
            self.fault(line, f"{_NAMES} of questions, such as “{' '.join(name.split())[:_SHOWN]}”", "note")

    def reading(self, title: str = "", description: str = "", media: Mapping[str, bytes] | None = None) -> Reading:
        """Return what was read, with the findings in the order of the lines, and the files that questions show."""
        ordered = sorted(self.findings, key=lambda finding: finding.line)
        shown = {medium.file for question in self.found for medium in question.media} if media else ()
        files = {file: data for file, data in (media or {}).items() if file in shown}
        return Reading(Quiz(title, tuple(self.found), description=description), tuple(ordered), self.lines, files)

    def _take(self, line: int, question: Question) -> None:
        if len(self.found) >= MOST_QUESTIONS:
            raise BankError(f"{self.name}: found more than {MOST_QUESTIONS:,} questions; split the file")
        if question.id in self.lines and question.id != question.content_id:
            question = replace(question, id="")
        if question.id in self.lines:
            first = self.lines[question.id]
            self.fault(
                line, f"the question is left out: it asks the same, with the same answers, as that in line {first}"
            )
            return
        self.lines[question.id] = line
        self.found.append(question)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def without_feedback(*said: str) -> str:
    """Return the note on feedback that a question has no place for, with its first words; empty if nothing is said."""
    kept = [words for words in (" ".join(text.split()) for text in said) if words]
    shown = ", ".join(f"“{words[:_SHOWN]}{'…' * (len(words) > _SHOWN)}”" for words in kept[:_FEW])
    more = f" and {len(kept) - _FEW} more" if len(kept) > _FEW else ""
    return f"read without the feedback on single answers: {shown}{more}" if kept else ""


def question_text(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8 with plain line ends; raises BankError for anything else."""
    if len(data) > MOST_BYTES:
        raise BankError(f"{name}: found {len(data):,} bytes, expected at most {MOST_BYTES:,}; split the file")
    try:
        encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
        text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        words = f"found the byte 0x{data[fault.start]:02x}, which is not UTF-8; save the file as UTF-8"
        raise BankError(str(Finding(words, name, line))) from None
    if "\0" in text:
        words = "found a character that no text holds (U+0000); is this a text file?"
        raise BankError(str(Finding(words, name, text[: text.index("\0")].count("\n") + 1)))
    if not text.strip():
        raise BankError(f"{name}: found an empty file, expected questions")
    return text


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Return the lines of a text, each with its number from 1."""
    return enumerate(text.split("\n"), 1)
