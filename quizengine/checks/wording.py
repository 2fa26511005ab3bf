"""Rules about the words of a question: the stem stands alone and does not give the key away."""

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from quizengine.article import Article
from quizengine.grading import folded
from quizengine.language.quantities import read_amount
from quizengine.parts import Choice, ChoiceKey, NumberKey, Ordering, Part, Text, TextKey
from quizengine.questions import Question
from quizengine.records import Check

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_DEMONSTRATIVE = re.compile(
    r"(?i)\b(?:this|these|those)\s+(?!(?:article|text|quiz|question|statement|sentence|passage|word|one|of|who|that)s?\b)[a-z]+"
)
_PRONOUN = re.compile(r"(?i)\b(?:he|she|they|him|them|his|their|theirs|it|its)\b")
_NAME_OR_NOUN = re.compile(r"(?i)\b(?:the|an?|which|what|how many|how much|who(?:se|m)?)\s+\w+|\b[A-Z]\w+")
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def stem_stands_alone(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a generated stem points at something outside itself: "this payment", or "they" with no one before."""
    if question.origin is None:
        return
    stem = _QUOTED.sub("“”", question.stem)
    if found := _DEMONSTRATIVE.search(stem):
        yield f"the stem says “{found[0]}” without saying what that is"
    pronoun = _PRONOUN.search(stem)
    if pronoun and not _NAME_OR_NOUN.search(stem[: pronoun.start()]):
        yield f"the stem says “{pronoun[0]}” before anyone or anything is named"


def key_not_in_stem(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when what a student reads before responding holds the key, and not the other options as well."""
    parts = question.parts(Random(0))
    read = " ".join(part.text for part in parts if isinstance(part, Text))
    words = f" {folded(read)} "
    for name, key in question.key().items():
        match key:
            case ChoiceKey(ids):
                options = _options(parts, name)
                named = {option for option, text in options.items() if f" {folded(text)} " in words}
                if named and named <= ids and "true" not in options:
                    yield f"the stem holds the key “{options[min(named)]}”"
            case TextKey(accepted):
                for text in accepted:
                    if f" {folded(text)} " in words:
                        yield f"the stem holds the key “{text}”"
            case NumberKey(value):
                if value in _numbers(read):
                    yield f"the stem holds the key {value:f}"
            case _:
                pass


def _options(parts: tuple[Part, ...], name: str) -> dict[str, str]:
    of_part = [part for part in parts if isinstance(part, Choice | Ordering) and part.name == name]
    return {option.id: option.text for part in of_part for option in part.options}


def _numbers(text: str) -> list[Decimal]:
    amounts = [read_amount(found[0]) for found in _DIGITS.finditer(text)]
    return [amount.low for amount in amounts if amount is not None]


WORDING_CHECKS = (
    Check(
        "stem-stands-alone",
        stem_stands_alone,
        "A student sees one question, not the paragraph before it (Haladyna, Downing & Rodriguez 2002: clear stems).",
    ),
    Check(
        "key-not-in-stem",
        key_not_in_stem,
        "A stem that holds its key tests reading the stem (Haladyna, Downing & Rodriguez 2002: no clues to the key).",
    ),
)
