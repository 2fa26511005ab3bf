"""A page for each question of a quiz, to be edited in place; and for a new one, a copy, or one that moves elsewhere."""

from pathlib import Path

from flask import Blueprint, abort, flash, redirect, request, url_for

from quizengine.bank.form_fields import typed_of
from quizengine.desk import approval, changes
from quizengine.desk.library import Entry
from quizengine.errors import BankError
from quizengine.quiz.questions import Question
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import sent_form, whole_number
from quizengine.web.http.uploads import TOO_LARGE
from quizengine.web.render.languages import gettext, later
from quizengine.web.render.pages import render_page
from quizengine.web.render.question_form import QuestionField, fields_to_show, followed, read_typed
from quizengine.web.render.typed_numbers import as_in_banks, as_shown
from quizengine.web.teacher.decisions import Answer, chosen_question, decided, review_address
from quizengine.web.teacher.media_field import MediaField, media_places, take_media_in
from quizengine.web.teacher.overview import entry_of, let_in
from quizengine.web.teacher.question_drafts import QuestionDraft, look_over
from quizengine.web.teacher.unassigned_attempts import tell_of_marking
from quizengine.web.teacher.versions import Version

pages = Blueprint("editing", __name__, url_prefix="/teacher/quizzes/<name>/questions")
pages.before_request(let_in)
_NO_MEDIA = MediaField()


@pages.get("/<question_id>")
def edit(name: str, question_id: str) -> Answer:
    """A question with all its fields, what checks say of each, and how students see it."""
    entry = entry_of(name)
    old = chosen_question(entry, question_id) or abort(404)
    return _page(entry, old, look_over(entry, type(old), typed_of(old), old))


@pages.get("/new/<kind>")
def new(name: str, kind: str) -> Answer:
    """A blank form for a question of a type, or one with what is in another question."""
    entry = entry_of(name)
    copied = chosen_question(entry, request.args.get("copy", ""))
    typed = typed_of(copied) if copied else {"markup": (entry.quiz.markup,)}
    typed.pop("id", None)
    return _page(entry, None, QuestionDraft(typed, None, {}, {}), kind=_type(kind).type)


@pages.post("/<question_id>")
def save(name: str, question_id: str) -> Answer:
    """Save a question as it was edited, or only look it over."""
    entry = entry_of(name)
    old = chosen_question(entry, question_id)
    media = take_media_in(type(old)) if old else _NO_MEDIA
    if old and (_only_looks() or media.fault):
        return _looked_over(entry, type(old), old, media=media)

    def change(entry: Entry) -> Path | None:
        old = chosen_question(entry, question_id)
        return approval.edit(app_context().engine, entry, old, _asked(entry, type(old), old)) if old else None

    def refused(entry: Entry, error: str) -> Answer:
        old = chosen_question(entry, question_id) or abort(404)
        return _looked_over(entry, type(old), old, error)

    number, is_reviewed = _number(entry, question_id), bool(changes.progress(app_context().engine, entry).unread)

    def then(now: Entry) -> str:
        if tell_of_marking(now, now.quiz.questions[number - 1]):
            return url_for("reviewing.review", name=now.name)
        return review_address(now, number - 1) if is_reviewed else _after(now, number)

    return decided(name, later("You wanted to save this question:"), change, later("Saved."), refused, then)


@pages.post("/new/<kind>")
def write(name: str, kind: str) -> Answer:
    """Add a question that the teacher has written at the end of the quiz, or only look it over."""
    entry, cls = entry_of(name), _type(kind)
    media = take_media_in(cls)
    if _only_looks() or media.fault:
        return _looked_over(entry, cls, None, media=media)
    is_one_of_several = sent_form().get("then") == "another"
    return decided(
        name,
        later("You wanted to add a question."),
        lambda entry: approval.write(app_context().engine, entry, _asked(entry, cls, None)),
        later("Added, as the last question."),
        lambda entry, error: _looked_over(entry, cls, None, error),
        lambda now: _next_blank(now, kind) if is_one_of_several else _after(now, len(now.quiz.questions)),
    )


@pages.post("/<question_id>/place")
def move(name: str, question_id: str) -> Answer:
    """Move a question to another place of its quiz."""
    to = whole_number(sent_form().get("to", ""))

    def change(entry: Entry) -> Path | None:
        question = chosen_question(entry, question_id)
        if question is None or to is None:
            return None
        return approval.move(app_context().engine, entry, question, to - 1)

    return decided(
        name,
        later("You wanted to move this question:"),
        change,
        later("Moved."),
        _refused,
        lambda now: _after(now, min(to or 1, len(now.quiz.questions))),
    )


@pages.post("/<question_id>/elsewhere")
def elsewhere(name: str, question_id: str) -> Answer:
    """Copy a question to the end of another quiz, or move it there."""
    sent, engine = sent_form(), app_context().engine
    other = entry_of(sent.get("quiz", ""))

    def change(entry: Entry) -> Path | None:
        question = chosen_question(entry, question_id)
        if question is None:
            return None
        if len(entry.quiz.questions) < 2 and "move" in sent:
            raise BankError(gettext("The only question of a quiz cannot be moved away; copy it instead."))
        place = approval.copy_to(engine, entry, question, changes.fresh(engine, other))
        return approval.drop(engine, entry, question) if "move" in sent else place

    done = later("Moved to the other quiz.") if "move" in sent else later("Copied to the other quiz.")
    wanted = later("You wanted to move or copy this question:")
    back = url_for("reviewing.review", name=name)
    return decided(name, wanted, change, done, _refused, lambda now: back)


def _refused(entry: Entry, error: str) -> Answer:
    flash(error)
    return redirect(url_for("reviewing.review", name=entry.name), 303)


def _type(kind: str) -> type[Question]:
    return app_context().engine.registry.question_types.get(kind) or abort(404)


def _only_looks() -> bool:
    return sent_form().get("then") in ("look", "rows", "media")


def _number(entry: Entry, question_id: str) -> int:
    ids = [one.id for one in entry.quiz.questions]
    return ids.index(question_id) + 1 if question_id in ids else 1


def _after(entry: Entry, number: int) -> str:
    return url_for("reviewing.review", name=entry.name, _anchor=f"question-{number}")


def _next_blank(entry: Entry, kind: str) -> str:
    return url_for(".new", name=entry.name, kind=kind)


def _draft(entry: Entry, cls: type[Question], old: Question | None) -> QuestionDraft:
    was = typed_of(old) if old else {}
    typed = as_in_banks(cls, read_typed(sent_form(), was), entry.quiz.locale)
    return look_over(entry, cls, followed(cls, typed, was), old)


def _asked(entry: Entry, cls: type[Question], old: Question | None) -> Question:
    """The question in the form; raises BankError if something is wrong with it."""
    question = _draft(entry, cls, old).question
    if question is None:
        raise BankError("")
    return question


def _looked_over(
    entry: Entry,
    cls: type[Question],
    old: Question | None,
    error: str | None = None,
    media: MediaField = _NO_MEDIA,
) -> Answer:
    """The page with what is in the form; with status 409 and an error, in words or empty, where it was to be saved.

    With status 422 where the file that came with it cannot be taken.
    """
    is_lost = TOO_LARGE in request.environ  # the form itself, with the file
    draft = look_over(entry, cls, typed_of(old) if old else {}, old) if is_lost else _draft(entry, cls, old)
    if old is None and error is None:
        draft = draft.as_begun()
    page = _page(entry, old, draft, kind=cls.type, error=error, media=media)
    status = 409 if error is not None else 422 if media.fault else 200
    return page, 413 if is_lost else status


def _page(
    entry: Entry,
    old: Question | None,
    draft: QuestionDraft,
    kind: str = "",
    error: str | None = None,
    media: MediaField = _NO_MEDIA,
) -> str:
    kind = kind or (old.type if old else "")
    fields = _fields(entry, _type(kind), draft)
    return render_page(
        "teacher/edit.html",
        entry.quiz.locale,
        entry=entry,
        old=old,
        number=_number(entry, old.id) if old else 0,
        kind=kind,
        draft=draft,
        fields=fields,
        media=media,
        media_places=media_places(fields, _type(kind)),
        is_refused=error is not None,
        error=error,
        fixed=changes.changeable(app_context().engine, entry),
        from_plugin=changes.comes_with_plugin(app_context().engine, entry),
        others=_others(entry),
        seen=sent_form().get("seen") or Version.of(entry.quiz).field,
    )


def _fields(entry: Entry, cls: type[Question], draft: QuestionDraft) -> tuple[QuestionField, ...]:
    """The fields of the form; the words that prove the key only where there are any or an article has some."""
    findings = {name: tuple(one.message for one in found) for name, found in draft.findings.items()}
    typed, more_rows = as_shown(cls, draft.typed, entry.quiz.locale), sent_form().get("then") == "rows"
    fields = fields_to_show(cls, typed, draft.faults, findings, more_rows=more_rows)
    is_proved = bool(entry.article or draft.typed.get("evidence.quote"))
    return tuple(field for field in fields if field.name != "evidence" or is_proved)


def _others(entry: Entry) -> list[Entry]:
    """The quizzes that a question may be moved or copied to."""
    engine = app_context().engine
    return [one for one in app_context().entries if one.name != entry.name and not changes.changeable(engine, one)]
