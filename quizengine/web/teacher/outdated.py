"""The page for a decision about a quiz that somebody else has changed: both versions, and what to do."""

from dataclasses import dataclass, replace

from flask import request

from quizengine.desk.library import Entry
from quizengine.quiz.questions import plain_question
from quizengine.quiz.quiz import Quiz
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, sent_to
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_page
from quizengine.web.student import marked_questions
from quizengine.web.teacher.sent_again import typed_texts
from quizengine.web.teacher.versions import Version


@dataclass(frozen=True)
class Side:
    """One of two versions: what is in it alone, each with its number in it."""

    title: str
    total: int
    own: tuple[tuple[int, marked_questions.KeyedQuestion], ...]


def outdated_page(entry: Entry, seen: Version, wanted: str, offered: str) -> tuple[str, int]:
    """The page with status 409; `entry` is the quiz as it is now, `wanted` says what was decided, `offered` is the stem
    of a question that was to be added.
    """
    then, now = seen.quiz(app_context().engine.registry.question_types), entry.quiz
    sent = sent_form()
    taken_out = (request.view_args or {}).get("question_id", "")
    concerned = taken_out or sent.get("question", "")
    shown = render_page(
        "teacher/outdated.html",
        entry.quiz.locale,
        entry=entry,
        wanted=gettext(wanted),
        question=next(
            (
                plain_question(each).stem
                for quiz in (then, now)
                if quiz
                for each in quiz.questions
                if each.id == concerned
            ),
            offered,
        ),
        concerned=concerned,
        possible=not concerned or (concerned == taken_out) == (concerned in {each.id for each in now.questions}),
        before=_side(then, now) if then else None,
        after=_side(now, then or Quiz("", ())),
        again=[(name, value) for name, value in sent.items(multi=True) if name != "seen"],
        action=sent_to(),
        seen=Version.of(now).field,
        typed=list(typed_texts(sent)),
    )
    return shown, 409


def _side(one: Quiz, other: Quiz) -> Side:
    alone = [(number, each) for number, each in enumerate(one.questions, 1) if each not in other.questions]
    keyed = marked_questions.keyed_questions(replace(one, questions=tuple(each for _, each in alone)), app_context())
    numbers = (number for number, _ in alone)
    return Side(one.title, len(one.questions), tuple(zip(numbers, keyed, strict=True)))
