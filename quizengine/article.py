"""An article and its spans: one text that never changes, and views into it by character offsets.

Next: `quizengine.language`, which says what the words of an article are.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from quizengine.documents import not_plain_text
from quizengine.errors import ArticleError
from quizengine.layout import Layout, layout_of

MOST_CHARACTERS = 1_000_000

Result = TypeVar("Result")
_start_of = attrgetter("start")


def per_article(function: "Callable[[Article], Result]") -> "Callable[[Article], Result]":
    """Make a function of one article remember its result on that article, for as long as the article lives."""

    @wraps(function)
    def remembered(article: "Article") -> Result:
        if function not in article._derived:
            article._derived[function] = function(article)
        result: Result = article._derived[function]
        return result

    return remembered


def remember(function: "Callable[[Article], Result]", article: "Article", result: Result) -> None:
    """Let a function that `per_article` wraps remember a result that was worked out elsewhere, as for many articles."""
    article._derived[function.__wrapped__] = result  # type: ignore[attr-defined] # `wraps` puts it there


@dataclass(frozen=True)
class Article:
    """The text that is asked about, exactly as it was read; all offsets are characters of `text`, end exclusive."""

    text: str
    name: str = ""
    """Where it came from, for messages and bank files: a file name, or empty."""
    _derived: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "") -> "Article":
        """Decode UTF-8, with or without a byte order mark (which is not part of the text); newlines stay as they are.

        Raises ArticleError when this is not text, holds no letter or digit, or is longer than MOST_CHARACTERS.
        """
        where = name or "the article"
        if words := not_plain_text(data):
            raise ArticleError(f"{where}: {words}")
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise ArticleError(f"{where}: found UTF-16 text, expected UTF-8; save the file as UTF-8")
        if (at := data.find(b"\0")) >= 0:
            raise ArticleError(f"{where}: found a NUL byte at byte {at}, expected plain text; is this a text file?")
        try:
            text = data.decode().removeprefix("\ufeff")
        except UnicodeDecodeError as fault:
            raise ArticleError(
                f"{where}: byte {fault.start} (0x{data[fault.start]:02x}) is not UTF-8; save the file as UTF-8"
            ) from None
        if len(text) > MOST_CHARACTERS:
            raise ArticleError(
                f"{where}: found {len(text):,} characters, expected at most {MOST_CHARACTERS:,}; split it into articles"
            )
        if not any(map(str.isalnum, text)):
            raise ArticleError(f"{where}: found no words, expected the text of an article")
        return cls(text, name)

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, in hexadecimal: equal to the file's own unless that has a byte order mark."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def title(self) -> "Span | None":
        """The title line, if there is one; not part of the body."""
        found = _layout(self).title
        return self.span(*found) if found else None

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
        """What stands between and after the body without belonging to it: headings, "Related Posts", share lines."""
        return tuple(self.span(*pair) for pair in _layout(self).furniture)

    def span(self, start: int, end: int) -> "Span":
        """The view of text[start:end]; raises ValueError outside 0 <= start <= end <= len(text)."""
        return Span(self, start, end)

    def find(self, pattern: "str | re.Pattern[str]") -> "Iterator[Span]":
        """Every match of a regular expression within a body paragraph, in order."""
        compiled = re.compile(pattern)
        for paragraph in self.paragraphs:
            for found in compiled.finditer(self.text, paragraph.start, paragraph.end):
                yield self.span(*found.span())


@per_article
def _layout(article: Article) -> Layout:
    return layout_of(article.text)


@per_article
def _paragraphs(article: Article) -> "tuple[Span, ...]":
    return tuple(article.span(*pair) for pair in _layout(article).body)


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
    def paragraph(self) -> "Span":
        """The body paragraph that this span begins in, or the span itself outside the body."""
        paragraphs = self.article.paragraphs
        at = bisect_right(paragraphs, self.start, key=_start_of) - 1
        return paragraphs[at] if at >= 0 and self.start < paragraphs[at].end else self

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: "Span") -> "Span":
        """The span from the start of the earlier of the two to the end of the later."""
        return Span(self.article, min(self.start, other.start), max(self.end, other.end))

    def __str__(self) -> str:
        return self.text
