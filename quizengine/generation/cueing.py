"""Finds words that give a key away: compares what a student reads with the keys of the same or another question."""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from quizengine.generation.stem_forms import WHICH_WORDS
from quizengine.language.normalisation import normalise
from quizengine.language.numbers.quantities import quantities_in, read_amount
from quizengine.quiz.parts import Choice, ChoiceKey, ModelAnswer, NumberKey, OrderKey, Text, TextKey
from quizengine.quiz.questions import Question, cache_per_question, fixed_key, fixed_parts
from quizengine.text.article import Article

_DIGITS = re.compile(r"(?<![\d:])(?:\d[\d,.]*\d|\d)(?!\d|:\d)")  # no hours and minutes

Told = str | tuple[str, str] | Decimal
"""A word, two adjacent words, or a number."""

plain = lru_cache(maxsize=8192)(normalise)  # the same stems and options are compared with each other over and over


@cache_per_question
def read_before_responding(question: Question) -> str:
    """All that a student reads of a question beside its options."""
    return " ".join(part.text for part in fixed_parts(question) if isinstance(part, Text))


def keys_held(question: Question, words: str, among_others: bool = False) -> tuple[str, ...]:
    """The keys of a question that are in some words, unless wrong options are, too ("Is it A or B?").

    With `among_others`, wrong options do not matter: the words themselves tell which option is right. A partner in a
    matching counts when the words hold what it is the partner of, too.
    """
    said = f" {plain(words)} "
    held: list[str] = []
    choices = _choices(question)
    for name, key in fixed_key(question).items():
        match key:
            case ChoiceKey(ids):
                label, options = choices.get(name, ("", {}))
                if label and f" {plain(label)} " not in said:
                    continue  # which of several partners a text has is told by both together
                named = [option for option, text in options.items() if f" {plain(text)} " in said]
                named = [option for option in named if option in ids] if among_others else named
                if "true" not in options and set(named) <= ids:
                    held += [options[option] for option in named]
            case TextKey(accepted):
                held += [text for text in accepted if f" {plain(text)} " in said]
            case NumberKey(value):
                held += [format(value, "f")] if value in numbers_in(words) else []
            case ModelAnswer(text):
                held += [text] if f" {plain(text)} " in said else []
            case OrderKey():
                pass
    return tuple(held)


def words_of_keys(question: Question, shortest: int = 0) -> frozenset[Told]:
    """The two longest adjacent words of each key, or its one word, or its number.

    `keys_held` finds no key in words that do not hold these, as `words_held` lists them. Keys of fewer characters than
    `shortest` are left out.
    """
    words: set[Told] = set()
    choices = _choices(question)
    for name, key in fixed_key(question).items():
        match key:
            case ChoiceKey(ids):
                _, options = choices.get(name, ("", {}))
                words |= {
                    _longest_words(text) for option, text in options.items() if option in ids and len(text) >= shortest
                }
            case TextKey(accepted):
                words |= {_longest_words(text) for text in accepted if len(text) >= shortest}
            case NumberKey(value):
                words |= {value} if len(format(value, "f")) >= shortest else set()
            case ModelAnswer(text):
                words |= {_longest_words(text)} if len(text) >= shortest else set()
            case OrderKey():
                pass
    return frozenset(words)


def words_held(text: str) -> frozenset[Told]:
    """The words of a text, its pairs of neighbours and its numbers: what `words_of_keys` are looked up in."""
    words = plain(text).split(" ")
    return frozenset(words) | frozenset(pairwise(words)) | numbers_in(text)


def _longest_words(text: str) -> str | tuple[str, str]:
    words = plain(text).split(" ")
    return max(pairwise(words), key=lambda two: len(two[0]) + len(two[1])) if len(words) > 1 else words[0]


def cue_each_other(one: Question, other: Question) -> bool:
    """True if two questions rest on the same words of the article, and what one shows holds the key of the other.

    The name of a speaker alone ("Which of these did Ada Moss say?") tells nobody whose the words of another one are.
    """
    if one.evidence is None or other.evidence is None:
        return False
    if one.evidence.end <= other.evidence.start or other.evidence.end <= one.evidence.start:
        return False
    shown = ["" if WHICH_WORDS.fullmatch(each.stem) else read_before_responding(each) for each in (one, other)]
    return bool(keys_held(one, shown[1]) or keys_held(other, shown[0]))


@cache_per_question
def _choices(question: Question) -> dict[str, tuple[str, dict[str, str]]]:
    """The label and the options, text by id, of each choice in a question, by the choice's name."""
    return {
        part.name: (part.label, {option.id: option.text for option in part.options})
        for part in fixed_parts(question)
        if isinstance(part, Choice)
    }


@lru_cache(maxsize=8192)
def numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers in a text, in digits or in words ("four million"), and the ends of its ranges."""
    digits = (read_amount(found[0]) for found in _DIGITS.finditer(text))
    ends = [(one.low, one.high) for one in quantities_in(Article(" ".join(text.split())))]
    ends += [(amount.low, amount.high) for amount in digits if amount is not None]
    return frozenset(end for pair in ends for end in pair)
