"""Rules about pairs of questions in a quiz: none asks the same as another or gives away its key."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from quizengine.checks.authorities import HALADYNA
from quizengine.extensions.records import Check
from quizengine.generation.cueing import (
    Told,
    cue_each_other,
    keys_held,
    read_before_responding,
    words_held,
    words_of_keys,
)
from quizengine.language.content_stems import content_words
from quizengine.language.normalisation import normalise
from quizengine.language.numbers.quantities import read_amount
from quizengine.quiz.parts import Choice, ChoiceKey, ModelAnswer, NumberKey, OrderKey, TextKey
from quizengine.quiz.questions import Evidence, Question, cache_per_question, fixed_key, fixed_parts

_SHORTEST_KEY = 8
_SHARED = 0.5
_FEWEST_SHARED = 3


def gives_away(one: Question, other: Question) -> Iterator[str]:
    """Say so when two questions on the same words of the article answer each other."""
    if cue_each_other(one, other):
        yield f"“{_short(one.stem)}” rests on the same words, and one of the two shows the key of the other"


def may_give_away(one: Question, other: Question) -> Iterator[str]:
    """Say so when a stem holds the key of another question that is about the same things."""
    mine, its = _sides(one), _sides(other)
    if len(mine.stem & its.words) < _FEWEST_SHARED and len(its.stem & mine.words) < _FEWEST_SHARED:
        return
    if cue_each_other(one, other):
        return
    for asked, told in ((one, other), (other, one)):
        stem, words = _sides(asked).stem, _sides(told)
        if len(stem & words.words) < max(_FEWEST_SHARED, _SHARED * len(stem)):
            continue
        telling = [key for key in keys_held(asked, words.shown) if len(key) >= _SHORTEST_KEY]
        if telling:
            yield f"the stem of “{_short(told.stem)}” holds “{telling[0]}”, the key of “{_short(asked.stem)}”"
            return


def same_question(one: Question, other: Question) -> Iterator[str]:
    """Say so when two questions ask the same, in the same words or for the same words of the article."""
    mine, its = _sides(one), _sides(other)
    if mine.folded == its.folded and mine.amounts & its.amounts:
        yield f"“{_short(one.stem)}” asks this already"
    elif one.evidence and one.evidence == other.evidence and mine.amounts == its.amounts:
        yield f"“{_short(one.stem)}” asks for the same answer from the same words"


def asked_in_a_match(one: Question, other: Question) -> Iterator[str]:
    """Say so when a pair that one question matches is what another one asks for, either way round."""
    if one.evidence is None or other.evidence is None:
        return
    if one.evidence.end <= other.evidence.start or other.evidence.end <= one.evidence.start:
        return
    for match, single in ((one, other), (other, one)):
        stem, answers = f" {normalise(single.stem)} ", _answers_alone(single)
        for two in _pairs_matched(match):
            if any(text in answers and f" {partner} " in stem for text, partner in (two, two[::-1])):
                yield f"“{_short(single.stem)}” asks for a pair of “{_short(match.stem)}”"
                return


@cache_per_question
def _pairs_matched(question: Question) -> tuple[tuple[str, str], ...]:
    """Each text of a matching question with its partner, as they are compared; of other questions none."""
    keys = fixed_key(question)
    return tuple(
        (normalise(part.label), normalise(option.text))
        for part in fixed_parts(question)
        if isinstance(part, Choice) and part.label and isinstance(key := keys.get(part.name), ChoiceKey)
        for option in part.options
        if option.id in key.ids
    )


@dataclass(frozen=True)
class _Sides:
    """The texts by which two questions are compared."""

    shown: str
    """Everything that a student reads before responding."""
    folded: str
    words: frozenset[str]
    stem: frozenset[str]
    answers: frozenset[str]
    amounts: frozenset[str]
    """The answers, with “$200 million” as 200000000, the way a number to type has it."""


@cache_per_question
def _sides(question: Question) -> _Sides:
    shown = read_before_responding(question)
    words, stem = frozenset(content_words(shown)), frozenset(content_words(question.stem))
    answers = _answers(question)
    return _Sides(shown, normalise(shown), words, stem, answers, frozenset(map(_amount, answers)))


def _answers(question: Question) -> frozenset[str]:
    """Return what is right, in words and numbers that can be compared between types of questions."""
    listed = {option.id: option.text for part in fixed_parts(question) for option in getattr(part, "options", ())}
    answers: list[str] = []
    for key in fixed_key(question).values():
        match key:
            case ChoiceKey(ids):
                answers += [normalise(listed.get(one, one)) for one in sorted(ids)]
            case TextKey(accepted):
                answers += [normalise(text) for text in accepted]
            case NumberKey(value):
                answers.append(format(value.normalize(), "f"))
            case OrderKey(ids):
                answers.append("/".join(ids))
            case ModelAnswer(text):
                answers.append(normalise(text))
            case _:
                assert_never(key)
    return frozenset(answers)


@lru_cache(maxsize=8192)
def _amount(text: str) -> str:
    """The number in an answer that is a number with its unit or its currency; any other answer as it is."""
    read = read_amount(text)
    return format(read.low.normalize(), "f") if read and read.low == read.high else text


Asked = tuple[str, str] | tuple[Evidence, frozenset[str]]


@cache_per_question
def _asked(question: Question) -> frozenset[Asked]:
    """Return what two questions that ask the same have in common: stem and answer, or the evidence and all answers."""
    sides = _sides(question)
    by_stem: set[Asked] = {(sides.folded, answer) for answer in sides.amounts}
    return frozenset(by_stem | ({(question.evidence, sides.amounts)} if question.evidence else set()))


@cache_per_question
def _told(question: Question) -> frozenset[Told]:
    return words_held(_sides(question).shown)


@cache_per_question
def _sides_matched(question: Question) -> frozenset[str]:
    return frozenset(text for pair in _pairs_matched(question) for text in pair)


@cache_per_question
def _answers_alone(question: Question) -> frozenset[str]:
    """Return what is right in a question that matches nothing; of a model answer also what it ends with.

    "A tariff is a tax on goods" ends with what a match has beside "tariff".
    """
    if _pairs_matched(question):
        return frozenset()
    said = (key.text for key in fixed_key(question).values() if isinstance(key, ModelAnswer))
    words = [normalise(text).split(" ") for text in said]
    return _sides(question).answers | {" ".join(each[at:]) for each in words for at in range(len(each))}


def _told_on_evidence(question: Question) -> frozenset[Told]:
    return _told(question) if question.evidence else frozenset()


def _keys_on_evidence(question: Question) -> frozenset[Told]:
    return words_of_keys(question) if question.evidence else frozenset()


def _long_keys(question: Question) -> frozenset[Told]:
    return words_of_keys(question, _SHORTEST_KEY)


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69]}…"


QUIZ_CHECKS = (
    Check.of_pairs(
        "gives-away",
        gives_away,
        "Students who read both questions know one of the answers.",
        level="error",
        same_words=True,
        shows=_told_on_evidence,
        hides=_keys_on_evidence,
        authority=f"{HALADYNA} (4, 28: items independent, no clues)",
        hit="Who counted the eels? > Ada Marsh @ Ada Marsh counted forty eels // Ada Marsh counted {forty} eels. "
        "@ Ada Marsh counted forty eels",
        miss="Who counted the eels? > Ada Marsh @ Ada Marsh counted forty eels // How many trout were there? > ten "
        "@ ten trout",
    ),
    Check.of_pairs(
        "may-give-away",
        may_give_away,
        "Students who read both questions may put two and two together.",
        level="warning",
        shows=_told,
        hides=_long_keys,
        authority=f"{HALADYNA} (4, 28: items independent, no clues)",
        hit="Who counted the eels of the river in May? = Ada Marsh ~ Jon Hale ~ Mia Roe // How many eels of the river "
        "did Ada Marsh count in May? = 40 ~ 50 ~ 60",
        miss="Who counted the eels of the river in May? = Ada Marsh ~ Jon Hale ~ Mia Roe // Where was Ada Marsh born? "
        "= in Leeds ~ in York ~ in Hull",
    ),
    Check.of_pairs(
        "asked-in-a-match",
        asked_in_a_match,
        "A pair that is matched in one question and asked for in another counts twice, and each helps with the other.",
        level="error",
        same_words=True,
        shows=_sides_matched,
        hides=_answers_alone,
        authority=f"{HALADYNA} (1, 4: one content each, independent items)",
        hit="Match each load with its boat. :: rye -> ferry ; coal -> barge @ The ferry carried rye "
        "// Which boat carried rye? > ferry @ The ferry carried rye",
        miss="Match each load with its boat. :: rye -> ferry ; coal -> barge @ The ferry carried rye "
        "// Who saw the ferry? > Ada Marsh @ The ferry carried rye",
    ),
    Check.of_pairs(
        "same-question",
        same_question,
        "A question that is asked twice counts twice.",
        level="warning",
        shows=_asked,
        hides=_asked,
        authority=f"{HALADYNA} (1, 4: one content each, independent items)",
        hit="What did the ferry carry? = rye ~ coal ~ oats // What did the ferry carry? = rye ~ tar ~ sand",
        miss="What did the ferry carry? = rye ~ coal ~ oats // What did the barge carry? = coal ~ tar ~ sand",
    ),
)
