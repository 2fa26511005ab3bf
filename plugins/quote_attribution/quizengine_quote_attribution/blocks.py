"""Words that stand in a paragraph of their own without quotation marks: turns of a transcript, posts on social media.

AUSTIN: We will see.            The harbour opens on Monday.
                                — Ruth Abel (@ruthabel) May 3
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Span
from quizengine.language.folding import folded
from quizengine.language.given_names import is_given_name
from quizengine.language.names import Name, names

_TURN = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,40}):\s+(?=\S)")
_SIGNED = re.compile(r"\s*[—–-]{1,2}\s?(?P<label>[^\W\d_][^()\n@“”\"]{2,40})\s\(@\w+\)")
_FEWEST_TURNS = 2


@dataclass(frozen=True)
class Block:
    """A paragraph that somebody says or writes, with the label that tells who."""

    words: Span
    label: Span
    name: str
    rule: str


def blocks(article: Article) -> tuple[Block, ...]:
    """The turns of a transcript and the posts of an article, in order of the text."""
    turns = list(_turns(article))
    found = [*(turns if len(turns) >= _FEWEST_TURNS else []), *_posts(article)]
    return tuple(sorted(found, key=lambda block: block.words.start))


def _turns(article: Article) -> Iterator[Block]:
    for paragraph in article.paragraphs:
        found = _TURN.match(article.text, paragraph.start, paragraph.end)
        name = _bearer(article, found["label"].title()) if found else ""
        if found and name:
            yield Block(
                article.span(found.end(), paragraph.end), article.span(*found.span("label")), name, "transcript"
            )


def _posts(article: Article) -> Iterator[Block]:
    for paragraph in article.paragraphs:
        found = _SIGNED.search(article.text, paragraph.start, min(len(article.text), paragraph.end + 80))
        if found is None or found.start() > paragraph.end or found.start() == paragraph.start:
            continue
        label = article.span(*found.span("label"))
        name = _bearer(article, label.text)
        words = article.text[paragraph.start : found.start()].rstrip()
        if name and not re.search(r"[“”\"]", words):
            yield Block(article.span(paragraph.start, paragraph.start + len(words)), label, name, "post")


def _bearer(article: Article, label: str) -> str:
    """The fullest name of the one person whom a label means; the label itself when it is a full name; else empty."""
    plain = folded(label)
    meant = [name for name in names(article) if name.kind == "person" and name.certain and plain in _folded_forms(name)]
    if len(meant) == 1:
        return meant[0].full
    words = label.split()
    return label if not meant and 2 <= len(words) <= 4 and is_given_name(words[0]) else ""


def _folded_forms(name: Name) -> set[str]:
    tokens = name.full.split()
    return {folded(form) for form in (*name.forms, name.surname, f"{tokens[0]} {name.surname}")}
