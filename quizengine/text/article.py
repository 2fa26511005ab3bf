"""An article and its spans: a text that never changes, and views of it by character offsets.

Next: `quizengine.language`, the grammar of an article.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from quizengine.errors import ArticleError
from quizengine.plurals import with_number
from quizengine.text.documents import ARTICLE_READERS, PLAIN, ArticleReader, Document, read_document
from quizengine.text.layout import Alignment, Layout, Mark, layout_of, restore_layout

MOST_CHARACTERS = 1_000_000

Result = TypeVar("Result")
_start_of = attrgetter("start")


def cache_per_article(function: "Callable[[Article], Result]") -> "Callable[[Article], Result]":
    """Make a function of one article remember its result on that article, for as long as the article lives."""

    @wraps(function)
    def remembered(article: "Article") -> Result:
        if function not in article._derived:
            article._derived[function] = function(article)
        result: Result = article._derived[function]
        return result

    return remembered


def remember(function: "Callable[[Article], Result]", article: "Article", result: Result) -> None:
    """Let a function that `cache_per_article` wraps remember a result worked out elsewhere, as for many articles."""
    article._derived[function.__wrapped__] = result  # type: ignore[attr-defined] # `wraps` puts it there


def is_remembered(function: "Callable[[Article], Result]", article: "Article") -> bool:
    """Return whether a function that `cache_per_article` wraps knows its result on that article already."""
    return function.__wrapped__ in article._derived  # type: ignore[attr-defined] # `wraps` puts it there


def share_what_is_remembered(article: "Article", other: "Article") -> None:
    """Let an article remember what an equal one does, now and later, so that nothing is worked out for both."""
    object.__setattr__(article, "_derived", other._derived)


@dataclass(frozen=True)
class Source:
    """The file that an article was read from, if its text differs from the article's text."""

    form: str
    """The format of the file in words: "plain text", "a web page"."""
    sha256: str
    """The hash of the file's bytes, in hexadecimal."""
    text: str = field(repr=False)
    """The text as it is in the file, before any repair; of a document, the words that were taken from it."""
    alignment: Alignment = field(repr=False)
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    """Marks that the file sets on stretches of the article's text."""
    left_out: tuple[str, ...] = ()
    """The parts that were taken out of the text, a word for each time."""
    notes: tuple[str, ...] = ()
    """Notes about guesses, as clauses."""


@dataclass(frozen=True)
class Article:
    """The text that is asked about; all offsets are characters of `text`, end exclusive.

    `from_bytes` gives the text of a file as its reader sees it, and keeps the way back to the file. The constructor
    takes a text as it is.
    """

    text: str
    name: str = ""
    """The origin, for messages and bank files: a file name, or empty."""
    source: Source | None = None
    """None if the text is that of the file, or where there is no file."""
    _derived: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "", readers: Iterable[ArticleReader] = ARTICLE_READERS) -> "Article":
        """Read an article of any format that the readers know, and undo what its layout did to the text.

        Raises ArticleError for what cannot be read, holds no letter or digit, or is longer than MOST_CHARACTERS.
        """
        where = name or "the article"
        try:
            document = read_document(data, name, readers)
        except ArticleError as fault:
            raise ArticleError(f"{where}: {fault}") from None
        if len(document.text) > MOST_CHARACTERS:
            raise ArticleError(
                f"{where}: found {len(document.text):,} characters, expected at most {MOST_CHARACTERS:,}; "
                "split it into articles"
            )
        if not any(map(str.isalnum, document.text)):
            raise ArticleError(f"{where}: found no words, expected the text of an article")
        return cls._of(document, data, name)

    @classmethod
    def _of(cls, document: Document, data: bytes, name: str) -> "Article":
        done = restore_layout(document.text, document.marks, lines=document.lines)
        if document.form == PLAIN and done.text == document.text and not document.notes:
            return cls(done.text, name)
        return cls(
            done.text,
            name,
            Source(
                document.form,
                hashlib.sha256(data).hexdigest(),
                document.text,
                done.alignment,
                done.marks,
                done.left_out,
                document.notes,
            ),
        )

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, in hexadecimal: that of the file where the text is the file's own."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def title(self) -> "Span | None":
        """The title line, if there is one; not part of the body."""
        return _title(self)

    @property
    def kicker(self) -> "Span | None":
        """The topic label under the title ("North Korea"), if there is one; not part of the body."""
        found = _layout(self).kicker
        return self.span(*found) if found else None

    @property
    def paragraphs(self) -> "tuple[Span, ...]":
        """The paragraphs of the body, in order."""
        return _paragraphs(self)

    @property
    def furniture(self) -> "tuple[Span, ...]":
        """Text between and after the body that does not belong to it: headings, "Related Posts", share lines."""
        return tuple(self.span(*pair) for pair in _layout(self).furniture)

    @property
    def turns(self) -> "tuple[Speech, ...]":
        """The turns of a transcript or an interview, in order; empty for any other text."""
        return _turns(self)

    @property
    def marked_terms(self) -> "tuple[Span, ...]":
        """The words of the body that the file has in bold, in order."""
        return _marked_terms(self)

    @property
    def left_out(self) -> str:
        """The parts of the file that are not asked about, in a clause: "3 headings, 1 caption".

        Empty if that is only what is in every article: headings and lines such as "Related posts".
        """
        found = Counter(kind for kind in _layout(self).kinds if kind not in _NOT_TOLD)
        found += Counter(self.source.left_out if self.source else ())
        told = (with_number(count, _CALLED.get(kind, kind)) for kind, count in found.items())
        return ", ".join(told) if found.keys() - _EVERYWHERE else ""

    def span(self, start: int, end: int) -> "Span":
        """The view of text[start:end]; raises ValueError outside 0 <= start <= end <= len(text)."""
        return Span(self, start, end)

    def find(self, pattern: "str | re.Pattern[str]") -> "Iterator[Span]":
        """Every match of a regular expression within a body paragraph, in order."""
        compiled = re.compile(pattern)
        for paragraph in self.paragraphs:
            for found in compiled.finditer(self.text, paragraph.start, paragraph.end):
                yield self.span(*found.span())


@cache_per_article
def _layout(article: Article) -> Layout:
    return layout_of(article.text, article.source.marks if article.source else ())


@cache_per_article
def _title(article: Article) -> "Span | None":
    found = _layout(article).title
    return article.span(*found) if found else None


@cache_per_article
def _paragraphs(article: Article) -> "tuple[Span, ...]":
    return tuple(article.span(*pair) for pair in _layout(article).body)


@cache_per_article
def _turns(article: Article) -> "tuple[Speech, ...]":
    return tuple(
        Speech(turn.name, article.span(*turn.label), article.span(*turn.words), turn.asks, turn.answers)
        for turn in _layout(article).turns
    )


@cache_per_article
def _marked_terms(article: Article) -> "tuple[Span, ...]":
    marks = article.source.marks if article.source else ()
    bold = (article.span(mark.start, mark.end) for mark in marks if mark.kind == "bold" and mark.start < mark.end)
    starts = {paragraph.start for paragraph in article.paragraphs}
    return tuple(span for span in bold if span.paragraph != span or span.start in starts)


_NOT_TOLD = frozenset({"separator", "speaker"})
_EVERYWHERE = frozenset({"heading", "share line"})
_CALLED = {"byline": "author line", "dateline": "place-and-date line"}
"""Readers' words for printers' terms."""


@dataclass(frozen=True)
class Speech:
    """The words of one speaker of a transcript in one turn."""

    name: str
    """The name as the label has it: "Elsa Holm", "Q"."""
    label: "Span"
    words: "Span"
    """The paragraph, the label left out."""
    asks: bool
    """True if the label says that this is a question, and not whose it is: "Interviewer", "Q"."""
    answers: bool
    """True if the label says that this is an answer, and not whose it is: "A"."""


@dataclass(frozen=True)
class Span:
    """A stretch of an article: a view by offsets, never a copy. `article.text[start:end] == text` always."""

    article: Article = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.article.text):
            raise ValueError(f"no span {self.start}:{self.end} in a text of {len(self.article.text)} characters")

    @property
    def text(self) -> str:
        """The characters between the offsets."""
        return self.article.text[self.start : self.end]

    @property
    def original(self) -> tuple[int, int]:
        """The place in `article.source.text`, the text of the file, end exclusive; the place here if there is none."""
        source = self.article.source
        return source.alignment.back(self.start, self.end) if source else (self.start, self.end)

    @property
    def paragraph(self) -> "Span":
        """The body paragraph that this span begins in, or the span itself outside the body."""
        paragraphs = self.article.paragraphs
        at = bisect_right(paragraphs, self.start, key=_start_of) - 1
        return paragraphs[at] if at >= 0 and self.start < paragraphs[at].end else self

    def contains(self, other: "Span") -> bool:
        """Return whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: "Span") -> "Span":
        """The span from the start of the earlier of the two to the end of the later."""
        return Span(self.article, min(self.start, other.start), max(self.end, other.end))

    def __str__(self) -> str:
        return self.text
