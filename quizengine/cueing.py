"""What gives a key away: the words that a student reads, held against the keys of the same or another question."""

import re
from decimal import Decimal
from functools import lru_cache
from random import Random

from quizengine.article import Article
from quizengine.language.folding import folded
from quizengine.language.quantities import quantities, read_amount
from quizengine.parts import Choice, ChoiceKey, NumberKey, OrderKey, Part, Text, TextKey
from quizengine.questions import Question

_DIGITS = re.compile(r"(?<![\d:])(?:\d[\d,.]*\d|\d)(?!\d|:\d)")  # no hours and minutes


_plain = lru_cache(maxsize=4096)(folded)  # each question of a quiz is held against every other one


def read_before_responding(question: Question) -> str:
    """All that a student reads of a question beside its options."""
    return " ".join(part.text for part in question.parts(Random(0)) if isinstance(part, Text))


def keys_held(question: Question, words: str) -> tuple[str, ...]:
    """The keys of a question that stand in some words, unless all its options do ("Is it A or B?").

    A partner in a matching counts when the words hold what it is the partner of, too.
    """
    plain = f" {_plain(words)} "
    held: list[str] = []
    for name, key in question.key().items():
        match key:
            case ChoiceKey(ids):
                options = _options(question.parts(Random(0)), name)
                if not _holds_the_label(question, name, plain):
                    continue
                named = [option for option, text in options.items() if f" {_plain(text)} " in plain]
                if "true" not in options and set(named) <= ids:
                    held += [options[option] for option in named]
            case TextKey(accepted):
                held += [text for text in accepted if f" {_plain(text)} " in plain]
            case NumberKey(value):
                held += [format(value, "f")] if value in _numbers(words) else []
            case OrderKey():
                pass
    return tuple(held)


def cue_each_other(one: Question, other: Question) -> bool:
    """Whether two questions rest on the same words of the article, and what one shows holds the key of the other."""
    if one.evidence is None or other.evidence is None:
        return False
    if one.evidence.end <= other.evidence.start or other.evidence.end <= one.evidence.start:
        return False
    return bool(keys_held(one, read_before_responding(other)) or keys_held(other, read_before_responding(one)))


def _holds_the_label(question: Question, name: str, plain: str) -> bool:
    """Whether words name what a choice is for: which of several partners a text has is told by both together."""
    label = next(
        (part.label for part in question.parts(Random(0)) if isinstance(part, Choice) and part.name == name), ""
    )
    return not label or f" {_plain(label)} " in plain


def _options(parts: tuple[Part, ...], name: str) -> dict[str, str]:
    of_part = [part for part in parts if isinstance(part, Choice) and part.name == name]
    return {option.id: option.text for part in of_part for option in part.options}


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[Decimal]:
    """The numbers in a text, in digits or in words ("four million"), and the ends of its ranges."""
    digits = (read_amount(found[0]) for found in _DIGITS.finditer(text))
    ends = [(one.low, one.high) for one in quantities(Article(" ".join(text.split())))]
    ends += [(amount.low, amount.high) for amount in digits if amount is not None]
    return frozenset(end for pair in ends for end in pair)
