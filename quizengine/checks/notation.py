"""A notation for questions on one line, used for the examples of checks in records, docs/checks.md and test cases.

    What did the ferry carry? = rye ~ coal ~ oats        a choice: = before each key, ~ before each distractor
    The ferry carried rye. = true                        true or false
    How many eels? # 1000 (900..1100) eels               a number, the ends that are accepted, its unit
    Who counted? > Ada Marsh | Marsh                     typed words, each accepted form
    Ada counted {forty} eels.                            a cloze
    Match them. :: ferry -> rye ; barge -> coal ~ oats   pairs, and distractors

`[made]` in front says that a generator made it, `@ words` at the end names its evidence (`@0:12 words` with offsets of
its own), and ` // ` is between two questions of one quiz.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    Pair,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.text.article import Article

_EVIDENCE = re.compile(r"\s@(?P<start>\d+)?:?(?P<end>\d+)?\s(?P<quote>.+)\Z")
_OPTION = re.compile(r"\s([=~])\s")
_NUMBER = re.compile(r"(?P<answer>[-\d.]+)(?: \((?P<low>[-\d.]+)\.\.(?P<high>[-\d.]+)\))?(?: (?P<unit>.+))?")


def parse_notation(line: str, article: Article | None = None) -> tuple[Question, ...]:
    """The questions that a line stands for: one, or two of one quiz; raises ValueError for any other line."""
    return tuple(_question(one.strip(), article) for one in line.split(" // "))


def _question(line: str, article: Article | None) -> Question:
    more: dict[str, Any] = {}
    if line.startswith("[made] "):
        line, more["origin"] = line.removeprefix("[made] "), Origin("made", "by example")
    if found := _EVIDENCE.search(line):
        line, more["evidence"] = line[: found.start()], _evidence(found, article)
    if " :: " in line:
        return _matching(line, more)
    if " # " in line:
        return _numeric(line, more)
    if " > " in line:
        stem, _, accepted = line.partition(" > ")
        first, *others = (text.strip() for text in accepted.split("|"))
        return ShortTextQuestion(stem=stem, answer=first, accept=tuple(others), **more)
    if "{" in line:
        return ClozeQuestion(stem="Fill the gaps.", text=line, **more)
    return _choice(line, more)


def _choice(line: str, more: dict[str, Any]) -> Question:
    stem, *marked = _OPTION.split(line)
    options = list(_marked(marked))
    keys = tuple(text for mark, text in options if mark == "=")
    if not keys:
        raise ValueError(f"found no key in “{line}”, expected = before it")
    if keys in (("true",), ("false",)) and len(options) == 1:
        return TrueFalseQuestion(stem=stem, answer=keys == ("true",), **more)
    wrong = tuple(text for mark, text in options if mark == "~")
    return ChoiceQuestion(stem=stem, answer=keys[0] if len(keys) == 1 else keys, distractors=wrong, **more)


def _marked(parts: list[str]) -> Iterator[tuple[str, str]]:
    yield from ((mark, text.strip()) for mark, text in zip(parts[::2], parts[1::2], strict=True))


def _numeric(line: str, more: dict[str, Any]) -> Question:
    stem, _, given = line.partition(" # ")
    found = _NUMBER.fullmatch(given.strip())
    if found is None:
        raise ValueError(f"found “{given}”, expected a number, its ends in brackets, and its unit")
    ends = Tolerance(range=(Decimal(found["low"]), Decimal(found["high"]))) if found["low"] else None
    return NumericQuestion(stem=stem, answer=Decimal(found["answer"]), tolerance=ends, unit=found["unit"] or "", **more)


def _matching(line: str, more: dict[str, Any]) -> Question:
    stem, _, rest = line.partition(" :: ")
    pairs, *distractors = (text.strip() for text in rest.split(" ~ "))
    sides = [pair.split("->") for pair in pairs.split(";")]
    matched = tuple(Pair(left=left.strip(), right=right.strip()) for left, right in sides)
    return MatchingQuestion(stem=stem, pairs=matched, distractors=tuple(distractors), **more)


def _evidence(found: re.Match[str], article: Article | None) -> Evidence:
    quote = found["quote"].strip()
    if found["start"]:
        return Evidence(int(found["start"]), int(found["end"]), quote)
    start = article.text.find(quote) if article else 0
    if start < 0:
        raise ValueError(f"found no “{quote}” in the article")
    return Evidence(start, start + len(quote), quote)
