"""Words that stand in a paragraph of their own without quotation marks: turns of a transcript, posts on social media.

AUSTIN: We will see.            The harbour opens on Monday.
                                — Ruth Abel (@ruthabel) May 3
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Span, per_article
from quizengine.language.folding import folded
from quizengine.language.names import Name, names
from quizengine.language.names.given_names import is_given_name

_TURN = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{2,40})(?:, [A-ZÀ-Þ][A-ZÀ-Þ ,.’'-]{2,60})?:\s+(?=\S)")
"""A turn under a label in capitals, with an office perhaps: "RUTH ABEL, MAYOR: "."""
_NAMED_TURN = re.compile(r"(?P<label>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}):\s+(?=[A-ZÀ-Þ“\"‘'¿¡\d])")
_SIGNED = re.compile(r"(?<!\s)\s*[—–-]{1,2}\s?(?P<label>[^\W\d_][^()\n@“”\"]{2,40})\s\(@\w+\)")
_LINE = re.compile(r"(?m)^[> ]*(?P<words>[^\n]*?)[> ]*$")
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S")
_FEWEST_TURNS = 2
_FEWEST_NAMED_TURNS = 3


@dataclass(frozen=True)
class Block:
    """A paragraph that somebody says or writes, with the label that tells who."""

    words: tuple[Span, ...]
    """The lines of a post that is marked as quoted at the start of each line; else one span."""
    label: Span
    name: str
    rule: str


def blocks(article: Article) -> tuple[Block, ...]:
    """The turns of a transcript and the posts of an article, in order of the text."""
    turns = list(_turns(article, _TURN))
    found = [*(turns if len(turns) >= _FEWEST_TURNS else _named_turns(article)), *_posts(article)]
    return tuple(sorted(found, key=lambda block: block.words[0].start))


def _named_turns(article: Article) -> list[Block]:
    """The turns under labels that are no capitals, where somebody speaks again: a list has each name once."""
    turns = [turn for turn in _turns(article, _NAMED_TURN) if turn.words[0].text.rstrip("”’\"'")[-1:] in ".?!…"]
    speakers = {turn.name for turn in turns}
    return turns if len(turns) >= _FEWEST_NAMED_TURNS and 2 <= len(speakers) < len(turns) else []


def _turns(article: Article, pattern: re.Pattern[str]) -> Iterator[Block]:
    for paragraph in article.paragraphs:
        found = pattern.match(article.text, paragraph.start, paragraph.end)
        name = _bearer(article, found["label"].title() if found["label"].isupper() else found["label"]) if found else ""
        if found and name:
            words = article.span(found.end(), paragraph.end)
            yield Block((words,), article.span(*found.span("label")), name, "transcript")


def _posts(article: Article) -> Iterator[Block]:
    for paragraph in article.paragraphs:
        found = _SIGNED.search(article.text, paragraph.start, min(len(article.text), paragraph.end + 80))
        if found is None or found.start() > paragraph.end or found.start() == paragraph.start:
            continue
        label = article.span(*found.span("label"))
        name = _bearer(article, label.text)
        words = _lines(article, paragraph.start, found.start())
        if name and words and not re.search(r"[“”\"]", article.text[paragraph.start : found.start()]):
            yield Block(words, label, name, "post")


def _lines(article: Article, start: int, end: int) -> tuple[Span, ...]:
    """The words of a post without the signs of quoting before its lines and the links at its end."""
    text = article.text[start:end]
    text = _without_links(text)
    if not text.startswith(">"):
        return (article.span(start, start + len(text)),) if text else ()
    lines = (found.span("words") for found in _LINE.finditer(text) if found["words"])
    return tuple(article.span(start + first, start + last) for first, last in lines)


def _without_links(text: str) -> str:
    """The text without the links that end it, nor the white space there."""
    words = list(re.finditer(r"\S+", text))
    end = words[-1].end() if words else 0
    for number in reversed(range(len(words))):
        link = _LINK.search(words[number][0])
        if link is None:
            break
        end = words[number].start() + link.start()
        if link.start():
            break
        end = words[number - 1].end() if number else 0
    return text[:end]


def _bearer(article: Article, label: str) -> str:
    """The fullest name of the one person whom a label means; the label itself when it is a full name; else empty."""
    plain = folded(label)
    meant = _by_folded_form(article).get(plain, [])
    if len(meant) == 1:
        return meant[0].full
    words = label.split()
    return label if not meant and 2 <= len(words) <= 4 and is_given_name(words[0]) else ""


@per_article
def _by_folded_form(article: Article) -> dict[str, list[Name]]:
    """The people who are certain, by every form of their names."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names(article):
        for form in _folded_forms(name) if name.kind == "person" and name.certain else ():
            found[form].append(name)
    return found


def _folded_forms(name: Name) -> set[str]:
    tokens = name.full.split()
    return {folded(form) for form in (*name.forms, name.surname, f"{tokens[0]} {name.surname}")}
