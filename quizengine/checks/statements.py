"""Rules about true/false statements: they make one claim and avoid negation."""

import re
from collections.abc import Iterator

from quizengine.checks.authorities import HALADYNA, TARRANT
from quizengine.checks.option_lists import truth_value
from quizengine.extensions.records import Check
from quizengine.language.content_stems import outside_quotations
from quizengine.quiz.questions import Question
from quizengine.text.article import Article

_SECOND_CLAIM = re.compile(
    r";|,? (?:because(?! of\b)|whereas)\b|, (?:but|while|so) (?=\w)"
    r"|,? and (?:then |also |therefore )?(?:it|they|he|she|this|that|these)\b"
    r"|, and (?:the|a|an|its|their|his|her) \w+",
    re.IGNORECASE,
)
_ONE_CLAIM = re.compile(r"(?i)\b(?:and this|and that) (?:of|is why)\b|\bnot because\b")
_NO = re.compile(r"\b(?:not|never|cannot|no longer|no|none|nor|\w+n['’]t)\b", re.IGNORECASE)

_RULED_OUT = re.compile(
    r"\bnot only\b|\bno (?:more|less|fewer) than\b|\bnot (?:all|every|always|necessarily)\b"
    r"|\b(?:cannot|can['’]t|can (?:not|never))(?! have\b)|\b(?:must|may|should) (?:not|never)(?! have\b)|\bmustn['’]t\b"
    r"|\bshouldn['’]t\b|\bno two\b|\bthere is no\b|\bneither\b.*?\bnor\b",
    re.IGNORECASE,
)
"""Negations that are not double: a prohibition or an impossibility, which has no other wording, and "not all"."""
_WHICH_ONES = re.compile(
    r"(?<=\w) (?:that|which|who|whose|where|when|if|unless)\b(?:(?!\b(?:is|are|was|were)\b)[^,.;])*"
)
_EVEN = re.compile(r"\beven (?:if|when|though)\b", re.IGNORECASE)
"""“It never ends, even if …” states the mistaken belief that is to be judged, with its "never"."""


def two_claims(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a true/false statement makes two claims."""
    if truth_value(question) is None:
        return
    stem = outside_quotations(question.stem)
    found = _SECOND_CLAIM.search(_ONE_CLAIM.sub("", stem))
    if found and "because" in found[0].casefold() and (truth_value(question) or question.origin is not None):
        return  # one claim about what led to what; in a false one by hand, nobody knows which part is false
    if found and "(" not in stem[: found.start()]:
        joint = " ".join(found[0].strip(" ,").split())
        yield f"the statement makes a second claim after “{joint}”; ask about one of the two"


def negated(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a true/false statement says no and is false."""
    if truth_value(question) is not False and question.origin is None:
        return  # who knows that it is so answers a plain "true"
    if truth_value(question) is None:
        return
    found = None if _EVEN.search(question.stem) else _NO.search(_positive(question.stem))
    if found and not found[0].isupper():
        yield f"the statement holds “{found[0]}”, and calling it false is a double no; state what is so"


def _positive(stem: str) -> str:
    """A statement without its quotations, its clauses that say which thing is meant, and what rules something out."""
    return _RULED_OUT.sub("", _WHICH_ONES.sub("", outside_quotations(stem)))


STATEMENT_CHECKS = (
    Check(
        "two-claims",
        two_claims,
        "A half-true statement is neither; students have to guess which half is asked about.",
        "warning",
        f"{HALADYNA} (1, 9: one content; true/false); {TARRANT}",
        "The ferry carried rye, and the mill was sold in 1911. = false",
        "The ferry of 1911 carried rye. = true",
    ),
    Check(
        "negated-statement",
        negated,
        "“Not” and “false” together are a double negation, which has nothing to do with the subject.",
        "warning",
        f"{HALADYNA} (17: word it positively)",
        "The ferry did not carry rye. = false",
        "The ferry carried rye. = true",
    ),
)
