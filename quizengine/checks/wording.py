"""Rules about the words of a question: the stem stands alone and does not give the key away."""

import re
from collections.abc import Iterator

from quizengine.article import Article
from quizengine.cueing import keys_held, read_before_responding
from quizengine.questions import Question
from quizengine.records import Check

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_DEMONSTRATIVE = re.compile(
    r"(?i)\b(?:this|these|those)\s+(?!(?:article|text|quiz|question|statement|sentence|passage|word|one|of|who|that)s?\b)[a-z]+"
)
_PRONOUN = re.compile(r"(?i)\b(?:he|she|they|him|them|his|their|theirs|it|its)\b")
_NAME_OR_NOUN = re.compile(r"(?i)\b(?:the|an?|which|what|how many|how much|who(?:se|m)?)\s+\w+|\b[A-Z]\w+")


def stem_stands_alone(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a generated stem points at something outside itself: "this payment", or "they" with no one before."""
    if question.origin is None:
        return
    stem = _QUOTED.sub("“”", read_before_responding(question))
    if found := _DEMONSTRATIVE.search(stem):
        yield f"the stem says “{found[0]}” without saying what that is"
    pronoun = _PRONOUN.search(stem)
    if pronoun and not _NAME_OR_NOUN.search(stem[: pronoun.start()]):
        yield f"the stem says “{pronoun[0]}” before anyone or anything is named"


def key_not_in_stem(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when what a student reads before responding holds the key, and not the other options as well."""
    for key in keys_held(question, read_before_responding(question)):
        yield f"the stem holds the key “{key}”"


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
