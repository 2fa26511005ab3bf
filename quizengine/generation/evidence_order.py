"""Orders questions so that the evidence shown after one does not hold the answer of a later one.

In practice mode students see the evidence as soon as they have answered.
"""

from collections import defaultdict
from collections.abc import Sequence

from quizengine.generation.cueing import Told, keys_held, words_held, words_of_keys
from quizengine.generation.overlaps import share_words
from quizengine.language.content_stems import content_words
from quizengine.quiz.questions import Question, cache_per_question

_MUCH = 0.6
"""The share of a stem's content words from which on other words of the article are about the same."""


def tell_each_other(one: Question, other: Question) -> bool:
    """Return whether neither of two questions can be asked first without showing the answer of the other."""
    return _tells(one, other) and _tells(other, one)


def in_safe_order(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Move a question behind those whose answer its evidence shows; otherwise the order stays.

    In a circle of such questions, and of two that `tell_each_other`, one shows an answer.
    """
    first = _to_ask_first(questions)
    left = {one.id: one for one in questions}
    ordered: list[Question] = []
    while left:
        free = (name for name in left if left.keys().isdisjoint(first[name]))
        ordered.append(left.pop(next(free, next(iter(left)))))
    return tuple(ordered)


def _to_ask_first(questions: Sequence[Question]) -> dict[str, set[str]]:
    """The ids of the questions that each question's evidence answers, by its id."""
    by_key: defaultdict[Told, list[Question]] = defaultdict(list)
    for one in questions:
        for word in words_of_keys(one):
            by_key[word].append(one)
    first: dict[str, set[str]] = {}
    for one in questions:
        shown = words_held(one.evidence.quote) if one.evidence else frozenset[Told]()
        asked = [other for word in shown for other in by_key.get(word, ())]
        first[one.id] = {other.id for other in asked if other.id != one.id and _tells(one, other)}
    return first


def _tells(one: Question, other: Question) -> bool:
    """Return whether the evidence of a question holds the answer of another one, and what that asks about."""
    if one.evidence is None or not keys_held(other, one.evidence.quote, among_others=True):
        return False
    asked = frozenset(content_words(other.stem))
    return share_words(one, other) or len(asked & _shown(one)) >= _MUCH * len(asked) > 0


@cache_per_question
def _shown(question: Question) -> frozenset[str]:
    return frozenset(content_words(question.evidence.quote)) if question.evidence else frozenset()
