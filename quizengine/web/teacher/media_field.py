"""The field for an image or a recording in the form of a question: what comes with it goes into the text it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from quizengine.desk import media_intake
from quizengine.errors import QuizEngineError
from quizengine.quiz.markup import PLAIN, escape_markdown
from quizengine.quiz.markup.media import KINDS, Medium, suffix_of
from quizengine.quiz.questions import Question
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import MOST_FIELDS, keep_form, whole_number
from quizengine.web.http.uploads import TOO_LARGE, upload_form
from quizengine.web.render.form_faults import FormFault
from quizengine.web.render.languages import gettext
from quizengine.web.render.question_form import PREFIX, QuestionField

PLACE = "media.for"
"""The name of the choice of the text that a file is for."""
_STEM = f"{PREFIX}stem"
_MARKUP = f"{PREFIX}markup"
_LONGEST = 40
"""Characters of a text by which a place is known."""


@dataclass(frozen=True)
class MediaField:
    """The field as the page shows it after a form was sent."""

    alt: str = ""
    """The alternative text that was typed for a file that is still to be added."""
    fault: FormFault | None = None
    to: str = ""
    """The part that the fault is about: file or alt."""
    is_added: bool = False
    """True if what was sent is in the text now."""
    chosen: str = ""
    """The place that was chosen for it, as `media_places` gives them."""

    @property
    def most(self) -> int:
        """The largest image, in megabytes."""
        return media_intake.LARGEST_IMAGE // 1_000_000


def media_places(fields: Sequence[QuestionField], cls: type[Question]) -> tuple[tuple[str, str], ...]:
    """The texts of a question that an image can be for, each with what the form calls it; the question itself first."""
    found = [(f"{_STEM} 1", gettext("the question"))]
    for field in fields:
        for control in field.controls:
            if control.name == _STEM or control.kind not in ("text", "long") or not _is_marked_up(control.name, cls):
                continue
            for row in range(1, max(field.rows, 1) + 1):
                label = " ".join(filter(None, (field.label, str(row) if field.rows else "", control.label)))
                text = control.values[row - 1] if row <= len(control.values) else ""
                found.append((f"{control.name} {row}", f"{label}: {_clipped(text)}" if text.strip() else label))
    return tuple(found)


def take_media_in(cls: type[Question]) -> MediaField:
    """Store the file that came with the form of a question, if one did, and put it into the texts of that form.

    From then on `sent_form` gives the form with the image in it.
    """
    if TOO_LARGE in request.environ:
        words = gettext(
            "The file is larger than %(most)s MB, so nothing of the form arrived. Go back in the browser, where what "
            "you typed still is, and choose a smaller file.",
            most=MediaField().most,
        )
        return MediaField(fault=FormFault(words), to="file")
    form = upload_form(MOST_FIELDS)
    sent = MultiDict(form.fields)
    keep_form(sent)
    alt, chosen = " ".join(sent.get("alt", "").split()), sent.get(PLACE, "")
    if not form.file_name:
        missing = sent.get("then") == "media"
        fault = FormFault(gettext("Choose a file")) if missing else None
        return MediaField(alt, fault, "file" if missing else "", chosen=chosen)
    if not alt:
        return MediaField(fault=FormFault(gettext("Say in words what it shows or lets hear")), to="alt", chosen=chosen)
    try:
        file = media_intake.take_media(app_context().engine, form.file_name, form.file)
    except QuizEngineError as fault:
        return MediaField(alt, FormFault(str(fault), is_english=True), "file", chosen=chosen)
    app_context().look_again()
    keep_form(_with_medium(sent, cls, media_intake.reference(Medium(file, alt, KINDS[suffix_of(file)]))))
    return MediaField(is_added=True)


def _with_medium(sent: MultiDict[str, str], cls: type[Question], words: str) -> MultiDict[str, str]:
    """Return the form with the words for an image at the end of the text that it is for."""
    made = MultiDict(sent)
    if made.get(_MARKUP, PLAIN) == PLAIN:
        for name in [one for one in made if _is_marked_up(one, cls)]:
            made.setlist(name, [escape_markdown(_lines(text)) for text in made.getlist(name)])
        made[_MARKUP] = "markdown"
    name, _, number = made.get(PLACE, "").partition(" ")
    texts, row = made.getlist(name), (whole_number(number) or 0) - 1
    if not _is_marked_up(name, cls) or not 0 <= row < len(texts):
        name, texts, row = _STEM, made.getlist(_STEM) or [""], 0
    between = "\n\n" if name == _STEM else " "  # below the question, and in line with an option
    texts[row] = between.join(filter(None, (texts[row].rstrip(), words)))
    made.setlist(name, texts)
    return made


def _is_marked_up(name: str, cls: type[Question]) -> bool:
    field = name.removeprefix(PREFIX).partition(".")[0]
    return name.startswith(PREFIX) and field in cls.marked_up


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
