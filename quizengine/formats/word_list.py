"""Word lists, read: numbered questions with options a), b), c) under them, the right one marked with a star or in bold.

    1. Which river flows through Hamburg?
    a) the Rhine
    *b) the Elbe

Numbers and letters may be typed, or come from Word's own lists. A line `Answer: b` marks the key, too; without options,
`Answer: Elbe` is what has to be typed, and `Model answer: …` makes an open question.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from typing import Any

from quizengine.errors import FormatError
from quizengine.extensions.records import Format, QuestionTypes, Reading
from quizengine.formats.content.read_answers import distinct_answers
from quizengine.formats.content.read_questions import Questions, UnreadError
from quizengine.formats.encodings.packages import Package
from quizengine.quiz.questions import Question
from quizengine.quiz.types import ChoiceQuestion, OpenQuestion, ShortTextQuestion, TrueFalseQuestion

_ASKED = re.compile(r"(?P<number>\d{1,4})[.)]\s+(?P<text>\S.*)")
_OPTION = re.compile(r"(?P<before>\*?)\s*(?P<letter>[a-zA-Z])[.)]\s*(?P<after>\*?)\s*(?P<text>\S.*)")
_INLINE = re.compile(r"\s+(?=\*?[a-hA-H]\)\s)")
_KEY = re.compile(r"(?:answer|key|correct(?: answer)?)\s*[:=]\s*(?P<key>\S.*)", re.IGNORECASE)
_MODEL = re.compile(r"(?:model|sample|example) answer\s*[:=]\s*(?P<model>\S.*)", re.IGNORECASE)
_TEXT = "word/document.xml"
_MOST_TAGS = 300_000
"""The number that 1,000 pages have."""
_BOLD = "\ue000"


@dataclass
class _Asked:
    """A question while its lines are read."""

    line: int
    stem: str
    options: list[tuple[str, bool]] = field(default_factory=list)
    """Each with whether it is marked as right."""
    key: str = ""
    model: str = ""


def _read(data: bytes, name: str, types: QuestionTypes) -> Reading:
    found = Questions(name)
    asked: list[_Asked] = []
    for number, line in enumerate(_lines_of(data, name), 1):
        _take(number, line, asked, found)
    if not asked:
        raise FormatError(f"{name}: found no question, expected numbered ones: 1. Which …? a) … *b) …")
    for one in asked:
        found.add(one.line, partial(_question, one))
    return found.reading()


def _take(number: int, line: str, asked: list[_Asked], found: Questions) -> None:
    """Take one line: a new question, an option, the key or the model answer of the last one, or more words of it."""
    plain = line.replace(_BOLD, "").strip()
    if question := _ASKED.fullmatch(plain):
        stem, *options = _INLINE.split(question["text"])
        asked.append(_Asked(number, stem.strip()))
        for option in options:
            _take(number, option, asked, found)
    elif not asked:
        return  # a title, or what students are told first
    elif key := _KEY.fullmatch(plain):
        asked[-1].key = key["key"].strip()
    elif model := _MODEL.fullmatch(plain):
        asked[-1].model = model["model"].strip()
    elif asked[-1].model:
        asked[-1].model += f"\n{plain}"
    elif option := _OPTION.fullmatch(plain):
        starred = bool(option["before"] or option["after"])
        asked[-1].options.append((option["text"].strip(), starred or line.count(_BOLD) > 0))
    elif asked[-1].options:
        text, right = asked[-1].options[-1]
        asked[-1].options[-1] = (f"{text}\n{plain}", right)
    else:
        asked[-1].stem += f"\n{plain}"


def _question(one: _Asked) -> Question:
    texts = [text for text, _ in one.options]
    right = [text for text, marked in one.options if marked]
    if one.model and (texts or one.key):
        raise UnreadError("found a model answer beside options or a line “Answer: …”, expected one of them")
    if one.model:
        return OpenQuestion(stem=one.stem, answer=one.model)
    if not texts and one.key:
        accept = distinct_answers(text.strip() for text in re.split(r"[;|]", one.key) if text.strip())
        return ShortTextQuestion(stem=one.stem, answer=accept[0], accept=accept[1:])
    if not texts:
        raise UnreadError("found a question without options and without a line “Answer: …”")
    if one.key:
        right = _named(one.key, texts)
    if len(right) == len(texts) and len(texts) > 1:
        raise UnreadError("found every option marked as right, expected at least one that is wrong")
    if not right:
        raise UnreadError("found no option marked as right, expected a star before its letter: *b)")
    if {text.casefold() for text in texts} == {"true", "false"} and len(right) == 1:
        return TrueFalseQuestion(stem=one.stem, answer=right[0].casefold() == "true")
    wrong = tuple(text for text in texts if text not in right)
    return ChoiceQuestion(stem=one.stem, answer=right[0] if len(right) == 1 else tuple(right), distractors=wrong)


def _named(key: str, texts: list[str]) -> list[str]:
    """The options that a key names by their letters or their words."""
    places = {chr(ord("a") + place): text for place, text in enumerate(texts)}
    places |= {text.casefold(): text for text in texts}
    whole = key.casefold().strip().rstrip(".)")
    signs = [whole] if whole in places else [sign for sign in re.split(r"[\s,;&.)]+|\band\b", whole) if sign]
    if missing := next((sign for sign in signs if sign not in places), None):
        raise UnreadError(f"found the answer “{missing}”, expected the letter of an option")
    return [places[sign] for sign in signs]


def _lines_of(data: bytes, name: str) -> Iterator[str]:
    """The lines of a Word file; numbers and letters of its own lists are written out, and bold text is marked."""
    import mammoth

    package = Package(data, name)
    if _TEXT not in package.names():
        raise FormatError(f"{name}: found a package without a text in it, expected a Word file (.docx)")
    if package.read(_TEXT).count(b"<") > _MOST_TAGS:
        raise FormatError(f"{name}: found a Word file of more than {_MOST_TAGS:,} tags, expected less; split it")
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(lambda image: {})
        ).value
    except Exception as fault:  # mammoth raises whatever it meets in a damaged file
        reason = " ".join(str(fault).split())[:100] or type(fault).__name__
        raise FormatError(f"{name}: found a Word file that cannot be read ({reason}); save it again") from None
    reader = _Lines()
    reader.feed(html)
    reader.close()
    yield from reader.lines()


class _Lines(HTMLParser):
    """Collects lines; the items of outer lists are numbered, those of lists in lists have letters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.counts: list[int] = []
        self.questions = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Begin a line, with the number or letter that Word shows before it."""
        if tag in ("ol", "ul"):
            self.counts.append(0)
        elif tag == "li":
            self.counts[-1] += 1
            self.questions += len(self.counts) == 1
            letter = chr(ord("a") + (self.counts[-1] - 1) % 26)
            self.said.append(f"\n{self.questions}. " if len(self.counts) == 1 else f"\n{letter}) ")
        elif tag in ("p", "br", "h1", "h2", "h3", "tr"):
            self.said.append("\n")
        elif tag == "strong":
            self.said.append(_BOLD)

    def handle_endtag(self, tag: str) -> None:
        """End a list."""
        if tag in ("ol", "ul") and self.counts:
            self.counts.pop()

    def handle_data(self, data: str) -> None:
        """Take the words."""
        self.said.append(data)

    def lines(self) -> Iterator[str]:
        """The lines that are not empty."""
        joined = re.sub(r"(\n\S{1,4}[.)] )(\*?)\n+", r"\1\2", "".join(self.said))
        yield from (line.strip() for line in joined.split("\n") if line.replace(_BOLD, "").strip())


WORD_LIST = Format(
    "word-list",
    ".docx",
    read=_read,
    summary="A Word file with numbered questions and options a), b), c), the right one marked with a star.",
)
