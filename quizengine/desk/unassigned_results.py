"""The results of a quiz outside of a class: each question over all versions of the quiz, and who a change concerns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizengine.desk.class_results import Effect, QuestionResult, class_results, effects
from quizengine.desk.edit_log import versions_of
from quizengine.desk.library import Entry
from quizengine.quiz.mending import AS_ASKED, UNCHANGED, Marking, Mend, mend_towards
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.store import HandedIn, UnassignedVersion

Asked = Sequence[tuple[Quiz, UnassignedVersion]]
"""The versions of a quiz that students took, each with what they handed in."""


@dataclass(frozen=True)
class AskedQuestion:
    """A question as students were asked it, with what they gave to it."""

    question: Question
    result: QuestionResult
    """The result of each student's first attempt; its number is that of its present version, 0 if the quiz has none."""
    is_present: bool
    """True if it is in the quiz as it was asked."""
    present: Mend | None
    """The mend by which it is marked as its present version is; None if there is none."""
    differing: int
    """The number of attempts that are not marked as the present version is; 0 if the quiz no longer has one."""


def asked_questions(entry: Entry, asked: Asked) -> tuple[AskedQuestion, ...]:
    """Every question that was asked, in the order of the quiz; those that it no longer has come last."""
    places = _places(entry)
    found = [_asked(entry, quiz, question, places, asked) for quiz, question in _distinct(asked)]
    last = len(entry.quiz.questions) + 1
    return tuple(sorted(found, key=lambda one: (one.result.number or last, not one.is_present)))


def effects_unassigned(asked: Asked, content_id: str, mend: Mend) -> tuple[Effect, ...]:
    """Return the students whose points another marking of a question changes, version by version."""
    changed: list[Effect] = []
    for quiz, version in asked:
        then = {name: _mended(marking, content_id, mend) for name, marking in version.markings.items()}
        before = class_results(quiz, version.handed_in, _by_id(version.markings))
        changed += effects(before, class_results(quiz, version.handed_in, _by_id(then)))
    return tuple(changed)


def _mended(marking: Marking, content_id: str, mend: Mend) -> Marking:
    return replace(marking, contents={**marking.contents, content_id: mend})


def _places(entry: Entry) -> dict[str, int]:
    """The places of a quiz's questions, counted from 1, by the ids and content ids that these have and have had."""
    numbered = list(enumerate(entry.quiz.questions, 1))
    before = {name: number for number, one in numbered for name in versions_of(entry.source, one.content_id)}
    now = {name: number for number, one in numbered for name in (one.id, one.content_id)}
    return before | now


def _distinct(asked: Asked) -> list[tuple[Quiz, Question]]:
    """Each question once, with a quiz that has it."""
    found = {(question.id, question.content_id): (quiz, question) for quiz, _ in asked for question in quiz.questions}
    return list(found.values())


def _asked(entry: Entry, quiz: Quiz, question: Question, places: Mapping[str, int], asked: Asked) -> AskedQuestion:
    handed_in: list[HandedIn] = []
    markings: dict[str, Marking] = {}
    for other, version in asked:
        if any(one.id == question.id and one.content_id == question.content_id for one in other.questions):
            handed_in += (one for one in version.handed_in if one.id in version.first)
            markings |= version.markings
    result = class_results(replace(quiz, questions=(question,)), handed_in, _by_id(markings)).questions[0]
    number = places.get(question.content_id) or places.get(question.id, 0)
    now = entry.quiz.questions[number - 1] if number else None
    present = mend_towards(question, now) if now else None
    mends = [marking.mend_of(question) for marking in markings.values()]
    differing = sum(one == UNCHANGED if present is None else one != present for one in mends) if now else 0
    is_present = now is not None and now.content_id == question.content_id
    return AskedQuestion(question, replace(result, number=number), is_present, present, differing)


def _by_id(markings: Mapping[str, Marking]) -> Callable[[str], Marking]:
    """The marking by an attempt's id; without an id all mends, which hold for the attempts that were begun first."""
    mends = Marking(contents={name: mend for one in markings.values() for name, mend in one.contents.items()})
    return lambda attempt: markings.get(attempt, AS_ASKED) if attempt else mends
