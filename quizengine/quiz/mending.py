"""The marking of questions after a teacher has mended them; what students were asked stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from quizengine.quiz.grading import Score
from quizengine.quiz.parts import (
    ENGLISH,
    Choice,
    ChoiceKey,
    Gap,
    Key,
    ModelAnswer,
    NumberKey,
    Ordering,
    OrderKey,
    Response,
    Text,
    TextKey,
)
from quizengine.quiz.questions import Question, fixed_parts
from quizengine.quiz.self_marks import SelfMark, needs_mark


class Treatment(StrEnum):
    """The way a mended question is marked."""

    MARKED = "marked"
    DROPPED = "dropped"
    """It is worth no points, and counts as neither right nor wrong."""
    CREDITED = "credited"
    """Everybody earns all its points, with or without an answer."""


@dataclass(frozen=True)
class Mend:
    """The changes to the marking of one question."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    """The keys that take the place of the question's own, by part name."""
    points: Decimal | None = None
    """The points for a fully right response; None leaves them as they are."""
    treatment: Treatment = Treatment.MARKED


@dataclass(frozen=True)
class Override:
    """The points that a teacher gave by hand for one response, and why."""

    earned: Fraction
    note: str = ""


UNCHANGED = Mend()


@dataclass(frozen=True)
class Marking:
    """The way attempts are marked: mends by question id, and one attempt's overrides by question id."""

    mends: Mapping[str, Mend] = field(default_factory=dict)
    overrides: Mapping[str, Override] = field(default_factory=dict)
    contents: Mapping[str, Mend] = field(default_factory=dict)
    """Mends by the content id of a question, for attempts in no class, which are at several versions of a quiz."""

    def mend_of(self, question: Question) -> Mend:
        """Return the changes to the marking of a question."""
        if self.contents and question.content_id in self.contents:
            return self.contents[question.content_id]
        return self.mends.get(question.id, UNCHANGED)

    def key_of(self, question: Question) -> Mapping[str, Key]:
        """Return what each part of a question accepts now, by the part's name."""
        return {**question.key(), **self.mend_of(question).keys}

    def mark(self, question: Question, response: Response, locale: str = ENGLISH, own: SelfMark | None = None) -> Score:
        """The points of one response, of those that the question is worth; points by hand go before everything else.

        `own` is the student's mark, which counts for answers in sentences.
        """
        mend = self.mend_of(question)
        if mend.treatment is Treatment.DROPPED:
            return Score()
        score = self.mark_by_key(question, response, locale, own)
        if question.id in self.overrides:
            return Score(min(self.overrides[question.id].earned, score.possible), score.possible)
        return Score(score.possible, score.possible) if mend.treatment is Treatment.CREDITED else score

    def mark_by_key(
        self, question: Question, response: Response, locale: str = ENGLISH, own: SelfMark | None = None
    ) -> Score:
        """The points of one response by the key and the student's mark, whatever was given by hand or to everybody."""
        return _graded(question, self.mend_of(question), response, locale, own)

    def awaits_mark(self, question: Question, response: Response, own: SelfMark | None = None) -> bool:
        """True if a response holds sentences that neither the student nor the teacher has marked, and counts."""
        return own is None and needs_mark(question, response) and self.follows_own_mark(question)

    def follows_own_mark(self, question: Question) -> bool:
        """True if the points for sentences are those of the student's mark: none are given by hand or to everybody."""
        return question.id not in self.overrides and self.mend_of(question).treatment is Treatment.MARKED


AS_ASKED = Marking()


def full_points(question: Question) -> Decimal:
    """The points that a fully right response to a question earns, unless its marking is changed."""
    return Decimal(len(question.key())) if question.points is None else question.points


def key_of_options(part: Choice, ids: frozenset[str]) -> ChoiceKey:
    """The key for a part of which other options count as right than it was written with."""
    return ChoiceKey(ids, len(part.options) - len(ids), either=not part.multiple and len(ids) > 1)


def mend_towards(asked: Question, now: Question) -> Mend | None:
    """The mend by which a question that was asked is marked as its present version is.

    None if the answers that were possible cannot be marked in that way: an option is right that nobody could choose, or
    the question takes answers of another kind now.
    """
    parts = {part.name: part for part in fixed_parts(asked) if not isinstance(part, Text)}
    if parts.keys() != now.key().keys():
        return None
    keys: dict[str, Key] = {}
    for name, part in parts.items():
        before = asked.key()[name]
        after = _turned(part, before, now.key()[name])
        if after is None:
            return None
        if after != before:
            keys[name] = after
    points = full_points(now)
    return Mend(keys, None if points == full_points(asked) else points)


def _turned(part: Choice | Gap | Ordering, before: Key, after: Key) -> Key | None:
    """The present key of a part as a key for the answers that were possible; None if there is none."""
    match before, after:
        case ChoiceKey(), ChoiceKey() if isinstance(part, Choice):
            if before.ids == after.ids:
                return before
            return key_of_options(part, after.ids) if after.ids <= {option.id for option in part.options} else None
        case OrderKey(), OrderKey():
            return after if {*before.ids} == {*after.ids} else None
        case (TextKey(), TextKey()) | (NumberKey(), NumberKey()):
            return after
        case ModelAnswer(), ModelAnswer():
            return before  # people have marked by the one that was asked
        case _:
            return None


def _graded(question: Question, mend: Mend, response: Response, locale: str, own: SelfMark | None) -> Score:
    """The points by the keys and the points of a mend.

    A type that grades by itself need know of no other locale than English, and of no points.
    """
    if mend.keys or own:
        by_people = own.share if own else Fraction(0)
        score = question.grade_by({**question.key(), **mend.keys}, response, locale, by_people)
    else:
        score = question.grade(response) if locale == ENGLISH else question.grade(response, locale)
    points = question.points if mend.points is None else mend.points
    if points is None or not score.possible:
        return score
    worth = Fraction(points)
    return Score(score.earned * worth / score.possible, worth)
