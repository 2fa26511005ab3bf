"""Repairs of a bank file that do not change what is asked: white space, order of fields, ids, moved evidence.

Each repair is an edit of the text, so that comments stay. It is only kept if the file, read again, has the same
questions: a repair that cannot be verified is not made.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quizengine.bank import read_bank
from quizengine.bank.values import Entry, Value
from quizengine.bank.yaml_tree import read_tree
from quizengine.checking.articles import locate_article
from quizengine.checking.field_order import reorder_fields
from quizengine.engine import Engine
from quizengine.errors import BankError
from quizengine.extensions.records import Reading
from quizengine.quiz.questions import Evidence, Question
from quizengine.text.article import Article

_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_COPIED_ID = re.compile(r"\s+id:\s*\S+\s*(?:#.*)?")

Edit = Callable[[str, Reading], str]


def repair_bank(engine: Engine, data: bytes, path: str | Path) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a bank with all that can be repaired safely, and what was repaired, in words.

    Raises BankError if the file cannot be read at all.
    """
    types = engine.registry.question_types

    def read(text: str) -> Reading:
        return read_bank(text.encode(), str(path), types)

    read_bank(data, str(path), types)  # raises for what is no text, in better words than decoding does
    text = data.decode("utf-8-sig")
    done: list[str] = []
    steps: Sequence[tuple[str, Edit, Callable[[Reading, Reading], bool]]] = (
        ("white space at the ends of lines", _white_space, _same),
        ("the order of fields", lambda text, before: reorder_fields(text, types), _same),
        ("ids that a copied question brought with it", _without_copied_ids, _none_lost),
        (
            "evidence that an edit of the article moved",
            lambda text, before: _moved(engine, text, before, path),
            _proved,
        ),
    )
    for words, edit, holds in steps:
        before = read(text)
        edited = edit(text, before)
        if edited != text and _read_well(read, edited, before, holds):
            text = edited
            done.append(words)
    return (text.encode(), tuple(done)) if done else (data, ())


def _read_well(
    read: Callable[[str], Reading], edited: str, before: Reading, holds: Callable[[Reading, Reading], bool]
) -> bool:
    try:
        return holds(before, read(edited))
    except BankError:
        return False


def _same(before: Reading, after: Reading) -> bool:
    return after.quiz == before.quiz and len(after.findings) == len(before.findings)


def _none_lost(before: Reading, after: Reading) -> bool:
    """Return whether every question is there as it was, and some that could not be read are there now."""
    old, new = set(map(_asked, before.quiz.questions)), list(map(_asked, after.quiz.questions))
    return old <= set(new) and len(after.findings) < len(before.findings)


def _asked(question: Question) -> tuple[str, str]:
    return question.id, question.content_id


def _proved(before: Reading, after: Reading) -> bool:
    """Return whether nothing differs but the places of evidence; its words there were looked up."""

    def unplaced(reading: Reading) -> list[Question]:
        return [replace(q, evidence=q.evidence and replace(q.evidence, start=0, end=0)) for q in reading.quiz.questions]

    return unplaced(before) == unplaced(after) and len(after.findings) == len(before.findings)


def _white_space(text: str, before: Reading) -> str:
    return _TRAILING.sub("", text.replace("\r\n", "\n")).rstrip("\n") + "\n"


def _without_copied_ids(text: str, before: Reading) -> str:
    """The text without the id of each later question that has the id of another one and asks something else."""
    copied = {finding.line for finding in before.findings if "found the id " in finding.message}
    lines = text.splitlines(keepends=True)
    for value in _questions(text):
        entry = value.content.get("id") if isinstance(value.content, dict) else None
        if value.line in copied and entry and _COPIED_ID.fullmatch(lines[entry.line - 1].rstrip("\n")):
            lines[entry.line - 1] = ""
    return "".join(lines)


def _moved(engine: Engine, text: str, before: Reading, path: str | Path) -> str:
    """The text with the places of all evidence as they are in the article now, if each is found there once."""
    where = locate_article(engine, before.quiz.article, path)
    article = where.article or where.changed
    reference = before.quiz.article
    if article is None or reference is None:
        return text
    places: dict[int, Evidence] = {}
    for question in before.quiz.questions:
        if question.evidence is None or question.evidence.holds_in(article):
            continue
        place = _only_place(article, question.evidence)
        if place is not None:
            places[before.lines.get(question.id, 0)] = place
        elif where.changed:
            return text  # one key has lost its proof: the article that the bank names must not be changed in silence
    edits = [edit for value in _questions(text) if value.line in places for edit in _offsets(value, places[value.line])]
    if where.changed:
        edits += _hash(text, reference.sha256, article.sha256)
    return _edited(text, edits)


def _only_place(article: Article, evidence: Evidence) -> Evidence | None:
    if not evidence.quote or article.text.count(evidence.quote) != 1:
        return None
    start = article.text.index(evidence.quote)
    return Evidence(start, start + len(evidence.quote), evidence.quote)


Replacement = tuple[int, int, str, str]
"""Line and column, from 1, what is there, and what shall."""


def _offsets(value: Value, place: Evidence) -> list[Replacement]:
    fields = _fields(_fields(value.content).get("evidence"))
    new = {"start": place.start, "end": place.end}
    return [
        (entry.value.line, entry.value.column, str(entry.value.content), str(new[name]))
        for name, entry in fields.items()
        if name in new
    ]


def _hash(text: str, old: str, new: str) -> list[Replacement]:
    root = read_tree(text, "").root
    entry = _fields(_fields(root.content if root else None).get("article")).get("sha256")
    return [(entry.value.line, entry.value.column, old, new)] if entry else []


def _edited(text: str, edits: Sequence[Replacement]) -> str:
    lines = text.splitlines(keepends=True)
    for line, column, old, new in sorted(edits, reverse=True):
        before, behind = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        lines[line - 1] = before + behind.replace(old, new, 1)
    return "".join(lines)


def _questions(text: str) -> tuple[Value, ...]:
    root = read_tree(text, "").root
    listed = _fields(root.content if root else None).get("questions")
    return listed.value.content if listed and isinstance(listed.value.content, tuple) else ()


def _fields(found: object) -> Mapping[str, Entry]:
    """The fields of a mapping, or of the mapping in an entry; none for anything else."""
    content = found.value.content if isinstance(found, Entry) else found
    return content if isinstance(content, dict) else {}
