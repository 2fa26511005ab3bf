"""Documents of a treebank as articles, with the entities that people marked in them.

Reads the `Entity=` annotation of UD English GUM: https://gucorpling.org/gum/coref.html.
"""

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizengine.text.article import Article


@dataclass(frozen=True)
class GoldMention:
    """One place where an entity is mentioned, by the offsets of the article that holds it."""

    start: int
    end: int
    head_start: int
    """The start of the mention's head: the token that depends on one outside of the mention."""
    kind: str
    """The type in the treebank: person, organization, place, time, event, abstract, object …"""
    entity: str
    """The same for all mentions of one entity."""


@dataclass(frozen=True)
class Document:
    """An article with its gold mentions, in order."""

    name: str
    article: Article
    mentions: tuple[GoldMention, ...]


def documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file, plain or compressed with xz."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and block:
                yield _document(block)
                block = []
            block.append(line.rstrip("\n"))
        if block:
            yield _document(block)


def _document(lines: Sequence[str]) -> Document:
    name = lines[0].partition("= ")[2]
    title = next(line.partition("= ")[2] for line in lines if line.startswith("# meta::title"))
    text, found, rows = f"{title}\n\n", [], []
    for line in [*lines, ""]:
        if line.startswith("# newpar ") or line == "# newpar":
            text = text.rstrip(" ") + ("\n\n" if not text.endswith("\n\n") else "")
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            text, marked = _sentence(text, rows)
            found += marked
            rows = []
    return Document(name, Article(text.rstrip(" ") + "\n"), tuple(sorted(found, key=lambda one: (one.start, -one.end))))


def _sentence(text: str, rows: Sequence[Sequence[str]]) -> tuple[str, list[GoldMention]]:
    """The text with a sentence added, and the mentions in it."""
    words = [row for row in rows if row[0].isdigit()]
    spans: list[tuple[int, int]] = []
    joined = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            joined |= dict.fromkeys(range(first, last), True) | {last: "SpaceAfter=No" in row[9]}
    for row in words:
        spans.append((len(text), len(text) + len(row[1])))
        glued = joined.get(int(row[0]), "SpaceAfter=No" in row[9])
        text += row[1] + ("" if glued else " ")
    heads = [int(row[6]) for row in words]
    opened: dict[str, list[tuple[int, str]]] = {}
    found = []
    for at, row in enumerate(words):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for group, kind, closes in _marks(entity):
            if kind:
                opened.setdefault(group, []).append((at, kind))
            if closes and opened.get(group):
                first, its_kind = opened[group].pop()
                head = next((n for n in range(first, at + 1) if not first < heads[n] <= at + 1), at)
                found.append(GoldMention(spans[first][0], spans[at][1], spans[head][0], its_kind, group))
    return text, found


def _marks(entity: str) -> Iterator[tuple[str, str, bool]]:
    """The brackets of one token: the group, the kind where one opens, and whether it closes."""
    at = 0
    while at < len(entity):
        if entity[at] == "(":
            end = next((n for n in range(at + 1, len(entity)) if entity[n] in "()"), len(entity))
            group, kind = entity[at + 1 : end].split("-")[:2]
            closes = entity[end : end + 1] == ")"
            yield group, kind, closes
            at = end + closes
        else:
            end = entity.find(")", at)
            yield entity[at:end], "", True
            at = end + 1
