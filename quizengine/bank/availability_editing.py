"""Edits of a bank file's text that change its state, its window, or where students find its article.

All else stays as it was written.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from quizengine.bank.decoding import decode_bank
from quizengine.bank.reading import read_bank
from quizengine.bank.values import Entry
from quizengine.bank.yaml_tree import read_tree
from quizengine.errors import BankError
from quizengine.extensions.records import QuestionTypes
from quizengine.quiz.availability import Availability
from quizengine.quiz.quiz import ArticleShown, Quiz

_COMMENT = re.compile(r"[ ]*#.*")
_PLAIN = re.compile(r"[a-z]+")
_FIELD = re.compile(r"""(?P<name>\w+:[ ]+)(?:"[^"]*"|'[^']*'|[^#"'\n]*?)(?P<rest>[ ]*(?:[ ]#.*)?\n?)""")


def with_availability(data: bytes, name: str, types: QuestionTypes, availability: Availability) -> bytes:
    """Return the file with another state and window; comments stay, also those after the fields that change.

    `name` is the file's name, for messages. Raises BankError if the file cannot be read, or when it is written in a
    way that is edited by hand only (as a mapping in braces).
    """
    given = {
        "state": availability.state.value if availability.state else "",
        "open_from": availability.opens,
        "open_until": availability.closes,
    }
    return _edited(data, name, types, given, lambda quiz: replace(quiz, availability=availability))


def with_article_shown(data: bytes, name: str, types: QuestionTypes, shown: ArticleShown) -> bytes:
    """Return the file with another place where students find the article; raises as with_availability does."""
    given = {"article_shown": "" if shown == "page" else shown}
    return _edited(data, name, types, given, lambda quiz: replace(quiz, article_shown=shown))


def _edited(
    data: bytes, name: str, types: QuestionTypes, given: Mapping[str, str], expected: Callable[[Quiz], Quiz]
) -> bytes:
    """Return the file with other values for fields of its own, which an empty one removes."""
    before = read_bank(data, name, types).quiz
    text = decode_bank(data, name)
    root = read_tree(text, name).root
    top = root.content if root and isinstance(root.content, dict) else {}
    lines = text.splitlines(keepends=True)
    added = [f"{field}: {_scalar(value)}\n" for field, value in given.items() if value and field not in top]
    changes = {top[field].line - 1: value for field, value in given.items() if field in top}
    edited = [line if at not in changes else _changed(line, changes[at]) for at, line in enumerate(lines)]
    at = _above_questions(lines, top)
    result = "".join([*edited[:at], *added, *edited[at:]]).encode()
    by_hand = BankError(
        f"{name}: this cannot be changed here: the file is written in a way that is edited by hand only"
    )
    try:
        after = read_bank(result, name, types)
    except BankError:
        raise by_hand from None
    if after.quiz != expected(before):
        raise by_hand
    return result


def _changed(line: str, value: str) -> str:
    """Return the line of a field with another value, or nothing if it has none any more."""
    found = _FIELD.fullmatch(line)
    if not value or not found:
        return ""
    return f"{found['name']}{_scalar(value)}{found['rest']}"


def _above_questions(lines: list[str], top: dict[str, Entry]) -> int:
    """Return how many lines are before the list of questions and the comments right above it."""
    at = top["questions"].line - 1 if "questions" in top else len(lines)
    while at and _COMMENT.fullmatch(lines[at - 1].rstrip("\n")):
        at -= 1
    return at


def _scalar(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else f'"{value}"'
