"""The two pages on which the marking of a question is changed: the form, and who gains and who loses by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.desk.class_results import Effect, QuestionResult
from quizengine.quiz.answer_counts import given_in_words
from quizengine.quiz.mending import Marking, Mend
from quizengine.quiz.questions import Question
from quizengine.web.http.form_data import sent_form
from quizengine.web.render.pages import render_page
from quizengine.web.teacher.mend_form import Typed, current_points, part_fields

UNTOUCHED = Typed(Mend(), {})


@dataclass(frozen=True)
class Place:
    """The class or quiz whose marking is changed, and the pages around that."""

    title: str
    locale: str
    results: str
    """The address of the results."""
    form: str
    """The address of the form, which is sent there, too."""
    is_class: bool
    """False for the attempts in no class."""


def form_page(
    place: Place, question: Question, result: QuestionResult, marking: Marking, typed: Typed = UNTOUCHED
) -> str:
    """The form with the key, the points, and whether the question counts, as `marking` has them."""
    return render_page(
        "teacher/remark.html",
        place.locale,
        place=place,
        question=question,
        result=result,
        fields=part_fields(question, marking, place.locale),
        points=current_points(question, marking),
        mend=marking.mend_of(question),
        errors=typed.errors,
        sent=sent_form() if typed.errors else None,
        given_in_words=given_in_words,
    )


def effects_page(place: Place, question: Question, changed: Sequence[Effect]) -> str:
    """The page of who gains and who loses by the form that was sent, with the form to apply it."""
    return render_page(
        "teacher/remark_effects.html",
        place.locale,
        place=place,
        question=question,
        effects=changed,
        gains=sum(each.gain > 0 for each in changed),
        losses=sum(each.gain < 0 for each in changed),
        again=[(name, value) for name, value in sent_form().items(multi=True) if name != "then"],
    )
