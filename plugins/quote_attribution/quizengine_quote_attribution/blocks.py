"""Words that are in a paragraph of their own without quotation marks: turns of a transcript, posts on social media.

AUSTIN: We will see.            The harbour opens on Monday.
                                — Ruth Abel (@ruthabel) May 3
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, Span, Speech, cache_per_article
from quizengine.language import Name, is_given_name, names_in, normalise

_SIGNED = re.compile(r"(?<!\s)\s*[—–-]{1,2}\s?(?P<label>[^\W\d_][^()\n@“”\"]{2,40})\s\(@\w+\)")
_LINE = re.compile(r"(?m)^[> ]*(?P<words>[^\n]*?)[> ]*$")
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S")
_FEWEST_SPEAKERS = 2


@dataclass(frozen=True)
class Block:
    """A paragraph that somebody says or writes, with the label that tells who."""

    words: tuple[Span, ...]
    """The lines of a post that is marked as quoted at the start of each line; else one span."""
    label: Span
    name: str
    rule: str


def speech_blocks(article: Article) -> tuple[Block, ...]:
    """The turns of a transcript and the posts of an article, in order of the text."""
    found = [*_turns(article), *_posts(article)]
    return tuple(sorted(found, key=lambda block: block.words[0].start))


def _turns(article: Article) -> Iterator[Block]:
    """Yield whole sentences of named people in a transcript; an answer is the guest's, if there is one."""
    turns = [turn for turn in article.turns if turn.words.text.rstrip("”’\"'").endswith((".", "?", "!", "…"))]
    speakers = {turn.name: _speaker(article, turn) for turn in turns}
    for turn in turns if len(speakers) >= _FEWEST_SPEAKERS else ():
        if name := speakers[turn.name]:
            label = article.span(turn.label.start, turn.label.start + len(turn.name))
            yield Block((turn.words,), label, name, "transcript")


def _speaker(article: Article, turn: Speech) -> str:
    """The name of who speaks, where it is certain; else empty."""
    if turn.asks:
        return ""
    if turn.answers:
        return _guest(article)
    return _bearer(article, turn.name.title() if turn.name.isupper() else turn.name)


@cache_per_article
def _guest(article: Article) -> str:
    """The one person whom an article names before its first turn; empty if it names more, or none."""
    begin = article.turns[0].label.start
    before = [
        name
        for name in names_in(article)
        if name.kind == "person" and name.certain and any(mention.start < begin for mention in name.mentions)
    ]
    return before[0].full if len(before) == 1 else ""


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
    plain = normalise(label)
    meant = _by_folded_form(article).get(plain, [])
    if len(meant) == 1:
        return meant[0].full
    words = label.split()
    return label if not meant and 2 <= len(words) <= 4 and is_given_name(words[0]) else ""


@cache_per_article
def _by_folded_form(article: Article) -> dict[str, list[Name]]:
    """The people who are certain, by every form of their names."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article):
        for form in _folded_forms(name) if name.kind == "person" and name.certain else ():
            found[form].append(name)
    return found


def _folded_forms(name: Name) -> set[str]:
    tokens = name.full.split()
    return {normalise(form) for form in (*name.forms, name.surname, f"{tokens[0]} {name.surname}")}
