"""Rules about options of different kinds: if all others are amounts, a word cannot be the answer."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from quizengine.checks.authorities import HALADYNA, SAQUET, TARRANT
from quizengine.checks.examples import shows_code
from quizengine.checks.intervals import Interval, interval
from quizengine.checks.option_lists import single_key
from quizengine.extensions.records import Check
from quizengine.quiz.questions import Question
from quizengine.text.article import Article

_TOO_FAR = Decimal(10000)
_NO_AMOUNT = re.compile(
    r"(?:neither|none|both|all|undefined|infinit|no |nothing|equal|the same|an error)", re.IGNORECASE
)
_LETTERS_ALONE = re.compile(r"[\W\d_²³]")
_OF_A_FORMAT = re.compile(r"\bformats?\b", re.IGNORECASE)


def other_kind(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when one option is not an amount and all others are, or the other way round."""
    if not (found := single_key(question)) or len(found[1]) < 2 or shows_code(question.stem):
        return  # what code gives may be of any kind
    options = (found[0], *found[1])
    amounts = [text for text in options if interval(text)]
    words = [text for text in options if not interval(text)]
    if (
        len(words) == 1
        and not _NO_AMOUNT.match(words[0])
        and any(map(str.isdigit, "".join(amounts)))
        and not any(map(str.isdigit, words[0]))
        and any(map(str.isalpha, words[0]))
    ):
        yield f"“{words[0]}” is no amount and all other options are; students strike it out, or pick it, unread"
    elif (
        len(amounts) == 1
        and not any(map(str.isdigit, "".join(words)))
        and amounts[0].replace(",", "").isdigit()
        and len(amounts[0]) < 4
    ):
        yield f"“{amounts[0]}” is the only number; students strike it out, or pick it, unread"


def other_unit(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when all options but one are in one unit."""
    if not (found := single_key(question)) or _OF_A_FORMAT.search(question.stem):
        return
    units: dict[str, list[str]] = {}
    for text in (found[0], *found[1]):
        amount = interval(text)
        if amount is None:
            return
        units.setdefault(amount.unit, []).append(text)
    lonely = [texts[0] for texts in units.values() if len(texts) == 1]
    if len(units) == 2 and len(lonely) == 1 and not _differs_in_unit_alone(lonely[0], (found[0], *found[1])):
        yield f"“{lonely[0]}” alone is in another unit than all the others"


def _differs_in_unit_alone(text: str, options: Iterable[str]) -> bool:
    """True if another option has the same letters with another power, which then is asked: 27 cm² beside 27 cm³."""
    letters = _LETTERS_ALONE.sub("", text)
    return any(_LETTERS_ALONE.sub("", other) == letters for other in options if other != text)


def too_far(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a number is so far from the key that nobody would take it."""
    if not (found := single_key(question)) or not (key := interval(found[0])):
        return
    for text in found[1]:
        other = interval(text)
        if other and _far(key, other):
            yield f"“{text}” is more than {_TOO_FAR:,} times as much or as little as the key “{found[0]}”"


def _far(one: Interval, other: Interval) -> bool:
    ends = [abs(end) for amount in (one, other) for end in (amount.low, amount.high)]
    if one.unit != other.unit or not all(end.is_finite() and end for end in ends):
        return False
    return max(ends[:2]) * _TOO_FAR < min(ends[2:]) or max(ends[2:]) * _TOO_FAR < min(ends[:2])


KIND_CHECKS = (
    Check(
        "option-of-other-kind",
        other_kind,
        "An option that cannot be an answer leaves fewer to choose from.",
        "warning",
        f"{HALADYNA} (23, 29: alike in content, plausible distractors); {TARRANT}, {SAQUET} (implausible distractors)",
        "How many eels were counted? = 500 ~ 700 ~ in the river",
        "How many eels were counted? = 500 ~ 700 ~ 900",
    ),
    Check(
        "option-in-other-unit",
        other_unit,
        "A different unit makes an option stand out.",
        "warning",
        f"{HALADYNA} (23: options alike in content and form)",
        "How far do the eels swim? = 500 miles ~ 700 miles ~ 900 tons",
        "How far do the eels swim? = 500 miles ~ 700 miles ~ 900 miles",
    ),
    Check(
        "option-too-far",
        too_far,
        "A number that nobody believes is not a distractor.",
        "warning",
        f"{HALADYNA} (29: make all distractors plausible); {TARRANT}, {SAQUET} (implausible distractors)",
        "How many eels were counted? = 500 ~ 700 ~ 90,000,000",
        "How many eels were counted? = 500 ~ 700 ~ 900",
    ),
)
