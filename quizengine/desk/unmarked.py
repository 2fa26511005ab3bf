"""The answers in sentences that nobody has marked yet, in the order in which a teacher marks them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizengine.quiz.mending import Marking
from quizengine.quiz.quiz import Quiz
from quizengine.quiz.self_marks import has_model_answer
from quizengine.store import HandedIn


@dataclass(frozen=True)
class AnswerPlace:
    """One student's answer to one question."""

    attempt: str
    """The id of the attempt."""
    question: str
    """The id of the question."""


def unmarked_answers(
    quiz: Quiz, handed_in: Sequence[HandedIn], marking_of: Callable[[str], Marking]
) -> Iterator[AnswerPlace]:
    """Yield what nobody has marked: all answers to one question, then those to the next.

    `marking_of` gives the marking of an attempt by its id.
    """
    for question in filter(has_model_answer, quiz.questions):
        for each in handed_in:
            response, own = each.responses.get(question.id, {}), each.self_marks.get(question.id)
            if marking_of(each.id).awaits_mark(question, response, own):
                yield AnswerPlace(each.id, question.id)


def next_place(unmarked: Sequence[AnswerPlace], after: AnswerPlace, order: Sequence[str]) -> AnswerPlace | None:
    """Return what to mark after another answer, which may be marked by now: first what is left of the same question.

    `order` has the ids of all attempts in the order in which the answers to a question are marked.
    """
    places = {attempt: place for place, attempt in enumerate(order)}
    here = places.get(after.attempt, 0)

    def is_far(each: AnswerPlace) -> tuple[bool, bool]:
        same = each.question == after.question
        return not same, same and places.get(each.attempt, 0) < here

    return min((each for each in unmarked if each != after), key=is_far, default=None)
